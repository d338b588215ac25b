import GraphModel

/// Counts in how many ways pairs of nodes meet at a third.
struct BaseMeetings {
  /// The highest id of a node.
  let limit: Int
  /// How many threads may count.
  let threads: Int
  let marks: SpareMarks

  /// How many pairs make it worth the while of another thread.
  private static let pairsOfThread = 256

  /// For each pair, the meetings of a relationship of the shared node by one way with one of the other node by the other.
  /// `shared` is the list in which pairs that follow one another have the same node more often.
  func count(
    shared: [NodeID], _ sharedWay: BaseAdjacency, _ others: [NodeID], _ otherWay: BaseAdjacency
  ) throws(StoreError) -> [Int] {
    let sharedRuns = try sharedWay.ranges(shared, upTo: limit, .neighbours)
    let otherRuns = try otherWay.ranges(others, upTo: limit, .neighbours)
    // Nothing is read from the file from here on.
    let pieces = divided(shared.count).map { rows in
      Piece(
        shared: sharedWay.neighbours, sharedRuns: sharedRuns[rows], others: otherWay.neighbours, otherRuns: otherRuns[rows],
        limit: limit, marks: marks)
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
    let shared: LazyBuffer<UInt32>
    let sharedRuns: ArraySlice<Range<Int>>
    let others: LazyBuffer<UInt32>
    let otherRuns: ArraySlice<Range<Int>>
    let limit: Int
    let marks: SpareMarks

    func counts() -> [Int] {
      var counts: [Int] = []
      counts.reserveCapacity(sharedRuns.count)
      var marks = MeetingMarks()
      var isMarked = false
      for at in sharedRuns.indices {
        let (run, other) = (sharedRuns[at], otherRuns[at])
        if at == sharedRuns.startIndex || run != sharedRuns[at - 1] {
          // Marking pays where the next pair shares the node too.
          let isShared = at + 1 < sharedRuns.endIndex && sharedRuns[at + 1] == run
          if isShared, marks.isEmpty { marks = self.marks.take(limit: limit) }
          isMarked = isShared && marks.mark(shared, run)
        }
        if isMarked, other.count < 16 * run.count {
          counts.append(marks.count(others, other))
        } else {
          counts.append(SortedMeeting.count(shared, run, others, other))
        }
      }
      if !marks.isEmpty { self.marks.give(marks) }
      return counts
    }
  }
}
