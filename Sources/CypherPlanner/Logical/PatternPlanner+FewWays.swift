/// Where it makes no difference how often a row occurs, many ways to the same node are cut down to few before they are followed further.
extension PatternPlanner {
  /// For each row, the sets of relationships that are compared grow with these two together.
  private static let mostRivals = 6
  /// Rows that must be the same in more nodes than this to lead to the same hardly ever do.
  private static let mostKeys = 2
  /// From fewer rows than this it is not worth the while, even where nodes have many more neighbours than expected.
  static let fewestRows = 16.0

  /// Cuts down the ways that were found so far, where others may follow and several can lead to the same.
  mutating func leaveFewWays() {
    guard demand.repetitions == .ignored, !demand.isPerRow, isWeighed, !off.contains(.fewWays), !openRelationships.isEmpty,
      rows >= Self.fewestRows, graph.repetitions.isEmpty
    else { return }
    guard leavesFewWays else {
      mayLeaveFewWays = true
      return
    }
    if isRandom { return }
    let keys = bound.intersection(needed)
    let ignored = bound.subtracting(keys)
    guard keys.count <= Self.mostKeys, graph.nodes.contains(where: { ignored.contains($0.variable) }) else { return }
    let rivals = matched.filter { known in openRelationships.contains { areRivals($0, known) } }
    let later = openRelationships.filter { open in rivals.contains { areRivals($0, open) } }
    let both = rivals + later
    // A relationship of one clause may be one of another that is no rival of it, so that a way which has it is not free of it and yet counts.
    guard both.count <= Self.mostRivals, both.allSatisfy({ $0.length == nil && $0.clause == both[0].clause }) else { return }
    let node = onlyEnd
    var ways = FewWays(
      node: node, ignored: ignored,
      rivals: rivals.map { rival in
        FewWays.Rival(relationship: rival.variable, nodes: later.count == 1 ? meeting(later[0], rival, at: node) : [])
      }, later: later.count)
    if let node, keys.count == 1 {
      let most = facts.nodes(with: labels[node] ?? []) * ways.mostOfEach
      (ways.expected, ways.dropsMany) = (most, rows > most)
      rows = min(rows, most)
    }
    plan = .fewWays(plan, ways)
  }

  /// The node from which all that is open goes on; nil where there are several.
  private var onlyEnd: Variable? {
    var only: Variable?
    for relationship in openRelationships {
      for end in [relationship.from, relationship.to] where bound.contains(end) {
        if only.map({ $0 != end }) ?? false { return nil }
        only = end
      }
    }
    return only
  }

  /// The ends of a relationship at which another could be the same one, if it is followed from a node.
  private func meeting(
    _ later: PatternGraph.Relationship, _ rival: PatternGraph.Relationship, at node: Variable?
  ) -> [Variable] {
    guard let node, later.from == node || later.to == node else { return [] }
    let direction = later.from == node ? later.direction : later.direction.reversed
    guard direction != .either, rival.direction != .either, !haveTraits(later.types + rival.types) else { return [rival.from, rival.to] }
    return direction == rival.direction ? [rival.from] : [rival.to]
  }

  /// What all that is still to be done, or comes after, needs for more than to differ from it.
  private var needed: Set<Variable> {
    var needed = demand.reads
    for relationship in openRelationships {
      needed.formUnion([relationship.from, relationship.to, relationship.variable])
      if let condition = relationship.condition { needed.formUnion(condition.predicate.reads) }
      if let condition = relationship.nodeCondition { needed.formUnion(condition.predicate.reads) }
    }
    for predicate in openPredicates { needed.formUnion(predicate.reads) }
    for path in openPaths { needed.formUnion(path.expression.reads) }
    for node in openNodes { needed.insert(node.variable) }
    return needed
  }

  private var isRandom: Bool {
    openPredicates.contains(where: \.expression.isRandom) || openPaths.contains(where: \.expression.isRandom)
      || openRelationships.contains { $0.condition?.predicate.isRandom == true }
  }
}
