import CypherPlanner
import Diagnostics
import GraphModel

/// `a + b - c …`, worked out from left to right one operand at a time, so that a chain of many thousands needs no stack.
final class ArithmeticChainKernel: Kernel {
  private let first: any Kernel
  private let steps: [(op: ArithmeticOperator, operand: any Kernel)]
  private let span: SourceSpan

  init(_ first: any Kernel, _ steps: [(op: ArithmeticOperator, operand: any Kernel)], at span: SourceSpan) {
    self.first = first
    self.steps = steps
    self.span = span
  }

  func column(_ batch: Batch, _ context: ExecutionContext) throws(ExecutionFailure) -> Column {
    let start = try first.column(batch, context)
    var values = (0..<batch.count).map { start[$0] }
    for (op, operand) in steps {
      let column = try operand.column(batch, context)
      do throws(EvaluationError) {
        for row in values.indices { values[row] = try op.evaluate(values[row], column[row], context.functions) }
      } catch { throw ExecutionFailure(error, at: span) }
    }
    return .narrowest(values)
  }
}
