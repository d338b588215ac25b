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

  /// Makes room for nodes up to an id.
  public mutating func makeRoom(upTo id: Int) {
    if id >> 6 >= words.count { grow(to: id >> 6) }
  }

  /// Adds the nodes with these ids, for which there is room, and appends those that were not in it yet.
  @inlinable
  public mutating func insert(_ ids: Span<UInt32>, found: inout [NodeID]) {
    Self.insert(ids, into: &words, &used, found: &found)
  }

  /// The same until one of them is in another set: that one is appended to `met`, and from then on only those that are in the other
  /// set are added, or, where the first is all that is wanted, none.
  @inlinable
  public mutating func insert(
    _ ids: Span<UInt32>, found: inout [NodeID], meeting other: NodeSet, met: inout [NodeID], wanting wanted: Meetings
  ) {
    Self.insert(ids, into: &words, &used, found: &found, meeting: other.words.span, met: &met, wanted)
  }

  // The fields are given one by one, so that a span over the one is no access to the others.

  @usableFromInline
  static func insert(_ ids: Span<UInt32>, into all: inout [UInt64], _ used: inout [Int], found: inout [NodeID]) {
    var words = all.mutableSpan
    used.append(addingCapacity: ids.count) { marks in
      found.append(addingCapacity: ids.count) { fresh in
        for at in ids.indices where take(Int(ids[at]), &words, &marks) { fresh.append(NodeID(Int64(ids[at]))) }
      }
    }
  }

  @usableFromInline
  static func insert(
    _ ids: Span<UInt32>, into all: inout [UInt64], _ used: inout [Int], found: inout [NodeID], meeting others: Span<UInt64>,
    met: inout [NodeID], _ wanted: Meetings
  ) {
    var words = all.mutableSpan
    var hasMet = !met.isEmpty
    if hasMet, wanted == .first { return }
    used.append(addingCapacity: ids.count) { marks in
      found.append(addingCapacity: ids.count) { fresh in
        for at in ids.indices {
          let id = Int(ids[at])
          let meets = id >> 6 < others.count && others[id >> 6] & bit(of: id) != 0
          if hasMet, !meets { continue }
          guard take(id, &words, &marks) else { continue }
          guard meets else {
            fresh.append(NodeID(Int64(id)))
            continue
          }
          met.append(NodeID(Int64(id)))
          hasMet = true
          if wanted == .first { return }
        }
      }
    }
  }

  /// Sets the bit of an id for which there is room. Whether it was not set yet; `marks` takes the words that were zero.
  @inline(__always)
  private static func take(_ id: Int, _ words: inout MutableSpan<UInt64>, _ marks: inout OutputSpan<Int>) -> Bool {
    let before = words[id >> 6]
    if before & bit(of: id) != 0 { return false }
    if before == 0 { marks.append(id >> 6) }
    words[id >> 6] = before | bit(of: id)
    return true
  }

  @inline(__always)
  private static func bit(of id: Int) -> UInt64 { 1 &<< UInt64(truncatingIfNeeded: id & 63) }

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

/// Which of the nodes are wanted at which two searches meet.
public enum Meetings: Sendable {
  case all
  /// Any one of them.
  case first
}
