import Diagnostics

extension Parser {
  /// `WHEN predicate THEN query … ELSE query`, at `WHEN`.
  mutating func conditional() throws(SyntaxFault) -> ConditionalClause {
    let start = token.start
    var branches: [ConditionalClause.Branch] = []
    while accept(.when) {
      let predicate = try expression()
      try expect(.then)
      branches.append(.init(predicate: predicate, query: try branch()))
    }
    let otherwise = accept(.else) ? try branch() : nil
    return ConditionalClause(branches: branches, otherwise: otherwise, span: span(from: start))
  }

  /// `{ query }`, or one single query without brackets.
  private mutating func branch() throws(SyntaxFault) -> Query {
    let query = try nested { (parser) throws(SyntaxFault) in
      guard parser.accept(.openCurly) else {
        let part = try parser.singleQuery()
        return Query(parts: [part], union: .distinct, span: part.span)
      }
      let query = try parser.query()
      try parser.expect(.closeCurly, "a clause or `}`")
      return query
    }
    try checkComposition(ofCall: query)
    return query
  }

  /// `USE graph`, which other databases know: there is one graph here. Nil where there is no such clause.
  mutating func unsupportedClause() -> SyntaxFault? {
    guard token.kind == .word, text(of: token).uppercased() == "USE", next.kind == .word || next.kind == .quotedName else {
      return nil
    }
    return fault(
      .unexpectedSyntax, .unexpectedSyntax, "`USE` is not supported: a query is asked of one graph", at: span(of: token),
      hint: "leave it out; which graph is asked is chosen where the query is run")
  }
}
