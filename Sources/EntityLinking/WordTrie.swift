/// A trie whose edges are word hashes: one open-addressing table for all nodes, of sixteen bytes a slot.
///
/// Two words with the same hash are one edge; who follows it compares the letters at the end.
struct WordTrie: Sendable {
  private struct Slot {
    /// Made of the node that the edge leaves and the hash of its word; 0 where the slot is free.
    var key: UInt64
    var target: Int32
    /// The form that ends with the edge, or -1.
    var form: Int32
  }

  /// A node as one comes to it: its number, and the form that ends there, or -1.
  struct Node {
    var number: Int
    var form: Int
  }

  private var slots: [Slot]
  private var edges = 0
  private var nodeCount = 1
  /// How many words leave the root.
  private(set) var firstWords = 0

  init(edges expected: Int) {
    var capacity = 64
    while capacity < expected * 2 { capacity *= 2 }
    slots = Array(repeating: Slot(key: 0, target: 0, form: -1), count: capacity)
  }

  @inline(__always)
  private static func key(_ node: Int, _ hash: UInt64) -> UInt64 {
    let mixed = (hash ^ (UInt64(truncatingIfNeeded: node) &* 0x9E37_79B9_7F4A_7C15)) &* 0xD6E8_FEB8_6659_FD93
    return (mixed ^ mixed >> 32) | 1
  }

  /// The slot of a key, or the free one where it would be.
  @inline(__always)
  private func place(of key: UInt64) -> Int {
    let mask = slots.count - 1
    var place = Int(truncatingIfNeeded: key >> 20) & mask
    while slots[place].key != 0, slots[place].key != key { place = (place + 1) & mask }
    return place
  }

  /// The node after a word, or nil where no form goes on with it. The root is 0.
  @inline(__always)
  func step(from node: Int, _ hash: UInt64) -> Node? {
    let slot = slots[place(of: Self.key(node, hash))]
    return slot.key == 0 ? nil : Node(number: Int(slot.target), form: Int(slot.form))
  }

  /// Adds a path of words that is not empty. Gives the form that ends with it; that is `form` where there was none.
  mutating func insert(_ words: [UInt64], form: Int) -> Int {
    var node = 0
    var last = 0
    for hash in words {
      last = edge(from: node, hash)
      node = Int(slots[last].target)
    }
    if slots[last].form < 0 { slots[last].form = Int32(form) }
    return Int(slots[last].form)
  }

  /// The slot of an edge, made where there was none.
  private mutating func edge(from node: Int, _ hash: UInt64) -> Int {
    let key = Self.key(node, hash)
    var place = place(of: key)
    if slots[place].key != 0 { return place }
    if edges * 4 >= slots.count * 3 {
      grow()
      place = self.place(of: key)
    }
    slots[place] = Slot(key: key, target: Int32(nodeCount), form: -1)
    nodeCount += 1
    edges += 1
    if node == 0 { firstWords += 1 }
    return place
  }

  private mutating func grow() {
    let old = slots
    slots = Array(repeating: Slot(key: 0, target: 0, form: -1), count: old.count * 2)
    for slot in old where slot.key != 0 { slots[place(of: slot.key)] = slot }
  }
}

/// Tells in one look at a small bitmap that a word begins no form, which is true of most words of a text.
struct WordFilter: Sendable {
  private var blocks: [UInt64]
  private let shift: UInt64

  /// A filter for so many words, at twelve to twenty-four bits and two marks a word, so that some two of a hundred other words
  /// pass it.
  init(words: Int) {
    var size: UInt64 = 4
    while 64 << size < words * 12 { size += 1 }
    blocks = Array(repeating: 0, count: 1 << size)
    shift = 64 - size
  }

  /// The block of a word and its two marks in it.
  @inline(__always)
  private func place(_ hash: UInt64) -> (block: Int, marks: UInt64) {
    let mixed = hash &* 0x9E37_79B9_7F4A_7C15
    return (Int(truncatingIfNeeded: mixed &>> shift), 1 << (mixed & 63) | 1 << (mixed >> 6 & 63))
  }

  mutating func insert(_ hash: UInt64) {
    let (block, marks) = place(hash)
    blocks[block] |= marks
  }

  @inline(__always)
  func mayContain(_ hash: UInt64) -> Bool {
    let (block, marks) = place(hash)
    return blocks[block] & marks == marks
  }
}
