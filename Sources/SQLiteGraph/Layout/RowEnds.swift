import GraphModel

/// Types and ends of all relationships that are rows, in memory, by ascending id: whoever scans relationships by type again and again finds
/// those that are rows without reading the others each time.
struct RowEnds {
  private var ids: [Int64] = []
  private var types: [RelationshipTypeID] = []
  private var starts: [NodeID] = []
  private var ends: [NodeID] = []

  /// Takes all rows of type, start, end and id. In a damaged file they may run in circles.
  init(_ rows: Statement, count: Int) throws(StoreError) {
    ids.reserveCapacity(count)
    types.reserveCapacity(count)
    starts.reserveCapacity(count)
    ends.reserveCapacity(count)
    var last = Int64(0)
    while try rows.step() {
      guard rows.integer(3) > last else { throw RecordReader.damage }
      last = rows.integer(3)
      ids.append(last)
      types.append(RelationshipTypeID(Int32(truncatingIfNeeded: rows.integer(0))))
      starts.append(NodeID(rows.integer(1)))
      ends.append(NodeID(rows.integer(2)))
    }
  }

  /// Appends those with ids in a range that have one of the types, up to a limit; nil: of any type.
  func append(
    _ types: [RelationshipTypeID]?, in range: ClosedRange<Int64>, limit: Int, into found: inout Adjacency
  ) {
    var left = limit
    var at = ids.firstPlace(notBelow: range.lowerBound)
    while left > 0, at < ids.count, ids[at] <= range.upperBound {
      if types?.contains(self.types[at]) ?? true {
        found.append(origin: 0, relationship: RelationshipID(ids[at]), source: starts[at], neighbour: ends[at])
        left -= 1
      }
      at += 1
    }
  }
}
