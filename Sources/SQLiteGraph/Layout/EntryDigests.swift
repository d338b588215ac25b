import GraphModel

/// The digests of what the entries of indexes that are rows hold, so that a value that none of them holds is not looked for.
///
/// Entries are asked for one by one until that has cost about as much as reading all of them; then their digests are in memory,
/// and each later one is added. An entry that is gone leaves its digest, which costs a look-up and does no harm.
struct EntryDigests {
  private var digests: Set<UInt64> = []
  /// Whether all are known.
  private(set) var isWhole = false
  private var demand = 0

  /// Counts a look-up. Whether it is time to ``read(_:)``: `count` says about how many entries there are.
  mutating func isWorthReading(count: Int) -> Bool {
    demand += 1
    return count == 0 || demand >= 16 + count / 16
  }

  /// Takes all entries there are.
  mutating func read(_ entries: [(value: IndexedValue, index: Int64)]) {
    digests = Set(entries.lazy.map { Self.digest($0.value.digest, $0.index) })
    isWhole = true
  }

  /// An entry comes, for a value with this digest.
  mutating func insert(_ digest: UInt64, _ index: Int64) {
    if isWhole { digests.insert(Self.digest(digest, index)) }
  }

  /// Whether an entry of the index may hold the value with this digest, once all are known.
  func contains(_ digest: UInt64, _ index: Int64) -> Bool {
    !digests.isEmpty && digests.contains(Self.digest(digest, index))
  }

  private static func digest(_ digest: UInt64, _ index: Int64) -> UInt64 { digest ^ Digest.of(UInt64(bitPattern: index)) }
}
