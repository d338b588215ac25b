import GraphModel

/// Which ids of the base are hidden by rows, or gone.
///
/// Ids are asked for one by one until that has cost about as much as reading all of them; then they are in memory.
struct HiddenIDs {
  private var words: [UInt64] = []
  private var isLoaded = false
  private var demand = 0

  /// `count`: how many are hidden. `probe` asks the database for one id, `load` gives all.
  @inline(__always)
  mutating func contains(
    _ id: Int, count: Int, limit: Int, probe: () throws(StoreError) -> Bool,
    load: ((Int64) -> Void) throws(StoreError) -> Void
  ) throws(StoreError) -> Bool {
    if count == 0 || id <= 0 { return false }
    if !isLoaded {
      demand += 1
      if demand < 16 + count / 32 { return try probe() }
      words = Array(filledWith: 0, count: (limit >> 6) + 1)
      var found: [Int64] = []
      try load { found.append($0) }
      isLoaded = true
      for id in found { insert(id) }
    }
    let word = id >> 6
    return word < words.count && words[word] & (1 << UInt64(id & 63)) != 0
  }

  /// An id is hidden from now on.
  mutating func insert(_ id: Int64) {
    guard isLoaded, id >= 0 else { return }
    let word = Int(id >> 6)
    while word >= words.count { words.append(0) }
    words[word] |= 1 << UInt64(id & 63)
  }
}
