import Diagrams

extension GraphDrawing {
  /// An entity with what is within some steps of it.
  func neighbourhood(of subject: NodeID, depth: Int) throws(StoreError) -> DiagramModel {
    let nodes = try surroundings(of: subject, depth: depth)
    let drawn = try lines(try relationships(among: nodes))
    let name = try name(of: subject)
    return DiagramModel(
      kind: .neighbourhood, title: name.name,
      subtitle: depth == 1 ? words("one step around", "voisinage à un pas") : words("\(depth) steps around", "voisinage à \(depth) pas"),
      provenance: DiagramProvenance(query: "diagram \(name.id) --depth \(depth)"),
      nodes: try self.nodes(nodes, subject: subject), edges: drawn.edges, sources: drawn.sourceList)
  }

  /// The nodes within some steps that are drawn, the subject among them.
  func surroundings(of subject: NodeID, depth: Int) throws(StoreError) -> [NodeID] {
    var reached: Set<NodeID> = [subject]
    var frontier = [subject]
    for _ in 0..<max(0, depth) {
      var found = Adjacency()
      try reader.graph.expand(frontier, ExpansionSelection(outgoing: .all, incoming: .all), into: &found)
      frontier = try drawable(found.neighbours.filter { reached.insert($0).inserted })
    }
    return try drawable(reached.sorted(), keeping: subject)
  }
}
