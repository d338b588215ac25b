import CypherSyntax
import Diagnostics
import GraphModel

extension Binder {
  private struct Item {
    var name: String
    var expression: Expression?
    var bound: BoundExpression
    var variable: Variable

    /// Whether its column is not the variable that it was made of.
    var isRenamed: Bool { if case .variable(variable) = bound.kind { false } else { true } }
  }

  func bind(
    _ projection: Projection, predicate: Expression?, _ plan: LogicalPlan, isReturn: Bool
  ) throws(Diagnostic) -> (plan: LogicalPlan, columns: Columns) {
    let before = scope
    let skip = try projection.skip.map { e throws(Diagnostic) in try bindCount(e, "SKIP") }
    let limit = try projection.limit.map { e throws(Diagnostic) in try bindCount(e, "LIMIT") }
    try checkNames(projection, isReturn: isReturn)
    let groups = projection.items.contains { $0.expression.containsAggregate }
    var plan = plan
    let frame = groups ? AggregationFrame(before: before) : nil
    var items = try bindItems(projection, frame, isReturn: isReturn)
    let isReduced = groups || projection.isDistinct
    try checkColumnNames(items, projection)
    if !isReturn { items += lastingItems(beside: items, at: projection.span) }
    enterScope(after: items, keeping: isReduced ? nil : before)
    setSubstitutes(items, before)
    frame?.isClosed = true
    let sort = try bindOrder(projection.order, frame)
    let condition = try predicate.map { e throws(Diagnostic) in try bindPredicate(e) }
    substitutes = KnownExpressions()
    if !isReturn { try checkAliases(projection) }

    if let frame { (plan, items) = aggregated(plan, items, frame) }
    let projected = items.map { ProjectedItem($0.variable, $0.bound) }
    if isReduced {
      plan = frame == nil ? .project(plan, projected) : .extend(plan, newItems(projected, plan))
      if projection.isDistinct { plan = .distinct(frame == nil ? plan : .project(plan, projected.passedOn)) }
    } else {
      plan = .extend(plan, newItems(projected, plan))
    }
    if !sort.isEmpty { plan = .sort(plan, sort) }
    if let skip { plan = .skip(plan, skip) }
    if let limit { plan = .limit(plan, limit) }
    if let condition { plan = .filter(plan, condition) }
    plan = .project(plan, projected.passedOn)
    scope = Scope()
    for item in items { scope.declare(item.variable.named(item.name), item.bound.type) }
    return (plan, items.map { PlannedQuery.ResultColumn(name: $0.name, variable: $0.variable) })
  }

  /// The variables that stay although WITH does not name them.
  private func lastingItems(beside items: [Item], at span: SourceSpan) -> [Item] {
    lasting.entries.filter { entry in !items.contains { $0.name == entry.variable.name } }.map { entry in
      note(entry.variable)
      let same = BoundExpression(.variable(entry.variable), span: span, type: entry.type)
      return Item(name: entry.variable.name, expression: nil, bound: same, variable: entry.variable)
    }
  }

  /// Items that the plan does not have as columns yet.
  private func newItems(_ items: [ProjectedItem], _ plan: LogicalPlan) -> [ProjectedItem] {
    let known = Set(plan.columns)
    var seen = known
    return items.filter { seen.insert($0.variable).inserted }
  }

  private func checkNames(_ projection: Projection, isReturn: Bool) throws(Diagnostic) {
    if projection.includesAll, scope.visible.isEmpty, isReturn {
      throw failure(
        .wrongColumns, .syntaxError, .noVariablesInScope, "RETURN * needs at least one variable", at: projection.span)
    }
  }

  private func checkAliases(_ projection: Projection) throws(Diagnostic) {
    for item in projection.items where item.alias == nil {
      if case .variable = item.expression.kind { continue }
      throw failure(
        .wrongColumns, .syntaxError, .noExpressionAlias, "an expression in WITH needs a name", at: item.span,
        hint: "write \(item.sourceText) AS name")
    }
  }

  private func checkColumnNames(_ items: [Item], _ projection: Projection) throws(Diagnostic) {
    var seen = Set<String>()
    for item in items where !seen.insert(item.name).inserted {
      let span = projection.items.last { $0.columnName == item.name }?.span ?? projection.span
      throw failure(
        .wrongColumns, .syntaxError, .columnNameConflict, "two columns are named `\(item.name)`", at: span,
        hint: "give one of them another name with AS")
    }
  }

  // MARK: Items

  private func bindItems(
    _ projection: Projection, _ frame: AggregationFrame?, isReturn: Bool
  ) throws(Diagnostic) -> [Item] {
    var items: [Item] = []
    if projection.includesAll {
      for entry in scope.visible {
        note(entry.variable)
        let same = BoundExpression(.variable(entry.variable), span: projection.span, type: entry.type)
        let variable = Expression(.variable(entry.variable.name), span: projection.span)
        items.append(Item(name: entry.variable.name, expression: variable, bound: same, variable: entry.variable))
      }
    }
    // Keys first: the expressions with aggregates may use them wherever they stand.
    var bound: [BoundExpression?] = []
    for item in projection.items {
      bound.append(item.expression.containsAggregate ? nil : try bindValue(item.expression))
    }
    let variables = zip(projection.items, bound).map { variable(for: $0, $1) }
    if let frame { try addKeys(items, projection, bound, variables, to: frame) }
    for (at, item) in projection.items.enumerated() {
      let expression: BoundExpression
      if let known = bound[at] {
        expression = known
      } else {
        aggregation = frame
        defer { aggregation = nil }
        expression = try bindValue(item.expression)
      }
      items.append(
        Item(name: item.columnName, expression: item.expression, bound: expression, variable: variables[at]))
    }
    return items
  }

