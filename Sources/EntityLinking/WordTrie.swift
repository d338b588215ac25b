/// A trie whose edges are word hashes: one open-addressing table for all nodes, of sixteen bytes a slot.
///
/// Two words with the same hash are one edge; who follows it compares the letters at the end.
struct WordTrie: Sendable {
  private struct Slot {
    /// Made of the node that the edge leaves and the hash of its word; 0 where the slot is free.
    var key: UInt64
    var target: Int32
  }

  private var slots: [Slot]
  private var edges = 0
  private(set) var nodeCount = 1

  init(edges expected: Int) {
    var capacity = 64
    while capacity < expected * 2 { capacity *= 2 }
    slots = Array(repeating: Slot(key: 0, target: 0), count: capacity)
  }

  private static func key(_ node: Int, _ hash: UInt64) -> UInt64 {
    let mixed = (hash ^ (UInt64(truncatingIfNeeded: node) &* 0x9E37_79B9_7F4A_7C15)) &* 0xD6E8_FEB8_6659_FD93
    return (mixed ^ mixed >> 32) | 1
  }

  /// The slot of a key, or the free one where it would be.
  private func place(of key: UInt64) -> Int {
    let mask = slots.count - 1
    var place = Int(truncatingIfNeeded: key >> 20) & mask
    while slots[place].key != 0, slots[place].key != key { place = (place + 1) & mask }
    return place
  }

  /// The node after a word, or nil where no form goes on with it.
  func step(from node: Int, _ hash: UInt64) -> Int? {
    let slot = slots[place(of: Self.key(node, hash))]
    return slot.key == 0 ? nil : Int(slot.target)
  }

  /// The node after a word, made where there was none.
  mutating func insert(from node: Int, _ hash: UInt64) -> Int {
    let key = Self.key(node, hash)
    let place = place(of: key)
    if slots[place].key != 0 { return Int(slots[place].target) }
    slots[place] = Slot(key: key, target: Int32(nodeCount))
    nodeCount += 1
    edges += 1
    if edges * 4 > slots.count * 3 { grow() }
    return nodeCount - 1
  }

  private mutating func grow() {
    let old = slots
    slots = Array(repeating: Slot(key: 0, target: 0), count: old.count * 2)
    for slot in old where slot.key != 0 { slots[place(of: slot.key)] = slot }
  }
}

/// Tells in one look at a small bitmap that a word begins no form, which is true of most words of a text.
struct WordFilter: Sendable {
  private var bits: [UInt64]
  private var shift: UInt64

  /// A filter for so many words, at sixteen bits a word, so that some six of a hundred other words pass it.
  init(words: Int) {
    var size: UInt64 = 10
    while 1 << size < words * 16 { size += 1 }
    bits = Array(repeating: 0, count: 1 << (size - 6))
    shift = 64 - size
  }

  @inline(__always)
  private func bit(_ hash: UInt64) -> UInt64 { (hash &* 0x9E37_79B9_7F4A_7C15) >> shift }

  mutating func insert(_ hash: UInt64) {
    let bit = bit(hash)
    bits[Int(bit >> 6)] |= 1 << (bit & 63)
  }

  @inline(__always)
  func mayContain(_ hash: UInt64) -> Bool {
    let bit = bit(hash)
    return bits[Int(bit >> 6)] & 1 << (bit & 63) != 0
  }
}
