import GraphModel

/// Counts in how many ways pairs of nodes meet at a third, in the base alone.
struct BaseMeetings {
  /// The highest id of a node.
  let limit: Int

  /// For each pair, the meetings of a relationship of the shared node by one way with one of the other node by the other.
  /// `shared` is the list in which pairs that follow one another have the same node more often.
  func count(
    shared: [NodeID], _ sharedWay: BaseAdjacency, _ others: [NodeID], _ otherWay: BaseAdjacency
  ) throws(StoreError) -> [Int] {
    var counts: [Int] = []
    counts.reserveCapacity(shared.count)
    var marks: MeetingMarks?
    var isMarked = false
    var run = 0..<0
    for at in shared.indices {
      if at == 0 || shared[at] != shared[at - 1] {
        run = try range(shared[at], sharedWay)
        // Marking pays where the next pair shares the node too.
        let isShared = at + 1 < shared.count && shared[at + 1] == shared[at]
        if isShared, marks == nil { marks = MeetingMarks(sharedWay.neighbours, limit: limit) }
        isMarked = isShared && marks?.mark(run) == true
      }
      let otherRun = try range(others[at], otherWay)
      if isMarked, let marks, otherRun.count < 16 * run.count {
        counts.append(marks.count(otherWay.neighbours, otherRun))
      } else {
        counts.append(SortedMeeting.count(sharedWay.neighbours, run, otherWay.neighbours, otherRun))
      }
    }
    return counts
  }

  private func range(_ node: NodeID, _ way: BaseAdjacency) throws(StoreError) -> Range<Int> {
    let id = node.place
    guard id > 0, id <= limit else { return 0..<0 }
    try way.prepare(id, .neighbours)
    return way.range(id)
  }
}
