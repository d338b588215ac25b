import Diagnostics

extension Parser {
  /// An expression that a comma, a closing bracket or a word ends.
  mutating func expression() throws(SyntaxFault) -> Expression { try expression(endedByBar: false, byEnd: false) }

  /// An expression that also `|` ends.
  mutating func expressionBeforeBar() throws(SyntaxFault) -> Expression {
    try expression(endedByBar: true, byEnd: false)
  }

  /// An expression that also `END` ends.
  mutating func expressionOfCase(about subject: Expression? = nil) throws(SyntaxFault) -> Expression {
    try expression(endedByBar: false, byEnd: true, after: subject)
  }

  private mutating func expression(
    endedByBar: Bool, byEnd: Bool, after first: Expression? = nil
  ) throws(SyntaxFault) -> Expression {
    let outer = (barEndsExpression, endEndsExpression)
    (barEndsExpression, endEndsExpression) = (endedByBar, byEnd)
    defer { (barEndsExpression, endEndsExpression) = outer }
    return try nested { (parser) throws(SyntaxFault) in try parser.operators(.or, after: first) }
  }

  /// Operands joined by operators that bind at least as tightly as `minimum`; `first`: the first of them, if it is there already.
  mutating func operators(_ minimum: Precedence, after first: Expression? = nil) throws(SyntaxFault) -> Expression {
    let outer = tallest
    tallest = 0
    defer { tallest = max(outer, tallest) }
    var left: Expression
    if let first { left = first } else { left = try operand(minimum) }
    var steps: [ArithmeticStep] = []
    while let infix = infixOperator(), infix.precedence >= minimum {
      switch infix {
      case .logical(let logical): left = try chain(left, logical)
      case .comparison: left = try comparisonChain(left)
      case .test: left = try isTest(left)
      case .binary(let binary):
        passOver(binary)
        let right = try operators(infix.precedence.tighter)
        left = try joined(left, binary, right, &steps)
        continue
      }
      try raise()
    }
    return left
  }

  /// An operand with the operators that stand before it.
  private mutating func operand(_ minimum: Precedence) throws(SyntaxFault) -> Expression {
    switch token.kind {
    case .minus, .plus: return try signed()
    case .word where token.keyword == .not:
      guard minimum <= .not else {
        throw unexpected(
          expected: "an operand", hint: "`NOT` binds more loosely than the operator before it: put it in brackets")
      }
      let start = token.start
      advance()
      let operand = try nested { (parser) throws(SyntaxFault) in try parser.operators(.not) }
      return Expression(.unary(.not, operand), span: span(from: start))
    default: return try postfix()
    }
  }

  /// `-a` and `+a`. The minus of a number belongs to the literal, so that the smallest integer can be written.
  private mutating func signed() throws(SyntaxFault) -> Expression {
    let start = token.start
    let sign: UnaryOperator = at(.minus) ? .minus : .plus
    advance()
    if sign == .minus, at(.integer), !isPostfix(next) {
      let value = try integer(isNegative: true)
      return Expression(.literal(.integer(value)), span: span(from: start))
    }
    let operand = try nested { (parser) throws(SyntaxFault) in
      parser.at(.minus) || parser.at(.plus) ? try parser.signed() : try parser.postfix()
    }
    if sign == .minus, case .literal(let value) = operand.kind, let negated = value.negated {
      return Expression(.literal(negated), span: span(from: start))
    }
    return Expression(.unary(sign, operand), span: span(from: start))
  }

  private func isPostfix(_ token: Token) -> Bool {
    token.kind == .dot || token.kind == .openSquare || token.kind == .colon
  }

  /// The rest of `a OR b OR c`.
  private mutating func chain(_ first: Expression, _ logical: LogicalOperator) throws(SyntaxFault) -> Expression {
    let precedence = InfixOperator.logical(logical).precedence
    var operands = [first]
    while case .logical(logical)? = infixOperator() {
      advance()
      operands.append(try operators(precedence.tighter))
    }
    return Expression(.logical(logical, operands), span: SourceSpan(start: first.span.start, end: previousEnd))
  }

  /// `left op right`. Arithmetic waits in `steps` for the rest of its chain, and is joined to the left side when that ends.
  private mutating func joined(
    _ left: Expression, _ binary: BinaryOperator, _ right: Expression, _ steps: inout [ArithmeticStep]
  ) throws(SyntaxFault) -> Expression {
    steps.append(ArithmeticStep(binary, right))
    if binary.precedence >= .additive, case .binary(let next)? = infixOperator(), next.precedence == binary.precedence {
      return left
    }
    defer { steps = [] }
    return try joined(left, steps)
  }

  /// `a + b - c` as a tree, or as one node where it is long.
  private mutating func joined(_ first: Expression, _ steps: [ArithmeticStep]) throws(SyntaxFault) -> Expression {
    guard steps.count <= SyntaxLimits.shortChain else {
      try raise()
      return Expression(.arithmetic(first, steps), span: SourceSpan(start: first.span.start, end: previousEnd))
    }
    var left = first
    for step in steps {
      left = Expression(.binary(step.op, left, step.operand), span: left.span.union(step.operand.span))
      try raise()
    }
    return left
  }

  /// The rest of `a < b <= c`.
  private mutating func comparisonChain(_ first: Expression) throws(SyntaxFault) -> Expression {
    var steps: [ComparisonStep] = []
    while case .comparison(let comparison)? = infixOperator() {
      advance()
      steps.append(ComparisonStep(comparison, try operators(.predicate)))
    }
    return Expression(.comparison(first, steps), span: SourceSpan(start: first.span.start, end: previousEnd))
  }

  private mutating func passOver(_ binary: BinaryOperator) {
    advance()
    if binary == .startsWith || binary == .endsWith { advance() }
  }

  /// The operator at ``token``, if it is one.
  private func infixOperator() -> InfixOperator? {
    switch token.kind {
    case .plus: .binary(.add)
    case .minus: .binary(.subtract)
    case .star: .binary(.multiply)
    case .slash: .binary(.divide)
    case .percent: .binary(.modulo)
    case .caret: .binary(.power)
    case .doubleBar: .binary(.concatenate)
    case .equalTilde: .binary(.matches)
    case .equal: .comparison(.equal)
    case .notEqual: .comparison(.notEqual)
    case .less: .comparison(.less)
    case .lessOrEqual: .comparison(.lessOrEqual)
    case .greater: .comparison(.greater)
    case .greaterOrEqual: .comparison(.greaterOrEqual)
    case .doubleColon: .test
    case .word: token.keyword.flatMap(wordOperator)
    default: nil
    }
  }

  private func wordOperator(_ keyword: Keyword) -> InfixOperator? {
    switch keyword {
    case .and: .logical(.and)
    case .or: .logical(.or)
    case .xor: .logical(.xor)
    case .in: .binary(.in)
    case .contains: .binary(.contains)
    case .starts: next.keyword == .with ? .binary(.startsWith) : nil
    case .ends: next.keyword == .with ? .binary(.endsWith) : nil
    case .is: .test
    default: nil
    }
  }
}

extension Literal {
  /// The number with the other sign; nil for what is no number, and for the integer whose negative does not fit.
  fileprivate var negated: Literal? {
    switch self {
    case .integer(let value): value == .min ? nil : .integer(-value)
    case .float(let value): .float(-value)
    case .null, .boolean, .string: nil
    }
  }
}
