import Diagrams
import Strategy

/// Turns parts of a graph into the model of a diagram.
struct GraphDrawing {
  private let reader: EntityReader
  /// Not drawn around an entity unless they are asked for: they say what the drawn relationships rest on.
  private static let evidence: Set<String> = [
    GraphNames.claimLabel, GraphNames.sourceLabel, GraphNames.observationLabel,
  ]

  private let language: DiagramLanguage

  init(_ reader: EntityReader, language: DiagramLanguage) {
    self.reader = reader
    self.language = language
  }

  // MARK: Neighbourhood

  func neighbourhood(of subject: NodeID, depth: Int) throws(StoreError) -> DiagramModel {
    var reached: Set<NodeID> = [subject]
    var frontier = [subject]
    for _ in 0..<max(0, depth) {
      var found = Adjacency()
      try reader.graph.expand(frontier, ExpansionSelection(outgoing: .all, incoming: .all), into: &found)
      frontier = try drawable(found.neighbours.filter { reached.insert($0).inserted })
    }
    let nodes = try drawable(reached.sorted(), keeping: subject)
    let relationships = try self.relationships(among: nodes)
    let name = try reader.name(of: subject)
    return DiagramModel(
      kind: .neighbourhood, title: name.name, subtitle: subtitle(depth),
      provenance: DiagramProvenance(query: "diagram \(name.id) --depth \(depth)", generator: "sillage \(SillageVersion.text)"),
      nodes: try nodes.map { node throws(StoreError) in try self.node(node, isSubject: node == subject) },
      edges: try relationships.map { relationship throws(StoreError) in try edge(relationship) })
  }

  private func subtitle(_ depth: Int) -> String {
    switch language {
    case .english: depth == 1 ? "one step around" : "\(depth) steps around"
    case .french: depth == 1 ? "voisinage à un pas" : "voisinage à \(depth) pas"
    }
  }

  private func drawable(_ nodes: [NodeID], keeping subject: NodeID? = nil) throws(StoreError) -> [NodeID] {
    let labels = try reader.graph.labels(of: nodes)
    return zip(nodes, labels).filter { node, labels in
      node == subject || !labels.contains { Self.evidence.contains(reader.graph.name(of: $0)) }
    }.map(\.0)
  }

  private func relationships(among nodes: [NodeID]) throws(StoreError) -> [RelationshipID] {
    let wanted = Set(nodes)
    var found = Adjacency()
    try reader.graph.expand(nodes, ExpansionSelection(outgoing: .all, incoming: .none), into: &found)
    var kept: Set<RelationshipID> = []
    for at in 0..<found.count where wanted.contains(found.neighbours[at]) {
      kept.insert(found.relationships[at])
    }
    return kept.sorted()
  }

  // MARK: Answers

  /// All nodes, relationships and paths of an answer. Relationships bring their ends with them.
  func answer(_ answer: QueryAnswer, title: String, query: String) throws(StoreError) -> DiagramModel {
    var nodes: Set<NodeID> = []
    var relationships: Set<RelationshipID> = []
    for value in answer.rows.joined() { Self.collect(value, &nodes, &relationships) }
    for ends in try reader.graph.ends(of: relationships.sorted()) {
      if let ends { nodes.formUnion([ends.start, ends.end]) }
    }
    return DiagramModel(
      kind: .queryResult, title: title,
      provenance: DiagramProvenance(query: query, generator: "sillage \(SillageVersion.text)"),
      nodes: try nodes.sorted().map { node throws(StoreError) in try self.node(node, isSubject: false) },
      edges: try relationships.sorted().map { relationship throws(StoreError) in try edge(relationship) })
  }

  private static func collect(
    _ value: ResultValue, _ nodes: inout Set<NodeID>, _ relationships: inout Set<RelationshipID>
  ) {
    switch value {
    case .node(let node): nodes.insert(node.id)
    case .relationship(let relationship): relationships.insert(relationship.id)
    case .path(let path):
      nodes.formUnion(path.nodes.map(\.id))
      relationships.formUnion(path.relationships.map(\.id))
    case .list(let items): for item in items { collect(item, &nodes, &relationships) }
    case .map(let fields): for field in fields { collect(field.value, &nodes, &relationships) }
    case .null, .boolean, .integer, .float, .string, .temporal: break
    }
  }

  // MARK: Parts

  private func node(_ node: NodeID, isSubject: Bool) throws(StoreError) -> DiagramNode {
    let name = try reader.name(of: node)
    return DiagramNode(
      id: name.id, name: name.name, labels: name.types, isSubject: isSubject,
      url: name.id.hasPrefix("#") ? nil : "/e/\(name.id)")
  }

  private func edge(_ relationship: RelationshipID) throws(StoreError) -> DiagramEdge {
    let relation = try SourcedRelation(relationship, reader)
    let status = relation.status.flatMap(DiagramEdgeStatus.init) ?? .asserted
    let date = status == .ended || status == .endedPlanned ? relation.end : relation.start
    let source = relation.sourcing.publisher ?? relation.sourcing.source
    return DiagramEdge(
      id: "r\(relationship.rawValue)", from: relation.from.id, to: relation.to.id, type: relation.type,
      qualifier: relation.qualifiers.first { $0.name == "axle" || $0.name == "share" }.flatMap {
        if case .string(let text) = $0.value { text } else { nil }
      }, status: status, date: date, note: source.map { "\($0), \(relation.sourcing.asOf ?? "undated")" })
  }
}
