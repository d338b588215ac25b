extension SyntaxNode {
  /// Every name of a variable that stands somewhere in it, whether it is read or declared there.
  public var mentionedNames: Set<String> {
    var names: Set<String> = []
    func add(_ identifier: Identifier?) { if let identifier { names.insert(identifier.text) } }
    walk { node in
      switch node {
      case .path(let path): add(path.variable)
      case .node(let node): add(node.variable)
      case .relationship(let relationship): add(relationship.variable)
      case .expression(let expression):
        switch expression.kind {
        case .variable(let name): names.insert(name)
        case .mapProjection(_, let items):
          for case .variable(let name) in items { add(name) }
        default: break
        }
      case .clause(let clause): for name in clause.changedNames { add(name) }
      case .query, .group: break
      }
      return true
    }
    return names
  }
}

extension Clause {
  /// The variables whose properties or labels it changes, and those that it hands to a subquery.
  fileprivate var changedNames: [Identifier] {
    switch self {
    case .set(let clause): clause.items.compactMap(\.changedName)
    case .merge(let clause): clause.actions.flatMap(\.items).compactMap(\.changedName)
    case .remove(let clause):
      clause.items.compactMap { if case .labels(let name, _) = $0.kind { name } else { nil } }
    case .subquery(let call): if case .variables(let names) = call.imports { names } else { [] }
    default: []
    }
  }
}

extension SetItem {
  fileprivate var changedName: Identifier? {
    switch kind {
    case .replace(let name, _), .merge(let name, _), .labels(let name, _): name
    case .property: nil
    }
  }
}
