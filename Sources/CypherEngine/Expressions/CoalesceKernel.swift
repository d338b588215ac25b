import GraphModel

/// coalesce(): each argument is only worked out for the rows in which those before it are null.
final class CoalesceKernel: Kernel {
  private let arguments: [any Kernel]

  init(_ arguments: [any Kernel]) { self.arguments = arguments }

  func column(_ batch: Batch, _ context: ExecutionContext) throws(ExecutionFailure) -> Column {
    guard let first = try arguments.first?.column(batch, context) else { return .narrowest(Array(filledWith: .null, count: batch.count)) }
    var open = (0..<batch.count).filter { first[$0].isNull }
    if open.isEmpty { return first }
    var answers = (0..<batch.count).map { first[$0] }
    for argument in arguments.dropFirst() where !open.isEmpty {
      let values = try argument.column(open.count == batch.count ? batch : batch.gathered(open), context)
      for (at, row) in open.enumerated() { answers[row] = values[at] }
      open = open.filter { answers[$0].isNull }
    }
    return .narrowest(answers)
  }
}
