import CypherPlanner
import Diagnostics
import GraphModel

/// MERGE of one node whose labels and properties are given, with SET of other properties: all rows are looked for at once.
///
/// What a row finds does not depend on the rows before it, but for the nodes that they made; those are remembered by their
/// properties. Where the input holds nodes or relationships, whose properties might change meanwhile, rows go one by one.
final class MergeNodes: Merge {
  /// A property and where its value comes from.
  private final class Assignment {
    let key: String
    let value: any Kernel
    let span: SourceSpan
    /// The number of the key, once a value was set.
    var id: PropertyKeyID?

    init(key: String, value: any Kernel, span: SourceSpan) {
      self.key = key
      self.value = value
      self.span = span
    }
  }

  private let match: InnerPlan
  private let labels: [String]
  private let properties: [Assignment]
  private let onMatch: [Assignment]
  private let onCreate: [Assignment]
  private let span: SourceSpan
  /// The numbers of the labels, once a node was made.
  private var labelIDs: [LabelID] = []

  /// Nil where the pattern is another.
  init?(
    fast input: any Operator, _ pattern: MergedPattern, _ layout: [Variable], _ lowering: Lowering
  ) throws(ExecutionFailure) {
    let create = pattern.create
    guard create.nodes.count == 1, create.relationships.isEmpty, create.paths.isEmpty, let node = create.nodes.first,
      pattern.introduces == [node.variable], pattern.match.isRowWise, !node.labels.isEmpty,
      node.labels.allSatisfy({ $0.written != nil }), case .map(let entries)? = node.properties?.kind
    else { return nil }
    let known = Set(layout)
    let given = Set(entries.map(\.key))
    let compiler = ExpressionCompiler(layout, lowering)
    guard !entries.isEmpty, given.count == entries.count,
      entries.allSatisfy({ known.isSuperset(of: $0.value.reads) && !$0.value.isRandom })
    else { return nil }
    func assignments(_ items: [WriteItem]) throws(ExecutionFailure) -> [Assignment]? {
      var made: [Assignment] = []
      for item in items {
        guard case .setProperty(let target, .written(let key), let value) = item.kind, case .variable(node.variable) = target.kind,
          !given.contains(key), known.isSuperset(of: value.reads)
        else { return nil }
        made.append(Assignment(key: key, value: try compiler.compile(value), span: item.span))
      }
      return made
    }
    guard let onMatch = try assignments(pattern.onMatch), let onCreate = try assignments(pattern.onCreate) else { return nil }
    self.onMatch = onMatch
    self.onCreate = onCreate
    match = try lowering.inner(pattern.match, layout, wanted: [node.variable], perRow: false).plan
    labels = node.labels.compactMap(\.written)
    span = node.properties?.span ?? .beginning
    properties = try entries.map { entry throws(ExecutionFailure) in
      Assignment(key: entry.key, value: try compiler.compile(entry.value), span: entry.value.span)
    }
    try super.init(input, pattern, layout, lowering)
  }

  override func change(_ rows: Batch) throws(ExecutionFailure) -> Batch {
    guard rows.columns.allSatisfy(\.holdsNoEntity), context.deletions.isEmpty else { return try super.change(rows) }
    let given = try columns(properties, rows)
    for column in given where (0..<rows.count).contains(where: column.isNull) {
      try checkNulls(rows)
      return try super.change(rows)
    }
    for assignment in properties + onMatch + onCreate { assignment.id = nil }
    labelIDs = []
    let found = try match.run(rows)
    var merged = Merged()
    let (matchValues, createValues) = (try columns(onMatch, rows), try columns(onCreate, rows))
    var different = RowNumbers(width: given.count)
    let numbers = different.numbers(of: given)
    // By the number of what is given.
    var made: [NodeID?] = Array(repeating: nil, count: different.count)
    var next = 0
    for row in 0..<rows.count {
      let first = next
      while let found, next < found.origins.count, found.origins[next] == row {
        if case .node(let node) = found.columns[0][next] { merged.add(node, row) }
        next += 1
      }
      if next == first {
        if let known = made[numbers[row]] { merged.add(known, row) } else {
          let node = try create(row, given, createValues)
          // A number that equals nothing is made anew each time.
          if given.allSatisfy({ $0.equalsItself(in: row) }) { made[numbers[row]] = node }
          merged.add(node, row)
          continue
        }
      }
      for node in merged.nodes.suffix(max(1, next - first)) { try set(onMatch, matchValues, row, of: node) }
    }
    var batch = rows.gathered(merged.rows)
    batch.columns.append(.nodes(merged.nodes, valid: nil))
    return batch
  }

