import GraphModel

/// All rows of the input in order; rows that tie keep theirs. With a limit, only the first of them.
final class Sort: Operator {
  private let input: any Operator
  private let keys: [(kernel: any Kernel, isDescending: Bool)]
  private let limit: RowLimit?
  private let context: ExecutionContext
  private var pending = PendingRows()
  private var isDone = false
  /// Whether the input is run to its end although no row is wanted.
  var runsToEnd = false

  init(
    _ input: any Operator, _ keys: [(kernel: any Kernel, isDescending: Bool)], limit: RowLimit?, _ context: ExecutionContext
  ) {
    self.input = input
    self.keys = keys
    self.limit = limit
    self.context = context
  }

  func open() throws(ExecutionFailure) {
    try input.open()
    pending.clear()
    isDone = false
  }

  func next() throws(ExecutionFailure) -> Batch? {
    if !isDone {
      isDone = true
      if let batch = try limit == nil ? sorted(input.drain()) : first() { pending.fill(batch) }
    }
    return pending.take(context.batchCapacity)
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
