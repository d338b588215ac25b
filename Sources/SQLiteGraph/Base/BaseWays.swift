import GraphModel

/// A selection over the base, or over base and rows as one: the adjacency of each type and direction that it follows.
struct BaseWays {
  let outgoing: [BaseAdjacency]
  let incoming: [BaseAdjacency]
  /// Outgoing ones first.
  let all: [BaseAdjacency]
  /// The highest id of a node that has relationships.
  let limit: Int
  let outgoingTypes: TypeFilter
  private let joined = JoinedWays()

  init(_ source: some AdjacencySource, _ ways: Ways) throws(StoreError) {
    outgoing = try source.adjacencies(ways.outgoing, isOutgoing: true)
    incoming = try source.adjacencies(ways.incoming, isOutgoing: false)
    all = incoming.isEmpty ? outgoing : outgoing + incoming
    limit = source.nodeLimit
    outgoingTypes = ways.outgoing
  }

  /// Whether it follows some type in both directions, so that a loop would be met twice.
  var mayMeetLoopsTwice: Bool { incoming.contains { outgoingTypes.contains($0.type) } }

  /// The one adjacency that is followed, where there is only one.
  var single: BaseAdjacency? { all.count == 1 ? all.first : nil }

  /// The same, or several as one once much was asked of them. `count`: how many nodes are asked for now.
  func whole(_ count: Int, _ need: BaseAdjacency.Need) throws(StoreError) -> (any NodeRuns)? {
    all.count == 1 ? all.first : try joined.runs(of: self, count, need)
  }

  /// Several as one, where they were joined.
  func several(_ count: Int, _ need: BaseAdjacency.Need) throws(StoreError) -> JoinedRuns? {
    all.count > 1 ? try joined.runs(of: self, count, need) : nil
  }

  func expand(_ nodes: [NodeID], into found: inout Adjacency) throws(StoreError) {
    guard found.count == 0, let way = try whole(nodes.count, .relationships) else {
      for (origin, node) in nodes.enumerated() { try expand(node, origin, into: &found) }
      return
    }
    let runs = try way.ranges(nodes, upTo: limit, .relationships)
    found = Adjacency(runs, of: nodes, in: way.buffers)
  }

  /// To be read by several threads: several as one, where they were joined.
  func neighbourRuns(_ count: Int) throws(StoreError) -> [NeighbourRuns] {
    if let joined = try several(count, .neighbours) { return [NeighbourRuns(joined)] }
    return all.map { NeighbourRuns($0, upTo: limit) }
  }

  /// The places of the relationships of a node whose parts are prepared, in each adjacency; of a loop only one.
  @inline(__always)
  func eachPiece(of node: Int, _ take: (_ way: BaseAdjacency, _ piece: Range<Int>) -> Void) {
    for way in outgoing { take(way, way.range(node)) }
    for way in incoming {
      let run = way.range(node)
      guard !run.isEmpty, outgoingTypes.contains(way.type), let own = UInt32(exactly: node) else {
        take(way, run)
        continue
      }
      let loops = SortedMeeting.places(of: own, in: way.neighbours, run)
      take(way, run.lowerBound..<loops.lowerBound)
      take(way, loops.upperBound..<run.upperBound)
    }
  }

  @inline(__always)
  func expand(_ node: NodeID, _ origin: Int, into found: inout Adjacency) throws(StoreError) {
    let id = node.place
    guard id > 0, id <= limit else { return }
    for adjacency in outgoing {
      try adjacency.prepare(id, .relationships)
      for at in adjacency.range(id) { append(adjacency, at, node, origin, &found) }
    }
    for adjacency in incoming {
      try adjacency.prepare(id, .relationships)
      let skipsLoops = outgoingTypes.contains(adjacency.type)
      for at in adjacency.range(id) {
        if skipsLoops, Int(adjacency.neighbours[at]) == id { continue }
        append(adjacency, at, node, origin, &found)
      }
    }
  }

  @inline(__always)
  private func append(_ adjacency: BaseAdjacency, _ at: Int, _ node: NodeID, _ origin: Int, _ found: inout Adjacency) {
    found.append(
      origin: origin, relationship: RelationshipID(Int64(adjacency.relationship(at))), source: node,
      neighbour: NodeID(Int64(adjacency.neighbours[at])))
  }

