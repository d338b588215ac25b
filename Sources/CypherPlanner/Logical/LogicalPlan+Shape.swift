extension LogicalPlan {
  /// The plan that this one takes its rows from.
  public var input: LogicalPlan? {
    switch self {
    case .unit, .argument, .union: nil
    case .scanNodes(let input, _, _, _), .seekNodes(let input, _, _), .takeNodes(let input, _, _), .takeRelationship(let input, _),
      .scanRelationships(let input, _), .seekRelationships(let input, _, _),
      .expand(let input, _), .expandRepeatedly(let input, _), .shortestPaths(let input, _), .repeatPattern(let input, _),
      .reach(let input, _), .countNeighbours(let input, _), .countMeetings(let input, _), .fewWays(let input, _), .match(let input, _),
      .selectPaths(let input, _), .filter(let input, _),
      .project(let input, _), .extend(let input, _), .aggregate(let input, _, _), .distinct(let input),
      .sort(let input, _), .top(let input, _, _), .skip(let input, _), .limit(let input, _), .unwind(let input, _, _),
      .optional(let input, _), .apply(let input, _, _), .perform(let input, _), .performInTransactions(let input, _, _),
      .call(let input, _), .loadCSV(let input, _),
      .create(let input, _), .merge(let input, _), .write(let input, _), .delete(let input, _, _),
      .forEach(let input, _, _, _):
      input
    }
  }

  /// The plans that run for each row of this one's input, or whose rows it gives one after the other.
  public var inner: [LogicalPlan] {
    switch self {
    case .optional(_, let inner), .apply(_, let inner, _), .perform(_, let inner),
      .performInTransactions(_, let inner, _), .forEach(_, _, _, let inner):
      [inner]
    case .merge(_, let pattern): [pattern.match]
    case .repeatPattern(_, let pattern): [pattern.turn]
    case .union(let plans, _, _): plans
    default: []
    }
  }

  /// The variables of its rows, in the order of their columns. Cost: linear in the steps below it and their columns.
  public var columns: [Variable] {
    var steps = [self]
    while let last = steps.last, last.keepsColumns, let input = last.input { steps.append(input) }
    var columns: [Variable] = []
    var known: Set<Variable> = []
    for step in steps.reversed() {
      let own = step.ownColumns(beside: known)
      if case .expand(_, let expansion) = step { columns.removeAll(where: expansion.drops.contains) }
      columns += own
      known.formUnion(own)
    }
    return columns
  }

  /// Whether its rows have the columns of its input, and ``ownColumns`` behind them.
  private var keepsColumns: Bool {
    switch self {
    case .unit, .argument, .union, .project, .aggregate: false
    default: true
    }
  }

  /// The columns that it adds to those of its input, `known`; all of its columns, where it passes none of these on.
  public func ownColumns(beside known: Set<Variable>) -> [Variable] {
    switch self {
    case .unit: return []
    case .argument(let variables): return variables
    case .scanNodes(_, let variable, _, _), .seekNodes(_, let variable, _), .takeNodes(_, let variable, _),
      .unwind(_, _, let variable):
      return [variable]
    case .takeRelationship(_, let taken): return taken.finds
    case .scanRelationships(_, let scan), .seekRelationships(_, let scan, _):
      return scan.columns
    case .expand(_, let expansion):
      return ([expansion.relationship] + (expansion.isInto ? [] : [expansion.to])).filter { !expansion.drops.contains($0) }
    case .expandRepeatedly(_, let expansion): return [expansion.relationships] + (expansion.isInto ? [] : [expansion.to])
    case .shortestPaths(_, let paths): return [paths.relationships]
    case .repeatPattern(_, let pattern):
      return [pattern.relationships] + (pattern.isInto ? [] : [pattern.to]) + pattern.groups.map(\.list)
    case .reach(_, let reach): return reach.isInto ? [] : [reach.to]
    case .countNeighbours(_, let count): return [count.count]
    case .countMeetings(_, let count): return [count.count]
    case .match(_, let graph):
      return graph.introduces.filter { !known.contains($0) }
    case .project(_, let items), .extend(_, let items): return items.map(\.variable)
    case .aggregate(_, let groups, let calls): return groups.map(\.variable) + calls.map(\.variable)
    case .filter, .fewWays, .selectPaths, .distinct, .sort, .top, .skip, .limit, .perform, .write, .delete, .forEach: return []
    case .optional(_, let inner), .apply(_, let inner, _):
      return inner.columns.filter { !known.contains($0) }
    case .performInTransactions(_, _, let batches): return batches.columns + (batches.status.map { [$0] } ?? [])
    case .loadCSV(_, let source): return [source.variable]
    case .union(_, let columns, _): return columns
    case .call(_, let invocation): return invocation.yields.map(\.variable)
    case .create(_, let pattern):
      return pattern.nodes.map(\.variable) + pattern.relationships.map(\.variable) + pattern.paths.map(\.variable)
    case .merge(_, let pattern): return pattern.introduces
    }
  }

  /// Whether it, or a plan inside it, changes the graph.
  public var writes: Bool {
    switch self {
    case .create, .merge, .write, .delete, .forEach: true
    default: input?.writes == true || inner.contains(where: \.writes)
    }
  }

  /// Whether each row of it can be worked out from one row of its leaf, in order: then it may run for many outer rows at once.
  public var isRowWise: Bool {
    switch self {
    case .unit, .argument: true
    case .aggregate, .selectPaths, .distinct, .sort, .top, .skip, .limit, .union, .create, .merge, .write, .delete, .forEach, .call,
      .perform, .performInTransactions:
      false
    case .optional(let input, let inner), .apply(let input, let inner, false): input.isRowWise && inner.isRowWise
    case .apply(_, _, true): false
    default: input?.isRowWise ?? false
    }
  }
}

extension LogicalPlan {
  /// The variables at the leaf of an inner plan.
  public var leafVariables: [Variable] {
    switch self {
    case .argument(let variables): return variables
    case .unit: return []
    case .union(let plans, _, _):
      var seen = Set<Variable>()
      return plans.flatMap(\.leafVariables).filter { seen.insert($0).inserted }
    default: return input?.leafVariables ?? []
    }
  }

  /// The same plan with other variables at its leaf.
  public func startingWith(_ variables: [Variable]) -> LogicalPlan {
    switch self {
    case .unit: self
    case .argument: .argument(variables)
    case .union(let plans, let columns, let distinct):
      .union(plans.map { $0.startingWith(variables) }, columns: columns, distinct: distinct)
    default: mapInput { $0.startingWith(variables) }
    }
  }
}
