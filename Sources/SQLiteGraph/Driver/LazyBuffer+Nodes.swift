import GraphModel

extension LazyBuffer<UInt32> {
  /// Adds the nodes with the ids in a range to a set, and appends those that were not in it yet.
  @inline(__always)
  func insert(_ range: Range<Int>, into seen: inout NodeSet, found: inout [NodeID]) {
    seen.insert(unsafe numbers(range).span, found: &found)
  }

  /// The same where another set is to be met.
  @inline(__always)
  func insert(
    _ range: Range<Int>, into seen: inout NodeSet, found: inout [NodeID], meeting other: NodeSet, met: inout [NodeID],
    wanting wanted: Meetings
  ) {
    seen.insert(unsafe numbers(range).span, found: &found, meeting: other, met: &met, wanting: wanted)
  }
}
