import GraphModel

/// Which nodes that are rows have a label, part by part (``LabelPart``).
extension StatementCache {
  /// Notes that nodes have a label. `nodes` ascend. It does not look at what waits.
  func insertLabel(_ label: Int64, of nodes: [Int64]) throws(StoreError) {
    var at = 0
    while at < nodes.count {
      let part = BasePart.of(Int(truncatingIfNeeded: nodes[at]))
      var end = at + 1
      while end < nodes.count, BasePart.of(Int(truncatingIfNeeded: nodes[end])) == part { end += 1 }
      try insertLabel(label, part, nodes[at..<end].map { Int(truncatingIfNeeded: $0) & (BasePart.size - 1) })
      at = end
    }
  }

  private func insertLabel(_ label: Int64, _ part: Int, _ places: [Int]) throws(StoreError) {
    let last = lastLabelParts.removeValue(forKey: label)
    var bytes = if let last, last.part == part { last.bytes } else { try labelPart(label, part) ?? [] }
    if places.count > 1 || !places.allSatisfy({ LabelPart.insert($0, into: &bytes) }) {
      var held = try LabelPart(decoding: bytes)
      for place in places { held.insert(place) }
      bytes = held.bytes
    }
    try setLabelPart(label, part, bytes)
    lastLabelParts[label] = (part, bytes)
  }

  /// Notes that a node has no longer a label.
  func removeLabel(_ label: Int64, of node: Int64) throws(StoreError) {
    try insertWaiting()
    lastLabelParts.removeValue(forKey: label)
    let id = Int(truncatingIfNeeded: node)
    guard let bytes = try labelPart(label, BasePart.of(id)) else { return }
    var held = try LabelPart(decoding: bytes)
    held.remove(id & (BasePart.size - 1))
    if held.isEmpty {
      try self[.removeLabelPart].bind(1, label).bind(2, Int64(BasePart.of(id))).run()
    } else {
      try setLabelPart(label, BasePart.of(id), held.bytes)
    }
  }

  private func labelPart(_ label: Int64, _ part: Int) throws(StoreError) -> [UInt8]? {
    let rows = try self[.labelPart].bind(1, label).bind(2, Int64(part))
    defer { rows.reset() }
    return try rows.step() ? rows.blob(0) : nil
  }

  private func setLabelPart(_ label: Int64, _ part: Int, _ bytes: [UInt8]) throws(StoreError) {
    try self[.setLabelPart].bind(1, label).bind(2, Int64(part)).bind(3, bytes).run()
  }

  /// Appends up to `limit` nodes with a label above a place, ascending. True where they came to an end before.
  func nodes(with label: Int64, after last: Int, limit: Int, into nodes: inout [NodeID]) throws(StoreError) -> Bool {
    let first = last + 1
    let rows = try self[.labelParts].bind(1, Int64(BasePart.of(first))).bind(2, label)
    defer { rows.reset() }
    var left = limit
    var part = -1
    while left > 0, try rows.step() {
      // In a damaged file the rows may run in circles.
      guard rows.integer(0) > Int64(part) else { throw RecordReader.damage }
      part = Int(truncatingIfNeeded: rows.integer(0))
      let from = part == BasePart.of(first) ? first & (BasePart.size - 1) : 0
      let places = try LabelPart(decoding: rows.blob(1)).places(from: from).prefix(left)
      for place in places { nodes.append(NodeID(Int64(part << BasePart.bits + place))) }
      left -= places.count
    }
    return left > 0
  }
}
