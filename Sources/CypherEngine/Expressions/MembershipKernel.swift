import Diagnostics
import GraphModel

/// `x IN list`. A column of integers or strings is looked up in a set where the list is the same for all rows and has nothing else.
final class MembershipKernel: Kernel {
  private let item: any Kernel
  private let list: any Kernel
  private let rows: RowKernel

  init(_ item: any Kernel, _ list: any Kernel, at span: SourceSpan) {
    self.item = item
    self.list = list
    rows = RowKernel([item, list], at: span) { values, _ throws(EvaluationError) in
      Truth.value(try isIn(values[0], values[1]))
    }
  }

  func column(_ batch: Batch, _ context: ExecutionContext) throws(ExecutionFailure) -> Column {
    guard case .list(let elements)? = try list.constant(context), !elements.isEmpty else {
      return try rows.column(batch, context)
    }
    switch try item.column(batch, context) {
    case .integers(let numbers, let valid):
      let sought = Set(elements.compactMap { if case .integer(let number) = $0 { number } else { nil } })
      if elements.allSatisfy({ if case .integer = $0 { true } else { false } }) {
        return .booleans(numbers.map(sought.contains), valid: valid)
      }
    case .strings(let texts, let valid):
      let sought = Set(elements.compactMap { if case .string(let text) = $0 { GroupingKey(.string(text)) } else { nil } })
      if elements.allSatisfy({ if case .string = $0 { true } else { false } }) {
        return .booleans(texts.map { sought.contains(GroupingKey(.string($0))) }, valid: valid)
      }
    default: break
    }
    return try rows.column(batch, context)
  }
}
