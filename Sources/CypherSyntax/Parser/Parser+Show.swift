import Diagnostics

extension Parser {
  /// `SHOW INDEXES YIELD name WHERE … RETURN …`: a query that begins with the table that is asked for.
  mutating func showQuery() throws(SyntaxFault) -> Query {
    let start = token.start
    advance()
    let kind = try showKind()
    var show = ShowClause(subject: try showSubject(), kind: kind, columns: nil, predicate: nil, span: span(from: start))
    var clauses: [Clause] = []
    if accept(.yield) {
      if !accept(.star) {
        show.columns = try separated { (parser) throws(SyntaxFault) in try parser.yieldItem() }
      }
      if at(.order) || at(.skip) || at(.offset) || at(.limit) { clauses.append(.with(try paging())) }
    }
    if let predicate = try predicate() {
      if case .with(var with)? = clauses.popLast() {
        with.predicate = predicate
        clauses.append(.with(with))
      } else {
        show.predicate = predicate
      }
    }
    show.span = span(from: start)
    if at(.return) { clauses.append(try clause(isFirst: false)) } else if !clauses.isEmpty { clauses.append(.return(allColumns(of: show))) }
    clauses.insert(.show(show), at: 0)
    let place = span(from: start)
    return Query(parts: [SingleQuery(clauses: clauses, span: place)], union: .distinct, span: place)
  }

  /// What ends a `SHOW` whose rows are ordered or cut: its columns as they are.
  private func allColumns(of show: ShowClause) -> ReturnClause {
    let items = (show.columns ?? []).map { column in
      let name = column.variable
      return ProjectionItem(
        expression: Expression(.variable(name.text), span: name.span), alias: nil, sourceText: source[name.span], span: name.span)
    }
    let projection = Projection(
      isDistinct: false, includesAll: show.columns == nil, items: items, order: [], skip: nil, limit: nil, span: show.span)
    return ReturnClause(projection: projection, span: show.span)
  }

  /// `RANGE` in `SHOW RANGE INDEXES`: only those of a kind.
  private mutating func showKind() throws(SyntaxFault) -> String? {
    if accept(.all) { return nil }
    if accept(.built) {
      try expect(.in)
      return nil
    }
    switch token.keyword {
    case .range, .text, .fullText:
      let kind = text(of: token).uppercased()
      advance()
      return kind
    default: return nil
    }
  }

  private mutating func showSubject() throws(SyntaxFault) -> ShowClause.Subject {
    let subject: ShowClause.Subject
    switch token.keyword {
    case .index, .indexes: subject = .indexes
    case .constraint, .constraints: subject = .constraints
    case .function, .functions: subject = .functions
    case .procedure, .procedures: subject = .procedures
    default:
      throw unexpected(
        expected: "`INDEXES`, `CONSTRAINTS`, `FUNCTIONS` or `PROCEDURES`",
        [.indexes, .constraints, .functions, .procedures])
    }
    advance()
    return subject
  }
}
