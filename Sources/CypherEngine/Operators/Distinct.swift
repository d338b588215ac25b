import GraphModel

/// The rows that differ from all rows before them.
final class Distinct: Operator {
  private let input: any Operator
  private var seen: Set<GroupingRow> = []
  /// The same for rows with one column.
  private var values = DistinctValues()

  init(_ input: any Operator) { self.input = input }

  func open() throws(ExecutionFailure) {
    try input.open()
    seen = []
    values = DistinctValues()
  }

  func next() throws(ExecutionFailure) -> Batch? {
    while let batch = try input.next() {
      let rows = fresh(batch)
      if rows.count == batch.count { return batch }
      if !rows.isEmpty { return batch.gathered(rows) }
    }
    return nil
  }

  private func fresh(_ batch: Batch) -> [Int] {
    guard batch.columns.count == 1, let column = batch.columns.first else {
      return (0..<batch.count).filter { seen.insert(GroupingRow(batch.row($0))).inserted }
    }
    if case .nodes(let nodes, nil) = column { return nodes.indices.filter { values.insert(nodes[$0]) } }
    return (0..<batch.count).filter { values.insert(column[$0]) }
  }
}
