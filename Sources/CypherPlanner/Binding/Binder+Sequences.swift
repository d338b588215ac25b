import CypherSyntax
import Diagnostics
import GraphModel

/// Queries one after the other, and queries of which a condition chooses one.
extension Binder {
  /// `query NEXT query`: the rows of each are where the next one starts. Gives the plan of all but the last; the scope is then
  /// that of their columns, and nothing else lasts.
  func bindEarlier(
    _ stages: [Query], from leaf: LogicalPlan
  ) throws(Diagnostic) -> (plan: LogicalPlan, columns: Columns) {
    var (plan, columns): (LogicalPlan, Columns) = (leaf, [])
    for (at, stage) in stages.enumerated() {
      (plan, columns) =
        at == 0
        ? try bindParts(stage, from: plan, needsResult: true)
        : try bindStage(stage, after: plan, columns, needsResult: true)
      see(columns)
      lasting = Lasting()
    }
    return (plan, columns)
  }

  /// The last query, or one in the middle. Each part of a UNION gets all rows, which are put into one list for that.
  func bindStage(
    _ stage: Query, after plan: LogicalPlan, _ columns: Columns, needsResult: Bool
  ) throws(Diagnostic) -> (LogicalPlan, Columns) {
    guard stage.parts.count > 1 else { return try bindParts(stage, from: plan, needsResult: needsResult) }
    let (table, row) = (fresh("<table>"), fresh("<row>"))
    func read(_ variable: Variable) -> BoundExpression { BoundExpression(.variable(variable), span: .beginning) }
    let cells = BoundExpression(.list(columns.map { read($0.variable) }), span: .beginning, type: .list(of: .any))
    let call = AggregateCall(
      variable: table, function: .collect, arguments: [cells], isDistinct: false, span: .beginning)
    let items = columns.enumerated().map { at, column in
      ProjectedItem(column.variable, BoundExpression(.element(of: read(row), at: number(at)), span: .beginning))
    }
    let leaf = LogicalPlan.extend(.unwind(.argument([table]), read(table), row), items)
    let (inner, found) = try bindParts(stage, from: leaf, needsResult: needsResult)
    return beside(.aggregate(plan, groups: [], [call]), inner, found)
  }

  private func number(_ at: Int) -> BoundExpression {
    BoundExpression(.literal(.integer(Int64(at))), span: .beginning, type: .integer)
  }

  /// The columns of a query that runs for each row; for one without columns, what it changes.
  private func beside(_ plan: LogicalPlan, _ inner: LogicalPlan, _ columns: Columns) -> (LogicalPlan, Columns) {
    if columns.isEmpty { return (.perform(plan, inner: inner), []) }
    return (.project(.apply(plan, inner: inner, perRow: true), columns.passedOn), columns)
  }

  /// The scope of what a query returns.
  private func see(_ columns: Columns) {
    let before = scope
    scope = Scope()
    for column in columns {
      let isSame = before[column.name]?.variable == column.variable
      scope.declare(column.variable.named(column.name), isSame ? before[column.name]?.type ?? .any : .any)
    }
  }

  // MARK: WHEN

  /// `WHEN … THEN … ELSE …`: the branch of each row is a number, and each branch runs for the rows with its own.
  func bind(_ clause: ConditionalClause, _ plan: LogicalPlan) throws(Diagnostic) -> (LogicalPlan, Columns) {
    let chosen = fresh("<branch>")
    var alternatives: [(when: BoundExpression, then: BoundExpression)] = []
    for (at, branch) in clause.branches.enumerated() {
      alternatives.append((when: try bindPredicate(branch.predicate), then: number(at)))
    }
    let which = BoundExpression(
      .caseOf(nil, alternatives, otherwise: number(alternatives.count)), span: .beginning, type: .integer)
    let outer = scope.variables
    var parts: [(plan: LogicalPlan, columns: Columns)] = []
    for (at, query) in clause.queries.enumerated() {
      let (inner, reads) = try bindInner(at: query.span) { () throws(Diagnostic) in
        try bind(query, from: .argument(outer), needsResult: false)
      }
      try checkColumns(inner.1, like: parts.first?.columns, "branches of WHEN", at: query.span)
      let held = BoundExpression(.variable(chosen), span: .beginning, type: .integer)
      let isMine = BoundExpression(.comparison(.equal, held, number(at)), span: .beginning, type: .boolean)
      let rows = LogicalPlan.filter(.argument(reads + [chosen]), isMine)
      parts.append(beside(rows, inner.0.startingWith(reads), inner.1))
    }
    let (whole, columns) = parts.count > 1 ? union(parts, distinct: false) : (parts[0].plan, parts[0].columns)
    return beside(.extend(plan, [ProjectedItem(chosen, which)]), whole, columns)
  }
}

extension [PlannedQuery.ResultColumn] {
  /// The columns as they are.
  var passedOn: [ProjectedItem] {
    map { ProjectedItem($0.variable, BoundExpression(.variable($0.variable), span: .beginning)) }
  }
}
