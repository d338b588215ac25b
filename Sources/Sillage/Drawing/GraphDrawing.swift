import Diagrams
import Strategy

/// Turns parts of a graph into the model of a diagram. Works in the transaction that is open.
struct GraphDrawing {
  /// Not drawn around an entity unless they are asked for: they say what the drawn relationships rest on.
  static let evidence: Set<String> = [GraphNames.claimLabel, GraphNames.sourceLabel, GraphNames.observationLabel]

  let reader: EntityReader
  let language: DiagramLanguage
  let style: DiagramStyle
  private let names: StableNames

  init(_ reader: EntityReader, _ request: DiagramRequest) {
    self.reader = reader
    language = request.language
    style = request.style
    names = StableNames(reader)
  }

  func words(_ english: String, _ french: String) -> String { language == .french ? french : english }

  // MARK: Parts

  /// The words for an entity, with an id that does not depend on the order in which the graph was made.
  func name(of node: NodeID) throws(StoreError) -> EntityName { try names.name(of: node) }

  func node(_ node: NodeID, isSubject: Bool = false) throws(StoreError) -> DiagramNode {
    let name = try name(of: node)
    let properties = try reader.properties(of: node)
    let sourcing = try Sourcing(properties, reader)
    return DiagramNode(
      id: name.id, name: name.name, labels: name.types, isSubject: isSubject, url: properties["url"]?.text ?? sourcing.url,
      note: [properties["note"]?.text, sourcing.inWords].compactMap { $0 }.joined(separator: "\n"))
  }

  func nodes(_ nodes: some Sequence<NodeID>, subject: NodeID? = nil) throws(StoreError) -> [DiagramNode] {
    var found: [DiagramNode] = []
    for node in nodes { found.append(try self.node(node, isSubject: node == subject)) }
    return found
  }

  /// Relationships as lines, with the sources that they cite.
  func lines(_ relationships: some Sequence<RelationshipID>) throws(StoreError) -> DrawnLines {
    var drawn = DrawnLines()
    for relationship in relationships {
      let relation = try SourcedRelation(relationship, reader)
      let ends = try reader.ends(of: relationship)
      var edge = edge(relation)
      edge.from = try name(of: ends.start).id
      edge.to = try name(of: ends.end).id
      drawn.edges.append(edge)
      if let source = relation.sourcing.diagramSource { drawn.sources[source.id] = source }
    }
    return drawn
  }

  private func edge(_ relation: SourcedRelation) -> DiagramEdge {
    let status = relation.status.flatMap(DiagramEdgeStatus.init) ?? .asserted
    let date = status == .ended || status == .endedPlanned ? relation.end : relation.start
    let qualifiers = relation.qualifiers.compactMap { field -> String? in
      if case .string(let text) = field.value { text } else { nil }
    }
    return DiagramEdge(
      from: relation.from.id, to: relation.to.id, type: relation.type,
      qualifier: qualifiers.isEmpty ? nil : qualifiers.joined(separator: ", "), status: status, date: date,
      note: [relation.note, relation.sourcing.inWords].compactMap { $0 }.joined(separator: "\n"), since: relation.start,
      until: relation.end, url: relation.sourcing.url, citations: relation.sourcing.source.map { [$0] } ?? [])
  }

  /// What the bibliography says of a source.
  func source(_ id: String) throws(StoreError) -> DiagramSource {
    let sourcing = try Sourcing(["source": .string(id)], reader)
    return sourcing.diagramSource ?? DiagramSource(id: id, text: id)
  }

  // MARK: Around

  /// The neighbours of nodes that are drawn: no claims, sources and observations.
  func drawable(_ nodes: [NodeID], keeping subject: NodeID? = nil) throws(StoreError) -> [NodeID] {
    let labels = try reader.graph.labels(of: nodes)
    return zip(nodes, labels).filter { node, labels in
      node == subject || !labels.contains { Self.evidence.contains(reader.graph.name(of: $0)) }
    }.map(\.0)
  }

  /// All relationships between nodes of a set.
  func relationships(among nodes: [NodeID]) throws(StoreError) -> [RelationshipID] {
    let wanted = Set(nodes)
    var found = Adjacency()
    try reader.graph.expand(nodes, ExpansionSelection(outgoing: .all, incoming: .none), into: &found)
    var kept: Set<RelationshipID> = []
    for at in 0..<found.count where wanted.contains(found.neighbours[at]) {
      kept.insert(found.relationships[at])
    }
    return kept.sorted()
  }

  /// What stands beside a node by relationships of some types, in either direction.
  func beside(_ node: NodeID, _ types: Set<String>) throws(StoreError) -> [(node: NodeID, by: RelationshipID, type: String)] {
    let around = try reader.relationships(of: node)
    var found: [(node: NodeID, by: RelationshipID, type: String)] = []
    for (neighbour, relationship) in zip(around.neighbours, around.relationships) {
      let type = reader.graph.name(of: try reader.ends(of: relationship).type)
      if types.contains(type) { found.append((neighbour, relationship, type)) }
    }
    return found
  }

  /// The labels of a node, the most specific first.
  func labels(of node: NodeID) throws(StoreError) -> [String] { try name(of: node).types }
}

/// Lines with what they cite.
struct DrawnLines {
  var edges: [DiagramEdge] = []
  var sources: [String: DiagramSource] = [:]

  /// In the order of their ids.
  var sourceList: [DiagramSource] { sources.keys.sorted().compactMap { sources[$0] } }
}

extension Sourcing {
  /// "Publisher, title, date", as far as they are known; nil where nothing is.
  var inWords: String? {
    let parts = [publisher ?? source, title, asOf].compactMap { $0 }
    return parts.isEmpty ? nil : parts.joined(separator: ", ")
  }

  var diagramSource: DiagramSource? {
    guard let source, let inWords else { return nil }
    return DiagramSource(id: source, text: inWords, url: url)
  }
}
