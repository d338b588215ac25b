/// `MATCH (a)-[r*]->(b) WHERE all(x IN r WHERE x.k > 1)` is `MATCH (a)-[r* WHERE r.k > 1]->(b)`: what does not pass is not followed. So are
/// conditions on all relationships or nodes of a path, and that there is none for which something is true.
extension PatternGraph {
  /// With such conditions on the relationships and nodes themselves. Those that may fail stay where they are, since something may be tested then
  /// that is part of no way that is found. `known`: what has its value before.
  func testingElements(_ known: @autoclosure () -> Set<Variable>) -> PatternGraph {
    guard !predicates.isEmpty, relationships.contains(where: { $0.length != nil }) else { return self }
    let known = known()
    var graph = self
    graph.predicates = []
    for predicate in predicates where !graph.take(predicate, known) { graph.predicates.append(predicate) }
    return graph
  }

  /// Whether a condition is one on all elements of a step, or of a path.
  private mutating func take(_ predicate: BoundExpression, _ known: Set<Variable>) -> Bool {
    guard case .quantifier(let quantifier, let element, let list, var condition) = predicate.kind, quantifier == .all || quantifier == .none,
      condition.isTestThatNeverFails
    else { return false }
    if quantifier == .none { condition = BoundExpression(.not(condition), span: condition.span, type: .boolean) }
    switch list.kind {
    case .variable(let variable):
      guard let at = step(variable), relationships[at].condition == nil else { return false }
      relationships[at].condition = (element, condition)
      return true
    case .function(.entity(let function), let arguments):
      guard arguments.count == 1, case .variable(let path) = arguments[0].kind,
        let item = paths.first(where: { $0.variable == path }), case .path(let elements) = item.expression.kind
      else { return false }
      let isOfNodes = function == .nodes
      guard isOfNodes || function == .relationships, condition.reads.subtracting([element]).isSubset(of: known) else { return false }
      return take(elements, element, condition, ofNodes: isOfNodes)
    default: return false
    }
  }

  /// Whether each element of a path could be given the condition.
  private mutating func take(_ elements: [PathElement], _ element: Variable, _ condition: BoundExpression, ofNodes: Bool) -> Bool {
    var graph = self
    for part in elements {
      switch part {
      case .relationships(let variable):
        guard let at = graph.step(variable) else { return false }
        if ofNodes {
          guard graph.relationships[at].nodeCondition == nil else { return false }
          graph.relationships[at].nodeCondition = (element, condition)
        } else if let (step, first) = graph.relationships[at].condition {
          guard let more = condition.reading(step, for: element) else { return false }
          graph.relationships[at].condition = (step, BoundExpression(.and(first, more), span: first.span, type: .boolean))
        } else {
          graph.relationships[at].condition = (element, condition)
        }
      case .node(let variable) where ofNodes, .relationship(let variable) where !ofNodes:
        guard let own = condition.reading(variable, for: element) else { return false }
        graph.predicates.append(own)
      case .node, .relationship: break
      }
    }
    self = graph
    return true
  }

  private func step(_ variable: Variable) -> Int? {
    relationships.firstIndex { $0.variable == variable && $0.length?.selection == .all }
  }
}
