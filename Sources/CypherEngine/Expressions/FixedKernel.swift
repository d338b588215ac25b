import GraphModel

/// What is worked out from literals and parameters alone, such as `date('2026-01-01')`: once, when the first row needs it.
final class FixedKernel: Kernel {
  private let kernel: any Kernel
  private var value: Value?

  init(_ kernel: any Kernel) { self.kernel = kernel }

  func column(_ batch: Batch, _ context: ExecutionContext) throws(ExecutionFailure) -> Column {
    .repeating(try known(context), count: batch.count)
  }

  func constant(_ context: ExecutionContext) throws(ExecutionFailure) -> Value? { try known(context) }

  private func known(_ context: ExecutionContext) throws(ExecutionFailure) -> Value {
    if let value { return value }
    let worked = try kernel.column(Batch(columns: [], count: 1), context)[0]
    value = worked
    return worked
  }
}
