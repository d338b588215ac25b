import CypherSyntax
import Diagnostics
import GraphModel

extension Binder {
  /// Binds something that runs for each row in a scope of its own, and notes which outer variables it reads.
  private func bindInner<Result>(
    _ bindParts: () throws(Diagnostic) -> Result
  ) throws(Diagnostic) -> (result: Result, reads: [Variable]) {
    let outer = (scope, aggregation, substitutes)
    aggregation = nil
    substitutes = [:]
    captures.append((firstFreshID, []))
    defer { (scope, aggregation, substitutes) = outer }
    do {
      let result = try bindParts()
      let reads = captures.removeLast().outer.sorted { $0.id < $1.id }
      return (result, reads)
    } catch {
      captures.removeLast()
      throw error
    }
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
    let plan = PatternOrdering(facts: facts, off: rulesOff).ordered(plan.startingWith(reads), demand).plan
    return BoundExpression(.subquery(Subquery(answer: answer, plan: plan, arguments: reads)), span: span, type: type)
  }

  /// `(a)-->(b)` as a condition. It brings no variables of its own.
  func bindPatternPredicate(_ pattern: PathPattern, at span: SourceSpan) throws(Diagnostic) -> BoundExpression {
    for name in (pattern.nodes.map(\.variable) + pattern.relationships.map(\.variable)).compactMap({ $0 }) {
      if scope[name.text] == nil { throw undefined(name.text, at: name.span) }
    }
    let (plan, reads) = try bindInner { () throws(Diagnostic) in try matchPlan(pattern, predicate: nil) }
    return subquery(.exists, plan, reads, at: span, type: .boolean)
  }

