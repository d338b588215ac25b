import GraphModel

/// The entries of a property index over the nodes of a draft; ``BaseIndex`` reads them.
struct IndexChunks: Sendable {
  let index: PropertyIndex
  let chunks: [Chunk]
  /// How many bits of a digest choose the part.
  let bits: Int

  private static let entriesAPart = 2048

  /// Fails with `notUnique` where the index is unique and two nodes have equal values.
  init(_ index: PropertyIndex, _ draft: BaseDraft) throws(StoreError) {
    self.index = index
    let isWanted = draft.labelSets.map { $0.contains(index.label) }
    var entries: [(digest: UInt64, node: UInt32)] = []
    if let source = draft.nodeColumns.first(where: { $0.key == index.key }) {
      for row in draft.labelSet.indices where isWanted[Int(draft.labelSet[row])] && source.has(row) {
        if let digest = try source.digest(row) { entries.append((digest, UInt32(row + 1))) }
      }
      var bits = 0
      while entries.count >> bits > Self.entriesAPart, bits < 24 { bits += 1 }
      self.bits = bits
      Self.sort(&entries, bits)
      if index.isUnique { try Self.check(entries, source, index) }
    } else {
      bits = 0
    }
    chunks = Self.chunks(entries, bits, index.number)
  }

  /// By part, then by the low half of the digest, then by node.
  private static func sort(_ entries: inout [(digest: UInt64, node: UInt32)], _ bits: Int) {
    entries.sort { a, b in
      let (partA, partB) = (BaseIndex.part(of: a.digest, bits), BaseIndex.part(of: b.digest, bits))
      if partA != partB { return partA < partB }
      let (lowA, lowB) = (UInt32(truncatingIfNeeded: a.digest), UInt32(truncatingIfNeeded: b.digest))
      return lowA != lowB ? lowA < lowB : a.node < b.node
    }
  }

  private static func check(
    _ entries: [(digest: UInt64, node: UInt32)], _ source: DraftColumn, _ index: PropertyIndex
  ) throws(StoreError) {
    var group = 0
    for at in entries.indices {
      if entries[at].digest != entries[group].digest { group = at }
      for other in group..<at where entries[other].digest == entries[at].digest {
        guard let a = try source.indexed(Int(entries[other].node) - 1), let b = try source.indexed(Int(entries[at].node) - 1),
          a.equals(b)
        else { continue }
        throw StoreError(.notUnique, "nodes \(entries[other].node) and \(entries[at].node) have equal values")
      }
    }
  }

  private static func chunks(_ entries: [(digest: UInt64, node: UInt32)], _ bits: Int, _ number: Int64) -> [Chunk] {
    var chunks: [Chunk] = []
    var at = 0
    while at < entries.count {
      let part = BaseIndex.part(of: entries[at].digest, bits)
      var digests: [Int64] = []
      var nodes: [Int64] = []
      while at < entries.count, BaseIndex.part(of: entries[at].digest, bits) == part {
        digests.append(Int64(UInt32(truncatingIfNeeded: entries[at].digest)))
        nodes.append(Int64(entries[at].node))
        at += 1
      }
      var writer = RecordWriter()
      PackedNumbers.append(digests, to: &writer)
      PackedNumbers.append(nodes, to: &writer)
      chunks.append(Chunk(ChunkKey(kind: .index, member: Int32(truncatingIfNeeded: number), part: part), writer))
    }
    return chunks
  }
}
