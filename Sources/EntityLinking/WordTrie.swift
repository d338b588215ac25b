import GraphModel

/// A trie whose edges are word hashes: one open-addressing table for all nodes, of sixteen bytes a slot.
///
/// A node is known by the hash of the words that lead to it. Two words with the same hash are one edge; who follows it compares the
/// letters at the end.
struct WordTrie: Sendable {
  private struct Slot {
    /// The node, or 0 where the slot is free.
    var key: UInt64
    /// The form that ends there, or -1.
    var form: Int32
    /// A bit for some of the words that go on, see ``Node/mayGoOn(with:)``.
    var following: UInt32
  }

  /// A node as one comes to it.
  struct Node {
    let key: UInt64
    fileprivate let ending: Int32
    fileprivate let following: UInt32

    /// The form that ends there, or -1.
    @inline(__always)
    var form: Int { Int(ending) }

    /// Whether any form goes on.
    @inline(__always)
    var goesOn: Bool { following != 0 }
    /// Whether a form may go on with a word; where few do, most others are told at once.
    @inline(__always)
    func mayGoOn(with hash: UInt64) -> Bool { following & WordTrie.mark(of: hash) != 0 }
  }

  /// The node where all forms begin.
  static let root: UInt64 = 0

  private var slots: [Slot]
  private var edges = 0
  /// How many words leave the root.
  private(set) var firstWords = 0

  init(edges expected: Int) {
    var capacity = 64
    while capacity < expected * 2 { capacity *= 2 }
    slots = Array(filledWith: Slot(key: 0, form: -1, following: 0), count: capacity)
  }

  /// What it takes in memory.
  var bytes: Int { slots.capacity * MemoryLayout<Slot>.stride }

  @inline(__always)
  private static func key(_ node: UInt64, _ hash: UInt64) -> UInt64 {
    let mixed = (hash ^ (node &* 0x9E37_79B9_7F4A_7C15)) &* 0xD6E8_FEB8_6659_FD93
    return (mixed ^ mixed &>> 32) & ~1 | (node == root ? 3 : 2)
  }

  /// Whether an edge leaves the root: its node has the lowest bit.
  @inline(__always)
  private static func leavesRoot(_ key: UInt64) -> Bool { key & 1 != 0 }

  @inline(__always)
  fileprivate static func mark(of hash: UInt64) -> UInt32 { 1 &<< UInt32(truncatingIfNeeded: hash &>> 40) }

  /// The slot of a key, or the free one where it would be.
  @inline(__always)
  private func place(of key: UInt64) -> Int {
    let mask = slots.count &- 1
    var place = Int(truncatingIfNeeded: key &>> 20) & mask
    while slots[place].key != 0, slots[place].key != key { place = (place &+ 1) & mask }
    return place
  }

  /// The nodes behind the first words, for a filter of them.
  var laterNodes: some Sequence<UInt64> {
    slots.lazy.map(\.key).filter { $0 != 0 && !Self.leavesRoot($0) }
  }

  /// How many there are.
  var laterNodeCount: Int { edges - firstWords }

  /// The node that a word leads to from another, whether or not it is there.
  @inline(__always)
  static func node(after node: UInt64, _ hash: UInt64) -> UInt64 { key(node, hash) }

  /// The node after a word, or nil where no form goes on with it.
  @inline(__always)
  func step(from node: UInt64, _ hash: UInt64) -> Node? { self[Self.key(node, hash)] }

  /// A node by its key; nil where there is none.
  @inline(__always)
  subscript(key: UInt64) -> Node? {
    let slot = slots[place(of: key)]
    return slot.key == 0 ? nil : Node(key: slot.key, ending: slot.form, following: slot.following)
  }

  /// Adds a path of words that is not empty. Gives the form that ends with it; that is `form` where there was none.
  mutating func insert(_ words: some Sequence<UInt64>, form: Int) -> Int {
    var last: Int?
    for hash in words {
      if let last { slots[last].following |= Self.mark(of: hash) }
      last = edge(from: last.map { slots[$0].key } ?? Self.root, hash)
    }
    guard let last else { return form }
    if slots[last].form < 0 { slots[last].form = Int32(form) }
    return Int(slots[last].form)
  }

  /// The slot of an edge, made where there was none.
  private mutating func edge(from node: UInt64, _ hash: UInt64) -> Int {
    let key = Self.key(node, hash)
    var place = place(of: key)
    if slots[place].key != 0 { return place }
    if edges * 4 >= slots.count * 3 {
      grow()
      place = self.place(of: key)
    }
    slots[place] = Slot(key: key, form: -1, following: 0)
    edges += 1
    if node == Self.root { firstWords += 1 }
    return place
  }

  private mutating func grow() {
    let old = slots
    slots = Array(filledWith: Slot(key: 0, form: -1, following: 0), count: old.count * 2)
    for slot in old where slot.key != 0 { slots[place(of: slot.key)] = slot }
  }
}
