/// `MATCH (a)-[r*]->(b) WHERE all(x IN r WHERE x.k > 1)` is `MATCH (a)-[r* WHERE r.k > 1]->(b)`: what does not pass is not followed.
extension PatternGraph {
  /// With such conditions on the relationships themselves. Those that may fail stay where they are, since a relationship may be tested then that
  /// is part of no way that is found.
  func testingElements() -> PatternGraph {
    guard relationships.contains(where: { $0.length != nil }) else { return self }
    var graph = self
    graph.predicates = []
    for predicate in predicates where !graph.take(predicate) { graph.predicates.append(predicate) }
    return graph
  }

  /// Whether a condition is one on all relationships of a step that has none yet.
  private mutating func take(_ predicate: BoundExpression) -> Bool {
    guard case .quantifier(.all, let element, let list, let condition) = predicate.kind, case .variable(let variable) = list.kind,
      condition.isTestThatNeverFails,
      let at = relationships.firstIndex(where: { $0.variable == variable && $0.length?.selection == .all && $0.condition == nil })
    else { return false }
    relationships[at].condition = (element, condition)
    return true
  }
}
