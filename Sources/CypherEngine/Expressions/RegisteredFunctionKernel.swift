import Diagnostics
import GraphModel

/// A function that is not part of the language, called once a batch.
final class RegisteredFunctionKernel: Kernel {
  private let name: String
  private let arguments: [any Kernel]
  private let span: SourceSpan

  init(_ name: String, _ arguments: [any Kernel], at span: SourceSpan) {
    self.name = name
    self.arguments = arguments
    self.span = span
  }

  func column(_ batch: Batch, _ context: ExecutionContext) throws(ExecutionFailure) -> Column {
    guard let catalogue = context.registeredFunctions else {
      throw ExecutionFailure(StoreError(.misuse, "`\(name)` was planned with functions that this run does not have"))
    }
    var columns: [Column] = []
    for argument in arguments { columns.append(try argument.column(batch, context)) }
    do throws(RegisteredFunctionError) {
      return .narrowest(try catalogue.values(of: name, columns, count: batch.count, in: context.graph))
    } catch {
      switch error {
      case .argument(let message): throw ExecutionFailure(.typeError, .invalidArgumentValue, message, at: span)
      case .store(let failure): throw ExecutionFailure(failure, at: span)
      }
    }
  }
}
