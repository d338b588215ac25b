import CypherPlanner
import GraphModel

extension ExpansionSelection {
  /// What a pattern with these type names and this arrow follows in a graph, inverses and symmetric types included; nil
  /// where nothing can be found.
  init?(_ types: [String], _ direction: PatternDirection, in graph: any GraphReader) {
    guard !types.isEmpty else {
      self.init(
        outgoing: direction == .incoming ? .none : .all, incoming: direction == .outgoing ? .none : .all)
      return
    }
    let traits = graph.traits
    var outgoing: [RelationshipTypeID] = []
    var incoming: [RelationshipTypeID] = []
    for name in types {
      let isSymmetric = traits.symmetric.contains(name)
      if let type = graph.relationshipType(named: name) {
        if direction != .incoming || isSymmetric { outgoing.append(type) }
        if direction != .outgoing || isSymmetric { incoming.append(type) }
      }
      if let inverse = traits.inverses[name], let type = graph.relationshipType(named: inverse) {
        if direction != .incoming { incoming.append(type) }
        if direction != .outgoing { outgoing.append(type) }
      }
    }
    if outgoing.isEmpty, incoming.isEmpty { return nil }
    self.init(outgoing: Types(outgoing), incoming: Types(incoming))
  }
}

extension ExpansionSelection.Types {
  /// These, ascending, each once.
  fileprivate init(_ types: [RelationshipTypeID]) {
    if types.isEmpty { self = .none } else { self = .only(types.count == 1 ? types : Set(types).sorted()) }
  }
}
