import CypherPlanner
import Diagnostics
import GraphModel

/// `a + b - c …`, worked out from left to right one operand at a time, so that a chain of many thousands needs no stack. Columns of numbers are
/// worked out whole.
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
    var result = try first.column(batch, context)
    for (op, operand) in steps {
      let next = try operand.column(batch, context)
      if let numbers = op.evaluate(result, next) { result = numbers } else { result = try rowByRow(op, result, next, context) }
    }
    return result
  }

  private func rowByRow(
    _ op: ArithmeticOperator, _ left: Column, _ right: Column, _ context: ExecutionContext
  ) throws(ExecutionFailure) -> Column {
    var values: [Value] = []
    values.reserveCapacity(left.count)
    do throws(EvaluationError) {
      for row in 0..<left.count { values.append(try op.evaluate(left[row], right[row], context.functions)) }
    } catch { throw ExecutionFailure(error, at: span) }
    return .narrowest(values)
  }
}
