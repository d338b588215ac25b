/// A set of nodes, as one bit for each id up to the largest.
///
/// Cost: an eighth of a byte for each id up to the largest in it; asking and adding are constant. It grows as needed, and
/// ``removeAll()`` clears only the words that were used, which a look at one word in 64 tells, so that a set can serve one search
/// after the other.
public struct NodeSet: Sendable {
  @usableFromInline var words: [UInt64] = []
  /// Of which words some bit may be set, a bit for each: noting it takes no branch, which whether a word was empty would be.
  @usableFromInline var used: [UInt64] = []

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
    words[word] = before | bit
    used[word >> 6] |= Self.bit(of: word)
    return true
  }

  /// Makes room for nodes up to an id.
  public mutating func makeRoom(upTo id: Int) {
    if id >> 6 >= words.count { grow(to: id >> 6) }
  }

  /// Adds the nodes whose ids stand in runs of a list, for which there is room, and appends those that were not in it yet.
  @inlinable
  public mutating func insert(_ ids: Span<UInt32>, at runs: Span<Range<Int>>, found: inout [NodeID]) {
    Self.insert(ids, at: runs, into: &words, &used, found: &found)
  }

  /// The same until one of them is in another set: that one is appended to `met`, and from then on only those that are in the other
  /// set are added, or, where the first is all that is wanted, none.
  @inlinable
  public mutating func insert(
    _ ids: Span<UInt32>, at runs: Span<Range<Int>>, found: inout [NodeID], meeting other: NodeSet, met: inout [NodeID],
    wanting wanted: Meetings
  ) {
    Self.insert(ids, at: runs, into: &words, &used, found: &found, meeting: other.words.span, met: &met, wanted)
  }

  // The fields are given one by one, so that a span over the one is no access to the others.

  @usableFromInline
  static func insert(
    _ ids: Span<UInt32>, at runs: Span<Range<Int>>, into all: inout [UInt64], _ used: inout [UInt64], found: inout [NodeID]
  ) {
    var words = all.mutableSpan
    var marks = used.mutableSpan
    found.append(addingCapacity: min(most(in: runs), 64 * words.count)) { fresh in
      for run in runs.indices {
        let ids = ids.extracting(runs[run])
        for at in ids.indices {
          let id = Int(ids[at])
          let before = words[id >> 6]
          if before & bit(of: id) != 0 { continue }
          words[id >> 6] = before | bit(of: id)
          marks[id >> 12] |= bit(of: id >> 6)
          fresh.append(NodeID(Int64(id)))
        }
      }
    }
  }

  @usableFromInline
  static func insert(
    _ ids: Span<UInt32>, at runs: Span<Range<Int>>, into all: inout [UInt64], _ used: inout [UInt64], found: inout [NodeID],
    meeting others: Span<UInt64>, met: inout [NodeID], _ wanted: Meetings
  ) {
    var words = all.mutableSpan
    var marks = used.mutableSpan
    var hasMet = !met.isEmpty
    if hasMet, wanted == .first { return }
    found.append(addingCapacity: min(most(in: runs), 64 * words.count)) { fresh in
      for run in runs.indices {
        let ids = ids.extracting(runs[run])
        for at in ids.indices {
          let id = Int(ids[at])
          let before = words[id >> 6]
          if before & bit(of: id) != 0 { continue }
          let meets = id >> 6 < others.count && others[id >> 6] & bit(of: id) != 0
          if hasMet, !meets { continue }
          words[id >> 6] = before | bit(of: id)
          marks[id >> 12] |= bit(of: id >> 6)
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

  /// How many ids stand in runs.
  private static func most(in runs: Span<Range<Int>>) -> Int {
    var most = 0
    for run in runs.indices { most += runs[run].count }
    return most
  }

  @inlinable @inline(__always)
  static func bit(of id: Int) -> UInt64 { 1 &<< UInt64(truncatingIfNeeded: id & 63) }

  @usableFromInline
  mutating func grow(to word: Int) {
    words.append(contentsOf: repeatElement(0, count: max(word + 1, 2 * words.count) - words.count))
    used.append(contentsOf: repeatElement(0, count: (words.count + 63) / 64 - used.count))
  }

  @inlinable
  public mutating func removeAll() {
    for mark in used.indices where used[mark] != 0 {
      var rest = used[mark]
      while rest != 0 {
        words[mark << 6 + rest.trailingZeroBitCount] = 0
        rest &= rest - 1
      }
      used[mark] = 0
    }
  }
}

/// Which of the nodes are wanted at which two searches meet.
public enum Meetings: Sendable {
  case all
  /// Any one of them.
  case first
}
