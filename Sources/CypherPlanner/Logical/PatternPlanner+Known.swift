/// Nodes and relationships that rows hold already, of which a pattern only says what they must be.
extension PatternPlanner {
  /// Whether a relationship is one that rows hold: it is asked for its ends, however many others these have.
  func isTaken(_ relationship: PatternGraph.Relationship) -> Bool {
    relationship.length == nil && bound.contains(relationship.variable) && !off.contains(.takeKnown)
  }

  /// How many rows each becomes where so many of the two ends of a known relationship are found.
  static func rowsOfEach(_ direction: PatternDirection, finding ends: Int) -> Double {
    switch ends {
    case 0: 0.5
    case 1: 1
    default: direction == .either ? 2 : 1
    }
  }

  /// The step to the ends of a relationship that rows hold.
  mutating func take(known relationship: PatternGraph.Relationship) {
    plan = .takeRelationship(
      plan,
      KnownRelationship(
        from: relationship.from, relationship: relationship.variable, to: relationship.to, types: relationship.types,
        direction: relationship.direction, finds: [relationship.from, relationship.to].uniqued.filter { !bound.contains($0) },
        differsFrom: rivals(of: relationship)))
  }

  /// `n IN nodes`, `id(n) IN ids`, `n = m`: where the nodes are that pass a condition, or their ids. Nil for any other condition.
  func taken(by predicate: BoundExpression, as variable: Variable) -> KnownNodes? {
    if off.contains(.takeKnown) { return nil }
    switch predicate.kind {
    case .comparison(.equal, let a, let b):
      if let form = a.form(of: variable), bound.isSuperset(of: b.reads) { return KnownNodes(form: form, value: b, isAnyOf: false) }
      if let form = b.form(of: variable), bound.isSuperset(of: a.reads) { return KnownNodes(form: form, value: a, isAnyOf: false) }
      return nil
    case .isIn(let a, let list):
      guard let form = a.form(of: variable), bound.isSuperset(of: list.reads) else { return nil }
      return KnownNodes(form: form, value: list, isAnyOf: true)
    default: return nil
    }
  }
}

extension BoundExpression {
  /// What of a node it is: the node, or one of its ids.
  fileprivate func form(of variable: Variable) -> KnownNodes.Form? {
    switch kind {
    case .variable(variable): return .node
    case .function(.entity(let function), let arguments):
      guard arguments.count == 1, case .variable(variable) = arguments[0].kind else { return nil }
      return function == .id ? .id : function == .elementId ? .elementId : nil
    default: return nil
    }
  }
}
