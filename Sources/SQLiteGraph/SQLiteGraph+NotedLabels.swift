import GraphModel

/// Which nodes that are rows have a label is noted (``LabelPart``) for many of them at once: of the last few that came their rows alone tell
/// it, so that a small transaction has one page less to write.
extension SQLiteGraph {
  /// Of so many nodes at most the rows alone tell their labels. A scan by label reads them.
  static let mostUnnoted = 256

  /// Nodes with these ids come, all with these labels. They are the next ones.
  func noteLabels(_ labels: [LabelID], ofNew nodes: Range<Int64>) throws(StoreError) {
    guard nodes.upperBound - 1 - state.counters.lastNoted > Self.mostUnnoted else { return }
    let first = state.counters.lastNoted + 1
    if first < nodes.lowerBound {
      try eachUnnoted(first...nodes.lowerBound - 1) { node, labels in
        for label in labels { statements.waiting.addLabel(label, of: node) }
        return true
      }
    }
    for node in nodes { for label in labels { statements.waiting.addLabel(label, of: node) } }
    state.counters.lastNoted = nodes.upperBound - 1
  }

  func isNoted(_ node: NodeID) -> Bool { node.rawValue <= state.counters.lastNoted }

  /// Appends up to `limit` nodes with a label above a place, ascending, of those whose rows alone tell it. True where they came to an end
  /// before.
  func scanUnnoted(_ label: LabelID, after: Int64, limit: Int, into nodes: inout [NodeID]) throws(StoreError) -> Bool {
    let first = max(after, state.counters.lastNoted) + 1
    guard first < state.counters.nextNode else { return true }
    var left = limit
    try eachUnnoted(first...state.counters.nextNode) { node, labels in
      guard labels.contains(label) else { return true }
      nodes.append(NodeID(node))
      left -= 1
      return left > 0
    }
    return left > 0
  }

  /// Calls `take` with the rows of a range, until it gives false.
  private func eachUnnoted(_ range: ClosedRange<Int64>, _ take: (Int64, [LabelID]) -> Bool) throws(StoreError) {
    let rows = try statements[.nodeRange].bind(1, range.lowerBound).bind(2, range.upperBound)
    defer { rows.reset() }
    var last = range.lowerBound - 1
    while try rows.step() {
      // In a damaged file the rows may run in circles.
      guard rows.integer(0) > last else { throw RecordReader.damage }
      last = rows.integer(0)
      var record = RecordReader(rows.blob(1))
      guard take(last, try record.labels()) else { return }
    }
  }
}
