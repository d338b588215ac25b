import Diagnostics

extension Parser {
  /// `:A:B`, `:A|B`, `:A&!C`, `:%` at the colon. With `IS` in its place, as ISO GQL writes it, inside patterns.
  mutating func labelsAfterColon(allowsBar: Bool = true) throws(SyntaxFault) -> LabelExpression {
    advance()
    return try nested { (parser) throws(SyntaxFault) in try parser.labelAlternatives(allowsBar: allowsBar) }
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
    return .name(try name("a label or type"))
  }

  /// `:A:B` or `IS A` as `SET` and `REMOVE` take it.
  mutating func plainLabels() throws(SyntaxFault) -> [Identifier] {
    var labels: [Identifier] = []
    if accept(.is) { labels.append(try name("a label")) }
    while accept(.colon) { labels.append(try name("a label")) }
    return labels
  }
}