  @inline(__always)
  func degree(_ node: NodeID) throws(StoreError) -> Int {
    let id = node.place
    guard id > 0, id <= limit else { return 0 }
    var degree = 0
    for adjacency in outgoing {
      try adjacency.prepare(id, .degrees)
      degree += adjacency.range(id).count
    }
    for adjacency in incoming {
      guard outgoingTypes.contains(adjacency.type) else {
        try adjacency.prepare(id, .degrees)
        degree += adjacency.range(id).count
        continue
      }
      try adjacency.prepare(id, .neighbours)
      let run = adjacency.range(id)
      guard let own = UInt32(exactly: id) else { continue }
      degree += run.count - SortedMeeting.places(of: own, in: adjacency.neighbours, run).count
    }
    return degree
  }

  func degrees(_ nodes: [NodeID]) throws(StoreError) -> [Int] {
    var degrees: [Int] = []
    degrees.reserveCapacity(nodes.count)
    guard let way = single else {
      if let joined = try several(nodes.count, .degrees) { return nodes.map { joined.range($0).count } }
      for node in nodes { degrees.append(try degree(node)) }
      return degrees
    }
    for node in nodes {
      let id = node.place
      guard id > 0, id <= limit else {
        degrees.append(0)
        continue
      }
      try way.prepare(id, .degrees)
      degrees.append(way.range(id).count)
    }
    return degrees
  }

  func totalDegree(_ nodes: [NodeID]) throws(StoreError) -> Int {
    var sum = 0
    guard let way = single else {
      if let joined = try several(nodes.count, .degrees) { return nodes.reduce(0) { $0 + joined.range($1).count } }
      for node in nodes { sum += try degree(node) }
      return sum
    }
    for node in nodes {
      let id = node.place
      guard id > 0, id <= limit else { continue }
      try way.prepare(id, .degrees)
      sum += way.range(id).count
    }
    return sum
  }

  /// The relationships of a node that lead to another one.
  func connect(_ from: NodeID, _ to: NodeID, _ origin: Int, into found: inout Adjacency) throws(StoreError) {
    let id = from.place
    guard id > 0, id <= limit, let wanted = UInt32(exactly: to.rawValue) else { return }
    for adjacency in outgoing {
      try adjacency.prepare(id, .relationships)
      for at in SortedMeeting.places(of: wanted, in: adjacency.neighbours, adjacency.range(id)) {
        append(adjacency, at, from, origin, &found)
      }
    }
    for adjacency in incoming where from != to || !outgoingTypes.contains(adjacency.type) {
      try adjacency.prepare(id, .relationships)
      for at in SortedMeeting.places(of: wanted, in: adjacency.neighbours, adjacency.range(id)) {
        append(adjacency, at, from, origin, &found)
      }
    }
  }

  /// Appends the neighbours of nodes that are not in the set, each once, and adds them to it.
  func discover(from nodes: [NodeID], seen: inout NodeSet, into found: inout [NodeID]) throws(StoreError) {
    seen.makeRoom(upTo: limit)
    if let way = try whole(nodes.count, .neighbours) {
      let runs = try way.ranges(nodes, upTo: limit, .neighbours)
      return way.buffers.neighbours.insert(runs.span, into: &seen, found: &found)
    }
    try eachRun(of: nodes) { way, run in
      way.neighbours.insert(CollectionOfOne(run).span, into: &seen, found: &found)
      return true
    }
  }

  /// The same where another set is to be met.
  func discover(
    from nodes: [NodeID], seen: inout NodeSet, into found: inout [NodeID], meeting other: NodeSet, met: inout [NodeID],
    wanting wanted: Meetings
  ) throws(StoreError) {
    seen.makeRoom(upTo: limit)
    if let way = try whole(nodes.count, .neighbours) {
      let runs = try way.ranges(nodes, upTo: limit, .neighbours)
      return way.buffers.neighbours.insert(
        runs.span, into: &seen, found: &found, meeting: other, met: &met, wanting: wanted)
    }
    try eachRun(of: nodes) { way, run in
      way.neighbours.insert(
        CollectionOfOne(run).span, into: &seen, found: &found, meeting: other, met: &met, wanting: wanted)
      return wanted == .all || met.isEmpty
    }
  }

  /// The runs of each node in turn, their neighbours read, until `take` wants no more.
  private func eachRun(
    of nodes: [NodeID], _ take: (_ way: BaseAdjacency, _ run: Range<Int>) -> Bool
  ) throws(StoreError) {
    for node in nodes where node.place > 0 && node.place <= limit {
      for way in all {
        try way.prepare(node.place, .neighbours)
        guard take(way, way.range(node.place)) else { return }
      }
    }
  }
}
