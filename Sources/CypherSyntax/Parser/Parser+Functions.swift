import Diagnostics

/// Functions whose arguments stand between words.
extension Parser {
  /// `trim(BOTH 'x' FROM text)` and `normalize(text, NFD)`, behind their bracket; nil for any other call.
  mutating func callWithWords(_ name: QualifiedName) throws(SyntaxFault) -> Expression? {
    switch name.text.lowercased() {
    case "trim": try trimCall(name)
    case "normalize": try normalizeCall(name)
    default: nil
    }
  }

  private mutating func trimCall(_ name: QualifiedName) throws(SyntaxFault) -> Expression? {
    var function = "btrim"
    let isStated = (at(.both) || at(.leading) || at(.trailing)) && isWordOfTrim(next)
    if isStated {
      function = at(.both) ? "btrim" : at(.leading) ? "lTrim" : "rTrim"
      advance()
    }
    let unwanted = at(.from) && next.kind != .closeRound ? nil : try expression()
    guard accept(.from) else {
      guard !isStated, let text = unwanted else { throw unexpected(expected: "`FROM`", [.from]) }
      let rest = accept(.comma) ? try argumentsBeforeBracket() : []
      if rest.isEmpty { try expect(.closeRound, "`,`, `FROM` or `)`") }
      return call(name, [text] + rest)
    }
    let text = try expression()
    try expect(.closeRound, "`)`")
    return call(QualifiedName([Identifier(function, span: name.span)], span: name.span), [text] + (unwanted.map { [$0] } ?? []))
  }

  /// Whether `BOTH` before a token is the word, and not a variable of that name.
  private func isWordOfTrim(_ following: Token) -> Bool {
    switch following.kind {
    case .string, .parameter, .quotedName: true
    case .word: following.keyword.map { $0 == .from || !$0.isReserved } ?? true
    default: false
    }
  }

  private mutating func normalizeCall(_ name: QualifiedName) throws(SyntaxFault) -> Expression? {
    if at(.closeRound) { return nil }
    var arguments = [try expression()]
    if accept(.comma) {
      if next.kind == .closeRound, let form = normalForm(at: token) {
        arguments.append(Expression(.literal(.string(form)), span: span(of: token)))
        advance()
      } else {
        arguments.append(try expression())
      }
    }
    try expect(.closeRound, "`,` or `)`")
    return call(name, arguments)
  }

  private func call(_ name: QualifiedName, _ arguments: [Expression]) -> Expression {
    Expression(.functionCall(FunctionCall(name, arguments)), span: span(from: name.span.start))
  }
}
