import GraphModel

extension GraphReader {
  /// Whether up to so many relationships, none of them twice, lead from a node back to it. The selection follows all of its relationships both ways.
  ///
  /// A search that goes on from the node in all directions knows of each node that it comes to by which relationship it left the first one. Where
  /// two that left it by different ones meet, there is a cycle, and the shortest is the one that is met first. Cost: the relationships of the nodes
  /// within half the length.
  func hasCycle(through start: NodeID, _ selection: ExpansionSelection, ofAtMost most: Int) throws(StoreError) -> Bool {
    var level = Adjacency()
    try expand([start], selection, into: &level)
    if level.neighbours.contains(start) { return most >= 1 }
    var branches: [NodeID: Int] = [:]
    var frontier: [(node: NodeID, by: RelationshipID)] = []
    for (at, node) in level.neighbours.enumerated() {
      guard branches.updateValue(at, forKey: node) == nil else { return most >= 2 }
      frontier.append((node, level.relationships[at]))
    }
    var depth = 1
    while !frontier.isEmpty, depth <= (most - 1) / 2 {
      level.removeAll()
      try expand(frontier.map(\.node), selection, into: &level)
      let near = Set(frontier.map(\.node))
      var next: [(node: NodeID, by: RelationshipID)] = []
      var meetsBehind = false
      for at in 0..<level.count {
        let (from, relationship, node) = (frontier[level.origins[at]], level.relationships[at], level.neighbours[at])
        if relationship == from.by || node == start { continue }
        guard let branch = branches[node] else {
          branches[node] = branches[from.node]
          next.append((node, relationship))
          continue
        }
        if branch == branches[from.node] { continue }
        // Between two of one depth the way is a relationship shorter than by one behind them.
        if near.contains(node) { return true }
        meetsBehind = true
      }
      if meetsBehind, depth < most / 2 { return true }
      frontier = next
      depth += 1
    }
    return false
  }
}
