import GraphModel

/// The chunks of one type in one direction; ``BaseAdjacency`` reads them.
struct AdjacencyChunks {
  private let type: RelationshipTypeID
  private let nodeLimit: Int

  /// Outgoing: the order of the type itself.
  static func outgoing(_ ordered: OrderedType, _ draft: BaseDraft) -> [Chunk] {
    let maker = AdjacencyChunks(type: ordered.type, nodeLimit: draft.labelSet.count)
    let buckets = Buckets(ordered.rows, nodeCount: maker.nodeLimit) { Int(draft.start[Int($0)]) }
    return maker.chunks(
      buckets, (.outgoingParts, .outgoingDegrees, .outgoingNeighbours),
      neighbour: { Int64(draft.end[Int(ordered.rows[$0])]) },
      relationships: ordered.first > 0 ? nil : (.outgoingRelationships, { Int64(ordered.relationship($0)) }))
  }

  /// Incoming: dealt out by end, which keeps start and id ascending.
  static func incoming(_ ordered: OrderedType, _ draft: BaseDraft) -> [Chunk] {
    let maker = AdjacencyChunks(type: ordered.type, nodeLimit: draft.labelSet.count)
    let places = (0..<UInt32(ordered.rows.count)).map { $0 }
    let buckets = Buckets(places, nodeCount: maker.nodeLimit) { Int(draft.end[Int(ordered.rows[Int($0)])]) }
    return maker.chunks(
      buckets, (.incomingParts, .incomingDegrees, .incomingNeighbours),
      neighbour: { Int64(draft.start[Int(ordered.rows[Int(buckets.rows[$0])])]) },
      relationships: (.incomingRelationships, { Int64(ordered.relationship(Int(buckets.rows[$0]))) }))
  }

  private typealias Kinds = (parts: ChunkKey.Kind, degrees: ChunkKey.Kind, neighbours: ChunkKey.Kind)

  private func chunks(
    _ buckets: Buckets, _ kinds: Kinds, neighbour: (Int) -> Int64,
    relationships: (kind: ChunkKey.Kind, id: (Int) -> Int64)?
  ) -> [Chunk] {
    var chunks: [Chunk] = []
    var partStarts: [Int64] = [0]
    for part in 0..<BasePart.count(limit: nodeLimit) {
      let ids = BasePart.ids(part, limit: nodeLimit)
      let places = buckets.range(ids.lowerBound).lowerBound..<buckets.range(ids.upperBound - 1).upperBound
      partStarts.append(Int64(places.upperBound))
      guard !places.isEmpty else { continue }
      chunks.append(chunk(kinds.degrees, part, ids.map { Int64(buckets.range($0).count) }))
      chunks.append(chunk(kinds.neighbours, part, places.map(neighbour)))
      if let relationships { chunks.append(chunk(relationships.kind, part, places.map(relationships.id))) }
    }
    chunks.append(chunk(kinds.parts, 0, partStarts))
    return chunks
  }

  private func chunk(_ kind: ChunkKey.Kind, _ part: Int, _ numbers: [Int64]) -> Chunk {
    var writer = RecordWriter()
    PackedNumbers.append(numbers, to: &writer)
    return Chunk(ChunkKey(kind: kind, member: type.rawValue, part: part), writer)
  }
}
