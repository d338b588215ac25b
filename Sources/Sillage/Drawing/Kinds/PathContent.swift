import Diagrams

extension GraphDrawing {
  /// All shortest ways between two entities, over what is drawn around them. Cost: what is within half of the way of either.
  func paths(from start: NodeID, to goal: NodeID, longest: Int) throws(StoreError) -> DiagramModel {
    var arrivals: [NodeID: [RelationshipID]] = [start: []]
    var frontier: [NodeID] = [start]
    var length = 0
    while !frontier.isEmpty, arrivals[goal] == nil, length < longest {
      length += 1
      frontier = try step(from: frontier, &arrivals, goal: goal)
    }
    var kept: Set<RelationshipID> = []
    var nodes: Set<NodeID> = [start, goal]
    if arrivals[goal] != nil { try walkBack(from: goal, arrivals, &kept, &nodes) }
    let drawn = try lines(kept.sorted())
    let (first, last) = (try name(of: start), try name(of: goal))
    let subtitle =
      kept.isEmpty
      ? words("no way of at most \(longest) steps", "aucun chemin d’au plus \(longest) pas")
      : words("all ways of \(length) steps, the shortest", "tous les chemins de \(length) pas, les plus courts")
    return DiagramModel(
      kind: .paths, title: "\(first.name) – \(last.name)", subtitle: start == goal ? nil : subtitle,
      provenance: DiagramProvenance(query: "diagram --kind paths \(first.id) \(last.id) --max-hops \(longest)"),
      nodes: try nodes.sorted().map { node throws(StoreError) in try self.node(node, isSubject: node == start || node == goal) },
      edges: drawn.edges, sources: drawn.sourceList)
  }

  /// The nodes that are first reached now; each keeps the relationships by which it is reached.
  private func step(
    from frontier: [NodeID], _ arrivals: inout [NodeID: [RelationshipID]], goal: NodeID
  ) throws(StoreError) -> [NodeID] {
    var found = Adjacency()
    try reader.graph.expand(frontier, ExpansionSelection(outgoing: .all, incoming: .all), into: &found)
    let fresh = Set(found.neighbours).filter { arrivals[$0] == nil }
    let open = Set(try drawable(fresh.sorted(), keeping: goal))
    for (node, relationship) in zip(found.neighbours, found.relationships) where open.contains(node) {
      arrivals[node, default: []].append(relationship)
    }
    return open.sorted()
  }

  private func walkBack(
    from goal: NodeID, _ arrivals: [NodeID: [RelationshipID]], _ kept: inout Set<RelationshipID>, _ nodes: inout Set<NodeID>
  ) throws(StoreError) {
    var open = [goal]
    while let node = open.popLast() {
      for relationship in arrivals[node] ?? [] {
        kept.insert(relationship)
        let ends = try reader.ends(of: relationship)
        let before = ends.start == node ? ends.end : ends.start
        if nodes.insert(before).inserted { open.append(before) }
      }
    }
  }
}
