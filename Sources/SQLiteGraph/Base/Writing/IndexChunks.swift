import GraphModel

/// The entries of a property index over a draft; ``BaseIndex`` reads them.
struct IndexChunks: Sendable {
  let index: PropertyIndex
  let chunks: [Chunk]
  /// How many bits of a digest choose the part.
  let bits: Int

  private typealias Entry = (digest: UInt64, id: UInt32)
  private static let entriesAPart = 2048

  /// `rows`: the row of each relationship id less one; nil: the same. Fails with `notUnique` where the index is unique and two
  /// nodes have equal values.
  init(_ index: PropertyIndex, _ draft: BaseDraft, _ rows: [UInt32]?) throws(StoreError) {
    self.index = index
    var entries: [Entry] = []
    let columns = index.isOnNodes ? draft.nodeColumns : draft.relationshipColumns
    if let source = columns.first(where: { $0.key == index.key }) {
      entries = try Self.entries(index.subject, source, draft, rows)
      var bits = 0
      while entries.count >> bits > Self.entriesAPart, bits < 24 { bits += 1 }
      self.bits = bits
      Self.sort(&entries, bits)
      if index.isUnique { try Self.check(entries, source) }
    } else {
      bits = 0
    }
    chunks = Self.chunks(entries, bits, index.number)
  }

  private static func entries(
    _ subject: SchemaSubject, _ source: DraftColumn, _ draft: BaseDraft, _ rows: [UInt32]?
  ) throws(StoreError) -> [Entry] {
    var entries: [Entry] = []
    switch subject {
    case .nodes(let label):
      let isWanted = draft.labelSets.map { $0.contains(label) }
      for row in draft.labelSet.indices where isWanted[Int(draft.labelSet[row])] && source.has(row) {
        if let digest = try source.digest(row) { entries.append((digest, UInt32(row + 1))) }
      }
    case .relationships(let type):
      guard let place = draft.types.firstIndex(of: type) else { return [] }
      for at in 0..<(rows?.count ?? draft.type.count) {
        let row = rows.map { Int($0[at]) } ?? at
        guard Int(draft.type[row]) == place, source.has(row) else { continue }
        if let digest = try source.digest(row) { entries.append((digest, UInt32(at + 1))) }
      }
    }
    return entries
  }

  /// By part, then by the low half of the digest, then by id.
  private static func sort(_ entries: inout [Entry], _ bits: Int) {
    entries.sort { a, b in
      let (partA, partB) = (BaseIndex.part(of: a.digest, bits), BaseIndex.part(of: b.digest, bits))
      if partA != partB { return partA < partB }
      let (lowA, lowB) = (UInt32(truncatingIfNeeded: a.digest), UInt32(truncatingIfNeeded: b.digest))
      return lowA != lowB ? lowA < lowB : a.id < b.id
    }
  }

  /// Whether all nodes have values of their own.
  private static func check(_ entries: [Entry], _ source: DraftColumn) throws(StoreError) {
    var group = 0
    for at in entries.indices {
      if entries[at].digest != entries[group].digest { group = at }
      for other in group..<at where entries[other].digest == entries[at].digest {
        guard let a = try source.indexed(Int(entries[other].id) - 1), let b = try source.indexed(Int(entries[at].id) - 1),
          a.equals(b)
        else { continue }
        throw StoreError(.notUnique, "nodes \(entries[other].id) and \(entries[at].id) have equal values")
      }
    }
  }

  private static func chunks(_ entries: [Entry], _ bits: Int, _ number: Int64) -> [Chunk] {
    var chunks: [Chunk] = []
    var at = 0
    while at < entries.count {
      let part = BaseIndex.part(of: entries[at].digest, bits)
      var digests: [Int64] = []
      var ids: [Int64] = []
      while at < entries.count, BaseIndex.part(of: entries[at].digest, bits) == part {
        digests.append(Int64(UInt32(truncatingIfNeeded: entries[at].digest)))
        ids.append(Int64(entries[at].id))
        at += 1
      }
      var writer = RecordWriter()
      PackedNumbers.append(digests, to: &writer)
      PackedNumbers.append(ids, to: &writer)
      chunks.append(Chunk(ChunkKey(kind: .index, member: Int32(truncatingIfNeeded: number), part: part), writer))
    }
    return chunks
  }
}