  /// A variable that is passed on keeps its identity.
  private func variable(for item: ProjectionItem, _ bound: BoundExpression?) -> Variable {
    if case .variable(let same)? = bound?.kind, same.name == item.columnName { return same }
    return fresh(item.columnName)
  }

  private func addKeys(
    _ starred: [Item], _ projection: Projection, _ bound: [BoundExpression?], _ variables: [Variable],
    to frame: AggregationFrame
  ) throws(Diagnostic) {
    for item in starred {
      if let expression = item.expression { frame.keys.add(expression, (item.variable, item.bound.type)) }
    }
    for (at, item) in projection.items.enumerated() {
      guard let key = bound[at] else { continue }
      if item.expression.isSimpleKey {
        frame.keys.add(item.expression, (variables[at], key.type))
      } else if !key.reads.isEmpty {
        frame.opaqueKeys.insert(item.expression)
      }
    }
  }

  /// Grouping first, then the expressions around the aggregates.
  private func aggregated(
    _ plan: LogicalPlan, _ items: [Item], _ frame: AggregationFrame
  ) -> (LogicalPlan, [Item]) {
    var groups: [ProjectedItem] = []
    var seen = Set<Variable>()
    var items = items
    for (at, item) in items.enumerated() where !(item.expression?.containsAggregate ?? false) {
      if seen.insert(item.variable).inserted { groups.append(ProjectedItem(item.variable, item.bound)) }
      items[at].bound = BoundExpression(.variable(item.variable), span: item.bound.span, type: item.bound.type)
    }
    let hasKeys = items.contains { $0.expression.map { !$0.containsAggregate } ?? false }
    if !groups.isEmpty, !hasKeys { return (gathering(plan, frame.calls), items) }
    return (.aggregate(plan, groups: groups, frame.calls), items)
  }

  /// One row with aggregates over all rows of a plan, also where there are none, and with what lasts beside them.
  private func gathering(_ plan: LogicalPlan, _ calls: [AggregateCall]) -> LogicalPlan {
    // All that is read from outside, what lasts included.
    let variables = (captures.last?.outer ?? []).sorted { $0.id < $1.id }
    return .apply(
      .argument(variables), inner: .aggregate(plan.startingWith(variables), groups: [], calls), perRow: true)
  }

  // MARK: What follows the items

  private func enterScope(after items: [Item], keeping before: Scope?) {
    var after = before ?? Scope()
    for item in items { after.declare(item.variable.named(item.name), item.bound.type) }
    scope = after
  }

  /// `ORDER BY a.name` after `RETURN a.name AS x` means x. A variable is read as it is, whatever it is named now.
  private func setSubstitutes(_ items: [Item], _ before: Scope) {
    substitutes = KnownExpressions(in: before)
    for item in items {
      guard let expression = item.expression else { continue }
      if case .variable = expression.kind, item.isRenamed { continue }
      substitutes.add(expression, (item.variable, item.bound.type))
    }
  }

  private func bindOrder(_ order: [SortItem], _ frame: AggregationFrame?) throws(Diagnostic) -> [SortKey] {
    var keys: [SortKey] = []
    for item in order {
      if frame == nil, item.expression.containsAggregate, substitutes.column(of: item.expression, in: scope) == nil {
        throw failure(
          .wrongAggregation, .syntaxError, .invalidAggregation,
          "ORDER BY cannot aggregate where the rows before it are not grouped", at: item.span)
      }
      aggregation = item.expression.containsAggregate ? frame : nil
      defer { aggregation = nil }
      keys.append(SortKey(expression: try bindValue(item.expression), isDescending: item.isDescending))
    }
    return keys
  }

  /// The number of SKIP or LIMIT, which may not depend on a row.
  func bindCount(_ expression: Expression, _ keyword: String) throws(Diagnostic) -> BoundExpression {
    func check(_ names: some Sequence<String>) throws(Diagnostic) {
      guard let name = names.min() else { return }
      throw failure(
        .wrongClause, .syntaxError, .nonConstantExpression,
        "\(keyword) takes a number that is the same for all rows, so it cannot use `\(name)`", at: expression.span)
    }
    try check(expression.namesOutsidePatterns)
    if expression.containsAggregate {
      throw failure(
        .wrongAggregation, .syntaxError, .nonConstantExpression, "\(keyword) cannot aggregate", at: expression.span)
    }
    let bound = try bindValue(expression)
    try check(bound.reads.map(\.name))
    if case .literal(.integer(let number)) = bound.kind, number < 0 {
      throw failure(
        .wrongClause, .syntaxError, .negativeIntegerArgument, "\(keyword) takes a number of rows, not \(number)",
        at: expression.span)
    }
    guard bound.type.overlaps(.integer) else {
      throw wrongType(keyword, at: expression.span, expected: "an integer", found: bound.type)
    }
    return bound
  }
}

extension [ProjectedItem] {
  /// The same variables, taken as they are.
  fileprivate var passedOn: [ProjectedItem] {
    map { item in
      ProjectedItem(
        item.variable,
        BoundExpression(.variable(item.variable), span: item.expression.span, type: item.expression.type))
    }
  }
}

extension Variable {
  /// The same variable under another name.
  func named(_ name: String) -> Variable { Variable(id: id, name: name) }
}
