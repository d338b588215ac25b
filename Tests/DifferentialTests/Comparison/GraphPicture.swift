import GraphModel

/// A whole graph as lines that are the same for isomorphic graphs. Nodes that were there before are told apart by their
/// number; new ones by what they hold and, in rounds, by what they are connected with (colour refinement: Weisfeiler
/// and Leman, 1968).
struct GraphPicture {
  struct Edge {
    var text: String
    var start: NodeID
    var end: NodeID
  }

  var nodes: [NodeID: String] = [:]
  var edges: [Edge] = []
  private static let rounds = 4

  var lines: [String] {
    var colours = nodes
    for _ in 0..<Self.rounds {
      var seen: [NodeID: [String]] = [:]
      for edge in edges {
        seen[edge.start, default: []].append("-\(edge.text)->\(Self.digest(colours[edge.end]))")
        seen[edge.end, default: []].append("<-\(edge.text)-\(Self.digest(colours[edge.start]))")
      }
      for (node, text) in nodes { colours[node] = text + Self.digest((seen[node] ?? []).sorted().joined()) }
    }
    let links = edges.map { edge in
      let (start, end) = (nodes[edge.start] ?? "?", nodes[edge.end] ?? "?")
      return "\(start) -\(edge.text)-> \(end) \(Self.digest(colours[edge.start]))\(Self.digest(colours[edge.end]))"
    }
    return colours.map { "\(nodes[$0.key] ?? "") \(Self.digest($0.value))" }.sorted() + links.sorted()
  }

  private static func digest(_ text: String?) -> String {
    String(
      UInt32(
        truncatingIfNeeded: (text ?? "").utf8.reduce(UInt64(14_695_981_039_346_656_037)) {
          ($0 ^ UInt64($1)) &* 1_099_511_628_211
        }), radix: 36)
  }

  init(_ graph: ReferenceGraph, before: ReferenceGraph) {
    let texts = CanonicalText()
    for (id, node) in graph.nodes {
      let name = before.nodes[id] == nil ? "new" : "n\(id.rawValue)"
      nodes[id] = Self.text(name, node.labels, node.properties.map { "\($0.key): \(texts.text($0.value))" })
    }
    for (id, relationship) in graph.relationships {
      let name = before.relationships[id] == nil ? "new" : "r\(id.rawValue)"
      let properties = relationship.properties.map { "\($0.key): \(texts.text($0.value))" }
      edges.append(
        Edge(text: Self.text(name, [relationship.type], properties), start: relationship.start, end: relationship.end))
    }
  }

  init(_ graph: any GraphReader, _ texts: CanonicalText) throws {
    var found: [NodeID] = []
    try graph.scanNodes(labels: [], after: nil, limit: 100_000, into: &found)
    for (id, labels) in zip(found, try graph.labels(of: found)) {
      let properties = try graph.properties(of: id).map { "\(graph.name(of: $0.key)): \(texts.text($0.value))" }
      nodes[id] = Self.text(texts.text(.node(id)), Set(labels.map { graph.name(of: $0) }), properties)
    }
    var links = Adjacency()
    try graph.scanRelationships(types: nil, after: nil, limit: 100_000, into: &links)
    for (at, ends) in try graph.ends(of: links.relationships).enumerated() {
      guard let ends else { continue }
      let id = links.relationships[at]
      let properties = try graph.properties(of: id).map { "\(graph.name(of: $0.key)): \(texts.text($0.value))" }
      edges.append(
        Edge(
          text: Self.text(texts.text(.relationship(id)), [graph.name(of: ends.type)], properties), start: ends.start,
          end: ends.end))
    }
  }

  private static func text(_ name: String, _ labels: Set<String>, _ properties: [String]) -> String {
    // The reference calls what is new `new`, the canonical text of the engine's ids `nnew` or `rnew`.
    let name = name.hasSuffix("new") ? "new" : name
    return "\(name)\(labels.sorted().map { ":" + $0 }.joined()){\(properties.sorted().joined(separator: ", "))}"
  }
}
