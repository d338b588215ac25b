/// Which chunk of the base: what it holds, of which label, type, key or index, and of which part of the ids.
///
/// In the file it is one number, so that chunks that are read together stand together: eight bits of kind, 24 of member,
/// 32 of part.
struct ChunkKey: Hashable {
  enum Kind: Int64 {
    /// What the base holds; one chunk (``BaseDirectory``).
    case directory = 1
    /// The label sets of nodes, by part of the nodes.
    case labelSets = 2
    /// A property of nodes, by part of the nodes.
    case nodeProperty = 3
    /// A property of relationships, by part of the relationships.
    case relationshipProperty = 4
    /// Where the relationships of each part of the nodes begin; one chunk a type and direction.
    case outgoingParts = 5
    case incomingParts = 6
    /// How many relationships each node has, by part of the nodes.
    case outgoingDegrees = 7
    case incomingDegrees = 8
    /// The nodes at the other ends.
    case outgoingNeighbours = 9
    case incomingNeighbours = 10
    /// The relationships.
    case outgoingRelationships = 11
    case incomingRelationships = 12
    /// Type and ends of relationships, by part of the relationships; only of types whose ids are out of order.
    case ends = 13
    /// The entries of a property index, by the highest bits of their digests.
    case index = 14
    /// The smallest and the largest number of each part of a property of nodes; one chunk a key. Files that were written before
    /// there was such a thing have none.
    case nodeBounds = 15
  }

  var kind: Kind
  var member: Int32 = 0
  var part = 0

  var rawValue: Int64 { kind.rawValue << 56 | Int64(member) << 32 | Int64(part) }
}

/// How ids are dealt out to parts.
enum BasePart {
  static let bits = 12
  /// The ids of a part.
  static let size = 1 << bits

  @inline(__always)
  static func of(_ id: Int) -> Int { id >> bits }

  /// How many parts the ids from 0 to the limit make.
  static func count(limit: Int) -> Int { (limit >> bits) + 1 }

  /// The ids of a part, up to the limit.
  static func ids(_ part: Int, limit: Int) -> Range<Int> {
    let first = part << bits
    return first..<min(first + size, limit + 1)
  }
}
