import GraphModel

/// What is worked out from literals and parameters alone, such as `date('2026-01-01')`: once a run, when the first row needs it.
final class FixedKernel: Kernel {
  private let kernel: any Kernel
  private var known: (run: Int, value: Value)?

  init(_ kernel: any Kernel) { self.kernel = kernel }

  func column(_ batch: Batch, _ context: ExecutionContext) throws(ExecutionFailure) -> Column {
    if batch.count == 0 { return .values([]) }
    return .repeating(try value(context), count: batch.count)
  }

  func constant(_ context: ExecutionContext) -> Value? {
    do throws(ExecutionFailure) { return try value(context) } catch { return nil }
  }

  private func value(_ context: ExecutionContext) throws(ExecutionFailure) -> Value {
    if let known, known.run == context.run { return known.value }
    let value = try kernel.column(Batch(columns: [], count: 1), context)[0]
    known = (context.run, value)
    return value
  }
}
