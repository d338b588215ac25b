import GraphModel

/// The rows that differ from all rows before them.
final class Distinct: Operator {
  private let input: any Operator
  private var seen: RowNumbers?

  init(_ input: any Operator) { self.input = input }

  func open() throws(ExecutionFailure) {
    try input.open()
    seen = nil
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
    var rows = seen ?? RowNumbers(width: batch.columns.count)
    // Rows without columns are all the same.
    if batch.columns.isEmpty {
      defer { seen = rows }
      return seen == nil && batch.count > 0 ? [0] : []
    }
    // What is kept elsewhere would be copied.
    seen = nil
    var next = rows.count
    var fresh: [Int] = []
    for (row, number) in rows.numbers(of: batch.columns).enumerated() where number == next {
      fresh.append(row)
      next += 1
    }
    seen = rows
    return fresh
  }
}
