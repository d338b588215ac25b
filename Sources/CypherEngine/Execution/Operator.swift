import GraphModel

/// A step of a running query, which pulls batches from the steps below it.
///
/// ``open()`` comes first, and again whenever the step starts over for another outer row; it resolves names against the graph
/// as it is then. ``next()`` gives batches of at least one row until it gives nil.
protocol Operator: AnyObject {
  func open() throws(ExecutionFailure)
  func next() throws(ExecutionFailure) -> Batch?
  /// All rows that are left, as one batch; nil where there are none.
  func drain() throws(ExecutionFailure) -> Batch?
}

extension Operator {
  func drain() throws(ExecutionFailure) -> Batch? {
    guard let first = try next() else { return nil }
    var rest: [Batch] = []
    while let batch = try next() { rest.append(batch) }
    return rest.isEmpty ? first : Batch.joined([first] + rest)
  }
}

extension Batch {
  /// The rows of several batches of the same layout, one after the other. `batches` is not empty.
  static func joined(_ batches: [Batch]) -> Batch {
    guard batches.count > 1, let first = batches.first else { return batches.first ?? Batch(columns: [], count: 0) }
    let columns = first.columns.indices.map { at in Column.joined(batches.map { $0.columns[at] }) }
    return Batch(columns: columns, count: batches.reduce(0) { $0 + $1.count })
  }

  /// A run of rows.
  func slice(_ rows: Range<Int>) -> Batch {
    if rows.count == count { return self }
    return Batch(columns: columns.map { $0.slice(rows) }, count: rows.count)
  }
}

extension Column {
  /// The same value in every row.
  static func repeating(_ value: Value, count: Int) -> Column {
    switch value {
    case .node(let id): .nodes(Array(filledWith: id, count: count), valid: nil)
    case .relationship(let id): .relationships(Array(filledWith: id, count: count), valid: nil)
    case .integer(let number): .integers(Array(filledWith: number, count: count), valid: nil)
    case .float(let number): .floats(Array(filledWith: number, count: count), valid: nil)
    case .boolean(let flag): .booleans(Array(filledWith: flag, count: count), valid: nil)
    case .string(let text): .coded(Array(filledWith: 0, count: count), TextDictionary([text]), valid: nil)
    default: .values(Array(filledWith: value, count: count))
    }
  }

  /// Whether a row holds this node.
  @inline(__always)
  func holds(_ node: NodeID, in row: Int) -> Bool {
    if case .nodes(let nodes, let valid) = self { return nodes[row] == node && valid?[row] != false }
    if case .node(let held) = self[row] { return held == node }
    return false
  }

  /// The rows that hold nodes, with their nodes; other rows are left out.
  var nodeRows: (rows: [Int], nodes: [NodeID]) {
    if case .nodes(let nodes, nil) = self { return (Array(nodes.indices), nodes) }
    var rows: [Int] = []
    var nodes: [NodeID] = []
    for row in 0..<count {
      if case .node(let node) = self[row] {
        rows.append(row)
        nodes.append(node)
      }
    }
    return (rows, nodes)
  }

  /// The rows that hold relationships, with them; other rows are left out.
  var relationshipRows: (rows: [Int], relationships: [RelationshipID]) {
    if case .relationships(let all, nil) = self { return (Array(all.indices), all) }
    var rows: [Int] = []
    var found: [RelationshipID] = []
    for row in 0..<count {
      if case .relationship(let relationship) = self[row] {
        rows.append(row)
        found.append(relationship)
      }
    }
    return (rows, found)
  }
}
