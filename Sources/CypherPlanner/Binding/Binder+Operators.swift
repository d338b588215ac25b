import CypherSyntax
import Diagnostics
import GraphModel

extension Binder {
  func bindOperator(_ expression: Expression, asPredicate: Bool) throws(Diagnostic) -> BoundExpression {
    let span = expression.span
    switch expression.kind {
    case .unary(let op, let operand): return try bindUnary(op, operand, at: span, asPredicate: asPredicate)
    case .binary(let op, let a, let b): return try bindBinary(op, bindPart(a), bindPart(b), at: span)
    case .arithmetic(let first, let steps): return try bindChain(first, steps, at: span)
    case .logical(let op, let operands): return try bindLogical(op, operands, at: span, asPredicate: asPredicate)
    case .comparison(let first, let steps): return try bindComparison(first, steps, at: span)
    case .nullTest(let operand, let isNegated):
      let bound = try bindPart(operand)
      return BoundExpression(isNegated ? .isNotNull(bound) : .isNull(bound), span: span, type: .boolean)
    case .labelTest(let operand, let labels):
      let bound = try bindPart(operand)
      guard bound.type.overlaps(.node) || bound.type.overlaps(.relationship) else {
        throw wrongType("a test of labels", at: operand.span, expected: "a node or a relationship", found: bound.type)
      }
      return try labelCondition(labels, of: bound, at: span)
    case .typeTest(let operand, let type, let isNegated):
      let test = BoundExpression(.typeTest(try bindPart(operand), try TypeTest(type, in: self)), span: span, type: .boolean)
      return isNegated ? BoundExpression(.not(test), span: span, type: .boolean) : test
    default: return try bindPart(expression, asPredicate: asPredicate)
    }
  }

  private func bindUnary(
    _ op: UnaryOperator, _ operand: Expression, at span: SourceSpan, asPredicate: Bool
  ) throws(Diagnostic) -> BoundExpression {
    switch op {
    case .not:
      let bound = try bindPart(operand, asPredicate: asPredicate)
      try check(bound, overlaps: .boolean, "NOT")
      return BoundExpression(.not(bound), span: span, type: .boolean)
    case .minus, .plus:
      let bound = try bindPart(operand)
      guard bound.type.overlaps(.number) || bound.type == .duration else {
        throw wrongType("unary \(op.rawValue)", at: operand.span, expected: "a number", found: bound.type)
      }
      if op == .plus { return bound }
      switch bound.kind {
      case .literal(.integer(let number)) where number != Int64.min:
        return BoundExpression(.literal(.integer(-number)), span: span, type: .integer)
      case .literal(.float(let number)):
        return BoundExpression(.literal(.float(-number)), span: span, type: .float)
      default: return BoundExpression(.negated(bound), span: span, type: bound.type)
      }
    }
  }

  private func bindBinary(
    _ op: BinaryOperator, _ a: BoundExpression, _ b: BoundExpression, at span: SourceSpan
  ) throws(Diagnostic) -> BoundExpression {
    switch op {
    case .in:
      guard b.type.overlaps(.list(of: .any)) else {
        throw wrongType("IN", at: b.span, expected: "a list on its right", found: b.type)
      }
      return BoundExpression(.isIn(a, b), span: span, type: .boolean)
    case .startsWith: return BoundExpression(.stringTest(.startsWith, a, b), span: span, type: .boolean)
    case .endsWith: return BoundExpression(.stringTest(.endsWith, a, b), span: span, type: .boolean)
    case .contains: return BoundExpression(.stringTest(.contains, a, b), span: span, type: .boolean)
    case .matches: return BoundExpression(.stringTest(.matches, a, b), span: span, type: .boolean)
    case .add: return BoundExpression(.arithmetic(.add, a, b), span: span, type: sumType(a.type, b.type))
    case .concatenate:
      for operand in [a, b] where !operand.type.overlaps(.string) && !operand.type.overlaps(.list(of: .any)) {
        throw wrongType("||", at: operand.span, expected: "strings or lists", found: operand.type)
      }
      return BoundExpression(.arithmetic(.add, a, b), span: span, type: sumType(a.type, b.type))
    case .subtract: return try arithmetic(.subtract, a, b, at: span)
    case .multiply: return try arithmetic(.multiply, a, b, at: span)
    case .divide: return try arithmetic(.divide, a, b, at: span)
    case .modulo: return try arithmetic(.remainder, a, b, at: span)
    case .power:
      try checkArithmetic(.power, a, b)
      let type: ValueType = a.type.isNumber && b.type.isNumber ? .float : .any
      return BoundExpression(.arithmetic(.power, a, b), span: span, type: type)
    }
  }

