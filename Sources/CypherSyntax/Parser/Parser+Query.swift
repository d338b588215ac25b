import Diagnostics

extension Parser {
  /// The one statement of a text, or nil after an error.
  mutating func wholeStatement() -> Statement? {
    do {
      let statement = try checkedStatement()
      while accept(.semicolon) {}
      guard at(.endOfText) else { throw unexpected(expected: "the end of the query") }
      return statement
    } catch {
      return nil
    }
  }

  /// The next statement of a script, or nil after an error; ``token`` is then the next `;` or the end.
  mutating func scriptStatement() -> Statement? {
    do {
      return try checkedStatement()
    } catch {
      (depth, tallest) = (0, 0)
      while !at(.endOfText), !at(.semicolon) { advance() }
      return nil
    }
  }

  private mutating func checkedStatement() throws(SyntaxFault) -> Statement {
    let statement = try statement()
    guard let pattern = PatternPlaces(statement).misplaced else { return statement }
    throw fault(
      .patternAsValue, .unexpectedSyntax, "a pattern is a condition, not a value", at: pattern.span,
      hint: "use EXISTS { … }, COUNT { … } or a pattern comprehension [… | …]")
  }

  /// One statement, up to the end of the text or a `;`.
  mutating func statement() throws(SyntaxFault) -> Statement {
    passVersion()
    let start = token.start
    var prefix: Statement.Prefix?
    if at(.explain) || at(.profile) {
      prefix = at(.explain) ? .explain : .profile
      advance()
    }
    let time = try timePrefix()
    let body: Statement.Body
    if isSchemaCommand() {
      body = .schema(try schemaCommand())
    } else if at(.show) {
      body = .query(try showQuery())
    } else {
      body = .query(try query())
    }
    guard at(.endOfText) || at(.semicolon) else {
      if let fault = unsupportedClause() { throw fault }
      throw unexpected(expected: "a clause or the end of the query")
    }
    if case .query(let query) = body { try checkComposition(of: query) }
    return Statement(prefix: prefix, time: time, body: body, span: span(from: start))
  }

  /// Queries one after the other, with `NEXT` between them.
  mutating func query() throws(SyntaxFault) -> Query {
    let start = token.start
    var query = try unionQuery()
    guard at(.next) else { return query }
    var earlier: [Query] = []
    while at(.next) {
      try checkGivesRows(query)
      advance()
      earlier.append(query)
      query = try unionQuery()
    }
    query.earlier = earlier
    query.span = span(from: start)
    return query
  }

  /// Single queries joined by `UNION`.
  private mutating func unionQuery() throws(SyntaxFault) -> Query {
    let start = token.start
    var parts = [try singleQuery()]
    var union: Query.Union?
    while at(.union) {
      let place = token
      advance()
      let isAll = accept(.all)
      if !isAll { _ = accept(.distinct) }
      let kind: Query.Union = isAll ? .all : .distinct
      guard union == nil || union == kind else {
        throw fault(
          .invalidClauseOrder, .invalidClauseComposition, "`UNION` and `UNION ALL` cannot be mixed in one query",
          at: span(from: place.start), hint: "put one of them in a subquery: CALL { … UNION … }")
      }
      union = kind
      parts.append(try singleQuery())
    }
    return Query(parts: parts, union: union ?? .distinct, span: span(from: start))
  }

  mutating func singleQuery() throws(SyntaxFault) -> SingleQuery {
    let start = token.start
    if at(.when) { return SingleQuery(clauses: [.conditional(try conditional())], span: span(from: start)) }
    guard isClauseStart() else {
      if let fault = unsupportedClause() { throw fault }
      throw unexpected(expected: "a clause such as `MATCH`, `CREATE` or `RETURN`", Self.clauseKeywords)
    }
    var clauses: [Clause] = []
    var steps = 0
    var last: Keyword?
    while true {
      let word = token.keyword
      let clause: Clause
      if isClauseStart() {
        clause = try self.clause(isFirst: clauses.isEmpty)
      } else if isPaging(after: last) {
        clause = .with(try paging())
      } else {
        break
      }
      steps += clause.steps
      guard steps <= SyntaxLimits.steps else {
        throw tooDeep("the query has more than \(SyntaxLimits.steps) clauses and parts of patterns")
      }
      clauses.append(clause)
      last = word
    }
    return SingleQuery(clauses: clauses, span: span(from: start))
  }

  static let clauseKeywords: [Keyword] = [
    .match, .optional, .unwind, .with, .return, .create, .merge, .set, .remove, .delete, .detach, .foreach, .call,
    .load, .insert, .filter, .finish, .for, .let, .noDetach,
  ]

  /// Whether ``token`` begins a clause; `CREATE (a)` does, as does a misspelt clause that begins with such a word.
  func isClauseStart() -> Bool {
    guard let keyword = token.keyword, Self.clauseKeywords.contains(keyword) else { return false }
    switch next.kind {
    case .equal, .plusEqual, .colon, .dot: return false
    default: return true
    }
  }

