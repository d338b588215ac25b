import Diagnostics

extension Parser {
  /// A primary expression and the properties, elements, labels that are asked of it.
  mutating func postfix(allowsLabels: Bool = true) throws(SyntaxFault) -> Expression {
    let outer = tallest
    tallest = 0
    defer { tallest = max(outer, tallest) }
    var subject = try primary()
    while let larger = try postfixStep(subject, allowsLabels: allowsLabels) {
      subject = larger
      try raise()
    }
    return subject
  }

  private mutating func postfixStep(_ subject: Expression, allowsLabels: Bool) throws(SyntaxFault) -> Expression? {
    let start = subject.span.start
    switch token.kind {
    case .dot:
      advance()
      let key = try name("a property key")
      return Expression(.property(subject, key), span: span(from: start))
    case .openSquare: return try subscripted(subject)
    case .openRound:
      guard let name = qualifiedName(of: subject) else { return nil }
      return try functionCall(name)
    case .openCurly:
      guard case .variable = subject.kind else { return nil }
      return try mapProjection(of: subject)
    case .colon where allowsLabels:
      let labels = try labelsAfterColon(allowsBar: !barEndsExpression)
      return Expression(.labelTest(subject, labels), span: span(from: start))
    default: return nil
    }
  }

  /// `[index]` or `[from..to]`.
  private mutating func subscripted(_ subject: Expression) throws(SyntaxFault) -> Expression {
    let start = subject.span.start
    advance()
    var from: Expression?
    if !at(.twoDots) {
      let index = try expression()
      if accept(.closeSquare) { return Expression(.element(subject, index: index), span: span(from: start)) }
      from = index
    }
    try expect(.twoDots, "`..` or `]`")
    let to = at(.closeSquare) ? nil : try expression()
    try expect(.closeSquare, "`]`")
    return Expression(.slice(subject, from: from, to: to), span: span(from: start))
  }

  /// `a.b.c` read as the name of a function, if it is nothing but names.
  private func qualifiedName(of subject: Expression) -> QualifiedName? {
    var parts: [Identifier] = []
    var current = subject
    while case .property(let inner, let key) = current.kind {
      parts.append(key)
      current = inner
    }
    guard case .variable(let first) = current.kind else { return nil }
    parts.append(Identifier(first, span: current.span))
    return QualifiedName(parts.reversed(), span: subject.span)
  }

  mutating func primary() throws(SyntaxFault) -> Expression {
    switch token.kind {
    case .integer, .float, .string: return try literal()
    case .parameter: return parameter()
    case .openSquare: return try squareBrackets()
    case .openCurly: return try map()
    case .openRound: return try roundBrackets()
    case .quotedName: return try variableExpression()
    case .word: return try wordExpression()
    default: throw unexpected(expected: "an expression")
    }
  }

  mutating func parameter() -> Expression {
    let place = span(of: token)
    var name = SourceSpan(start: place.start + 1, end: place.end)
    let isQuoted = lexer[name.start] == UInt8(ascii: "`")
    if !isQuoted { name.start = min(name.start, name.end) }
    advance()
    return Expression(.parameter(isQuoted ? unquoted(name) : source[name]), span: place)
  }

  /// An expression in brackets, or a pattern predicate.
  private mutating func roundBrackets() throws(SyntaxFault) -> Expression {
    if isPatternStart(token) {
      let path = try pathElements()
      return Expression(.patternPredicate(path), span: path.span)
    }
    advance()
    let inner = try expression()
    try expect(.closeRound, "`)`")
    return inner
  }

  private mutating func variableExpression() throws(SyntaxFault) -> Expression {
    let name = try variable("an expression")
    return Expression(.variable(name.text), span: name.span)
  }

  /// An expression that begins with a word: a form of its own, a literal, a variable or the first part of a function's name.
  private mutating func wordExpression() throws(SyntaxFault) -> Expression {
    guard let keyword = token.keyword else { return try variableExpression() }
    let following = next
    switch (keyword, following.kind) {
    case (.true, _), (.false, _), (.null, _): return try literal()
    case (.case, _): return try caseExpression()
    case (.exists, .openCurly), (.count, .openCurly), (.collect, .openCurly): return try subqueryExpression()
    case (.count, .openRound) where token(after: following).kind == .star: return try countAll()
    case (.all, .openRound), (.any, .openRound), (.none, .openRound), (.single, .openRound): return try quantifier()
    case (.reduce, .openRound), (.allReduce, .openRound): return try reduce()
    case (.shortestPath, .openRound), (.allShortestPaths, .openRound):
      let path = try pathPattern()
      return Expression(.shortestPath(path), span: path.span)
    default: break
    }
    guard keyword.isReserved || !isVariable(token) else { return try variableExpression() }
    guard following.kind == .openRound || following.kind == .dot else { throw unexpected(expected: "an expression") }
    return try functionCall(try qualifiedName("the name of a function"))
  }

  private mutating func countAll() throws(SyntaxFault) -> Expression {
    let start = token.start
    advance()
    advance()
    advance()
    try expect(.closeRound, "`)`")
    return Expression(.countAll, span: span(from: start))
  }

  /// The arguments of a function whose name has been read.
  private mutating func functionCall(_ name: QualifiedName) throws(SyntaxFault) -> Expression {
    try expect(.openRound, "`(`")
    if let call = try callWithWords(name) { return call }
    let isDistinct = accept(.distinct)
    let arguments = try argumentsBeforeBracket()
    return Expression(
      .functionCall(FunctionCall(name, isDistinct: isDistinct, arguments)), span: span(from: name.span.start))
  }

  /// `a, b)`: the rest of the arguments of a function or procedure after their opening bracket.
  mutating func argumentsBeforeBracket() throws(SyntaxFault) -> [Expression] {
    if accept(.closeRound) { return [] }
    let arguments = try separated { (parser) throws(SyntaxFault) in try parser.expression() }
    try expect(.closeRound, "`,` or `)`")
    return arguments
  }
}
