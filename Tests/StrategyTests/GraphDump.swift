import GraphModel

/// A graph as sorted lines that tests can compare: `(id:Label {…})` and `a -TYPE {…}-> b`.
struct GraphDump {
  private(set) var nodes: [String] = []
  private(set) var relationships: [String] = []

  init(_ graph: any GraphReader) throws {
    var ids: [NodeID] = []
    try graph.scanNodes(labels: [], after: nil, limit: 100_000, into: &ids)
    let id = graph.propertyKey(named: "id")
    var names: [NodeID: String] = [:]
    for (node, labels) in zip(ids, try graph.labels(of: ids)) {
      let properties = try graph.properties(of: node)
      let own = properties.first { $0.key == id }.map { Self.text($0.value) } ?? "#\(node.rawValue)"
      names[node] = own
      let list = labels.map { ":" + graph.name(of: $0) }.sorted().joined()
      nodes.append("(\(own)\(list)\(Self.text(properties, graph, without: id)))")
    }
    var found = Adjacency()
    try graph.scanRelationships(types: nil, after: nil, limit: 100_000, into: &found)
    for (relationship, ends) in zip(found.relationships, try graph.ends(of: found.relationships)) {
      guard let ends else { continue }
      let properties = Self.text(try graph.properties(of: relationship), graph, without: nil)
      relationships.append(
        "\(names[ends.start] ?? "?") -\(graph.name(of: ends.type))\(properties)-> \(names[ends.end] ?? "?")")
    }
  }

  private static func text(
    _ properties: [(key: PropertyKeyID, value: Value)], _ graph: any GraphReader, without: PropertyKeyID?
  ) -> String {
    let pairs = properties.filter { $0.key != without }.map { "\(graph.name(of: $0.key)): \(text($0.value))" }.sorted()
    return pairs.isEmpty ? "" : " {\(pairs.joined(separator: ", "))}"
  }

  /// Floats keep their point, so that `3` and `3.0` differ.
  private static func text(_ value: Value) -> String {
    switch value {
    case .string(let text): text
    case .integer(let integer): "\(integer)"
    case .float(let number): "\(number)"
    case .boolean(let flag): "\(flag)"
    case .list(let items): "[" + items.map(text).joined(separator: ", ") + "]"
    default: "\(value)"
    }
  }
}
