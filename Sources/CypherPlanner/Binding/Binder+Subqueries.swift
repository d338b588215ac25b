import CypherSyntax
import Diagnostics
import GraphModel

extension Binder {
  /// Binds something that runs for each row in a scope of its own, and notes which outer variables it reads, and whether it may give something
  /// else each time. Beside an aggregate it may read what is grouped by.
  func bindInner<Result>(
    at span: SourceSpan, _ bindParts: () throws(Diagnostic) -> Result
  ) throws(Diagnostic) -> (result: Result, reads: [Variable]) {
    let outer = (scope, aggregation, substitutes, lasting)
    let before = unsteadyCalls
    defer { isUnsteady = unsteadyCalls > before }
    let ungrouped: Set<Variable>
    (scope, ungrouped) = aggregation?.grouped(scope) ?? (scope, [])
    aggregation = nil
    substitutes = KnownExpressions()
    captures.append((firstFreshID, []))
    defer { (scope, aggregation, substitutes, lasting) = outer }
    let result: Result
    let reads: [Variable]
    do {
      result = try bindParts()
      reads = captures.removeLast().outer.sorted { $0.id < $1.id }
    } catch {
      captures.removeLast()
      throw error
    }
    if let read = reads.first(where: ungrouped.contains) { throw ambiguous("`\(read.name)`", at: span) }
    return (result, reads)
  }

  private func subquery(
    _ answer: Subquery.Answer, _ plan: LogicalPlan, _ reads: [Variable], at span: SourceSpan, type: ValueType
  ) -> BoundExpression {
    var demand = Demand(reads: [], repetitions: .kept, isPerRow: true)
    switch answer {
    case .exists: demand.repetitions = .ignored
    case .count: break
    case .collect(let variable): demand.reads = [variable]
    }
    var values = GivenValues(of: reads, fresh: fresh)
    let isSteady = !isUnsteady && !rulesOff.contains(.askOnce)
    var given: [ProjectedItem] = []
    var start = plan.startingWith(reads)
    if isSteady, !hasDeleted, let taken = values.taken(from: plan), !values.items.isEmpty {
      given = values.items
      start = taken.startingWith(reads.filter(values.stillRead.contains) + given.map(\.variable))
    }
    let each = steps(of: start, demand)
    var subquery = Subquery(answer: answer, plan: each, arguments: reads, given: given, isSteady: isSteady)
    if case .exists = answer, !rulesOff.contains(.answerAtOnce) { subquery.whole = wholeAnswer(plan, reads, besides: each) }
    return BoundExpression(.subquery(subquery), span: span, type: type)
  }

  /// The plan of a subquery with its steps in order, after the rules on finished plans. All of its columns are kept.
  private func steps(of plan: LogicalPlan, _ demand: Demand) -> LogicalPlan {
    optimise(PatternOrdering(facts: facts, off: rulesOff).ordered(plan, demand).plan, reading: [], without: rulesOff.union([.dropUnread]))
  }

  /// How many times less work an answer for all nodes must be expected to be than those for each row: the estimates are rough, and a look at the
  /// neighbours of a node is cheaper than they say.
  private static let wholeAnswerMargin = 4.0

  /// Nil where a subquery is more than a pattern around one node of the outer row, or holds another subquery: with two plans at each of many
  /// levels there would be twice as many with every level. `each`: its plan for an outer row.
  private func wholeAnswer(_ plan: LogicalPlan, _ reads: [Variable], besides each: LogicalPlan) -> WholeAnswer? {
    var pattern = plan
    while case .project(let input, _) = pattern { pattern = input }
    guard reads.count == 1, let node = reads.first, case .match(.argument, let graph) = pattern,
      graph.nodes.contains(where: { $0.variable == node }), !graph.asksGraph
    else { return nil }
    let demand = Demand(reads: [node], repetitions: .ignored)
    let all = steps(of: .match(.unit, graph), demand)
    let work = (all: Estimate(of: all, facts).work, each: max(1, Estimate(of: each, facts).work))
    return WholeAnswer(plan: all, node: node, worthwhileRows: Self.wholeAnswerMargin * work.all / work.each)
  }

  /// `(a)-->(b)` as a condition. It brings no variables of its own.
  func bindPatternPredicate(_ pattern: PathPattern, at span: SourceSpan) throws(Diagnostic) -> BoundExpression {
    for name in (pattern.nodes.map(\.variable) + pattern.relationships.map(\.variable)).compactMap({ $0 }) {
      if scope[name.text] == nil { throw undefined(name.text, at: name.span) }
    }
    let (plan, reads) = try bindInner(at: span) { () throws(Diagnostic) in try matchPlan(pattern, predicate: nil) }
    return subquery(.exists, plan, reads, at: span, type: .boolean)
  }

  func bind(_ form: PatternComprehension, at span: SourceSpan) throws(Diagnostic) -> BoundExpression {
    let (inner, reads) = try bindInner(at: span) { () throws(Diagnostic) -> (LogicalPlan, Variable, ValueType) in
      let plan = try matchPlan(form.pattern, predicate: form.predicate)
      let result = try bindValue(form.result)
      let column = fresh("<result>")
      return (.project(plan, [ProjectedItem(column, result)]), column, result.type)
    }
    return subquery(.collect(inner.1), inner.0, reads, at: span, type: .list(of: inner.2))
  }

