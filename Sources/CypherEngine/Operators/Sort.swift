import GraphModel

/// All rows of the input in order; rows that tie keep theirs. With a limit, only the first of them.
final class Sort: GatheringOperator {
  private let keys: [(kernel: any Kernel, isDescending: Bool)]
  private let limit: RowLimit?
  /// Whether the input is run to its end although no row is wanted.
  var runsToEnd = false

  init(
    _ input: any Operator, _ keys: [(kernel: any Kernel, isDescending: Bool)], limit: RowLimit?, _ context: ExecutionContext
  ) {
    self.keys = keys
    self.limit = limit
    super.init(input, context)
  }

  override func gathered() throws(ExecutionFailure) -> Batch? {
    try limit == nil ? sorted(input.drain()) : first()
  }

  private func sorted(_ rows: Batch?) throws(ExecutionFailure) -> Batch? {
    guard let rows else { return nil }
    var columns: [(column: Column, isDescending: Bool)] = []
    for (kernel, isDescending) in keys { columns.append((try kernel.column(rows, context), isDescending)) }
    let order = (0..<rows.count).sorted { a, b in
      for (column, isDescending) in columns {
        let order = column[a].ordered(against: column[b])
        if order != .equal { return (order == .ascending) != isDescending }
      }
      return a < b
    }
    return rows.gathered(order)
  }

  /// Keeps no more than twice the wanted rows at a time.
  private func first() throws(ExecutionFailure) -> Batch? {
    guard let limit else { return nil }
    let wanted = try limit.count(context)
    guard wanted > 0 else {
      if runsToEnd { while try input.next() != nil {} }
      return nil
    }
    var kept: Batch?
    while let batch = try input.next() {
      let both = kept.map { Batch.joined([$0, batch]) } ?? batch
      let threshold = wanted > Int.max / 2 ? Int.max : max(wanted * 2, context.batchCapacity)
      kept = both.count > threshold ? try sorted(both)?.slice(0..<min(wanted, both.count)) : both
    }
    guard let all = try sorted(kept) else { return nil }
    return all.slice(0..<min(wanted, all.count))
  }
}
