import GraphModel

/// For each row, the rows of an inner plan beside it: as many rows as the inner plan gives, or, for an optional one, at least
/// one with nulls.
final class Apply: BatchwiseOperator {
  private let inner: InnerPlan
  private let isOptional: Bool

  init(_ input: any Operator, _ inner: InnerPlan, isOptional: Bool, _ context: ExecutionContext) {
    self.inner = inner
    self.isOptional = isOptional
    super.init(input, context)
  }

  override func rows(of outer: Batch) throws(ExecutionFailure) -> Batch? {
    inner.combined(outer, try inner.run(outer), isOptional: isOptional)
  }
}

/// For each row, runs an inner plan for its effects, and gives the row itself. All rows are read before the first effect.
final class Perform: GatheringOperator {
  private let inner: InnerPlan

  init(_ input: any Operator, _ inner: InnerPlan, _ context: ExecutionContext) {
    self.inner = inner
    super.init(input, context)
  }

  override func gathered() throws(ExecutionFailure) -> Batch? {
    guard let outer = try input.drain() else { return nil }
    for row in 0..<outer.count {
      try inner.start(outer, row: row)
      while try inner.root.next() != nil {}
    }
    return outer
  }
}
