/// A set of nodes, as one bit for each id up to the largest.
///
/// Cost: an eighth of a byte for each id up to the largest in it; asking and adding are constant. It grows as needed, and
/// ``removeAll()`` clears only the words that were used, so that a set can serve one search after the other.
public struct NodeSet: Sendable {
  @usableFromInline var words: [UInt64] = []
  /// The words that are not zero, in the order in which they were first set.
  @usableFromInline var used: [Int] = []

  @inlinable public init() {}

  @inlinable
  public func contains(_ node: NodeID) -> Bool {
    guard node.rawValue >= 0 else { return false }
    let word = Int(truncatingIfNeeded: node.rawValue >> 6)
    return word < words.count && words[word] & (1 << UInt64(truncatingIfNeeded: node.rawValue & 63)) != 0
  }

  /// Whether the node was not in the set yet. A negative id is never taken up.
  @inlinable
  public mutating func insert(_ node: NodeID) -> Bool {
    guard node.rawValue >= 0 else { return false }
    let word = Int(truncatingIfNeeded: node.rawValue >> 6)
    if word >= words.count { grow(to: word) }
    let bit: UInt64 = 1 << UInt64(truncatingIfNeeded: node.rawValue & 63)
    let before = words[word]
    if before & bit != 0 { return false }
    if before == 0 { used.append(word) }
    words[word] = before | bit
    return true
  }

  /// Adds the nodes with these ids, and appends those that were not in it yet.
  public mutating func insert(_ ids: Span<UInt32>, found: inout [NodeID]) {
    makeRoom(for: ids)
    Self.insert(ids, into: &words, &used, found: &found)
  }

  /// The same until one of them is in another set; from then on only those that are in the other set are added. These are appended
  /// to `met`, the others to `found`.
  public mutating func insert(_ ids: Span<UInt32>, found: inout [NodeID], meeting other: NodeSet, met: inout [NodeID]) {
    makeRoom(for: ids)
    Self.insert(ids, into: &words, &used, found: &found, meeting: other.words.span, met: &met)
  }

  // The fields are given one by one, so that a span over the one is no access to the others.

  private static func insert(
    _ ids: Span<UInt32>, into all: inout [UInt64], _ used: inout [Int], found: inout [NodeID]
  ) {
    var words = all.mutableSpan
    for at in ids.indices {
      let id = ids[at]
      let word = Int(id >> 6)
      let bit: UInt64 = 1 << UInt64(id & 63)
      let before = words[word]
      if before & bit != 0 { continue }
      if before == 0 { used.append(word) }
      words[word] = before | bit
      found.append(NodeID(Int64(id)))
    }
  }

  private static func insert(
    _ ids: Span<UInt32>, into all: inout [UInt64], _ used: inout [Int], found: inout [NodeID], meeting others: Span<UInt64>,
    met: inout [NodeID]
  ) {
    var words = all.mutableSpan
    for at in ids.indices {
      let id = ids[at]
      let word = Int(id >> 6)
      let bit: UInt64 = 1 << UInt64(id & 63)
      let meets = word < others.count && others[word] & bit != 0
      if !meets, !met.isEmpty { continue }
      let before = words[word]
      if before & bit != 0 { continue }
      if before == 0 { used.append(word) }
      words[word] = before | bit
      if meets { met.append(NodeID(Int64(id))) } else { found.append(NodeID(Int64(id))) }
    }
  }

  private mutating func makeRoom(for ids: Span<UInt32>) {
    var highest: UInt32 = 0
    for at in ids.indices { highest = max(highest, ids[at]) }
    if Int(highest >> 6) >= words.count { grow(to: Int(highest >> 6)) }
  }

  @usableFromInline
  mutating func grow(to word: Int) {
    words.append(contentsOf: repeatElement(0, count: max(word + 1, 2 * words.count) - words.count))
  }

  @inlinable
  public mutating func removeAll() {
    for word in used { words[word] = 0 }
    used.removeAll(keepingCapacity: true)
  }
}
