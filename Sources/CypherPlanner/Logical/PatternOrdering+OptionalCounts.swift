/// `MATCH (a:A) OPTIONAL MATCH (a)-[:T]->(b) RETURN a.x, count(b)`: what is counted and not read need not be found, here too. Nodes
/// without such a relationship count as none, where a MATCH would leave them out.
extension PatternOrdering {
  /// The steps below an aggregation that only counts what an OPTIONAL MATCH finds, and the columns whose product says how much that is
  /// for each row; nil for other aggregations, and where what is found has to be looked at.
  func countedOptional(
    _ input: LogicalPlan, _ groups: [ProjectedItem], _ calls: [AggregateCall], _ demand: Demand
  ) -> (plan: LogicalPlan, counts: [Variable])? {
    // A condition would be looked at, and what stands in it must not be planned twice.
    guard !off.contains(.countRows), !calls.isEmpty, case .optional(let outer, .match(.argument(let known), let graph)) = input,
      graph.predicates.isEmpty, graph.repetitions.isEmpty
    else { return nil }
    let found = Set(graph.introduces).subtracting(outer.columns)
    let below = Demand(reads: [], repetitions: .counted, isPerRow: demand.isPerRow).working(out: groups.map(\.expression))
    guard below.repetitions == .counted, below.reads.isDisjoint(with: found), calls.allSatisfy({ $0.counts(oneOf: found) }),
      case (.countNeighbours(.argument, var count), let numbers) = PatternPlanner.plan(
        graph, from: .argument(known), below, facts, without: off)
    else { return nil }
    count.keepsNone = true
    let (plan, counts) = ordered(outer, below.reading(graph.readsFromOutside))
    return (.countNeighbours(plan, count), counts + numbers)
  }
}

extension AggregateCall {
  /// Whether it counts the rows in which one of these has a value.
  fileprivate func counts(oneOf variables: Set<Variable>) -> Bool {
    guard function == .count, !isDistinct, case .variable(let counted)? = arguments.first?.kind else { return false }
    return variables.contains(counted)
  }

  /// The number of all rows.
  var countingAll: AggregateCall {
    var call = self
    call.arguments = []
    return call
  }
}
