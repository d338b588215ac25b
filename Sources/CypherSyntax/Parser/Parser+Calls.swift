import Diagnostics

extension Parser {
  /// `CALL procedure…` or `CALL { … }`, at `CALL`.
  mutating func call(isOptional: Bool, start: Int, isFirst: Bool) throws(SyntaxFault) -> Clause {
    try expect(.call)
    if at(.openCurly) || at(.openRound) { return .subquery(try subqueryCall(isOptional: isOptional, start: start)) }
    let name = try qualifiedName("the name of a procedure or `{`")
    let arguments = accept(.openRound) ? try argumentsBeforeBracket() : nil
    var yield: ProcedureCall.Yield?
    if accept(.yield) {
      let star = token
      yield = try self.yield()
      let isAlone = isFirst && depth == 0 && (at(.endOfText) || at(.semicolon))
      if yield == .all, !isAlone {
        throw fault(
          .unexpectedSyntax, .unexpectedSyntax, "`YIELD *` needs a call that is the whole query", at: span(of: star),
          hint: "name the results: YIELD a, b")
      }
    }
    return .call(
      ProcedureCall(
        isOptional: isOptional, name: name, arguments: arguments, yield: yield, span: span(from: start)))
  }

  private mutating func yield() throws(SyntaxFault) -> ProcedureCall.Yield {
    if accept(.star) { return .all }
    let items = accept(.minus) ? [] : try separated { (parser) throws(SyntaxFault) in try parser.yieldItem() }
    return .items(items, predicate: try predicate())
  }

  mutating func yieldItem() throws(SyntaxFault) -> YieldItem {
    let start = token.start
    let field = try variable("the name of a result")
    let alias = accept(.as) ? try variable() : nil
    return YieldItem(field: field, alias: alias, span: span(from: start))
  }

  private mutating func subqueryCall(isOptional: Bool, start: Int) throws(SyntaxFault) -> SubqueryCall {
    let imports = try imports()
    let query = try nested { (parser) throws(SyntaxFault) in
      try parser.expect(.openCurly, "`{`")
      let query = try parser.query()
      try parser.expect(.closeCurly, "a clause or `}`")
      return query
    }
    try checkComposition(ofCall: query)
    let transactions = at(.in) ? try transactions() : nil
    return SubqueryCall(
      isOptional: isOptional, imports: imports, query: query, transactions: transactions, span: span(from: start))
  }

  private mutating func imports() throws(SyntaxFault) -> SubqueryCall.Imports {
    guard accept(.openRound) else { return .leadingWith }
    if accept(.star) {
      try expect(.closeRound, "`)`")
      return .all
    }
    if accept(.closeRound) { return .variables([]) }
    let variables = try separated { (parser) throws(SyntaxFault) in try parser.variable() }
    try expect(.closeRound, "`,` or `)`")
    return .variables(variables)
  }

  /// `IN 2 CONCURRENT TRANSACTIONS OF 100 ROWS ON ERROR CONTINUE REPORT STATUS AS s`.
  private mutating func transactions() throws(SyntaxFault) -> SubqueryCall.Transactions {
    let start = token.start
    advance()
    let concurrency = at(.integer) || at(.parameter) ? try primary() : nil
    let isConcurrent = accept(.concurrent)
    guard isConcurrent || concurrency == nil else { throw unexpected(expected: "`CONCURRENT`", [.concurrent]) }
    try expect(.transactions)
    var batchSize: Expression?
    if accept(.of) {
      batchSize = try expression()
      guard accept(.rows) || accept(.row) else { throw unexpected(expected: "`ROWS`", [.rows]) }
    }
    var policy: SubqueryCall.Transactions.ErrorPolicy?
    if accept(.on) {
      try expect(.error)
      if token.kind == .word, text(of: token).uppercased() == "RETRY" {
        throw fault(
          .unexpectedSyntax, .unexpectedSyntax, "`ON ERROR RETRY` is not supported", at: span(of: token),
          hint: "a transaction that fails here would fail again; write CONTINUE, BREAK or FAIL")
      }
      policy = SubqueryCall.Transactions.ErrorPolicy(rawValue: text(of: token).uppercased())
      guard policy != nil else {
        throw unexpected(expected: "`CONTINUE`, `BREAK` or `FAIL`", [.continue, .break, .fail])
      }
      advance()
    }
    var status: Identifier?
    if accept(.report) {
      try expect(.status)
      try expect(.as)
      status = try variable()
    }
    return .init(
      isConcurrent: isConcurrent, concurrency: concurrency, batchSize: batchSize, errorPolicy: policy, status: status,
      span: span(from: start))
  }
}
