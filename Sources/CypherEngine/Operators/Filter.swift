import GraphModel

/// The rows for which a condition is true; null is not.
final class Filter: Operator {
  private let input: any Operator
  private let predicate: any Kernel
  private let context: ExecutionContext

  init(_ input: any Operator, _ predicate: any Kernel, _ context: ExecutionContext) {
    self.input = input
    self.predicate = predicate
    self.context = context
  }

  func open() throws(ExecutionFailure) { try input.open() }

  func next() throws(ExecutionFailure) -> Batch? {
    while let batch = try input.next() {
      let passes = try predicate.column(batch, context).isTrue
      let rows = passes.indices.filter { passes[$0] }
      if rows.count == batch.count { return batch }
      if !rows.isEmpty { return batch.gathered(rows) }
      try context.checkCancellation()
    }
    return nil
  }
}
