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
      words = Array(repeating: 0, count: (limit >> 6) + 1)
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

/// Which nodes of the base have relationships that are rows, or have lost some: for all others the base alone tells their
/// relationships.
struct TouchedNodes {
  private var words: [UInt64] = []
  private var isLoaded = false
  private var demand = 0

  /// True also where it would cost more to know. `count`: how many relationships are rows or hidden.
  @inline(__always)
  mutating func mayContain(
    _ node: NodeID, count: Int, limit: Int, load: ((Int64) -> Void) throws(StoreError) -> Void
  ) throws(StoreError) -> Bool {
    if count == 0 || node.rawValue <= 0 { return false }
    if !isLoaded {
      demand += 1
      if demand < 16 + count / 16 { return true }
      words = Array(repeating: 0, count: (limit >> 6) + 1)
      var found: [Int64] = []
      try load { found.append($0) }
      isLoaded = true
      for id in found { insert(NodeID(id)) }
    }
    let word = Int(truncatingIfNeeded: node.rawValue >> 6)
    return word < words.count && words[word] & (1 << UInt64(truncatingIfNeeded: node.rawValue & 63)) != 0
  }

  /// A relationship of the node comes, goes or becomes a row.
  mutating func insert(_ node: NodeID) {
    guard isLoaded, node.rawValue >= 0 else { return }
    let word = Int(node.rawValue >> 6)
    // Nodes above the base are always rows.
    guard word < words.count else { return }
    words[word] |= 1 << UInt64(node.rawValue & 63)
  }
}
