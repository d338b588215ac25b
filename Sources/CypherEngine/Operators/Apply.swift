import GraphModel

/// For each row, the rows of an inner plan beside it: as many rows as the inner plan gives, or, for an optional one, at least
/// one with nulls.
final class Apply: Operator {
  private let input: any Operator
  private let inner: InnerPlan
  private let isOptional: Bool
  private let context: ExecutionContext
  private var pending = PendingRows()

  init(_ input: any Operator, _ inner: InnerPlan, isOptional: Bool, _ context: ExecutionContext) {
    self.input = input
    self.inner = inner
    self.isOptional = isOptional
    self.context = context
  }

  func open() throws(ExecutionFailure) {
    try input.open()
    pending.clear()
  }

  func next() throws(ExecutionFailure) -> Batch? {
    while true {
      if let batch = pending.take(context.batchCapacity) { return batch }
      guard let outer = try input.next() else { return nil }
      if let batch = inner.combined(outer, try inner.run(outer), isOptional: isOptional) { pending.fill(batch) }
    }
  }
}

extension Column {
  /// The rows named, null where none is.
  func gatheredOrNull(_ rows: [Int?]) -> Column {
    guard rows.contains(nil) else { return gathered(rows.compactMap { $0 }) }
    return .narrowest(rows.map { $0.map { self[$0] } ?? .null })
  }
}

/// For each row, runs an inner plan for its effects, and gives the row itself. All rows are read before the first effect.
final class Perform: Operator {
  private let input: any Operator
  private let inner: InnerPlan
  private let context: ExecutionContext
  private var pending = PendingRows()
  private var isDone = false

  init(_ input: any Operator, _ inner: InnerPlan, _ context: ExecutionContext) {
    self.input = input
    self.inner = inner
    self.context = context
  }

  func open() throws(ExecutionFailure) {
    try input.open()
    isDone = false
  }

  func next() throws(ExecutionFailure) -> Batch? {
    if !isDone {
      isDone = true
      guard let outer = try input.drain() else { return nil }
      for row in 0..<outer.count {
        try inner.start(outer, row: row)
        while try inner.root.next() != nil {}
      }
      pending.fill(outer)
    }
    return pending.take(context.batchCapacity)
  }
}
