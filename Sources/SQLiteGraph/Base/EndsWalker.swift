import GraphModel

/// Gives the ends of relationships of the base by ascending id, without looking for each from anew.
struct EndsWalker {
  private let base: Base
  private let sides: RelationshipSides
  private var ids = 0..<0
  private var adjacency: BaseAdjacency?
  private var node = 0
  /// Where the run of the node ends.
  private var runEnd = 0
  /// Up to which place the neighbours are in memory, where nobody asks for the nodes that they are neighbours of.
  private var readyEnd = 0

  /// `sides`: which of the ends are given, at least.
  init(_ base: Base, _ sides: RelationshipSides = [.start, .end]) {
    self.base = base
    self.sides = sides
  }

  /// Appends relationships with their ends.
  mutating func append(_ relationships: [RelationshipID], to found: inout Adjacency) throws(StoreError) {
    if sides.isEmpty { return found.append(relationships) }
    var at = 0
    while at < relationships.count {
      let id = relationships[at].place
      if !ids.contains(id) { try enter(id) }
      if let adjacency, ids.contains(id) {
        at = try append(relationships, from: at, of: adjacency, to: &found)
      } else {
        if let ends = try base.loose().ends(id), sides == .end {
          found.neighbours.append(ends.end)
          found.append([relationships[at]])
        } else if let ends = try base.loose().ends(id) {
          found.append(origin: 0, relationship: relationships[at], source: ends.start, neighbour: ends.end)
        }
        at += 1
      }
    }
  }

  /// Those of one type, from a place in the list on. Gives the place of the first that is none.
  private mutating func append(
    _ relationships: [RelationshipID], from start: Int, of adjacency: BaseAdjacency, to found: inout Adjacency
  ) throws(StoreError) -> Int {
    let ids = ids
    var at = start
    if sides == .end {
      while at < relationships.count, ids.contains(relationships[at].place) {
        let place = relationships[at].place - ids.lowerBound
        if place >= readyEnd { readyEnd = try adjacency.prepareNeighbours(at: place) }
        found.neighbours.append(NodeID(Int64(adjacency.neighbours[place])))
        at += 1
      }
      found.append(Array(relationships[start..<at]))
      return at
    }
    while at < relationships.count, ids.contains(relationships[at].place) {
      let neighbour = try advance(to: relationships[at].place - ids.lowerBound, adjacency)
      found.append(origin: 0, relationship: relationships[at], source: NodeID(Int64(node)), neighbour: neighbour)
      at += 1
    }
    return at
  }

  /// Goes on to the node to which a place belongs; what the relationship there leads to.
  @inline(__always)
  private mutating func advance(to place: Int, _ adjacency: BaseAdjacency) throws(StoreError) -> NodeID {
    while runEnd <= place {
      node += 1
      try adjacency.prepare(node, .neighbours)
      runEnd = adjacency.range(node).upperBound
    }
    return NodeID(Int64(adjacency.neighbours[place]))
  }

  private mutating func enter(_ id: Int) throws(StoreError) {
    ids = 0..<0
    guard let entry = base.directory.types.first(where: { $0.first > 0 && id >= $0.first && id < $0.first + $0.count }),
      let adjacency = try base.adjacency(entry.type, isOutgoing: true)
    else { return }
    self.adjacency = adjacency
    ids = entry.first..<(entry.first + entry.count)
    readyEnd = 0
    if sides == .end { return }
    node = try adjacency.node(at: id - entry.first)
    try adjacency.prepare(node, .neighbours)
    runEnd = adjacency.range(node).upperBound
  }
}
