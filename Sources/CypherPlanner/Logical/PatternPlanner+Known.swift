/// Nodes that rows hold already, of which a pattern only says what they must be.
extension PatternPlanner {
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
