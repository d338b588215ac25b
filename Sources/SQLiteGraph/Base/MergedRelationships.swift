import GraphModel

/// Where the adjacency of a selection comes from.
protocol AdjacencySource {
  /// Nodes above have no relationships here.
  var nodeLimit: Int { get }
  /// Those of the types of a filter that may have relationships, ascending by type.
  func adjacencies(_ types: TypeFilter, isOutgoing: Bool) throws(StoreError) -> [BaseAdjacency]
}

/// The relationships of base and rows as one, whatever was changed since the last compaction.
///
/// It is made when so many nodes were asked for that reading all rows pays, and from then on told of each change: so that a
/// graph that was changed is walked as one that was not. Cost: memory for each row; for a node that was changed, its run.
final class MergedRelationships: AdjacencySource {
  let nodeLimit: Int
  private let directory: BaseDirectory
  private let chunks: ChunkSource
  /// What changed, as seen from the starts, in the order of time.
  private var changes: [RelationshipTypeID: [EdgeChange]] = [:]
  /// Ascending.
  private var types: [RelationshipTypeID]
  private var outgoing: [RelationshipTypeID: BaseAdjacency] = [:]
  private var incoming: [RelationshipTypeID: BaseAdjacency] = [:]
  private var followed = FollowedWays()

  /// `nodeLimit`: above the highest node there is, so that there is room for more.
  init(_ directory: BaseDirectory, _ chunks: ChunkSource, nodeLimit: Int) {
    self.directory = directory
    self.chunks = chunks
    self.nodeLimit = nodeLimit
    types = directory.types.map(\.type)
  }

  /// A relationship that is no part of the base comes, or any relationship goes. False where its ids are too high: then this is
  /// of no use any more.
  func note(
    _ type: RelationshipTypeID, _ relationship: RelationshipID, from start: NodeID, to end: NodeID, isGone: Bool
  ) -> Bool {
    guard start.place <= nodeLimit, end.place <= nodeLimit, let start = UInt32(exactly: start.rawValue),
      let end = UInt32(exactly: end.rawValue), let relationship = UInt32(exactly: relationship.rawValue)
    else { return false }
    followed = FollowedWays()
    let change = EdgeChange(node: start, neighbour: end, relationship: relationship, isGone: isGone)
    if changes[type] == nil, !types.contains(type) {
      types.insert(type, at: types.firstIndex { $0 > type } ?? types.count)
    }
    changes[type, default: []].append(change)
    outgoing[type]?.add(change)
    incoming[type]?.add(change.turned)
    return true
  }

  /// The adjacency that a selection follows. Cost: none for one of the few that were asked for since the last change.
  func ways(_ selection: ExpansionSelection) throws(StoreError) -> BaseWays { try followed.ways(selection, self) }

  func adjacencies(_ types: TypeFilter, isOutgoing: Bool) throws(StoreError) -> [BaseAdjacency] {
    var found: [BaseAdjacency] = []
    switch types {
    case .none: break
    case .all: for type in self.types { found.append(try adjacency(type, isOutgoing: isOutgoing)) }
    case .only(let types):
      for type in types where self.types.contains(type) { found.append(try adjacency(type, isOutgoing: isOutgoing)) }
    }
    return found
  }

  private func adjacency(_ type: RelationshipTypeID, isOutgoing: Bool) throws(StoreError) -> BaseAdjacency {
    if let known = isOutgoing ? outgoing[type] : incoming[type], !known.isWasteful { return known }
    let entry = directory.types.first { $0.type == type } ?? BaseDirectory.TypeEntry(type: type, count: 0, first: 0)
    let made = try BaseAdjacency(entry, isOutgoing: isOutgoing, directory, chunks, changesUpTo: nodeLimit)
    for change in changes[type] ?? [] { made.add(isOutgoing ? change : change.turned) }
    if isOutgoing { outgoing[type] = made } else { incoming[type] = made }
    return made
  }
}
