import GraphModel

/// The neighbours of nodes whose parts are in memory, to be read by several threads.
struct NeighbourRuns: Sendable {
  /// For each node where its run starts and, in the higher half, ends.
  private let runs: LazyBuffer<UInt64>
  let neighbours: LazyBuffer<UInt32>
  private let limit: Int

  /// `limit`: nodes above it have none.
  init(_ adjacency: BaseAdjacency, upTo limit: Int) {
    runs = adjacency.runs
    neighbours = adjacency.neighbours
    self.limit = min(limit, adjacency.nodeLimit)
  }

  @inline(__always)
  func range(_ node: NodeID) -> Range<Int> {
    let id = node.place
    guard id > 0, id <= limit else { return 0..<0 }
    let run = runs[id]
    let start = Int(run & 0xffff_ffff)
    return start..<max(start, Int(run >> 32))
  }
}
