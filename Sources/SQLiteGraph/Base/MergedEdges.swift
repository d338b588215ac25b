import GraphModel

/// One relationship of a node, seen from it.
struct Edge {
  var type: RelationshipTypeID
  var neighbour: NodeID
  var relationship: RelationshipID
}

/// The relationships of single nodes in one direction, by type, neighbour and id, kept so that nodes for which rows speak
/// are merged with the base once. A node is dropped when one of its relationships changes.
struct MergedEdges {
  private var outgoing: [NodeID: [Edge]] = [:]
  private var incoming: [NodeID: [Edge]] = [:]
  private var count = 0
  /// Above this all are dropped before the next is kept.
  private static let limit = 4_000_000

  func edges(of node: NodeID, isOutgoing: Bool) -> [Edge]? { isOutgoing ? outgoing[node] : incoming[node] }

  mutating func keep(_ edges: [Edge], of node: NodeID, isOutgoing: Bool) {
    if count > Self.limit { self = MergedEdges() }
    count += edges.count + 1
    if isOutgoing { outgoing[node] = edges } else { incoming[node] = edges }
  }

  mutating func drop(_ node: NodeID) {
    guard count > 0 else { return }
    outgoing[node] = nil
    incoming[node] = nil
  }
}
