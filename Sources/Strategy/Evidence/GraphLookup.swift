import GraphModel

/// Names and properties of a graph by the words that Strategy uses. Works in the transaction that is open.
struct GraphLookup {
  let graph: any GraphReader

  func properties(of node: NodeID) throws(StoreError) -> ValueMap {
    ValueMap(try graph.properties(of: node).map { (graph.name(of: $0.key), $0.value) })
  }

  func properties(of relationship: RelationshipID) throws(StoreError) -> ValueMap {
    ValueMap(try graph.properties(of: relationship).map { (graph.name(of: $0.key), $0.value) })
  }

  func id(of node: NodeID) throws(StoreError) -> String? {
    guard let key = graph.propertyKey(named: "id") else { return nil }
    return try graph.property(key, of: [node])[0].text
  }

  func hasLabel(_ name: String, _ node: NodeID) throws(StoreError) -> Bool {
    guard let label = graph.label(named: name) else { return false }
    return try graph.hasLabel(label, [node]).first ?? false
  }

  /// The node with a label and an id. Cost: a look into the index; without one, a pass over the nodes with the label.
  func node(_ label: String, id: String) throws(StoreError) -> NodeID? {
    guard let label = graph.label(named: label), let key = graph.propertyKey(named: "id") else { return nil }
    if let found = try graph.findNodes(label: label, key: key, equalTo: .string(id)) { return found.first }
    let nodes = try nodes(label)
    let ids = try graph.property(key, of: nodes)
    return nodes.indices.first { ids[$0].text == id }.map { nodes[$0] }
  }

  /// All nodes with a label, with the values of one of their properties.
  func nodes(_ label: String, _ key: String) throws(StoreError) -> [(node: NodeID, value: Value)] {
    guard let label = graph.label(named: label), let key = graph.propertyKey(named: key) else { return [] }
    let nodes = try nodes(label)
    let values = try graph.property(key, of: nodes)
    return nodes.enumerated().map { ($0.element, values[$0.offset]) }
  }

  private func nodes(_ label: LabelID) throws(StoreError) -> [NodeID] {
    var nodes: [NodeID] = []
    try graph.scanNodes(labels: [label], after: nil, limit: Int.max, into: &nodes)
    return nodes
  }

  /// The nodes at the end of the relationships of a type that start at a node, with those relationships.
  func outgoing(_ node: NodeID, _ type: String) throws(StoreError) -> [(node: NodeID, by: RelationshipID)] {
    guard let type = graph.relationshipType(named: type) else { return [] }
    var found = Adjacency()
    try graph.expand([node], ExpansionSelection(outgoing: .only([type]), incoming: .none), into: &found)
    return zip(found.neighbours, found.relationships).map { ($0, $1) }
  }
}

extension Value {
  /// A count that fits the machine; nil for any other value.
  var count: Int? {
    if case .integer(let number) = self { return Int(exactly: number) }
    return nil
  }
}

extension ValueMap {
  /// The text under a key.
  func text(_ key: String) -> String? { self[key]?.text }
}
