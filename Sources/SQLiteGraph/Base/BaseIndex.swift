import GraphModel

/// The entries of a property index for the base: digests of values with the nodes or relationships that have them, dealt out to
/// parts by the highest bits of the digest and sorted. A digest only says who may have a value; the property decides.
final class BaseIndex {
  private let number: Int64
  private let bits: Int
  private let chunks: ChunkSource
  /// By part, ascending.
  private var digests: [[UInt32]]
  /// By part, of each digest.
  private var ids: [[UInt32]]
  private var isLoaded: [Bool]

  init(_ entry: BaseDirectory.IndexEntry, _ chunks: ChunkSource) {
    number = entry.number
    bits = entry.bits
    self.chunks = chunks
    digests = Array(filledWith: [], count: 1 << entry.bits)
    ids = digests
    isLoaded = Array(filledWith: false, count: 1 << entry.bits)
  }

  /// The ids whose value may be the one with this digest, ascending. Cost: logarithmic in the entries of a part.
  func candidates(_ digest: UInt64) throws(StoreError) -> ArraySlice<UInt32> {
    let at = Self.part(of: digest, bits)
    if !isLoaded[at] { try load(at) }
    let wanted = UInt32(truncatingIfNeeded: digest)
    let count = digests[at].count
    var (low, high) = (0, count)
    while low < high {
      let middle = (low + high) / 2
      if digests[at][middle] < wanted { low = middle + 1 } else { high = middle }
    }
    var end = low
    while end < count, digests[at][end] == wanted { end += 1 }
    return ids[at][low..<end]
  }

  /// Of some entries, about as many as asked for, how many there are and how many values they have. Entries stand by the digests of their values,
  /// so that those that are looked at have all that there are of each value.
  func sample(_ wanted: Int) throws(StoreError) -> (entries: Int, values: Int) {
    var (entries, values) = (0, 0)
    for at in digests.indices where entries < wanted {
      if !isLoaded[at] { try load(at) }
      entries += digests[at].count
      for place in digests[at].indices where place == 0 || digests[at][place] != digests[at][place - 1] { values += 1 }
    }
    return (entries, values)
  }

  static func part(of digest: UInt64, _ bits: Int) -> Int { bits == 0 ? 0 : Int(digest >> UInt64(64 - bits)) }

  private func load(_ at: Int) throws(StoreError) {
    if var reader = try chunks.read(ChunkKey(kind: .index, member: Int32(truncatingIfNeeded: number), part: at)) {
      var (digests, ids): ([UInt32], [UInt32]) = ([], [])
      let packed = try PackedNumbers(&reader, limit: Int(UInt32.max))
      digests.reserveCapacity(packed.count)
      ids.reserveCapacity(packed.count)
      packed.each(reader.bytes) { _, digest in digests.append(UInt32(truncatingIfNeeded: digest)) }
      try PackedNumbers(&reader, count: packed.count).each(reader.bytes) { _, id in ids.append(UInt32(truncatingIfNeeded: id)) }
      (self.digests[at], self.ids[at]) = (digests, ids)
    }
    isLoaded[at] = true
  }
}

extension IndexedValue {
  /// The digest of the value in the entries of an index. Values that are equal have the same one: a float that is a whole
  /// number has that of the number.
  var digest: UInt64 {
    switch self {
    case .integer(let number): Digest.of(UInt64(bitPattern: number))
    case .float(let number):
      if let whole = Int64(exactly: number) {
        Digest.of(UInt64(bitPattern: whole))
      } else {
        Digest.of(~number.bitPattern)
      }
    case .text(let text): Digest.of(text)
    case .encoded(let bytes): Digest.of(bytes, bytes.indices)
    }
  }
}
