extension PatternGraph {
  /// How many nodes a joined pattern may have: choosing where to begin costs the square of them.
  private static let mostNodes = 24

  /// The patterns of two MATCH clauses, one behind the other, as one; nil where that may change the answer. Relationships of different clauses may
  /// be the same. A condition on whole rows is about those of its own clause. Conditions of the second clause must not fail, since they may then be
  /// tested before those of the first.
  func joined(with next: PatternGraph) -> PatternGraph? {
    guard isPlain, next.isPlain, nodes.count + next.nodes.count <= Self.mostNodes, !predicates.contains(where: \.hasPartOfWholeRows),
      next.predicates.allSatisfy(\.isTestThatNeverFails),
      next.relationships.allSatisfy({ $0.condition?.predicate.isTestThatNeverFails ?? true }),
      Set(introduces).isDisjoint(with: next.relationships.map(\.variable) + next.paths.map(\.variable))
    else { return nil }
    var joined = self
    for node in next.nodes {
      if let at = joined.nodes.firstIndex(where: { $0.variable == node.variable }) {
        joined.nodes[at].labels += node.labels
      } else {
        joined.nodes.append(node)
      }
    }
    let clause = 1 + (relationships.map(\.clause).max() ?? 0)
    joined.relationships += next.relationships.map { relationship in
      var relationship = relationship
      relationship.clause += clause
      return relationship
    }
    joined.paths += next.paths
    joined.predicates += next.predicates
    joined.wholePath = next.wholePath
    return joined
  }

  /// Whether all of its paths are kept and no part of one repeats.
  private var isPlain: Bool {
    repetitions.isEmpty && relationships.allSatisfy { ($0.length?.selection ?? .all) == .all }
  }
}

extension BoundExpression {
  fileprivate var hasPartOfWholeRows: Bool { conjuncts.contains(where: \.isOfWholeRows) }
}
