public import GraphModel

extension SQLiteGraph {
  /// Many starts are shared among the cores.
  ///
  /// Reading from the file is for one thread: searches are made one after the other until one needed nothing from there, and those
  /// that come upon a part which is not in memory are made again.
  public func reach(
    from starts: [NodeID], _ selection: ExpansionSelection, includingStarts: Bool, atMost maximum: Int?,
    spare: inout NodeSet, rows: inout [Int], into ends: inout [NodeID]
  ) throws(StoreError) {
    try checkReadable()
    var row = 0
    func searchAlone() throws(StoreError) {
      try reach(
        from: starts[row], row, selection, includingStart: includingStarts, atMost: maximum, spare: &spare, rows: &rows,
        into: &ends)
      row += 1
    }
    while row < starts.count {
      let left = starts[row...]
      let pieces = ParallelWork.pieces(of: left.count, work: left.count * (reachedInMemory ?? 0), workers)
      let (reads, before) = (chunksRead, ends.count)
      guard pieces.count > 1, let chains = try chains(selection, left.count) else {
        try searchAlone()
        reachedInMemory = chunksRead == reads ? ends.count - before : nil
        continue
      }
      let search = ReachSearch(
        ways: try chains.neighbourRuns(left.count), limit: chains.limit, includesStart: includingStarts, maximum: maximum)
      let found = try ParallelWork.map(pieces.map { left.dropFirst($0.lowerBound).prefix($0.count) }) { search.reached(from: $0) }
      for nodes in found.joined() {
        guard let nodes else {
          try searchAlone()
          continue
        }
        ends.append(contentsOf: nodes)
        rows.append(contentsOf: repeatElement(row, count: nodes.count))
        row += 1
      }
      reachedInMemory = chunksRead == reads ? (ends.count - before) / left.count : nil
    }
  }
}

/// Breadth-first searches over what is in memory.
private struct ReachSearch: Sendable {
  let ways: [NeighbourRuns]
  /// The highest id of a node that can be reached.
  let limit: Int
  let includesStart: Bool
  let maximum: Int?

  /// What is reached from each start; nil where something is not in memory.
  func reached(from starts: ArraySlice<NodeID>) -> [[NodeID]?] {
    var seen = NodeSet()
    seen.makeRoom(upTo: limit)
    return starts.map { reached(from: $0, &seen) }
  }

  private func reached(from start: NodeID, _ seen: inout NodeSet) -> [NodeID]? {
    seen.removeAll()
    var reached: [NodeID] = []
    if includesStart, seen.insert(start) { reached.append(start) }
    var frontier = [start]
    var depth = 0
    while !frontier.isEmpty, depth < maximum ?? Int.max {
      depth += 1
      var next: [NodeID] = []
      for node in frontier {
        for way in ways {
          guard way.has(node) else { return nil }
          way.insertNeighbours(of: node, into: &seen, found: &next)
        }
      }
      reached.append(contentsOf: next)
      frontier = next
    }
    return reached
  }
}
