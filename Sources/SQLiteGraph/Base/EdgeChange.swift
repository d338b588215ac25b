/// A relationship that came after the base was made, or went, seen from one of its ends.
struct EdgeChange {
  var node: UInt32
  var neighbour: UInt32
  var relationship: UInt32
  var isGone: Bool

  /// The same seen from the other end.
  var turned: EdgeChange { EdgeChange(node: neighbour, neighbour: node, relationship: relationship, isGone: isGone) }

  /// The order of an adjacency; what goes stands after what came.
  static func stands(_ a: EdgeChange, before b: EdgeChange) -> Bool {
    if a.ends != b.ends { return a.ends < b.ends }
    if a.relationship != b.relationship { return a.relationship < b.relationship }
    return !a.isGone && b.isGone
  }

  func isSame(as other: EdgeChange) -> Bool { ends == other.ends && relationship == other.relationship }

  private var ends: UInt64 { UInt64(node) << 32 | UInt64(neighbour) }
}

/// The changes that an adjacency has not taken in yet, by part of the nodes.
struct WaitingChanges {
  private var parts: [Int: [EdgeChange]] = [:]

  mutating func add(_ change: EdgeChange) { parts[BasePart.of(Int(change.node)), default: []].append(change) }

  /// Those of a part, in order; of a relationship that came and went, only that it went.
  func inOrder(_ part: Int) -> [EdgeChange] {
    guard let waiting = parts[part] else { return [] }
    let sorted = waiting.sorted(by: EdgeChange.stands)
    return sorted.indices.filter { $0 + 1 == sorted.count || !sorted[$0].isSame(as: sorted[$0 + 1]) }.map { sorted[$0] }
  }

  /// How many relationships came for each node of a part; nil where none came, or any went.
  func additions(_ part: Int) -> [UInt32: Int]? {
    guard let waiting = parts[part], !waiting.contains(where: \.isGone) else { return nil }
    var counts: [UInt32: Int] = [:]
    for change in waiting { counts[change.node, default: 0] += 1 }
    return counts
  }

  mutating func remove(_ part: Int) { parts[part] = nil }
}
