import CypherPlanner
import Diagnostics
import GraphModel

/// `STARTS WITH`, `ENDS WITH`, `CONTAINS` and `=~`. A column of strings is tested directly for a start that is the same for
/// all rows.
final class StringTestKernel: Kernel {
  private let op: StringOperator
  private let left: any Kernel
  private let right: any Kernel
  private let rows: RowKernel

  init(_ op: StringOperator, _ left: any Kernel, _ right: any Kernel, at span: SourceSpan) {
    self.op = op
    self.left = left
    self.right = right
    rows = RowKernel([left, right], at: span) { values, context throws(EvaluationError) in
      Truth.value(try op.evaluate(values[0], values[1], context.functions))
    }
  }

  func column(_ batch: Batch, _ context: ExecutionContext) throws(ExecutionFailure) -> Column {
    guard op == .startsWith, case .string(let start)? = try right.constant(context) else {
      return try rows.column(batch, context)
    }
    let column = try left.column(batch, context)
    if case .strings(let texts, let valid) = column {
      let bytes = Array(start.utf8)
      return .booleans(texts.map { $0.begins(with: bytes) }, valid: valid)
    }
    return Truth.column(
      (0..<column.count).map { row in
        if case .string(let text) = column[row] { text.utf8.starts(with: start.utf8) } else { nil }
      })
  }
}

extension String {
  /// Whether the text begins with these bytes of UTF-8.
  @inline(__always)
  fileprivate func begins(with bytes: [UInt8]) -> Bool {
    let span = utf8Span.span
    guard span.count >= bytes.count else { return false }
    for at in bytes.indices where span[at] != bytes[at] { return false }
    return true
  }
}
