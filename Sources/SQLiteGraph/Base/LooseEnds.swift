import GraphModel

/// Type and ends of the relationships whose ids do not follow the order of the adjacency, by id.
final class LooseEnds {
  private let directory: BaseDirectory
  private let chunks: ChunkSource
  private var parts: [Part?]

  private struct Part {
    /// 0 where the id is none of these relationships, else the number of the type and one.
    var types: [UInt32] = []
    var starts: [UInt32] = []
    var ends: [UInt32] = []
  }

  init(_ directory: BaseDirectory, _ chunks: ChunkSource) {
    self.directory = directory
    self.chunks = chunks
    parts = Array(filledWith: nil, count: BasePart.count(limit: directory.relationshipLimit))
  }

  /// Appends the ids in a range, all in one part, of relationships of some types. `isWanted`: by the number of a type and one.
  func append(_ range: Range<Int>, ofTypes isWanted: [Bool], to ids: inout [RelationshipID]) throws(StoreError) {
    guard let part = try part(of: range.lowerBound) else { return }
    for id in range {
      let type = Int(part.types[id & (BasePart.size - 1)])
      if type < isWanted.count, isWanted[type] { ids.append(RelationshipID(Int64(id))) }
    }
  }

  /// Nil where the part has none of these relationships.
  private func part(of id: Int) throws(StoreError) -> Part? {
    let at = BasePart.of(id)
    if parts[at] == nil { parts[at] = try read(at) }
    guard let part = parts[at], !part.types.isEmpty else { return nil }
    return part
  }

  func ends(_ id: Int) throws(StoreError) -> RelationshipEnds? {
    guard let part = try part(of: id) else { return nil }
    let slot = id & (BasePart.size - 1)
    guard part.types[slot] > 0 else { return nil }
    return RelationshipEnds(
      type: RelationshipTypeID(Int32(truncatingIfNeeded: part.types[slot] - 1)),
      start: NodeID(Int64(part.starts[slot])), end: NodeID(Int64(part.ends[slot])))
  }

  private func read(_ at: Int) throws(StoreError) -> Part {
    var part = Part()
    guard var reader = try chunks.read(ChunkKey(kind: .ends, part: at)) else { return part }
    let count = BasePart.ids(at, limit: directory.relationshipLimit).count
    func numbers() throws(StoreError) -> [UInt32] {
      var numbers: [UInt32] = []
      numbers.reserveCapacity(count)
      try PackedNumbers(&reader, count: count).each(reader.bytes) { _, number in
        numbers.append(UInt32(truncatingIfNeeded: number))
      }
      return numbers
    }
    part.types = try numbers()
    part.starts = try numbers()
    part.ends = try numbers()
    return part
  }
}
