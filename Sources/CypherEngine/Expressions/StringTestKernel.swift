import CypherPlanner
import Diagnostics
import GraphModel

/// `STARTS WITH`, `ENDS WITH`, `CONTAINS` and `=~`. A column of strings is tested directly for what is the same for all rows.
final class StringTestKernel: Kernel {
  private let op: StringOperator
  private let left: any Kernel
  private let right: any Kernel
  private let rows: RowKernel
  private let matchers = KeptMatcher()

  init(_ op: StringOperator, _ left: any Kernel, _ right: any Kernel, at span: SourceSpan) {
    self.op = op
    self.left = left
    self.right = right
    rows = RowKernel([left, right], at: span) { values, context throws(EvaluationError) in
      Truth.value(try op.evaluate(values[0], values[1], context.functions))
    }
  }

  func column(_ batch: Batch, _ context: ExecutionContext) throws(ExecutionFailure) -> Column {
    guard case .string(let sought)? = right.constant(context) else { return try rows.column(batch, context) }
    let matcher = op == .matches ? matchers.matcher(for: sought) : nil
    if op == .matches, matcher == nil { return try rows.column(batch, context) }
    let column = try left.column(batch, context)
    func passes(_ text: String) -> Bool {
      switch op {
      case .startsWith: text.startsInBytes(of: sought)
      case .endsWith: text.endsInBytes(of: sought)
      case .contains: text.containsBytes(of: sought)
      case .matches: matcher?.matches(text) == true
      }
    }
    switch column {
    case .strings(let texts, let valid): return .booleans(texts.map(passes), valid: valid)
    case .coded(let codes, let dictionary, let valid): return .booleans(dictionary.map(codes, passes), valid: valid)
    default: return try rows.column(of: [column, .repeating(.string(sought), count: batch.count)], count: batch.count, context)
    }
  }
}