  /// A long chain: each step is checked as if it stood alone.
  private func bindChain(
    _ first: Expression, _ steps: [ArithmeticStep], at span: SourceSpan
  ) throws(Diagnostic) -> BoundExpression {
    let start = try bindPart(first)
    var left = BoundExpression(.literal(.null), span: start.span, type: start.type)
    var bound: [(op: ArithmeticOperator, operand: BoundExpression)] = []
    for step in steps {
      let operand = try bindPart(step.operand)
      let checked = try bindBinary(step.op, left, operand, at: left.span.union(operand.span))
      guard case .arithmetic(let op, _, _) = checked.kind else { throw unsupported("this chain of operators", at: span) }
      bound.append((op, operand))
      left = BoundExpression(.literal(.null), span: checked.span, type: checked.type)
    }
    return BoundExpression(.arithmeticChain(start, bound), span: span, type: left.type)
  }

  private func arithmetic(
    _ op: ArithmeticOperator, _ a: BoundExpression, _ b: BoundExpression, at span: SourceSpan
  ) throws(Diagnostic) -> BoundExpression {
    try checkArithmetic(op, a, b)
    let type: ValueType = a.type.isNumber && b.type.isNumber ? a.type.widened(with: b.type) : .any
    return BoundExpression(.arithmetic(op, a, b), span: span, type: type)
  }

  /// Operands that are certainly no numbers, nor temporal values.
  private func checkArithmetic(
    _ op: ArithmeticOperator, _ a: BoundExpression, _ b: BoundExpression
  ) throws(Diagnostic) {
    for operand in [a, b] {
      switch operand.type {
      case .boolean, .string, .list, .map, .node, .relationship, .path:
        throw wrongType("the operator \(op.rawValue)", at: operand.span, expected: "numbers", found: operand.type)
      default: break
      }
    }
  }

  private func sumType(_ a: ValueType, _ b: ValueType) -> ValueType {
    if a.isNumber, b.isNumber { return a.widened(with: b) }
    switch (a, b) {
    case (.string, .string): return .string
    case (.list(let x), .list(let y)): return .list(of: x.joined(with: y))
    case (.list, _), (_, .list): return .list(of: .any)
    default: return .any
    }
  }

  private func bindLogical(
    _ op: LogicalOperator, _ operands: [Expression], at span: SourceSpan, asPredicate: Bool
  ) throws(Diagnostic) -> BoundExpression {
    var conditions: [BoundExpression] = []
    for operand in operands {
      let bound = try bindPart(operand, asPredicate: asPredicate)
      try check(bound, overlaps: .boolean, op.rawValue)
      conditions.append(bound)
    }
    if op == .or, !rulesOff.contains(.gatherEquals) { conditions = Self.gatheringEquals(in: conditions) }
    return joined(conditions[...], by: op, at: span) ?? BoundExpression(.literal(.null), span: span, type: .null)
  }

  /// Joins conditions to a tree that is as low as can be, so that thousands of them need little stack. In three values too
  /// the grouping makes no difference, and the order from left to right stays.
  private func joined(
    _ conditions: ArraySlice<BoundExpression>, by op: LogicalOperator, at span: SourceSpan
  ) -> BoundExpression? {
    let middle = conditions.startIndex + conditions.count / 2
    guard conditions.count > 1, let left = joined(conditions[..<middle], by: op, at: span),
      let right = joined(conditions[middle...], by: op, at: span)
    else { return conditions.first }
    let kind: BoundExpression.Kind =
      switch op {
      case .and: .and(left, right)
      case .or: .or(left, right)
      case .xor: .xor(left, right)
      }
    return BoundExpression(kind, span: span, type: .boolean)
  }

  /// `a < b < c` is `a < b AND b < c`.
  private func bindComparison(
    _ first: Expression, _ steps: [ComparisonStep], at span: SourceSpan
  ) throws(Diagnostic) -> BoundExpression {
    var left = try bindPart(first)
    var parts: [BoundExpression] = []
    for step in steps {
      let right = try bindPart(step.operand)
      guard let op = ComparisonOperator(rawValue: step.comparison.rawValue) else { continue }
      parts.append(BoundExpression(.comparison(op, left, right), span: left.span.union(right.span), type: .boolean))
      left = right
    }
    return joined(parts[...], by: .and, at: span) ?? left
  }
}

extension ValueType {
  var isNumber: Bool { self == .integer || self == .float || self == .number }

  /// The type of a sum or product of two numbers.
  fileprivate func widened(with other: ValueType) -> ValueType {
    if self == .integer, other == .integer { return .integer }
    if self == .float || other == .float { return .float }
    return .number
  }
}
