import GraphModel

extension Base {
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

  init(_ base: Base) { self.base = base }

  mutating func ends(_ id: Int) throws(StoreError) -> RelationshipEnds? {
    if !ids.contains(id) { try enter(id) }
    guard let adjacency, let type, ids.contains(id) else { return try base.ends(id) }
    let place = id - ids.lowerBound
    while true {
      try adjacency.prepare(node, .neighbours)
      if adjacency.range(node).upperBound > place { break }
      node += 1
    }
    return RelationshipEnds(
      type: type, start: NodeID(Int64(node)), end: NodeID(Int64(adjacency.neighbours[place])))
  }

  private mutating func enter(_ id: Int) throws(StoreError) {
    ids = 0..<0
    guard let entry = base.directory.types.first(where: { $0.first > 0 && id >= $0.first && id < $0.first + $0.count }),
      let adjacency = try base.adjacency(entry.type, isOutgoing: true)
    else { return }
    type = entry.type
    self.adjacency = adjacency
    node = try adjacency.node(at: id - entry.first)
    ids = entry.first..<(entry.first + entry.count)
  }
}
