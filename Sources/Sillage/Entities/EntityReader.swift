/// Reads entities as reports tell them: names, properties, what stands between them. Works in the transaction that is open.
struct EntityReader {
  let graph: any GraphReader

  /// The properties of a node by name.
  func properties(of node: NodeID) throws(StoreError) -> [String: Value] {
    var found: [String: Value] = [:]
    for (key, value) in try graph.properties(of: node) { found[graph.name(of: key)] = value }
    return found
  }

  func properties(of relationship: RelationshipID) throws(StoreError) -> [String: Value] {
    var found: [String: Value] = [:]
    for (key, value) in try graph.properties(of: relationship) { found[graph.name(of: key)] = value }
    return found
  }

  /// How a node is called. A node without a name goes by its title, its id, or its number.
  func name(of node: NodeID) throws(StoreError) -> EntityName {
    let properties = try properties(of: node)
    let labels = try graph.labels(of: [node]).first ?? []
    let id = properties["id"]?.text ?? "#\(node.rawValue)"
    let name = properties["name"]?.text ?? properties["title"]?.text ?? id
    return EntityName(id: id, name: name, types: labels.map { graph.name(of: $0) })
  }

  /// The relationships of a node to its other nodes, both ways.
  func relationships(of node: NodeID) throws(StoreError) -> Adjacency {
    var found = Adjacency()
    try graph.expand([node], ExpansionSelection(outgoing: .all, incoming: .all), into: &found)
    return found
  }

  func ends(of relationship: RelationshipID) throws(StoreError) -> RelationshipEnds {
    if let found = try graph.ends(of: [relationship]).first, let ends = found { return ends }
    throw StoreError(.notFound, "relationship \(relationship.rawValue) does not exist")
  }

  /// The nodes at the other end of the relationships of one type.
  func neighbours(of node: NodeID, _ type: String, outgoing: Bool) throws(StoreError) -> [(node: NodeID, by: RelationshipID)] {
    guard let type = graph.relationshipType(named: type) else { return [] }
    let types = ExpansionSelection.Types.only([type])
    var found = Adjacency()
    try graph.expand(
      [node], ExpansionSelection(outgoing: outgoing ? types : .none, incoming: outgoing ? .none : types), into: &found)
    return zip(found.neighbours, found.relationships).map { (node: $0, by: $1) }
  }
}

extension Value {
  var text: String? {
    if case .string(let text) = self { return text }
    return nil
  }

  var integer: Int? {
    if case .integer(let number) = self { return Int(exactly: number) }
    return nil
  }

  var texts: [String] {
    if case .list(let items) = self { return items.compactMap(\.text) }
    return []
  }
}
