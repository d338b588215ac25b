import CypherPlanner
import Diagnostics
import GraphModel

/// MERGE of one node or one relationship, with SET of other properties, for all rows at once.
///
/// What a row finds does not depend on the rows before it, but for what these made, which is told apart by ``keys(of:_:)``. Where a row
/// might read what another changes, rows go one by one.
class MergeAtOnce: Merge {
  /// A property and where its value comes from.
  struct Assignment {
    let key: String
    let value: any Kernel
    let span: SourceSpan
  }

  /// What is known of a pattern that this can merge.
  struct Parts {
    let match: InnerPlan
    let properties: [Assignment]
    let onMatch: [Assignment]
    let onCreate: [Assignment]
    /// Whether what is merged is a column of the rows that follow.
    let isPassedOn: Bool
    let span: SourceSpan

    /// Nil where the pattern is another. `merged`: the one thing that it makes.
    init?(
      _ pattern: MergedPattern, of merged: Variable, _ properties: BoundExpression?, span: SourceSpan, _ layout: [Variable],
      _ lowering: Lowering
    ) throws(ExecutionFailure) {
      var entries: [(key: String, value: BoundExpression)] = []
      if let properties {
        guard case .map(let written) = properties.kind else { return nil }
        entries = written
      }
      let known = Set(layout)
      let given = Set(entries.map(\.key))
      guard pattern.introduces == [merged] || pattern.introduces.isEmpty, pattern.match.isRowWise, given.count == entries.count,
        entries.allSatisfy({ known.isSuperset(of: $0.value.reads) && !$0.value.isRandom && !$0.value.asksGraph })
      else { return nil }
      let compiler = ExpressionCompiler(layout, lowering)
      func assignments(_ items: [WriteItem]) throws(ExecutionFailure) -> [Assignment]? {
        var made: [Assignment] = []
        for item in items {
          guard case .setProperty(let target, .written(let key), let value) = item.kind, case .variable(merged) = target.kind,
            !given.contains(key), !made.contains(where: { $0.key == key }), known.isSuperset(of: value.reads), !value.asksGraph
          else { return nil }
          made.append(Assignment(key: key, value: try compiler.compile(value), span: item.span))
        }
        return made
      }
      guard let onMatch = try assignments(pattern.onMatch), let onCreate = try assignments(pattern.onCreate) else { return nil }
      self.onMatch = onMatch
      self.onCreate = onCreate
      self.properties = try entries.map { entry throws(ExecutionFailure) in
        Assignment(key: entry.key, value: try compiler.compile(entry.value), span: entry.value.span)
      }
      match = try lowering.inner(pattern.match, layout, wanted: pattern.introduces, perRow: false).plan
      isPassedOn = !pattern.introduces.isEmpty
      self.span = span
    }
  }

  let parts: Parts

  init(
    _ parts: Parts, _ input: any Operator, _ pattern: MergedPattern, _ layout: [Variable], _ lowering: Lowering
  ) throws(ExecutionFailure) {
    self.parts = parts
    try super.init(input, pattern, layout, lowering)
  }

  // MARK: What is merged

  /// Whether no row can read from a column what another row changes.
  func isUnaffected(_ column: Column) -> Bool { column.holdsNoEntity }

  /// What tells apart what the rows make; nil where rows go one by one. `given`: the values of the properties in the pattern.
  func keys(of rows: Batch, _ given: [Column]) -> [Column]? { given }

  /// Makes what some rows make, and gives the ids.
  func make(_ rows: [Int], of batch: Batch, _ properties: PropertyColumns, _ writer: any GraphWriter) throws(ExecutionFailure) -> [Int64] {
    []
  }

  func set(_ properties: PropertyColumns, of ids: [Int64], _ writer: any GraphWriter) throws(StoreError) {}

  func column(_ ids: [Int64]) -> Column { .values([]) }

  // MARK: All rows

  override func change(_ rows: Batch) throws(ExecutionFailure) -> Batch {
    guard rows.columns.allSatisfy(isUnaffected), context.deletions.isEmpty, !mayTakeTurns else { return try super.change(rows) }
    let given = try columns(parts.properties, rows)
    for column in given where !column.isWithoutNulls && (0..<rows.count).contains(where: column.isNull) {
      try checkNulls(rows)
      return try super.change(rows)
    }
    guard let keys = keys(of: rows, given) else { return try super.change(rows) }
    let found = try parts.match.run(rows)
    let (matchValues, createValues) = (try columns(parts.onMatch, rows), try columns(parts.onCreate, rows))
    var merged = MergedRows(of: rows.count, keys, found)
    if !merged.makers.isEmpty {
      let writer = try context.requireWriter(at: parts.span)
      let written = try self.written(parts.properties + parts.onCreate, given + createValues, merged.makers, writer)
      merged.settle(try make(merged.makers, of: rows, written.properties, writer))
      context.changes.propertiesSet += written.count
    }
    try set(merged, matchValues)
    // Each row gives one or more.
    var batch = merged.rows.count == rows.count ? rows : rows.gathered(merged.rows)
    if parts.isPassedOn { batch.columns.append(column(merged.ids)) }
    return batch
  }

  /// Whether a row may only set a value once another has given it up: what is made is made first here.
  private var mayTakeTurns: Bool {
    let created = Set(parts.onCreate.map(\.key))
    return parts.onMatch.contains { item in
      guard created.contains(item.key), let key = context.graph.propertyKey(named: item.key) else { return false }
      return !context.graph.labels(toldApartBy: key).isEmpty
    }
  }

  private func columns(_ assignments: [Assignment], _ rows: Batch) throws(ExecutionFailure) -> [Column] {
    var columns: [Column] = []
    for assignment in assignments { columns.append(try assignment.value.column(rows, context)) }
    return columns
  }

  /// Sets the properties of what was found. `values`: of what is set on match.
  private func set(_ merged: MergedRows, _ values: [Column]) throws(ExecutionFailure) {
    guard let first = parts.onMatch.first, !merged.matches.isEmpty else { return }
    let writer = try context.requireWriter(at: parts.span)
    let written = try self.written(parts.onMatch, values, merged.matches.map { merged.rows[$0] }, writer)
    guard !written.properties.keys.isEmpty else { return }
    do throws(StoreError) {
      try set(written.properties, of: merged.matches.map { merged.ids[$0] }, writer)
    } catch { throw ExecutionFailure(error, at: first.span) }
    context.changes.propertiesSet += written.count
  }

  private func written(
    _ assignments: [Assignment], _ values: [Column], _ rows: [Int], _ writer: any GraphWriter
  ) throws(ExecutionFailure) -> WrittenColumns {
    var written = WrittenColumns(rows: rows.count)
    for (assignment, column) in zip(assignments, values) {
      try written.add(assignment.key, setTo: column.gathered(rows), writer, at: assignment.span)
    }
    return written
  }
}
