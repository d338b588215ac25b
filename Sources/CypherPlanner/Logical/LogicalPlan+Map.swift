extension LogicalPlan {
  /// The same operation over another input. Leaves and unions stay as they are.
  func mapInput(_ change: (LogicalPlan) -> LogicalPlan) -> LogicalPlan {
    switch self {
    case .unit, .argument, .union: self
    case .scanNodes(let input, let variable, let label, let tests): .scanNodes(change(input), variable, label: label, tests)
    case .seekNodes(let input, let variable, let seek): .seekNodes(change(input), variable, seek)
    case .takeNodes(let input, let variable, let known): .takeNodes(change(input), variable, known)
    case .takeRelationship(let input, let known): .takeRelationship(change(input), known)
    case .scanRelationships(let input, let scan): .scanRelationships(change(input), scan)
    case .seekRelationships(let input, let scan, let seek): .seekRelationships(change(input), scan, seek)
    case .expand(let input, let expansion): .expand(change(input), expansion)
    case .expandRepeatedly(let input, let expansion): .expandRepeatedly(change(input), expansion)
    case .shortestPaths(let input, let paths): .shortestPaths(change(input), paths)
    case .repeatPattern(let input, let pattern): .repeatPattern(change(input), pattern)
    case .reach(let input, let reach): .reach(change(input), reach)
    case .countNeighbours(let input, let count): .countNeighbours(change(input), count)
    case .countMeetings(let input, let count): .countMeetings(change(input), count)
    case .fewWays(let input, let ways): .fewWays(change(input), ways)
    case .match(let input, let graph): .match(change(input), graph)
    case .selectPaths(let input, let selection): .selectPaths(change(input), selection)
    case .filter(let input, let predicate): .filter(change(input), predicate)
    case .project(let input, let items): .project(change(input), items)
    case .extend(let input, let items): .extend(change(input), items)
    case .aggregate(let input, let groups, let calls): .aggregate(change(input), groups: groups, calls)
    case .distinct(let input): .distinct(change(input))
    case .sort(let input, let keys): .sort(change(input), keys)
    case .top(let input, let keys, let limit): .top(change(input), keys, limit)
    case .skip(let input, let count): .skip(change(input), count)
    case .limit(let input, let count): .limit(change(input), count)
    case .unwind(let input, let list, let variable): .unwind(change(input), list, variable)
    case .optional(let input, let inner): .optional(change(input), inner: inner)
    case .apply(let input, let inner, let perRow): .apply(change(input), inner: inner, perRow: perRow)
    case .perform(let input, let inner): .perform(change(input), inner: inner)
    case .performInTransactions(let input, let inner, let batches):
      .performInTransactions(change(input), inner: inner, batches)
    case .call(let input, let invocation): .call(change(input), invocation)
    case .loadCSV(let input, let source): .loadCSV(change(input), source)
    case .create(let input, let pattern): .create(change(input), pattern)
    case .merge(let input, let pattern): .merge(change(input), pattern)
    case .write(let input, let items): .write(change(input), items)
    case .delete(let input, let targets, let detach): .delete(change(input), targets, detach: detach)
    case .forEach(let input, let variable, let list, let body): .forEach(change(input), variable, in: list, body: body)
    }
  }

  /// The same operation over other inner plans.
  func mapInner(_ change: (LogicalPlan) -> LogicalPlan) -> LogicalPlan {
    switch self {
    case .optional(let input, let inner): return .optional(input, inner: change(inner))
    case .apply(let input, let inner, let perRow): return .apply(input, inner: change(inner), perRow: perRow)
    case .perform(let input, let inner): return .perform(input, inner: change(inner))
    case .performInTransactions(let input, let inner, let batches):
      return .performInTransactions(input, inner: change(inner), batches)
    case .forEach(let input, let variable, let list, let body):
      return .forEach(input, variable, in: list, body: change(body))
    case .merge(let input, var pattern):
      pattern.match = change(pattern.match)
      return .merge(input, pattern)
    case .repeatPattern(let input, var pattern):
      pattern.turn = change(pattern.turn)
      return .repeatPattern(input, pattern)
    case .union(let plans, let columns, let distinct):
      return .union(plans.map(change), columns: columns, distinct: distinct)
    default: return self
    }
  }
}
