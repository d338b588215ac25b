import GraphModel

/// Counts in how many ways pairs of nodes meet at a third.
struct BaseMeetings {
  /// The highest id of a node.
  let limit: Int
  /// How many threads may count.
  let threads: Int
  let marks: SpareMarks

  /// How many pairs make it worth the while of another thread.
  private static let pairsOfThread = 512

  /// For each pair, the meetings of a relationship of the shared node by one way with one of the other node by the other.
  /// `shared` is the list in which pairs that follow one another have the same node more often.
  func count(
    shared: [NodeID], _ sharedWay: BaseAdjacency, _ others: [NodeID], _ otherWay: BaseAdjacency
  ) throws(StoreError) -> [Int] {
    try sharedWay.prepare(shared, upTo: limit, .neighbours)
    try otherWay.prepare(others, upTo: limit, .neighbours)
    // Nothing is read from the file from here on.
    let (sharedRuns, otherRuns) = (NeighbourRuns(sharedWay, upTo: limit), NeighbourRuns(otherWay, upTo: limit))
    let pieces = divided(shared.count).map { pairs in
      Piece(
        shared: shared[pairs], sharedRuns: sharedRuns, others: others[pairs], otherRuns: otherRuns, limit: limit, marks: marks)
    }
    if pieces.count == 1 { return pieces[0].counts() }
    return try ParallelWork.map(pieces) { $0.counts() }.flatMap { $0 }
  }

  private func divided(_ count: Int) -> [Range<Int>] {
    let pieces = max(1, min(threads, count / Self.pairsOfThread))
    return (0..<pieces).map { count * $0 / pieces..<count * ($0 + 1) / pieces }
  }

  /// Pairs that one thread counts.
  private struct Piece: Sendable {
    let shared: ArraySlice<NodeID>
    let sharedRuns: NeighbourRuns
    let others: ArraySlice<NodeID>
    let otherRuns: NeighbourRuns
    let limit: Int
    let marks: SpareMarks

    func counts() -> [Int] {
      var counts: [Int] = []
      counts.reserveCapacity(shared.count)
      var marks = MeetingMarks()
      var at = shared.startIndex
      while at < shared.endIndex {
        let node = shared[at]
        let end = shared[at...].firstIndex { $0 != node } ?? shared.endIndex
        let run = sharedRuns.range(node)
        // Marking pays where more than one pair shares the node.
        if end - at > 1, marks.isEmpty { marks = self.marks.take(limit: limit) }
        if end - at > 1, marks.mark(sharedRuns.neighbours, run) {
          marks.count(sharedRuns, run, others[at..<end], otherRuns, into: &counts)
        } else {
          for other in others[at..<end] {
            counts.append(SortedMeeting.count(sharedRuns.neighbours, run, otherRuns.neighbours, otherRuns.range(other)))
          }
        }
        at = end
      }
      if !marks.isEmpty { self.marks.give(marks) }
      return counts
    }
  }
}
