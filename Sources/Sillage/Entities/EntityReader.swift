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

  /// How a node is called. A node without a name goes by its title, its id, or its number. Its rarest label comes first, since a
  /// type has never more nodes than its supertype.
  func name(of node: NodeID) throws(StoreError) -> EntityName {
    let properties = try properties(of: node)
    let id = properties["id"]?.text ?? "#\(node.rawValue)"
    let name = properties["name"]?.text ?? properties["title"]?.text ?? Self.summary(of: properties) ?? id
    return EntityName(id: id, name: name, types: try types(of: [node]).first ?? [])
  }

  /// The labels of nodes, the rarest first.
  func types(of nodes: [NodeID]) throws(StoreError) -> [[String]] {
    let counts = try graph.statistics().nodesByLabel
    return try graph.labels(of: nodes).map { labels in
      labels.sorted { (counts[$0] ?? 0, $0) < (counts[$1] ?? 0, $1) }.map { graph.name(of: $0) }
    }
  }

  /// One property of nodes, as a column; nil where no node has it.
  func column(_ property: String, of nodes: [NodeID]) throws(StoreError) -> Column? {
    guard let key = graph.propertyKey(named: property) else { return nil }
    return try graph.property(key, of: nodes)
  }

  /// What an observation or a claim says, in short: they have no names.
  private static func summary(of properties: [String: Value]) -> String? {
    if let predicate = properties["predicate"]?.text {
      return [predicate, properties["value"]?.text].compactMap { $0 }.joined(separator: " ")
    }
    guard let property = properties["property"]?.text, let value = properties["value"]?.shown else { return nil }
    let amount = [property, value, properties["unit"]?.text].compactMap { $0 }.joined(separator: " ")
    return [amount, properties["date"]?.text].compactMap { $0 }.joined(separator: ", ")
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

  /// A scalar as it is read.
  var shown: String? {
    switch self {
    case .string(let text): text
    case .integer(let number): String(number)
    case .float(let number): number == number.rounded() && abs(number) < 1e15 ? String(Int64(number)) : String(number)
    case .boolean(let flag): String(flag)
    default: nil
    }
  }

  var integer: Int? {
    if case .integer(let number) = self { return Int(exactly: number) }
    return nil
  }

  var number: Double? {
    if case .float(let number) = self { return number }
    return nil
  }

  var texts: [String] {
    if case .list(let items) = self { return items.compactMap(\.text) }
    return []
  }
}
