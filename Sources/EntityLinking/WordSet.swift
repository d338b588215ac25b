import GraphModel

/// A set of words by their hashes: one open-addressing table, read without hashing again.
struct WordSet: Sendable {
  /// The hashes; 0 where the slot is free.
  private var slots: [UInt64] = Array(filledWith: 0, count: 16)
  private var count = 0

  init() {}

  /// An empty set with room for so many words; more will do.
  init(expecting words: Int) {
    var size = 16
    while size < words * 2 { size *= 2 }
    slots = Array(filledWith: 0, count: size)
  }

  /// The set of one word by its hash.
  init(_ hash: UInt64) { insert(hash) }

  /// The set of some folded words.
  init(_ words: some Sequence<String>) {
    for word in words { insert(WordHash.of(word)) }
  }

  @inline(__always)
  private func place(of hash: UInt64) -> Int {
    let mask = slots.count &- 1
    var place = Int(truncatingIfNeeded: (hash &* 0x9E37_79B9_7F4A_7C15) &>> 32) & mask
    while slots[place] != 0, slots[place] != hash { place = (place &+ 1) & mask }
    return place
  }

  /// The hashes of the words, in no order.
  var hashes: some Sequence<UInt64> { slots.lazy.filter { $0 != 0 } }

  @inline(__always)
  func contains(_ hash: UInt64) -> Bool { slots[place(of: hash)] == hash }

  @inline(__always)
  mutating func insert(_ hash: UInt64) {
    let place = place(of: hash)
    if slots[place] == hash { return }
    slots[place] = hash
    count += 1
    if count * 2 > slots.count { grow() }
  }

  private mutating func grow() {
    let old = slots
    slots = Array(filledWith: 0, count: old.count * 2)
    for hash in old where hash != 0 { slots[place(of: hash)] = hash }
  }
}

/// A set of forms by their numbers.
struct FormSet: Sendable {
  private var forms = WordSet()

  func contains(_ form: Int) -> Bool { forms.contains(Self.hash(form)) }

  mutating func insert(_ form: Int) { forms.insert(Self.hash(form)) }

  private static func hash(_ form: Int) -> UInt64 { UInt64(truncatingIfNeeded: form) + 1 }
}
