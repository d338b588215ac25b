import CypherPlanner
import Diagnostics
import GraphModel

/// `reduce(total = start, x IN list | total + a + b)`, where what is added does not read the total: all of it is worked out at once, and texts and
/// lists grow in place.
///
/// Cost: linear in the elements and in what is made of them.
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
    var start = 0
    for row in 0..<batch.count {
      var end = start
      while end < unrolled.origins.count, unrolled.origins[end] == row { end += 1 }
      let total = try total(starts[row], operands, start..<end, context)
      totals.append(unrolled.isNull[row] ? .null : total)
      start = end
    }
    return .narrowest(totals)
  }

  private func total(
    _ start: Value, _ operands: [Column], _ elements: Range<Int>, _ context: ExecutionContext
  ) throws(ExecutionFailure) -> Value {
    switch start {
    case .string(let text): if let text = Self.joined(text, operands, elements) { return .string(text) }
    case .list(let items): if let items = Self.joined(items, operands, elements) { return .list(items) }
    default: break
    }
    var total = start
    for at in elements {
      for operand in operands {
        do { total = try ArithmeticOperator.add.evaluate(total, operand[at], context.functions) } catch { throw ExecutionFailure(error, at: span) }
      }
    }
    return total
  }

  /// A text with others behind it; nil where something is joined that does not give a text.
  private static func joined(_ start: String, _ operands: [Column], _ elements: Range<Int>) -> String? {
    var text = start
    for at in elements {
      for operand in operands {
        switch operand[at] {
        case .string(let more): text += more
        case .null, .list: return nil
        case let other:
          guard let more = Conversion.text(other) else { return nil }
          text += more
        }
      }
    }
    return text
  }

  /// A list with others, or single values, behind it; nil where something is null.
  private static func joined(_ start: [Value], _ operands: [Column], _ elements: Range<Int>) -> [Value]? {
    var items = start
    for at in elements {
      for operand in operands {
        switch operand[at] {
        case .list(let more): items += more
        case .null: return nil
        case let other: items.append(other)
        }
      }
    }
    return items
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
