import Diagnostics

extension Parser {
  /// `:A:B`, `:A|B`, `:A&!C`, `:%` at the colon. With `IS` in its place, as ISO GQL writes it, inside patterns.
  mutating func labelsAfterColon(allowsBar: Bool = true) throws(SyntaxFault) -> LabelExpression {
    advance()
    return try labels(allowsBar: allowsBar)
  }

  /// The same behind the colon.
  mutating func labels(allowsBar: Bool) throws(SyntaxFault) -> LabelExpression {
    try nested { (parser) throws(SyntaxFault) in try parser.labelAlternatives(allowsBar: allowsBar) }
  }

  private mutating func labelAlternatives(allowsBar: Bool) throws(SyntaxFault) -> LabelExpression {
    var parts = [try labelConjunction()]
    while allowsBar, accept(.bar) {
      _ = accept(.colon)
      parts.append(try labelConjunction())
    }
    return parts.count == 1 ? parts[0] : .or(parts)
  }

  private mutating func labelConjunction() throws(SyntaxFault) -> LabelExpression {
    var parts = [try labelFactor()]
    while accept(.ampersand) || accept(.colon) { parts.append(try labelFactor()) }
    return parts.count == 1 ? parts[0] : .and(parts)
  }

  private mutating func labelFactor() throws(SyntaxFault) -> LabelExpression {
    if accept(.percent) { return .any }
    if accept(.exclamation) {
      return .not(try nested { (parser) throws(SyntaxFault) in try parser.labelFactor() })
    }
    if accept(.openRound) {
      let inner = try nested { (parser) throws(SyntaxFault) in try parser.labelAlternatives(allowsBar: true) }
      try expect(.closeRound, "`)`")
      return inner
    }
    return try givenLabel("a label or type", allowsAny: true)
  }

  /// A name, or `$(expression)` and its kin.
  private mutating func givenLabel(_ wanted: String, allowsAny: Bool) throws(SyntaxFault) -> LabelExpression {
    let word = token.kind == .parameter ? text(of: token).lowercased() : "$"
    let isComputed = at(.fault(.parameterWithoutName)) || word == "$all" || (word == "$any" && allowsAny)
    guard isComputed, next.kind == .openRound else { return .name(try name(wanted)) }
    advance()
    advance()
    let names = try expression()
    try expect(.closeRound, "`)`")
    return .computed(names, matchesAny: word == "$any")
  }

  /// `:A:B`, `:$(name)` or `IS A` as `SET` and `REMOVE` take it.
  mutating func plainLabels() throws(SyntaxFault) -> [LabelExpression] {
    var labels: [LabelExpression] = []
    if accept(.is) { labels.append(try givenLabel("a label", allowsAny: false)) }
    while accept(.colon) { labels.append(try givenLabel("a label", allowsAny: false)) }
    return labels
  }
}
