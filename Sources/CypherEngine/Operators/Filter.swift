import Diagnostics
import GraphModel

/// The rows for which a condition is true; null is not. A value that is no truth value is an error.
final class Filter: Operator {
  private let input: any Operator
  private let predicate: any Kernel
  private let span: SourceSpan
  private let context: ExecutionContext

  init(_ input: any Operator, _ predicate: any Kernel, at span: SourceSpan, _ context: ExecutionContext) {
    self.input = input
    self.predicate = predicate
    self.span = span
    self.context = context
  }

  func open() throws(ExecutionFailure) { try input.open() }

  func next() throws(ExecutionFailure) -> Batch? {
    while let batch = try input.next() {
      let passes = try Truth.passing(predicate.column(batch, context), at: span)
      var rows: [Int] = []
      rows.reserveCapacity(passes.count)
      for row in passes.indices where passes[row] { rows.append(row) }
      if rows.count == batch.count { return batch }
      if !rows.isEmpty { return batch.gathered(rows) }
      try context.checkCancellation()
    }
    return nil
  }
}
