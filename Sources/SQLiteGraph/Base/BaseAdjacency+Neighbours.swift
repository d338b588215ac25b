import GraphModel

/// The nodes that relationships lead to, without these.
extension BaseAdjacency {
  /// Appends the neighbours of each node in turn that is no higher than a limit, but for those to which a relationship leads that one of
  /// `others` has for the node. Cost: copying, and a look at each of `others`.
  func neighbours(
    of nodes: [NodeID], upTo limit: Int, notBy others: [[RelationshipID]], into found: inout [NodeID]
  ) throws(StoreError) {
    let runs = try ranges(nodes, upTo: limit, others.isEmpty ? .neighbours : .relationships)
    let (joined, total) = RunFilling.joined(others.isEmpty ? runs : cut(runs, at: others))
    let more = RunFilling.each(joined, total, of: neighbours) { NodeID(Int64($0)) }
    if found.isEmpty { found = more } else { found += more }
  }

  /// The runs without the places of some relationships.
  private func cut(_ runs: [Range<Int>], at others: [[RelationshipID]]) -> [Range<Int>] {
    var pieces: [Range<Int>] = []
    pieces.reserveCapacity(runs.count)
    var gaps: [Int] = []
    for (row, run) in runs.enumerated() {
      gaps.removeAll(keepingCapacity: true)
      for other in others { if let gap = place(of: other[row], in: run) { gaps.append(gap) } }
      if gaps.count > 1 { gaps.sort() }
      var start = run.lowerBound
      for gap in gaps where gap >= start {
        pieces.append(start..<gap)
        start = gap + 1
      }
      pieces.append(start..<run.upperBound)
    }
    return pieces
  }

  private func place(of relationship: RelationshipID, in run: Range<Int>) -> Int? {
    guard let number = UInt32(exactly: relationship.rawValue) else { return nil }
    if let stored { return run.first { stored[$0] == number } }
    let place = Int(number) - first
    return run.contains(place) ? place : nil
  }
}
