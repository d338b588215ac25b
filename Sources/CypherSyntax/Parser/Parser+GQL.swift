import Diagnostics

/// Clauses of ISO GQL that are short for one of openCypher.
extension Parser {
  /// Whether ``token`` begins an `ORDER BY`, `SKIP` or `LIMIT` that is a clause of its own. Behind `WITH` and `RETURN` they are
  /// part of the clause.
  func isPaging(after word: Keyword?) -> Bool {
    switch word {
    case nil, .with, .return, .finish, .order, .skip, .offset, .limit: false
    default: at(.order, .by) || at(.skip) || at(.offset) || at(.limit)
    }
  }

  /// `ORDER BY … SKIP … LIMIT …` is `WITH * ORDER BY …`.
  mutating func paging() throws(SyntaxFault) -> WithClause {
    let start = token.start
    var projection = everything(from: start)
    try paging(of: &projection)
    return WithClause(projection: projection, predicate: nil, span: span(from: start))
  }

  /// `LET x = 1, y = 2` is `WITH *, 1 AS x, 2 AS y`, but cannot aggregate.
  mutating func letClause() throws(SyntaxFault) -> WithClause {
    let start = token.start
    advance()
    var projection = everything(from: start)
    projection.items = try separated { (parser) throws(SyntaxFault) in try parser.definition() }
    projection.span = span(from: start)
    return WithClause(projection: projection, predicate: nil, isLet: true, span: span(from: start))
  }

  private mutating func definition() throws(SyntaxFault) -> ProjectionItem {
    let start = token.start
    let name = try variable()
    try expect(.equal, "`=`")
    let value = try expression()
    return ProjectionItem(
      expression: value, alias: name, sourceText: source[value.span], span: span(from: start))
  }

  /// `FILTER predicate` is `WITH * WHERE predicate`.
  mutating func filter() throws(SyntaxFault) -> WithClause {
    let start = token.start
    advance()
    _ = accept(.where)
    let projection = everything(from: start)
    return WithClause(projection: projection, predicate: try expression(), span: span(from: start))
  }

  private func everything(from start: Int) -> Projection {
    Projection(
      isDistinct: false, includesAll: true, items: [], order: [], skip: nil, limit: nil, span: span(from: start))
  }

  /// `FOR x IN list` is `UNWIND list AS x`.
  mutating func forClause() throws(SyntaxFault) -> UnwindClause {
    let start = token.start
    advance()
    let variable = try variable()
    try expect(.in)
    return UnwindClause(list: try expression(), variable: variable, span: span(from: start))
  }

  /// `REPEATABLE ELEMENTS` or `DIFFERENT RELATIONSHIPS` behind `MATCH`, if it is there.
  mutating func matchMode() throws(SyntaxFault) -> MatchClause.Mode? {
    let second = next.keyword
    if at(.repeatable), second == .element || second == .elements {
      passMode(plural: .elements)
      return .repeatableElements
    }
    if at(.different), second == .relationship || second == .relationships || second == .edge || second == .edges {
      passMode(plural: second == .edge || second == .edges ? .edges : .relationships)
      return .differentRelationships
    }
    return nil
  }

  /// Two words, and `BINDINGS` behind a singular.
  private mutating func passMode(plural: Keyword) {
    advance()
    let isPlural = at(plural)
    advance()
    if !isPlural { _ = accept(.bindings) }
  }

  /// `USING INDEX n:Label(key)` and its kin. They advise another planner; here they change nothing.
  mutating func passHints() throws(SyntaxFault) {
    while at(.using) {
      advance()
      if accept(.join) {
        try expect(.on)
        _ = try separated { (parser) throws(SyntaxFault) in try parser.variable() }
        continue
      }
      if !accept(.scan) {
        if at(.range) || at(.text) { advance() }
        guard accept(.index) else { throw unexpected(expected: "`INDEX`, `SCAN` or `JOIN`", [.index, .scan, .join]) }
        _ = accept(.seek)
      }
      _ = try variable()
      try expect(.colon, "`:`")
      _ = try name("a label or type")
      guard accept(.openRound) else { continue }
      _ = try separated { (parser) throws(SyntaxFault) in try parser.name("a property key") }
      try expect(.closeRound, "`,` or `)`")
    }
  }

  /// `CYPHER 25` or `CYPHER runtime=slotted` before a statement. It asks another engine for a version or a way to run; here
  /// it changes nothing.
  mutating func passVersion() {
    guard token.kind == .word, text(of: token).uppercased() == "CYPHER" else { return }
    advance()
    if at(.integer) || at(.float) { advance() }
    while token.kind == .word, next.kind == .equal {
      advance()
      advance()
      advance()
    }
  }
}
