import GraphModel

/// Turns a draft into the chunks of a base.
///
/// Cost: linear in the graph, on all cores; the memory of the draft once more for the order of its relationships, and the
/// chunks, which are a few bytes a relationship.
struct BaseWriter {
  let directory: BaseDirectory
  /// Ascending by key.
  let chunks: [Chunk]
  /// What the nodes at the ends of each type have in common.
  let endLabels: EndLabels

  init(_ draft: BaseDraft) throws(StoreError) {
    var directory = BaseDirectory()
    directory.nodeLimit = draft.labelSet.count
    directory.relationshipLimit = draft.type.count
    directory.labelSets = draft.labelSets
    let (ordered, rows) = try Self.order(draft)
    directory.types = ordered.map { BaseDirectory.TypeEntry(type: $0.type, count: $0.rows.count, first: $0.first) }
    directory.nodeKeys = draft.nodeColumns.map { BaseDirectory.KeyEntry(key: $0.key, kind: $0.kind) }
    directory.relationshipKeys = draft.relationshipColumns.map { BaseDirectory.KeyEntry(key: $0.key, kind: $0.kind) }

    let indexes = try ParallelWork.map(draft.indexes) { index throws(StoreError) in try IndexChunks(index, draft, rows) }
    directory.indexes = indexes.map { BaseDirectory.IndexEntry(number: $0.index.number, bits: $0.bits) }
    let pieces = Self.pieces(draft, ordered)
    var chunks = try ParallelWork.map(pieces) { piece throws(StoreError) in try piece.chunks(draft, rows) }.flatMap { $0 }
    chunks += indexes.flatMap(\.chunks)
    chunks.append(Chunk(ChunkKey(kind: .directory), directory.encoded))
    chunks.sort { $0.key < $1.key }
    self.chunks = chunks
    self.directory = directory
    endLabels = EndLabels(ordered, draft)
  }

  /// The relationships of each type in order, and the row of each id less one where ids are given anew.
  private static func order(_ draft: BaseDraft) throws(StoreError) -> (types: [OrderedType], rows: [UInt32]?) {
    var byType = [[UInt32]](filledWith: [], count: draft.types.count)
    for (row, type) in draft.type.enumerated() where type != BaseDraft.noRelationship {
      byType[Int(type)].append(UInt32(row))
    }
    let unordered = byType.enumerated().filter { !$1.isEmpty }.map { (at: $0, rows: $1) }
    var ordered = try ParallelWork.map(unordered) { type in OrderedType(draft.types[type.at], type.rows, draft) }
    guard !draft.keepsIDs else {
      for at in ordered.indices where ordered[at].isConsecutive { ordered[at].first = ordered[at].relationship(0) }
      return (ordered, nil)
    }
    var rows: [UInt32] = []
    rows.reserveCapacity(draft.type.count)
    for at in ordered.indices {
      ordered[at].first = rows.count + 1
      rows.append(contentsOf: ordered[at].rows)
    }
    return (ordered, rows)
  }

  /// What can be made into chunks by itself.
  private enum Piece: Sendable {
    case labelSets
    case outgoing(OrderedType)
    case incoming(OrderedType)
    case looseEnds([OrderedType])
    case nodeColumn(DraftColumn)
    case relationshipColumn(DraftColumn)

    func chunks(_ draft: BaseDraft, _ rows: [UInt32]?) throws(StoreError) -> [Chunk] {
      switch self {
      case .labelSets: LabelSetChunks.chunks(draft)
      case .outgoing(let type): AdjacencyChunks.outgoing(type, draft)
      case .incoming(let type): AdjacencyChunks.incoming(type, draft)
      case .looseEnds(let types): LooseEndChunks.chunks(types, draft)
      case .nodeColumn(let column):
        try ColumnChunks(source: column, kind: .nodeProperty, limit: draft.labelSet.count, rows: nil).chunks()
      case .relationshipColumn(let column):
        try ColumnChunks(source: column, kind: .relationshipProperty, limit: draft.type.count, rows: rows).chunks()
      }
    }
  }

  /// The largest first, so that the cores end at about the same time.
  private static func pieces(_ draft: BaseDraft, _ ordered: [OrderedType]) -> [Piece] {
    var pieces: [Piece] = []
    for type in ordered.sorted(by: { $0.rows.count > $1.rows.count }) { pieces += [.incoming(type), .outgoing(type)] }
    pieces += draft.relationshipColumns.map { .relationshipColumn($0) } + draft.nodeColumns.map { .nodeColumn($0) }
    pieces.append(.labelSets)
    let loose = ordered.filter { $0.first == 0 }
    if !loose.isEmpty { pieces.append(.looseEnds(loose)) }
    return pieces
  }
}

/// The label sets of nodes; ``LabelSets`` reads them.
private enum LabelSetChunks {
  static func chunks(_ draft: BaseDraft) -> [Chunk] {
    let limit = draft.labelSet.count
    return (0..<BasePart.count(limit: limit)).map { part in
      let sets = BasePart.ids(part, limit: limit).map { $0 == 0 ? 0 : Int64(draft.labelSet[$0 - 1]) }
      let occurring = Set(sets).sorted()
      var writer = RecordWriter()
      PackedNumbers.append(occurring, to: &writer)
      let numbers = Dictionary(uniqueKeysWithValues: occurring.enumerated().map { ($1, Int64($0)) })
      PackedNumbers.append(sets.map { numbers[$0] ?? 0 }, to: &writer)
      return Chunk(ChunkKey(kind: .labelSets, part: part), writer)
    }
  }
}

/// Type and ends by id; ``LooseEnds`` reads them.
private enum LooseEndChunks {
  static func chunks(_ types: [OrderedType], _ draft: BaseDraft) -> [Chunk] {
    let isLoose = draft.types.map { type in types.contains { $0.type == type } }
    let limit = draft.type.count
    return (0..<BasePart.count(limit: limit)).compactMap { part in
      let ids = BasePart.ids(part, limit: limit)
      let rows: [Int?] = ids.map { id in
        guard id > 0, draft.type[id - 1] != BaseDraft.noRelationship, isLoose[Int(draft.type[id - 1])] else { return nil }
        return id - 1
      }
      guard rows.contains(where: { $0 != nil }) else { return nil }
      var writer = RecordWriter()
      PackedNumbers.append(rows.map { $0.map { Int64(draft.types[Int(draft.type[$0])].rawValue) + 1 } ?? 0 }, to: &writer)
      PackedNumbers.append(rows.map { $0.map { Int64(draft.start[$0]) } ?? 0 }, to: &writer)
      PackedNumbers.append(rows.map { $0.map { Int64(draft.end[$0]) } ?? 0 }, to: &writer)
      return Chunk(ChunkKey(kind: .ends, part: part), writer)
    }
  }
}
