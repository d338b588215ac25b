extension LogicalPlan {
  /// The plan that this one takes its rows from.
  public var input: LogicalPlan? {
    switch self {
    case .unit, .argument, .union: nil
    case .scanNodes(let input, _, _, _), .seekNodes(let input, _, _), .scanRelationships(let input, _),
      .expand(let input, _), .expandRepeatedly(let input, _), .shortestPaths(let input, _), .repeatPattern(let input, _),
      .reach(let input, _), .countNeighbours(let input, _), .countMeetings(let input, _), .match(let input, _),
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

  /// The variables of its rows, in the order of their columns.
  public var columns: [Variable] {
    switch self {
    case .unit: return []
    case .argument(let variables): return variables
    case .scanNodes(let input, let variable, _, _), .seekNodes(let input, let variable, _),
      .unwind(let input, _, let variable):
      return input.columns + [variable]
    case .scanRelationships(let input, let scan): return input.columns + [scan.start, scan.relationship, scan.end]
    case .expand(let input, let expansion):
      return input.columns + [expansion.relationship] + (expansion.isInto ? [] : [expansion.to])
    case .expandRepeatedly(let input, let expansion):
      return input.columns + [expansion.relationships] + (expansion.isInto ? [] : [expansion.to])
    case .shortestPaths(let input, let paths): return input.columns + [paths.relationships]
    case .repeatPattern(let input, let pattern):
      return input.columns + [pattern.relationships] + (pattern.isInto ? [] : [pattern.to]) + pattern.groups.map(\.list)
    case .reach(let input, let reach): return input.columns + (reach.isInto ? [] : [reach.to])
    case .countNeighbours(let input, let count): return input.columns + [count.count]
    case .countMeetings(let input, let count): return input.columns + [count.count]
    case .match(let input, let graph):
      let known = Set(input.columns)
      return input.columns + graph.introduces.filter { !known.contains($0) }
    case .project(_, let items): return items.map(\.variable)
    case .extend(let input, let items): return input.columns + items.map(\.variable)
    case .aggregate(_, let groups, let calls): return groups.map(\.variable) + calls.map(\.variable)
    case .filter(let input, _), .selectPaths(let input, _), .distinct(let input), .sort(let input, _), .top(let input, _, _), .skip(let input, _),
      .limit(let input, _), .perform(let input, _), .write(let input, _), .delete(let input, _, _),
      .forEach(let input, _, _, _):
      return input.columns
    case .optional(let input, let inner), .apply(let input, let inner, _):
      let outer = input.columns
      let known = Set(outer)
      return outer + inner.columns.filter { !known.contains($0) }
    case .performInTransactions(let input, _, let batches):
      return input.columns + batches.columns + (batches.status.map { [$0] } ?? [])
    case .loadCSV(let input, let source): return input.columns + [source.variable]
    case .union(_, let columns, _): return columns
    case .call(let input, let invocation): return input.columns + invocation.yields.map(\.variable)
    case .create(let input, let pattern):
      return input.columns + pattern.nodes.map(\.variable) + pattern.relationships.map(\.variable)
        + pattern.paths.map(\.variable)
    case .merge(let input, let pattern): return input.columns + pattern.introduces
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
  /// How many columns its input has; 0 for a leaf.
  public var inputColumnCount: Int { input?.columns.count ?? 0 }

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
