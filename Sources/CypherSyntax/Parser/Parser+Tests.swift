import Diagnostics

extension Parser {
  /// What follows `IS`: a test for null, of a type, of labels, or of a normal form.
  mutating func isTest(_ subject: Expression) throws(SyntaxFault) -> Expression {
    if accept(.doubleColon) { return try typeTest(subject, isNegated: false) }
    try expect(.is)
    let isNegated = accept(.not)
    if accept(.null) { return test(subject, .nullTest(subject, isNegated: isNegated)) }
    if accept(.doubleColon) || accept(.typed) { return try typeTest(subject, isNegated: isNegated) }
    if let form = normalForm(at: token, allowsNone: true) {
      if !at(.normalized) { advance() }
      try expect(.normalized)
      return normalTest(subject, form, isNegated: isNegated)
    }
    guard case .variable = subject.kind, isName(token) || at(.percent) || at(.exclamation) || at(.openRound) else {
      throw unexpected(expected: "`NULL`, `NORMALIZED` or `::` and a type", [.null, .typed, .normalized])
    }
    if at(.labeled) { advance() }
    let labels = try labels(allowsBar: !barEndsExpression)
    return negated(test(subject, .labelTest(subject, labels)), isNegated)
  }

  private func test(_ subject: Expression, _ kind: Expression.Kind) -> Expression {
    Expression(kind, span: SourceSpan(start: subject.span.start, end: previousEnd))
  }

  private func negated(_ test: Expression, _ isNegated: Bool) -> Expression {
    isNegated ? Expression(.unary(.not, test), span: test.span) : test
  }

  private mutating func typeTest(_ subject: Expression, isNegated: Bool) throws(SyntaxFault) -> Expression {
    let type = try typeExpression(allowsBar: !barEndsExpression)
    return test(subject, .typeTest(subject, type, isNegated: isNegated))
  }

  /// `IS NORMALIZED` is short for a call of the function that asks the same.
  private func normalTest(_ subject: Expression, _ form: String, isNegated: Bool) -> Expression {
    let place = SourceSpan(start: subject.span.end, end: previousEnd)
    let name = QualifiedName([Identifier("isNormalized", span: place)], span: place)
    let arguments = [subject, Expression(.literal(.string(form)), span: place)]
    return negated(test(subject, .functionCall(FunctionCall(name, arguments))), isNegated)
  }

  /// The normal form that a word names; `NORMALIZED` by itself means the usual one.
  func normalForm(at token: Token, allowsNone: Bool = false) -> String? {
    guard token.kind == .word else { return nil }
    if allowsNone, token.keyword == .normalized { return "NFC" }
    let word = text(of: token).uppercased()
    return ["NFC", "NFD", "NFKC", "NFKD"].contains(word) ? word : nil
  }

  /// The condition of a `WHEN` that begins with an operator: `CASE x WHEN < 3 THEN …`. What it is about stands behind `CASE`.
  mutating func caseTest() throws(SyntaxFault) -> Expression {
    let place = SourceSpan(start: token.start, end: token.start)
    let isOperator: Bool =
      switch token.kind {
      case .equal, .notEqual, .less, .lessOrEqual, .greater, .greaterOrEqual, .equalTilde, .doubleColon: true
      default: at(.is) || at(.in) || at(.contains) || at(.starts, .with) || at(.ends, .with)
      }
    guard isOperator else { return try expressionOfCase() }
    return try expressionOfCase(about: Expression(.caseSubject, span: place))
  }
}
