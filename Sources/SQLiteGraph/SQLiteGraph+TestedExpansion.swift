public import GraphModel

extension SQLiteGraph {
  /// Cost: in a graph without changes, a look at each relationship and at what is tested, where it is stored; else that of expanding.
  public func expand(
    _ nodes: [NodeID], _ selection: ExpansionSelection, relationshipsWhere relationshipTests: [PropertyTest],
    neighboursWhere neighbourTests: [PropertyTest], into found: inout Adjacency
  ) throws(StoreError) {
    try checkReadable()
    guard state.counters.waiting == 0, let base = try base, let way = try BaseWays(base, Ways(selection)).single else {
      return try expandAndTest(nodes, selection, relationshipTests, neighbourTests, into: &found)
    }
    let ofRelationship = try ready(relationshipTests, base, ofNodes: false)
    let ofNeighbour = try ready(neighbourTests, base, ofNodes: true)
    guard let ofRelationship, let ofNeighbour else { return }
    for (origin, node) in nodes.enumerated() where node.place > 0 && node.place <= base.nodeLimit {
      try way.prepare(node.place, .relationships)
      let neighbours = way.neighbours
      for at in way.range(node.place) {
        let relationship = way.relationship(at)
        guard try ofRelationship.passes(relationship) else { continue }
        let neighbour = Int(neighbours[at])
        guard try ofNeighbour.passes(neighbour) else { continue }
        found.append(
          origin: origin, relationship: RelationshipID(Int64(relationship)), source: node, neighbour: NodeID(Int64(neighbour)))
      }
    }
  }

  /// Nil where nothing passes: the base has no such property.
  private func ready(_ tests: [PropertyTest], _ base: Base, ofNodes: Bool) throws(StoreError) -> ReadyTests? {
    var ready: [BaseColumn.ReadyTest] = []
    for test in tests {
      guard let column = try base.column(test.key, ofNodes: ofNodes) else { return nil }
      ready.append(column.ready(test))
    }
    return ReadyTests(all: ready)
  }
}

/// Tests that an id must pass, all of them.
private struct ReadyTests {
  let all: [BaseColumn.ReadyTest]

  @inline(__always)
  func passes(_ id: Int) throws(StoreError) -> Bool {
    for passes in all where try !passes(id) { return false }
    return true
  }
}
