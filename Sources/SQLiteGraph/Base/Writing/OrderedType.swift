import GraphModel

/// The relationships of one type in the order in which the base stores them: by start, end and row.
struct OrderedType: Sendable {
  let type: RelationshipTypeID
  /// The rows of the draft.
  let rows: [UInt32]
  /// The first of the relationships' ids where these follow one another; 0 where they do not.
  var first = 0

  /// Sorts the rows of a type. Cost: linear, and sorting the neighbours of each node.
  init(_ type: RelationshipTypeID, _ unordered: [UInt32], _ draft: BaseDraft) {
    self.type = type
    let byStart = Buckets(unordered, nodeCount: draft.labelSet.count) { Int(draft.start[Int($0)]) }
    var rows = byStart.rows
    var keys: [UInt64] = []
    for range in byStart.ranges where range.count > 1 {
      keys.removeAll(keepingCapacity: true)
      for at in range { keys.append(UInt64(draft.end[Int(rows[at])]) << 32 | UInt64(rows[at])) }
      keys.sort()
      for (offset, key) in keys.enumerated() { rows[range.lowerBound + offset] = UInt32(truncatingIfNeeded: key) }
    }
    self.rows = rows
  }

  /// The id of the relationship at a place.
  @inline(__always)
  func relationship(_ place: Int) -> Int { first > 0 ? first + place : Int(rows[place]) + 1 }

  /// Whether the rows follow one another, so that ids made of them do.
  var isConsecutive: Bool {
    zip(rows, rows.dropFirst()).allSatisfy { $1 == $0 &+ 1 }
  }
}

/// Rows dealt out by a node, keeping their order.
struct Buckets {
  var rows: [UInt32]
  /// Where the bucket of each node id begins, and the end of the last.
  private let starts: [UInt32]

  init(_ unordered: [UInt32], nodeCount: Int, _ node: (UInt32) -> Int) {
    var starts = [UInt32](filledWith: 0, count: nodeCount + 2)
    for row in unordered { starts[node(row) + 1] &+= 1 }
    for id in 1..<starts.count { starts[id] &+= starts[id - 1] }
    var next = starts
    var rows = [UInt32](filledWith: 0, count: unordered.count)
    for row in unordered {
      let id = node(row)
      rows[Int(next[id])] = row
      next[id] &+= 1
    }
    self.rows = rows
    self.starts = starts
  }

  /// The places of each bucket, by id.
  var ranges: some Sequence<Range<Int>> {
    (0..<(starts.count - 1)).lazy.map { Int(starts[$0])..<Int(starts[$0 + 1]) }
  }

  func range(_ id: Int) -> Range<Int> { Int(starts[id])..<Int(starts[id + 1]) }
}