  /// `shortestPath((a)-[*]-(b))` as a value: the path, or null; `allShortestPaths`: a list of paths.
  func bindShortestPath(_ pattern: PathPattern, at span: SourceSpan) throws(Diagnostic) -> BoundExpression {
    var named = pattern
    let name = Identifier("<shortest>", span: span)
    named.variable = name
    let (inner, reads) = try bindInner(at: span) { () throws(Diagnostic) -> (LogicalPlan, Variable) in
      let plan = try matchPlan(named, predicate: nil)
      guard let path = scope[name.text] else { throw undefined(name.text, at: span) }
      return (.project(plan, [ProjectedItem(path.variable, BoundExpression(.variable(path.variable), span: span))]), path.variable)
    }
    let list = subquery(.collect(inner.1), inner.0, reads, at: span, type: .list(of: .path))
    if pattern.selector == .allShortestPaths { return list }
    return BoundExpression(.function(.list(.head), [list]), span: span, type: .path)
  }

  private func matchPlan(_ pattern: PathPattern, predicate: Expression?) throws(Diagnostic) -> LogicalPlan {
    let outer = scope.variables
    var graph = try patternGraph([pattern])
    if let predicate { graph.predicates.append(try bindPredicate(predicate)) }
    let needed = graph.readsFromOutside.intersection(outer)
    return .match(.argument(needed.sorted { $0.id < $1.id }), graph)
  }

  /// `EXISTS { }`, `COUNT { }`, `COLLECT { }`.
  func bind(_ form: SubqueryExpression, at span: SourceSpan) throws(Diagnostic) -> BoundExpression {
    let (inner, reads) = try bindInner(at: span) { () throws(Diagnostic) in
      try checkReadsOnly(form.query)
      lasting = Lasting(scope, in: form.query)
      return try bind(form.query, from: .argument(scope.variables), needsResult: form.kind == .collect)
    }
    switch form.kind {
    case .exists: return subquery(.exists, inner.0, reads, at: span, type: .boolean)
    case .count: return subquery(.count, inner.0, reads, at: span, type: .integer)
    case .collect:
      guard inner.1.count == 1, let column = inner.1.first else {
        throw failure(
          .wrongColumns, .syntaxError, .invalidClauseComposition, "COLLECT { } needs a query that returns one column",
          at: span)
      }
      return subquery(.collect(column.variable), inner.0, reads, at: span, type: .list(of: .any))
    }
  }

  private func checkReadsOnly(_ query: Query) throws(Diagnostic) {
    for clause in query.clauses where clause.isUpdating {
      throw failure(
        .wrongClause, .syntaxError, .invalidClauseComposition,
        "a subquery in an expression cannot change the graph", at: clause.span)
    }
  }

  /// `CALL { … }`.
  func bind(_ clause: SubqueryCall, _ plan: LogicalPlan) throws(Diagnostic) -> LogicalPlan {
    if let transactions = clause.transactions { try checkPlace(of: transactions, after: plan) }
    let size = try clause.transactions?.batchSize.map { e throws(Diagnostic) in
      try bindCount(e, "IN TRANSACTIONS OF")
    }
    let outer = scope
    let imported = try importedScope(clause)
    let (inner, reads) = try bindInner(at: clause.span) { () throws(Diagnostic) -> (LogicalPlan, Columns) in
      scope = imported
      lasting = lastingImports(clause)
      return try bind(clause.query, from: .argument(outer.variables), needsResult: false)
    }
    let innerPlan = inner.0.startingWith(reads)
    if inner.1.isEmpty, clause.transactions == nil { return .perform(plan, inner: innerPlan) }
    for column in inner.1 {
      if outer[column.name] != nil { throw alreadyBound(column.name, at: clause.query.span) }
      scope.declare(column.variable, .any)
    }
    if let transactions = clause.transactions {
      let batches = try batches(transactions, size, inner.1.map(\.variable), of: clause, after: plan)
      return .performInTransactions(plan, inner: innerPlan, batches)
    }
    return clause.isOptional ? .optional(plan, inner: innerPlan) : .apply(plan, inner: innerPlan, perRow: true)
  }

  /// What is imported in brackets lasts; what a WITH at the start names does not.
  private func lastingImports(_ clause: SubqueryCall) -> Lasting {
    switch clause.imports {
    case .all: Lasting(scope, in: clause.query)
    case .variables: Lasting(scope)
    case .leadingWith: Lasting()
    }
  }

  private func importedScope(_ clause: SubqueryCall) throws(Diagnostic) -> Scope {
    switch clause.imports {
    case .all: return scope
    case .variables(let names):
      var imported = Scope()
      for name in names {
        guard let entry = scope[name.text] else { throw undefined(name.text, at: name.span) }
        imported.declare(entry.variable, entry.type)
      }
      return imported
    case .leadingWith:
      // Only a query that begins with WITH sees the outer variables, and that WITH says which.
      for part in clause.query.first.parts {
        if case .with? = part.clauses.first { return scope }
      }
      return Scope()
    }
  }
}
