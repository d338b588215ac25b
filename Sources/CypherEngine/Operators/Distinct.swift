import GraphModel

/// The rows that differ from all rows before them.
final class Distinct: Operator {
  private let input: any Operator
  private var seen: Set<GroupingRow> = []

  init(_ input: any Operator) { self.input = input }

  func open() throws(ExecutionFailure) {
    try input.open()
    seen = []
  }

  func next() throws(ExecutionFailure) -> Batch? {
    while let batch = try input.next() {
      let rows = (0..<batch.count).filter { seen.insert(GroupingRow(batch.row($0))).inserted }
      if !rows.isEmpty { return batch.gathered(rows) }
    }
    return nil
  }
}
