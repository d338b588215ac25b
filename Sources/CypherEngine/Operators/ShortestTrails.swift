import GraphModel

/// The ways between two nodes over those where two breadth-first searches met.
struct ShortestTrails {
  let search: LevelSearch
  /// The levels before those that were met, from the start on; each lists its nodes in the order in which they were found.
  let before: ArraySlice<[NodeID]>
  /// The levels behind them, from the end on.
  let behind: ArraySlice<[NodeID]>
  /// In the order in which the search from the start found them.
  let met: [NodeID]

  /// To ask whether one node leads to another costs about as much as to look at so many neighbours.
  private static let neighboursForLink = 64

  /// The first in the order of the graph.
  ///
  /// A node is found from the first of the level before that leads to it, so that a level lists its nodes in the order of the
  /// first ways to them. Hence the first way leads over the first node that was met, and to each node from the first that
  /// leads there. Cost: the relationships of the nodes of the way, or, where these are more, those of the level before.
  func first() throws(ExecutionFailure) -> [RelationshipID]? {
    guard let turn = met.first else { return nil }
    var nodes = [turn]
    for at in before.indices.reversed() {
      guard let earlier = try first(of: before[at], leadingTo: nodes[nodes.count - 1]) else { return nil }
      nodes.append(earlier)
    }
    var trail: [RelationshipID] = []
    for at in nodes.indices.dropFirst().reversed() {
      guard let relationship = try search.link(nodes[at], nodes[at - 1]) else { return nil }
      trail.append(relationship)
    }
    var node = turn
    for at in behind.indices.reversed() {
      guard let step = try step(from: node, to: behind[at]) else { return nil }
      trail.append(step.relationship)
      node = step.node
    }
    return trail
  }

  /// The first node of a level that leads to a node, found from whichever side has less to follow.
  private func first(of level: [NodeID], leadingTo node: NodeID) throws(ExecutionFailure) -> NodeID? {
    if level.count == 1 { return level[0] }
    let degree = try search.degree(of: [node], search.reversed)
    if search.isFree {
      if level.count < degree / Self.neighboursForLink {
        for earlier in level where try search.link(earlier, node) != nil { return earlier }
        return nil
      }
    } else if level.count < degree, try search.degree(of: level, search.selection) < degree {
      let found = try search.followed(level, search.selection)
      return found.neighbours.firstIndex(of: node).map { level[found.origins[$0]] }
    }
    var leads = search.set()
    defer { search.giveBack([leads]) }
    _ = try search.next(after: [node], search.reversed, &leads)
    return level.first { leads.contains($0) }
  }

  /// The first relationship from a node to one of a level.
  private func step(
    from node: NodeID, to level: [NodeID]
  ) throws(ExecutionFailure) -> (relationship: RelationshipID, node: NodeID)? {
    if level.count == 1 { return try search.link(node, level[0]).map { ($0, level[0]) } }
    let isThere = search.set(of: level)
    defer { search.giveBack([isThere]) }
    return try search.first(from: node, to: isThere)
  }

  /// All of them, in the order of the graph.
  ///
  /// Walks from the start along nodes that are on some shortest way.
  func all() throws(ExecutionFailure) -> [[RelationshipID]] {
    // The nodes on a shortest way by their distance from the start: back from where the searches met, and on from there.
    var reached = [search.set(of: met)]
    var nodes = met
    for level in before.reversed() {
      nodes = try those(of: level, leadingTo: nodes, reached[reached.count - 1])
      reached.append(search.set(of: nodes))
    }
    let stages = reached.reversed() + behind.reversed().map { search.set(of: $0) }
    defer { search.giveBack(stages) }
    guard let start = before.first?.first ?? met.first else { return [] }
    var finished: [[RelationshipID]] = []
    var open: [(at: NodeID, trail: [RelationshipID])] = [(start, [])]
    while let (node, trail) = open.popLast() {
      if trail.count == stages.count - 1 {
        finished.append(trail)
        continue
      }
      let found = try search.followed([node], search.selection)
      for at in (0..<found.count).reversed()
      where stages[trail.count + 1].contains(found.neighbours[at]) && !trail.contains(found.relationships[at]) {
        open.append((found.neighbours[at], trail + [found.relationships[at]]))
      }
    }
    return finished
  }

  /// The nodes of a level that lead to some nodes of the next one, found from whichever side has less to follow.
  private func those(
    of level: [NodeID], leadingTo nodes: [NodeID], _ isWanted: NodeSet
  ) throws(ExecutionFailure) -> [NodeID] {
    if try search.degree(of: level, search.selection) < search.degree(of: nodes, search.reversed) {
      let found = try search.followed(level, search.selection)
      var leads = [Bool](filledWith: false, count: level.count)
      for at in 0..<found.count where isWanted.contains(found.neighbours[at]) { leads[found.origins[at]] = true }
      return level.indices.filter { leads[$0] }.map { level[$0] }
    }
    let isThere = search.set(of: level)
    var reached = search.set()
    defer { search.giveBack([isThere, reached]) }
    return try search.next(after: nodes, search.reversed, &reached).filter { isThere.contains($0) }
  }
}
