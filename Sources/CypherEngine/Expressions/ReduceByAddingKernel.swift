import CypherPlanner
import Diagnostics
import GraphModel

/// `reduce(total = start, x IN list | total + a + b)`, where what is added does not read the total: all of it is worked out at once.
///
/// Cost: that of one expression over all elements, and of each sum; texts and lists grow in place.
final class ReduceByAddingKernel: Kernel {
  private let initial: any Kernel
  private let list: any Kernel
  private let added: [any Kernel]
  private let span: SourceSpan

  init(from initial: any Kernel, in list: any Kernel, adding added: [any Kernel], at span: SourceSpan) {
    self.initial = initial
    self.list = list
    self.added = added
    self.span = span
  }

  func column(_ batch: Batch, _ context: ExecutionContext) throws(ExecutionFailure) -> Column {
    let starts = try initial.column(batch, context)
    let unrolled = try UnrolledLists(list.column(batch, context), of: batch, "reduce()", at: span)
    var operands: [Column] = []
    for kernel in added { operands.append(try kernel.column(unrolled.batch, context)) }
    var totals: [Value] = []
    totals.reserveCapacity(batch.count)
    var at = 0
    for row in 0..<batch.count {
      var total = starts[row]
      while at < unrolled.origins.count, unrolled.origins[at] == row {
        for operand in operands { try add(operand[at], to: &total, context) }
        at += 1
      }
      totals.append(unrolled.isNull[row] ? .null : total)
    }
    return .narrowest(totals)
  }

  private func add(_ value: Value, to total: inout Value, _ context: ExecutionContext) throws(ExecutionFailure) {
    if case .string(let more) = value, case .string(var text) = total {
      total = .null
      text += more
      total = .string(text)
    } else if case .list(let more) = value, case .list(var items) = total {
      total = .null
      items += more
      total = .list(items)
    } else if !value.isNull, case .list(var items) = total {
      total = .null
      items.append(value)
      total = .list(items)
    } else {
      do { total = try ArithmeticOperator.add.evaluate(total, value, context.functions) } catch { throw ExecutionFailure(error, at: span) }
    }
  }
}

extension BoundExpression {
  /// What is added to a variable, from left to right, where it is nothing else and the variable is not read again; nil for anything else.
  func added(to total: Variable) -> [BoundExpression]? {
    switch kind {
    case .variable(total): return []
    case .arithmetic(.add, let a, let b):
      guard let before = a.added(to: total), !b.reads.contains(total) else { return nil }
      return before + [b]
    case .arithmeticChain(let first, let steps):
      guard let before = first.added(to: total), steps.allSatisfy({ $0.op == .add && !$0.operand.reads.contains(total) }) else { return nil }
      return before + steps.map(\.operand)
    default: return nil
    }
  }
}
