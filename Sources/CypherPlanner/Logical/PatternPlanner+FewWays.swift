/// Where it makes no difference how often a row occurs, many ways to the same node are cut down to few before they are followed further.
extension PatternPlanner {
  /// For each row, the sets of relationships that are compared grow with these two together.
  private static let mostRivals = 6

  /// Cuts down the ways that were found so far, where others may follow and several can lead to the same.
  mutating func leaveFewWays() {
    guard demand.repetitions == .ignored, !demand.isPerRow, isWeighed, !off.contains(.fewWays), !openRelationships.isEmpty,
      graph.repetitions.isEmpty, !isRandom
    else { return }
    let ignored = bound.filter { !isNeeded($0) }
    guard graph.nodes.contains(where: { ignored.contains($0.variable) }) else { return }
    let rivals = matched.filter { known in openRelationships.contains { areRivals($0, known) } }
    let later = openRelationships.filter { open in rivals.contains { areRivals($0, open) } }
    // A relationship of one clause may be one of another that is no rival of it, so that a way which has it is not free of it and yet counts.
    guard (rivals + later).allSatisfy({ $0.length == nil }), Set((rivals + later).map(\.clause)).count <= 1,
      rivals.count + later.count <= Self.mostRivals
    else { return }
    let ends = Set(openRelationships.flatMap { [$0.from, $0.to] }.filter(bound.contains))
    let node = ends.count == 1 ? ends.first : nil
    plan = .fewWays(
      plan,
      FewWays(
        node: node, ignored: ignored,
        rivals: rivals.map { rival in
          FewWays.Rival(relationship: rival.variable, nodes: later.count == 1 ? later.flatMap { meeting($0, rival, at: node) } : [])
        }, later: later.count))
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

  /// Whether anything that is still to be done, or comes after, needs the variable for more than to differ from it.
  private func isNeeded(_ variable: Variable) -> Bool {
    isRead(variable) || openRelationships.contains { $0.from == variable || $0.to == variable || $0.variable == variable }
      || openNodes.contains { $0.variable == variable }
  }

  private var isRandom: Bool {
    openPredicates.contains(where: \.expression.isRandom) || openPaths.contains(where: \.expression.isRandom)
      || openRelationships.contains { $0.condition?.predicate.isRandom == true }
  }
}