  mutating func clause(isFirst: Bool) throws(SyntaxFault) -> Clause {
    let start = token.start
    switch token.keyword {
    case .match, .optional: return try matchOrOptionalCall(isFirst: isFirst)
    case .unwind: return .unwind(try unwind())
    case .with: return .with(try with())
    case .return:
      advance()
      let projection = try projection()
      return .return(ReturnClause(projection: projection, span: span(from: start)))
    case .create, .insert: return .create(try create())
    case .filter: return .with(try filter())
    case .let: return .with(try letClause())
    case .for: return .unwind(try forClause())
    case .finish:
      advance()
      return .finish(FinishClause(span: span(from: start)))
    case .merge: return .merge(try merge())
    case .set:
      advance()
      let items = try separated { (parser) throws(SyntaxFault) in try parser.setItem() }
      return .set(SetClause(items: items, span: span(from: start)))
    case .remove: return .remove(try remove())
    case .delete, .detach, .noDetach: return .delete(try delete())
    case .foreach: return .foreach(try foreach())
    case .call: return try call(isOptional: false, start: start, isFirst: isFirst)
    case .load: return .loadCSV(try loadCSV())
    default: throw unexpected(expected: "a clause", Self.clauseKeywords)
    }
  }

  private mutating func matchOrOptionalCall(isFirst: Bool) throws(SyntaxFault) -> Clause {
    let start = token.start
    let isOptional = accept(.optional)
    if isOptional, at(.call) { return try call(isOptional: true, start: start, isFirst: isFirst) }
    try expect(.match)
    let mode = try matchMode()
    let patterns = try patterns()
    try passHints()
    let predicate = try predicate()
    return .match(
      MatchClause(
        isOptional: isOptional, mode: mode, patterns: patterns, predicate: predicate, span: span(from: start)))
  }

  mutating func patterns() throws(SyntaxFault) -> [PathPattern] {
    try separated { (parser) throws(SyntaxFault) in try parser.pathPattern() }
  }

  /// `WHERE predicate`, if it is there.
  mutating func predicate() throws(SyntaxFault) -> Expression? {
    accept(.where) ? try expression() : nil
  }

  private mutating func unwind() throws(SyntaxFault) -> UnwindClause {
    let start = token.start
    advance()
    let list = try expression()
    try expect(.as)
    let variable = try variable()
    return UnwindClause(list: list, variable: variable, span: span(from: start))
  }

  private mutating func with() throws(SyntaxFault) -> WithClause {
    let start = token.start
    advance()
    let projection = try projection()
    let predicate = try predicate()
    return WithClause(projection: projection, predicate: predicate, span: span(from: start))
  }

  private mutating func projection() throws(SyntaxFault) -> Projection {
    let start = token.start
    let isDistinct = accept(.distinct)
    let includesAll = accept(.star)
    var items: [ProjectionItem] = []
    if !includesAll || accept(.comma) {
      items = try separated { (parser) throws(SyntaxFault) in try parser.projectionItem() }
    }
    var projection = Projection(
      isDistinct: isDistinct, includesAll: includesAll, items: items, order: [], skip: nil, limit: nil,
      span: span(from: start))
    try paging(of: &projection)
    projection.span = span(from: start)
    return projection
  }

  /// `ORDER BY … SKIP … LIMIT …`, any of which may be absent.
  mutating func paging(of projection: inout Projection) throws(SyntaxFault) {
    if accept(.order) {
      try expect(.by)
      projection.order = try separated { (parser) throws(SyntaxFault) in try parser.sortItem() }
    }
    projection.skip = accept(.skip) || accept(.offset) ? try expression() : nil
    projection.limit = accept(.limit) ? try expression() : nil
  }

  private mutating func projectionItem() throws(SyntaxFault) -> ProjectionItem {
    let start = token.start
    let expression = try expression()
    let text = source[span(from: start)]
    let alias = accept(.as) ? try variable("an alias") : nil
    return ProjectionItem(expression: expression, alias: alias, sourceText: text, span: span(from: start))
  }

  private mutating func sortItem() throws(SyntaxFault) -> SortItem {
    let start = token.start
    let expression = try expression()
    var isDescending = false
    if at(.desc) || at(.descending) {
      isDescending = true
      advance()
    } else if !accept(.asc) {
      _ = accept(.ascending)
    }
    return SortItem(expression: expression, isDescending: isDescending, span: span(from: start))
  }

  private mutating func loadCSV() throws(SyntaxFault) -> LoadCSVClause {
    let start = token.start
    advance()
    try expect(.csv)
    var hasHeaders = false
    if accept(.with) {
      try expect(.headers)
      hasHeaders = true
    }
    try expect(.from)
    let address = try expression()
    try expect(.as)
    let variable = try variable()
    var terminator: String?
    if accept(.fieldTerminator) {
      guard at(.string) else { throw unexpected(expected: "a string of one character") }
      terminator = try string()
    }
    return LoadCSVClause(
      hasHeaders: hasHeaders, address: address, variable: variable, fieldTerminator: terminator,
      span: span(from: start))
  }
}

extension Clause {
  /// How much it adds to the height of the plan. Creations that follow each other are one step, which the planner sees to.
  fileprivate var steps: Int {
    switch self {
    case .match(let clause): clause.patterns.reduce(1) { $0 + $1.elements.count }
    case .merge(let clause): 1 + clause.pattern.elements.count
    case .create: 0
    default: 1
    }
  }
}
