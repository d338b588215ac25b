import Diagnostics

/// Which clauses may follow which, as far as the words alone decide it.
extension Parser {
  /// A whole query: `RETURN` is last, and what is last gives rows or changes the graph.
  mutating func checkComposition(of query: Query) throws(SyntaxFault) {
    let isAlone = query.parts.count == 1 && query.earlier.isEmpty
    for part in query.parts {
      try checkReturnIsLast(part)
      if part.isTable || isAlone && part.standaloneCall != nil { continue }
      try checkEnding(part)
    }
  }

  /// A query before `NEXT`: it ends with `RETURN`.
  mutating func checkGivesRows(_ query: Query) throws(SyntaxFault) {
    for part in query.parts {
      try checkReturnIsLast(part)
      guard let last = part.clauses.last else { continue }
      switch last {
      case .return: break
      case .conditional(let clause): for query in clause.queries { try checkGivesRows(query) }
      default:
        throw fault(
          .invalidClauseOrder, .invalidClauseComposition, "a query before `NEXT` cannot end with `\(last.keywords)`",
          at: last.span, hint: "add `RETURN` with what the next query should see")
      }
    }
  }

  /// The query of `CALL { }`; the same holds, except that a call of a procedure is no statement of its own.
  mutating func checkComposition(ofCall query: Query) throws(SyntaxFault) {
    for part in query.parts {
      try checkReturnIsLast(part)
      try checkEnding(part)
    }
  }

  /// The query of `EXISTS { }`, `COUNT { }` or `COLLECT { }`: it only reads, and only `COLLECT` needs a `RETURN`.
  mutating func checkComposition(ofSubquery query: Query, _ kind: SubqueryExpression.Kind) throws(SyntaxFault) {
    for part in query.parts {
      for clause in part.clauses where clause.isUpdating {
        throw fault(
          .invalidClauseOrder, .invalidClauseComposition,
          "`\(clause.keywords)` cannot stand inside `\(kind.rawValue) { }`, which only reads", at: clause.span)
      }
      try checkReturnIsLast(part)
      guard let last = part.clauses.last else { continue }
      switch last {
      case .return, .conditional: continue
      default: break
      }
      if kind == .collect {
        throw fault(
          .invalidClauseOrder, .invalidClauseComposition, "`COLLECT { }` needs a query that ends with `RETURN`",
          at: last.span)
      }
    }
  }

  private mutating func checkReturnIsLast(_ part: SingleQuery) throws(SyntaxFault) {
    for (clause, following) in zip(part.clauses, part.clauses.dropFirst()) {
      switch clause {
      case .return, .finish: break
      default: continue
      }
      throw fault(
        .invalidClauseOrder, .invalidClauseComposition, "`\(following.keywords)` cannot follow `\(clause.keywords)`",
        at: following.span, label: "`\(clause.keywords)` ends a query", hint: "use `WITH` to hand rows to the next clause")
    }
  }

  private mutating func checkEnding(_ part: SingleQuery) throws(SyntaxFault) {
    guard let last = part.clauses.last else { return }
    let isEnd =
      switch last {
      case .return, .finish, .show, .create, .merge, .set, .remove, .delete, .foreach, .conditional: true
      case .call(let call): call.yield == nil
      case .subquery(let call): !call.query.returnsRows
      case .match, .unwind, .with, .loadCSV: false
      }
    guard !isEnd else { return }
    throw fault(
      .invalidClauseOrder, .invalidClauseComposition, "a query cannot end with `\(last.keywords)`", at: last.span,
      hint: "add `RETURN` with what the query should give")
  }
}

extension Query {
  /// Whether its last clauses hand rows to what stands around it.
  fileprivate var returnsRows: Bool {
    parts.contains { part in
      switch part.clauses.last {
      case .return, .show: true
      case .conditional(let clause): clause.queries.contains(where: \.returnsRows)
      default: false
      }
    }
  }
}