  func bind(_ form: PatternComprehension, at span: SourceSpan) throws(Diagnostic) -> BoundExpression {
    let (inner, reads) = try bindInner { () throws(Diagnostic) -> (LogicalPlan, Variable, ValueType) in
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
    let (inner, reads) = try bindInner { () throws(Diagnostic) -> (LogicalPlan, Variable) in
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
    var graph = try patternGraph([pattern], forMerge: false)
    if let predicate { graph.predicates.append(try bindPredicate(predicate)) }
    let needed = graph.readsFromOutside.intersection(outer)
    return .match(.argument(needed.sorted { $0.id < $1.id }), graph)
  }

  /// `EXISTS { }`, `COUNT { }`, `COLLECT { }`.
  func bind(_ form: SubqueryExpression, at span: SourceSpan) throws(Diagnostic) -> BoundExpression {
    let (inner, reads) = try bindInner { () throws(Diagnostic) in
      try checkReadsOnly(form.query)
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
    for clause in query.parts.flatMap(\.clauses) where clause.isUpdating {
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
    let (inner, reads) = try bindInner { () throws(Diagnostic) -> (LogicalPlan, Columns) in
      scope = imported
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
      for part in clause.query.parts {
        if case .with? = part.clauses.first { return scope }
      }
      return Scope()
    }
  }

  // MARK: Procedures

  /// A call by itself may leave out its arguments, which then are the parameters of the same names, and its YIELD.
  func bindStandaloneCall(_ call: ProcedureCall) throws(Diagnostic) -> (LogicalPlan, Columns) {
    let signature = try signature(of: call)
    let arguments =
      call.arguments
      ?? signature.inputs.filter { !$0.isOptional }.map { Expression(.parameter($0.name), span: call.span) }
    var wanted = signature.outputs.map { Wanted(field: Identifier($0.name, span: call.span)) }
    var predicate: Expression?
    if case .items(let items, let condition)? = call.yield {
      wanted = items.map { Wanted(field: $0.field, variable: $0.variable) }
      predicate = condition
    }
    let plan = try bind(call, signature, arguments, wanted, predicate, .unit)
    let columns = wanted.compactMap { item in
      scope[item.variable.text].map {
        PlannedQuery.ResultColumn(name: item.variable.text, variable: $0.variable)
      }
    }
    return (plan, columns)
  }

  /// A result of a procedure and the variable that it goes into.
  private struct Wanted {
    var field: Identifier
    var variable: Identifier

    init(field: Identifier, variable: Identifier? = nil) {
      self.field = field
      self.variable = variable ?? field
    }
  }

  private func signature(of call: ProcedureCall) throws(Diagnostic) -> ProcedureSignature {
    if let signature = procedures.signature(of: call.name.text) { return signature }
    throw failure(
      .wrongProcedureCall, .procedureError, .procedureNotFound, "there is no procedure `\(call.name.text)`",
      at: call.name.span, label: NearName.question(for: call.name.text, among: procedures.procedureNames))
  }

  func bind(_ call: ProcedureCall, _ plan: LogicalPlan) throws(Diagnostic) -> LogicalPlan {
    let signature = try signature(of: call)
    guard let given = call.arguments else {
      throw failure(
        .wrongProcedureCall, .syntaxError, .invalidArgumentPassingMode,
        "a call inside a query needs its arguments in brackets", at: call.span)
    }
    guard let yield = call.yield else {
      if signature.outputs.isEmpty { return try bind(call, signature, given, [], nil, plan) }
      throw failure(
        .wrongProcedureCall, .syntaxError, .undefinedVariable,
        "a call inside a query must say with YIELD which results it wants", at: call.span)
    }
    guard case .items(let items, let predicate) = yield else {
      throw failure(
        .wrongProcedureCall, .syntaxError, .unexpectedSyntax, "YIELD * can only stand in a call by itself", at: call.span)
    }
    let wanted = items.map { Wanted(field: $0.field, variable: $0.variable) }
    return try bind(call, signature, given, wanted, predicate, plan)
  }

  private func bind(
    _ call: ProcedureCall, _ signature: ProcedureSignature, _ given: [Expression], _ wanted: [Wanted],
    _ predicate: Expression?, _ plan: LogicalPlan
  ) throws(Diagnostic) -> LogicalPlan {
    let arguments = try bind(given, for: signature, at: call.span)
    var yields: [(column: Int, variable: Variable)] = []
    for item in wanted {
      guard let column = signature.outputs.firstIndex(where: { $0.name == item.field.text }) else {
        throw undefined(item.field.text, at: item.field.span)
      }
      if scope[item.variable.text] != nil { throw alreadyBound(item.variable.text, at: item.variable.span) }
      yields.append((column, declare(item.variable.text, signature.outputs[column].type)))
    }
    let invocation = ProcedureInvocation(
      signature: signature, arguments: arguments, yields: yields, span: call.span)
    let called = LogicalPlan.call(plan, invocation)
    return try predicate.map { e throws(Diagnostic) in .filter(called, try bindPredicate(e)) } ?? called
  }

  private func bind(
    _ given: [Expression], for signature: ProcedureSignature, at span: SourceSpan
  ) throws(Diagnostic) -> [BoundExpression] {
    let least = signature.inputs.count { !$0.isOptional }
    guard given.count >= least, given.count <= signature.inputs.count else {
      let most = signature.inputs.count
      let wanted = least == most ? "\(most)" : "\(least) to \(most)"
      throw failure(
        .wrongProcedureCall, .syntaxError, .invalidNumberOfArguments,
        "\(signature.name) takes \(wanted) \(most == 1 ? "argument" : "arguments"), not \(given.count)", at: span)
    }
    var arguments: [BoundExpression] = []
    for (expression, input) in zip(given, signature.inputs) {
      if expression.containsAggregate {
        throw failure(
          .wrongAggregation, .syntaxError, .invalidAggregation, "an argument of a procedure cannot aggregate",
          at: expression.span)
      }
      let argument = try bindValue(expression)
      let isWidened = input.type == .float && argument.type == .integer
      guard argument.type.overlaps(input.type) || isWidened else {
        throw wrongType(signature.name, at: argument.span, expected: "\(input.type)", found: argument.type)
      }
      arguments.append(argument)
    }
    return arguments
  }
}