  private struct Merged {
    var rows: [Int] = []
    var nodes: [NodeID] = []

    mutating func add(_ node: NodeID, _ row: Int) {
      rows.append(row)
      nodes.append(node)
    }
  }

  private func columns(_ assignments: [Assignment], _ rows: Batch) throws(ExecutionFailure) -> [Column] {
    var columns: [Column] = []
    for assignment in assignments { columns.append(try assignment.value.column(rows, context)) }
    return columns
  }

  private func create(_ row: Int, _ given: [Column], _ more: [Column]) throws(ExecutionFailure) -> NodeID {
    let writer = try context.requireWriter(at: span)
    var values: [(key: PropertyKeyID, value: Value)] = []
    values.reserveCapacity(given.count + more.count)
    try append(properties, given, row, writer, to: &values)
    try append(onCreate, more, row, writer, to: &values)
    do throws(StoreError) {
      if labelIDs.isEmpty { for label in labels { labelIDs.append(try writer.makeLabel(named: label)) } }
      let node = try writer.createNode(labels: labelIDs, properties: values)
      context.changes.nodesCreated += 1
      context.changes.labelsAdded += labelIDs.count
      context.changes.propertiesSet += values.count
      return node
    } catch { throw ExecutionFailure(error, at: span) }
  }

  private func set(
    _ assignments: [Assignment], _ columns: [Column], _ row: Int, of node: NodeID
  ) throws(ExecutionFailure) {
    guard let first = assignments.first else { return }
    let writer = try context.requireWriter(at: span)
    var values: [(key: PropertyKeyID, value: Value)] = []
    values.reserveCapacity(assignments.count)
    try append(assignments, columns, row, writer, to: &values)
    if values.isEmpty { return }
    do { try writer.set(values, of: node) } catch { throw ExecutionFailure(error, at: first.span) }
    context.changes.propertiesSet += values.count
  }

  /// Appends what a row assigns. A null of a property that no node has is left out.
  private func append(
    _ assignments: [Assignment], _ columns: [Column], _ row: Int, _ writer: any GraphWriter,
    to values: inout [(key: PropertyKeyID, value: Value)]
  ) throws(ExecutionFailure) {
    for (assignment, column) in zip(assignments, columns) {
      let value = column[row]
      if value.isNull, writer.propertyKey(named: assignment.key) == nil { continue }
      if !value.isNull { try PropertyWriter.checkStorable(value, key: assignment.key, at: assignment.span) }
      if assignment.id == nil {
        do { assignment.id = try writer.makePropertyKey(named: assignment.key) } catch {
          throw ExecutionFailure(error, at: assignment.span)
        }
      }
      if let key = assignment.id { values.append((key: key, value: value)) }
    }
  }
}

extension Column {
  /// Whether the value of a row equals what is the same.
  fileprivate func equalsItself(in row: Int) -> Bool {
    switch self {
    case .integers, .strings, .booleans: true
    default: self[row].equals(self[row]) == true
    }
  }

  /// Whether no row holds a node or a relationship, not even inside a map.
  fileprivate var holdsNoEntity: Bool {
    switch self {
    case .nodes, .relationships: false
    case .integers, .floats, .booleans, .strings: true
    case .values(let values): values.allSatisfy { value in
      if case .map(let map) = value { return map.values.allSatisfy(\.isScalar) }
      return value.isScalar
    }
    }
  }
}

extension Value {
  fileprivate var isScalar: Bool {
    switch self {
    case .node, .relationship, .path, .list, .map: false
    default: true
    }
  }
}
