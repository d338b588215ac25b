import GraphModel

/// Nodes that are only counted: one bit for each id up to the largest.
///
/// Cost: an eighth of a byte for each id up to some twice the largest; adding is constant.
struct SeenNodes {
  private var words: [UInt64] = []

  /// How many of the nodes were not seen yet. A negative id never counts.
  mutating func insert(contentsOf nodes: [NodeID]) -> Int {
    var all: Int64 = 0
    for node in nodes { all |= node.rawValue }
    guard all >= 0 else { return insert(contentsOf: nodes.filter { $0.rawValue >= 0 }) }
    // No id is higher than all together.
    makeRoom(upTo: Int(all))
    return Self.insert(nodes.span, into: &words)
  }

  // The field is given by itself, so that a span over it is no access to the whole.
  private static func insert(_ nodes: Span<NodeID>, into all: inout [UInt64]) -> Int {
    var words = all.mutableSpan
    var fresh: UInt64 = 0
    for at in nodes.indices {
      let id = UInt64(truncatingIfNeeded: nodes[at].rawValue)
      let word = Int(truncatingIfNeeded: id &>> 6)
      let before = words[word]
      fresh &+= ~(before &>> (id & 63)) & 1
      words[word] = before | 1 &<< (id & 63)
    }
    return Int(fresh)
  }

  private mutating func makeRoom(upTo id: Int) {
    let more = (id >> 6) + 1 - words.count
    if more > 0 { words.append(contentsOf: repeatElement(0, count: max(more, words.count))) }
  }
}
