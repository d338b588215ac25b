import GraphModel

/// The neighbours of nodes, as far as they are in memory, to be read by several threads.
struct NeighbourRuns: Sendable {
  /// For each node where its run starts and, in the higher half, ends.
  private let runs: LazyBuffer<UInt64>
  let neighbours: LazyBuffer<UInt32>
  private let limit: Int
  /// Nil where all neighbours are there.
  private let ready: LazyBuffer<UInt8>?

  /// `limit`: nodes above it have none.
  init(_ adjacency: BaseAdjacency, upTo limit: Int) {
    runs = adjacency.runs
    neighbours = adjacency.neighbours
    ready = adjacency.ready
    self.limit = min(limit, adjacency.nodeLimit)
  }

  init(_ joined: JoinedRuns) {
    runs = joined.runs
    neighbours = joined.neighbours
    ready = nil
    limit = joined.nodeLimit
  }

  /// Whether the neighbours of a node are there.
  @inline(__always)
  func has(_ node: NodeID) -> Bool {
    let id = node.place
    guard let ready, id > 0, id <= limit else { return true }
    return ready[BasePart.of(id)] >= BaseAdjacency.Need.neighbours.rawValue
  }

  @inline(__always)
  func range(_ node: NodeID) -> Range<Int> {
    let id = node.place
    guard id > 0, id <= limit else { return 0..<0 }
    let run = runs[id]
    let start = Int(run & 0xffff_ffff)
    return start..<max(start, Int(run >> 32))
  }

  /// Adds the neighbours of a node to a set that has room for them, and appends those that were not in it yet.
  @inline(__always)
  func insertNeighbours(of node: NodeID, into seen: inout NodeSet, found: inout [NodeID]) {
    neighbours.insert(CollectionOfOne(range(node)).span, into: &seen, found: &found)
  }
}
