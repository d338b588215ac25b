public import GraphModel

extension SQLiteGraph {
  /// Cost: a look at each neighbour.
  public func discover(
    from nodes: [NodeID], _ selection: ExpansionSelection, seen: inout NodeSet, into found: inout [NodeID]
  ) throws(StoreError) {
    try checkReadable()
    guard let chains = try chains(selection, nodes.count) else {
      return try discoverByExpanding(from: nodes, selection, seen: &seen, into: &found)
    }
    try chains.discover(from: nodes, seen: &seen, into: &found)
  }

  /// Cost: a look at each neighbour, and at the other set for it.
  public func discover(
    from nodes: [NodeID], _ selection: ExpansionSelection, seen: inout NodeSet, into found: inout [NodeID],
    meeting other: NodeSet, met: inout [NodeID], wanting wanted: Meetings
  ) throws(StoreError) {
    try checkReadable()
    guard let chains = try chains(selection, nodes.count) else {
      return try discoverByExpanding(from: nodes, selection, seen: &seen, into: &found, meeting: other, met: &met)
    }
    try chains.discover(from: nodes, seen: &seen, into: &found, meeting: other, met: &met, wanting: wanted)
  }

  /// Cost: a search in the neighbours of the first node of each pair.
  public func connect(
    _ from: [NodeID], _ to: [NodeID], _ selection: ExpansionSelection, into found: inout Adjacency
  ) throws(StoreError) {
    try checkReadable()
    guard let chains = try chains(selection, from.count) else {
      return try connectByExpanding(from, to, selection, into: &found)
    }
    for at in from.indices { try chains.connect(from[at], to[at], at, into: &found) }
  }

  /// Cost: a look at each neighbour of one of the nodes where pairs that share the other follow one another, else a walk along
  /// both runs of neighbours; for each pair of a type and direction of one selection with one of the other.
  public func countMeetings(
    _ left: [NodeID], _ leftSelection: ExpansionSelection, _ right: [NodeID], _ rightSelection: ExpansionSelection
  ) throws(StoreError) -> [Int] {
    try checkReadable()
    guard let leftWays = try chains(leftSelection, left.count),
      let rightWays = try chains(rightSelection, right.count),
      try !meetsLoopsTwice(leftWays, leftSelection), try !meetsLoopsTwice(rightWays, rightSelection)
    else { return try countMeetingsByExpanding(left, leftSelection, right, rightSelection) }
    let meetings = BaseMeetings(limit: leftWays.limit, threads: workers, marks: spareMarks)
    let leftIsShared = left.sharesMore(than: right)
    var sums: [Int]?
    for leftWay in leftWays.all {
      for rightWay in rightWays.all {
        let counts =
          leftIsShared
          ? try meetings.count(shared: left, leftWay, right, rightWay)
          : try meetings.count(shared: right, rightWay, left, leftWay)
        if let known = sums { sums = zip(known, counts).map { $0 + $1 } } else { sums = counts }
      }
    }
    return sums ?? Array(filledWith: 0, count: left.count)
  }

  private func meetsLoopsTwice(_ ways: BaseWays, _ selection: ExpansionSelection) throws(StoreError) -> Bool {
    guard ways.mayMeetLoopsTwice else { return false }
    return try mayLoop(selection)
  }
}

extension [NodeID] {
  /// Whether neighbouring elements are the same more often than in another list.
  fileprivate func sharesMore(than other: [NodeID]) -> Bool {
    func repeats(_ nodes: [NodeID]) -> Int { zip(nodes, nodes.dropFirst()).count { $0 == $1 } }
    return repeats(self) >= repeats(other)
  }
}
