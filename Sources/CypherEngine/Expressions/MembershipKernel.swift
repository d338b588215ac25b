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
    let column = try item.column(batch, context)
    switch column {
    case .integers(let numbers, let valid):
      let sought = elements.compactMap { if case .integer(let number) = $0 { number } else { nil } }
      if sought.count == elements.count { return .booleans(numbers.map(Set(sought).contains), valid: valid) }
    case .strings(let texts, let valid):
      if let sought = Self.texts(elements) { return .booleans(texts.map { sought.contains(GroupingKey(.string($0))) }, valid: valid) }
    case .coded(let codes, let dictionary, let valid):
      if let sought = Self.texts(elements) {
        return .booleans(dictionary.map(codes) { sought.contains(GroupingKey(.string($0))) }, valid: valid)
      }
    default: break
    }
    return try rows.column(of: [column, .repeating(.list(elements), count: batch.count)], count: batch.count, context)
  }

  /// Nil where some are no texts.
  private static func texts(_ elements: [Value]) -> Set<GroupingKey>? {
    let texts = elements.compactMap { if case .string = $0 { GroupingKey($0) } else { nil } }
    return texts.count == elements.count ? Set(texts) : nil
  }
}
