import CypherSyntax
import Diagnostics
import GraphModel

extension Binder {
  typealias Columns = [PlannedQuery.ResultColumn]

  func bindTopLevel(_ query: Query) throws(Diagnostic) -> (LogicalPlan, Columns) {
    if query.earlier.isEmpty, query.parts.count == 1, let part = query.parts.first, let call = part.standaloneCall {
      return try bindStandaloneCall(call)
    }
    isInUnion = query.parts.count > 1
    return try bind(query, from: .unit, needsResult: true)
  }

  /// Binds a query in the scope that is set. `needsResult`: it must end with RETURN or change something.
  func bind(
    _ query: Query, from leaf: LogicalPlan, needsResult: Bool
  ) throws(Diagnostic) -> (LogicalPlan, Columns) {
    guard !query.earlier.isEmpty else { return try bindParts(query, from: leaf, needsResult: needsResult) }
    let (plan, columns) = try bindEarlier(query.earlier, from: leaf)
    return try bindStage(query, after: plan, columns, needsResult: needsResult)
  }

  /// The parts of a UNION, or the one part.
  func bindParts(
    _ query: Query, from leaf: LogicalPlan, needsResult: Bool
  ) throws(Diagnostic) -> (LogicalPlan, Columns) {
    let outer = scope
    var parts: [(plan: LogicalPlan, columns: Columns)] = []
    for part in query.parts {
      scope = outer
      let (plan, columns) = try bind(part, from: leaf, needsResult: needsResult)
      try checkColumns(columns, like: parts.first?.columns, "parts of a UNION", at: part.span)
      parts.append((plan, columns))
    }
    guard parts.count > 1 else { return parts.first.map { ($0.plan, $0.columns) } ?? (leaf, []) }
    return union(parts, distinct: query.union == .distinct)
  }

  func checkColumns(
    _ columns: Columns, like first: Columns?, _ what: String, at span: SourceSpan
  ) throws(Diagnostic) {
    guard let first, first.map(\.name).sorted() != columns.map(\.name).sorted() else { return }
    throw failure(
      .wrongColumns, .syntaxError, .differentColumnsInUnion,
      "the \(what) must give columns of the same names: \(names(first)) and \(names(columns))", at: span)
  }

  private func names(_ columns: Columns) -> String {
    columns.isEmpty ? "none" : columns.map { "`\($0.name)`" }.joined(separator: ", ")
  }

  func union(_ parts: [(plan: LogicalPlan, columns: Columns)], distinct: Bool) -> (LogicalPlan, Columns) {
    let columns = parts[0].columns.map { PlannedQuery.ResultColumn(name: $0.name, variable: fresh($0.name)) }
    let plans = parts.map { part in
      LogicalPlan.project(
        part.plan,
        columns.compactMap { column in
          part.columns.first { $0.name == column.name }.map {
            ProjectedItem(column.variable, BoundExpression(.variable($0.variable), span: .beginning))
          }
        })
    }
    return (.union(plans, columns: columns.map(\.variable), distinct: distinct), columns)
  }

  private func bind(
    _ query: SingleQuery, from leaf: LogicalPlan, needsResult: Bool
  ) throws(Diagnostic) -> (LogicalPlan, Columns) {
    try checkComposition(query, needsResult: needsResult)
    var plan = leaf
    var columns: Columns = []
    let clauses = query.clauses.joiningCreates
    guard clauses.count <= SyntaxLimits.steps else {
      throw failure(
        .nestedTooDeep, .syntaxError, .limitExceeded,
        "the query has more than \(SyntaxLimits.steps) clauses that cannot be one", at: query.span,
        hint: "pass the data as a parameter and UNWIND it, or split the query")
    }
    for clause in clauses {
      switch clause {
      case .match(let clause): plan = try bind(clause, plan)
      case .unwind(let clause): plan = try bind(clause, plan)
      case .with(let clause): plan = try bind(clause, plan)
      case .return(let clause): (plan, columns) = try bind(clause, plan)
      case .create(let clause): plan = try bind(clause, plan)
      case .merge(let clause): plan = try bind(clause, plan)
      case .set(let clause): plan = .write(plan, try bind(clause.items))
      case .remove(let clause): plan = .write(plan, try bind(clause.items))
      case .delete(let clause): plan = try bind(clause, plan)
      case .foreach(let clause): plan = try bind(clause, plan)
      case .call(let clause): plan = try bind(clause, plan)
      case .subquery(let clause): plan = try bind(clause, plan)
      case .loadCSV(let clause): plan = try bind(clause, plan)
      case .show(let clause): (plan, columns) = try bind(clause, plan)
      case .finish: columns = []
      case .conditional(let clause): (plan, columns) = try bind(clause, plan)
      }
    }
    return (plan, columns)
  }

  /// The order of clauses: RETURN ends a query, a query ends with RETURN or with a change.
  private func checkComposition(_ query: SingleQuery, needsResult: Bool) throws(Diagnostic) {
    for (at, clause) in query.clauses.enumerated() {
      let isLast = at == query.clauses.count - 1
      if case .return(let clause) = clause, !isLast {
        throw failure(
          .wrongClause, .syntaxError, .invalidClauseComposition, "RETURN must be the last clause of a query",
          at: clause.span, hint: "use WITH to pass rows on to another clause")
      }
      guard isLast else { continue }
      switch clause {
      case .match, .with, .unwind, .loadCSV:
        guard needsResult else { continue }
        throw failure(
          .wrongClause, .syntaxError, .invalidClauseComposition,
          "a query cannot end with \(clause.keywords)", at: clause.span, hint: "end it with RETURN")
      default: break
      }
    }
  }

  // MARK: Reading clauses

  private func bind(_ clause: UnwindClause, _ plan: LogicalPlan) throws(Diagnostic) -> LogicalPlan {
    let list = try bindValue(clause.list)
    if scope[clause.variable.text] != nil { throw alreadyBound(clause.variable.text, at: clause.variable.span) }
    var element = ValueType.any
    if case .list(let of) = list.type { element = of }
    return .unwind(plan, list, declare(clause.variable.text, element))
  }

  private func bind(_ clause: WithClause, _ plan: LogicalPlan) throws(Diagnostic) -> LogicalPlan {
    if clause.isLet, let aggregate = clause.projection.items.lazy.compactMap(\.expression.firstAggregate).first {
      throw failure(
        .wrongAggregation, .syntaxError, .invalidAggregation, "LET cannot aggregate", at: aggregate.span,
        hint: "aggregate in a WITH before it")
    }
    return try bind(clause.projection, predicate: clause.predicate, plan, isReturn: false).plan
  }

  private func bind(_ clause: ReturnClause, _ plan: LogicalPlan) throws(Diagnostic) -> (LogicalPlan, Columns) {
    try bind(clause.projection, predicate: nil, plan, isReturn: true)
  }
}
