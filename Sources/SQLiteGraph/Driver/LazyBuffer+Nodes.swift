import GraphModel

extension LazyBuffer<UInt32> {
  /// Adds the nodes whose ids stand in runs to a set, and appends those that were not in it yet.
  @inline(__always)
  func insert(_ runs: Span<Range<Int>>, into seen: inout NodeSet, found: inout [NodeID]) {
    seen.insert(unsafe numbers(0..<count).span, at: runs, found: &found)
  }

  /// The same where another set is to be met.
  @inline(__always)
  func insert(
    _ runs: Span<Range<Int>>, into seen: inout NodeSet, found: inout [NodeID], meeting other: NodeSet, met: inout [NodeID],
    wanting wanted: Meetings
  ) {
    seen.insert(unsafe numbers(0..<count).span, at: runs, found: &found, meeting: other, met: &met, wanting: wanted)
  }
}
