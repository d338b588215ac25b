import GraphModel

extension Base {
  /// The ids of the relationships of some types, ascending; nil where those of one of them do not follow one another.
  func runs(of types: [RelationshipTypeID]?) -> [Range<Int>]? {
    var runs: [Range<Int>] = []
    for entry in directory.types where types?.contains(entry.type) ?? true {
      if entry.first == 0 { return nil }
      runs.append(entry.first..<entry.first + entry.count)
    }
    return runs.sorted { $0.lowerBound < $1.lowerBound }
  }

  /// The first stretch of ids, at or above one, in which there are relationships of these types; nil where there is none.
  func stretch(from id: Int, _ entries: [BaseDirectory.TypeEntry]) -> (start: Int, end: Int)? {
    if entries.contains(where: { $0.first == 0 }) {
      let end = directory.relationshipLimit + 1
      return id < end ? (id, end) : nil
    }
    let next = entries.filter { id < $0.first + $0.count }.min { $0.first < $1.first }
    return next.map { ($0.first, $0.first + $0.count) }
  }
}

/// Gives type and ends of relationships of the base by ascending id, without looking for each from anew.
struct EndsWalker {
  private let base: Base
  private var type: RelationshipTypeID?
  private var ids = 0..<0
  private var adjacency: BaseAdjacency?
  private var node = 0
  /// Where the run of the node ends.
  private var runEnd = 0

  init(_ base: Base) { self.base = base }

  mutating func ends(_ id: Int) throws(StoreError) -> RelationshipEnds? {
    if !ids.contains(id) { try enter(id) }
    guard let adjacency, let type, ids.contains(id) else { return try base.ends(id) }
    let neighbour = try advance(to: id - ids.lowerBound, adjacency)
    return RelationshipEnds(type: type, start: NodeID(Int64(node)), end: neighbour)
  }

  /// Appends relationships with their ends; those of types without an order of their own are left out.
  mutating func append(_ relationships: [RelationshipID], to found: inout Adjacency) throws(StoreError) {
    var at = 0
    while at < relationships.count {
      if !ids.contains(relationships[at].place) { try enter(relationships[at].place) }
      guard let adjacency else { return }
      let end = try append(relationships, from: at, of: adjacency, to: &found)
      // One of a type without an order is passed over.
      at = max(at + 1, end)
    }
  }

  /// Those of one type, from a place in the list on. Gives the place of the first that is none.
  private mutating func append(
    _ relationships: [RelationshipID], from start: Int, of adjacency: BaseAdjacency, to found: inout Adjacency
  ) throws(StoreError) -> Int {
    let ids = ids
    var at = start
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
    type = entry.type
    self.adjacency = adjacency
    node = try adjacency.node(at: id - entry.first)
    try adjacency.prepare(node, .neighbours)
    runEnd = adjacency.range(node).upperBound
    ids = entry.first..<(entry.first + entry.count)
  }
}
