public import GraphModel

extension SQLiteGraph {
  /// Cost: in the base, a look at each neighbour; else that of expanding.
  public func discover(
    from nodes: [NodeID], _ selection: ExpansionSelection, seen: inout NodeSet, into found: inout [NodeID]
  ) throws(StoreError) {
    try checkReadable()
    guard let base = try base else { return try discoverByExpanding(from: nodes, selection, seen: &seen, into: &found) }
    let touched = try touched(nodes, base)
    let ways = Ways(selection)
    let chains = try BaseWays(base, ways)
    var next = 0
    for (at, node) in nodes.enumerated() {
      if next < touched.count, touched[next] == at {
        next += 1
        try eachMerged(node, ways, base) { edge in
          if seen.insert(edge.neighbour) { found.append(edge.neighbour) }
        }
      } else {
        try chains.eachNeighbour(node) { neighbour in
          if seen.insert(neighbour) { found.append(neighbour) }
        }
      }
    }
  }

  /// Cost: in the base, a search in the neighbours of the first node of each pair; else that of expanding.
  public func connect(
    _ from: [NodeID], _ to: [NodeID], _ selection: ExpansionSelection, into found: inout Adjacency
  ) throws(StoreError) {
    try checkReadable()
    let ways = Ways(selection)
    guard let base = try base, let way = try BaseWays(base, ways).single else {
      return try connectByExpanding(from, to, selection, into: &found)
    }
    let touched = try touched(from, base)
    var next = 0
    for (at, node) in from.enumerated() {
      if next < touched.count, touched[next] == at {
        next += 1
        try eachMerged(node, ways, base) { edge in
          guard edge.neighbour == to[at] else { return }
          found.append(origin: at, relationship: edge.relationship, source: node, neighbour: to[at])
        }
      } else if node.place > 0, node.place <= base.directory.nodeLimit, let wanted = UInt32(exactly: to[at].rawValue) {
        try way.prepare(node.place, .relationships)
        for place in SortedMeeting.places(of: wanted, in: way.neighbours, way.range(node.place)) {
          found.append(
            origin: at, relationship: RelationshipID(Int64(way.relationship(place))), source: node, neighbour: to[at])
        }
      }
    }
  }

  /// Cost: in the base, where each selection follows one type in one direction, a look at each neighbour of one of the nodes
  /// where pairs that share the other follow one another, else a walk along both runs of neighbours.
  public func countMeetings(
    _ left: [NodeID], _ leftSelection: ExpansionSelection, _ right: [NodeID], _ rightSelection: ExpansionSelection
  ) throws(StoreError) -> [Int] {
    try checkReadable()
    let (leftWays, rightWays) = (Ways(leftSelection), Ways(rightSelection))
    guard let base = try base, let leftWay = try BaseWays(base, leftWays).single,
      let rightWay = try BaseWays(base, rightWays).single
    else { return try countMeetingsByExpanding(left, leftSelection, right, rightSelection) }
    let meetings = BaseMeetings(limit: base.directory.nodeLimit)
    var counts =
      left.sharesMore(than: right)
      ? try meetings.count(shared: left, leftWay, right, rightWay)
      : try meetings.count(shared: right, rightWay, left, leftWay)
    // What the base says does not count where rows speak.
    for at in Set(try touched(left, base) + touched(right, base)) {
      counts[at] = SortedMeeting.count(
        try neighbours(left[at], leftWays, base), try neighbours(right[at], rightWays, base))
    }
    return counts
  }

  /// The neighbours of a node by one way, again for each relationship, ascending.
  private func neighbours(_ node: NodeID, _ ways: Ways, _ base: Base) throws(StoreError) -> [NodeID] {
    var found: [NodeID] = []
    try eachMerged(node, ways, base) { found.append($0.neighbour) }
    if zip(found, found.dropFirst()).contains(where: { $0 > $1 }) { found.sort() }
    return found
  }
}

extension [NodeID] {
  /// Whether neighbouring elements are the same more often than in another list.
  fileprivate func sharesMore(than other: [NodeID]) -> Bool {
    func repeats(_ nodes: [NodeID]) -> Int { zip(nodes, nodes.dropFirst()).count { $0 == $1 } }
    return repeats(self) >= repeats(other)
  }
}
