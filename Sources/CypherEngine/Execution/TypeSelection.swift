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
    var outgoing = Set<RelationshipTypeID>()
    var incoming = Set<RelationshipTypeID>()
    for name in types {
      let isSymmetric = traits.symmetric.contains(name)
      if let type = graph.relationshipType(named: name) {
        if direction != .incoming || isSymmetric { outgoing.insert(type) }
        if direction != .outgoing || isSymmetric { incoming.insert(type) }
      }
      if let inverse = traits.inverses[name], let type = graph.relationshipType(named: inverse) {
        if direction != .incoming { incoming.insert(type) }
        if direction != .outgoing { outgoing.insert(type) }
      }
    }
    if outgoing.isEmpty, incoming.isEmpty { return nil }
    self.init(
      outgoing: outgoing.isEmpty ? .none : .only(outgoing.sorted()),
      incoming: incoming.isEmpty ? .none : .only(incoming.sorted()))
  }
}
