import GraphModel

extension BaseWays {
  /// Appends the neighbours of each node in turn, outgoing relationships first, but for those to which a relationship leads that one of
  /// `others` has for the node. Cost: a look at each neighbour.
  func neighbours(of nodes: [NodeID], notBy others: [[RelationshipID]], into found: inout [NodeID]) throws(StoreError) {
    if let way = single { return try way.neighbours(of: nodes, upTo: limit, notBy: others, into: &found) }
    let need: BaseAdjacency.Need = others.isEmpty ? .neighbours : .relationships
    for (row, node) in nodes.enumerated() where node.place > 0 && node.place <= limit {
      for (place, way) in all.enumerated() {
        try way.prepare(node.place, need)
        let skipsLoops = place >= outgoing.count && outgoingTypes.contains(way.type)
        for at in way.range(node.place) {
          let neighbour = NodeID(Int64(way.neighbours[at]))
          if skipsLoops, neighbour == node { continue }
          if !others.isEmpty {
            let relationship = RelationshipID(Int64(way.relationship(at)))
            if others.contains(where: { $0[row] == relationship }) { continue }
          }
          found.append(neighbour)
        }
      }
    }
  }
}
