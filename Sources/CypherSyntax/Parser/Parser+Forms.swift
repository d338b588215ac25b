import Diagnostics

extension Parser {
  /// A list, a list comprehension or a pattern comprehension.
  mutating func squareBrackets() throws(SyntaxFault) -> Expression {
    let first = next
    if first.kind == .openRound, isPatternStart(first), !contents(of: token).hasComma {
      return try patternComprehension()
    }
    if isVariable(first) {
      let second = token(after: first)
      if second.keyword == .in, !contents(of: token).hasComma { return try listComprehension() }
      if second.kind == .equal, isPatternStart(token(after: second)), !contents(of: token).hasComma {
        return try patternComprehension()
      }
    }
    let start = token.start
    advance()
    if accept(.closeSquare) { return Expression(.list([]), span: span(from: start)) }
    let elements = try separated { (parser) throws(SyntaxFault) in try parser.expression() }
    try expect(.closeSquare, "`,` or `]`")
    return Expression(.list(elements), span: span(from: start))
  }

  private mutating func listComprehension() throws(SyntaxFault) -> Expression {
    let start = token.start
    advance()
    let variable = try variable()
    try expect(.in)
    let list = try expressionBeforeBar()
    let predicate = accept(.where) ? try expressionBeforeBar() : nil
    let result = accept(.bar) ? try expression() : nil
    try expect(.closeSquare, predicate == nil && result == nil ? "`WHERE`, `|` or `]`" : "`]`")
    let form = ListComprehension(variable: variable, list: list, predicate: predicate, result: result)
    return Expression(.listComprehension(form), span: span(from: start))
  }

  private mutating func patternComprehension() throws(SyntaxFault) -> Expression {
    let start = token.start
    advance()
    var name: Identifier?
    if !at(.openRound) {
      name = try variable()
      try expect(.equal, "`=`")
    }
    var path = try pathElements()
    path.variable = name
    let predicate = accept(.where) ? try expressionBeforeBar() : nil
    try expect(.bar, predicate == nil ? "`WHERE` or `|`" : "`|`")
    let result = try expression()
    try expect(.closeSquare, "`]`")
    let form = PatternComprehension(pattern: path, predicate: predicate, result: result)
    return Expression(.patternComprehension(form), span: span(from: start))
  }

  /// A map literal.
  mutating func map() throws(SyntaxFault) -> Expression {
    let start = token.start
    try expect(.openCurly, "`{`")
    if accept(.closeCurly) { return Expression(.map([]), span: span(from: start)) }
    let entries = try separated { (parser) throws(SyntaxFault) in try parser.mapEntry() }
    try expect(.closeCurly, "`,` or `}`")
    return Expression(.map(entries), span: span(from: start))
  }

  private mutating func mapEntry() throws(SyntaxFault) -> MapEntry {
    let key = try name("a key")
    try expect(.colon, "`:`")
    return MapEntry(key, try expression())
  }

  mutating func mapProjection(of subject: Expression) throws(SyntaxFault) -> Expression {
    advance()
    var items: [MapProjectionItem] = []
    if !at(.closeCurly) {
      items = try separated { (parser) throws(SyntaxFault) in try parser.mapProjectionItem() }
    }
    try expect(.closeCurly, "`,` or `}`")
    return Expression(.mapProjection(subject, items), span: span(from: subject.span.start))
  }

  private mutating func mapProjectionItem() throws(SyntaxFault) -> MapProjectionItem {
    if accept(.dot) {
      if accept(.star) { return .allProperties }
      return .property(try name("a property key or `*`"))
    }
    guard isName(token) else { throw unexpected(expected: "`.key`, `.*`, `key: value` or a variable") }
    return next.kind == .colon ? .entry(try mapEntry()) : .variable(try variable())
  }

  mutating func caseExpression() throws(SyntaxFault) -> Expression {
    let start = token.start
    advance()
    let subject = at(.when) ? nil : try expressionOfCase()
    var alternatives: [CaseExpression.Alternative] = []
    repeat {
      try expect(.when)
      let conditions =
        subject == nil
        ? [try expressionOfCase()]
        : try separated { (parser) throws(SyntaxFault) in
          try parser.caseTest()
        }
      try expect(.then)
      alternatives.append(.init(conditions, try expressionOfCase()))
    } while at(.when)
    let otherwise = accept(.else) ? try expressionOfCase() : nil
    guard accept(.end) else {
      throw unexpected(
        expected: otherwise == nil ? "`WHEN`, `ELSE` or `END`" : "`END`", [.when, .else, .end])
    }
    let form = CaseExpression(subject: subject, alternatives: alternatives, otherwise: otherwise)
    return Expression(.conditional(form), span: span(from: start))
  }

  /// `all(x IN list WHERE predicate)` and its kin.
  mutating func quantifier() throws(SyntaxFault) -> Expression {
    let start = token.start
    guard let kind = QuantifierExpression.Kind(rawValue: text(of: token).lowercased()) else {
      throw unexpected(expected: "a quantifier")
    }
    advance()
    try expect(.openRound, "`(`")
    let variable = try variable()
    try expect(.in)
    let list = try expression()
    try expect(.where)
    let predicate = try expression()
    try expect(.closeRound, "`)`")
    let form = QuantifierExpression(kind: kind, variable: variable, list: list, predicate: predicate)
    return Expression(.quantifier(form), span: span(from: start))
  }

  mutating func reduce() throws(SyntaxFault) -> Expression {
    let start = token.start
    let hasPredicate = at(.allReduce)
    advance()
    try expect(.openRound, "`(`")
    let accumulator = try variable()
    try expect(.equal, "`=`")
    let initial = try expression()
    try expect(.comma, "`,`")
    let variable = try variable()
    try expect(.in)
    let list = try expressionBeforeBar()
    try expect(.bar, "`|`")
    let step = try expression()
    if hasPredicate { try expect(.comma, "`,`") }
    let predicate = hasPredicate ? try expression() : nil
    try expect(.closeRound, "`)`")
    let form = ReduceExpression(
      accumulator: accumulator, initial: initial, variable: variable, list: list, step: step, predicate: predicate)
    return Expression(.reduce(form), span: span(from: start))
  }

  /// `EXISTS { }`, `COUNT { }`, `COLLECT { }`.
  mutating func subqueryExpression() throws(SyntaxFault) -> Expression {
    let start = token.start
    guard let kind = SubqueryExpression.Kind(rawValue: text(of: token).uppercased()) else {
      throw unexpected(expected: "a subquery")
    }
    advance()
    let query = try nested { (parser) throws(SyntaxFault) in
      try parser.expect(.openCurly, "`{`")
      let query = parser.isClauseStart() || parser.at(.when) ? try parser.query() : try parser.barePatternQuery()
      try parser.expect(.closeCurly, "`}`")
      return query
    }
    try checkComposition(ofSubquery: query, kind)
    return Expression(.subquery(SubqueryExpression(kind: kind, query: query)), span: span(from: start))
  }

  /// `(a)-->(b) WHERE …` as a query of one `MATCH`.
  private mutating func barePatternQuery() throws(SyntaxFault) -> Query {
    let start = token.start
    let patterns = try separated { (parser) throws(SyntaxFault) in try parser.pathPattern() }
    let predicate = accept(.where) ? try expression() : nil
    let place = span(from: start)
    let match = MatchClause(isOptional: false, mode: nil, patterns: patterns, predicate: predicate, span: place)
    return Query(parts: [SingleQuery(clauses: [.match(match)], span: place)], union: .distinct, span: place)
  }
}
