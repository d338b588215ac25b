import GraphModel

/// The groups that rows belong to, numbered in order of first appearance.
struct Groups {
  private let keys: [any Kernel]
  /// The column of the one node that all keys are worked out from: then they are worked out once for each node.
  private let entity: Int?
  /// The group of each node.
  private var nodes = NodeNumbers()
  private var rows: RowNumbers

  init(_ keys: [any Kernel], entity: Int?) {
    self.keys = keys
    self.entity = entity
    rows = RowNumbers(width: keys.count)
  }

  var count: Int { keys.isEmpty ? 1 : rows.count }

  /// The keys, a row for each group.
  var columns: [Column] { rows.columns }

  /// The group of each row; nil where there is only one.
  mutating func positions(of batch: Batch, _ context: ExecutionContext) throws(ExecutionFailure) -> [Int]? {
    if keys.isEmpty { return nil }
    if let entity, case .nodes(let found, nil) = batch.columns[entity] {
      return try positions(of: found, batch, context)
    }
    return rows.numbers(of: try keyColumns(batch, context))
  }

  private func keyColumns(_ batch: Batch, _ context: ExecutionContext) throws(ExecutionFailure) -> [Column] {
    var columns: [Column] = []
    for key in keys { columns.append(try key.column(batch, context)) }
    return columns
  }

  private mutating func positions(
    of found: [NodeID], _ batch: Batch, _ context: ExecutionContext
  ) throws(ExecutionFailure) -> [Int] {
    var fresh: [Int] = []
    for row in found.indices where nodes[found[row]] < 0 { fresh.append(row) }
    if !fresh.isEmpty {
      let some = fresh.count == batch.count ? batch : batch.gathered(fresh)
      let groups = rows.numbers(of: try keyColumns(some, context))
      for (at, row) in fresh.enumerated() { nodes[found[row]] = groups[at] }
    }
    return found.map { nodes[$0] }
  }
}
