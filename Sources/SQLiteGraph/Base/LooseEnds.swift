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
    parts = Array(repeating: nil, count: BasePart.count(limit: directory.relationshipLimit))
  }

  func ends(_ id: Int) throws(StoreError) -> RelationshipEnds? {
    let at = BasePart.of(id)
    if parts[at] == nil { parts[at] = try read(at) }
    guard let part = parts[at], !part.types.isEmpty else { return nil }
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
