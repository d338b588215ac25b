/// What is known of some words, by their hash: one open-addressing table, read without hashing again.
struct WordMap<Value: Sendable>: Sendable {
  private struct Slot {
    /// The hash of the word, or 0 where the slot is free.
    var hash: UInt64
    var value: Value
  }

  private var slots: [Slot]
  private let nothing: Value
  private let shift: UInt64

  /// Takes the words of a dictionary. `nothing` is the value of all other words.
  init(_ words: [UInt64: Value], nothing: Value) {
    var size: UInt64 = 4
    while 1 << size < words.count * 3 { size += 1 }
    slots = Array(repeating: Slot(hash: 0, value: nothing), count: 1 << size)
    self.nothing = nothing
    shift = 64 - size
    for (hash, value) in words { slots[place(of: hash)] = Slot(hash: hash, value: value) }
  }

  @inline(__always)
  private func place(of hash: UInt64) -> Int {
    var place = Int(truncatingIfNeeded: (hash &* 0x9E37_79B9_7F4A_7C15) >> shift)
    while slots[place].hash != 0, slots[place].hash != hash { place = (place + 1) & (slots.count - 1) }
    return place
  }

  @inline(__always)
  subscript(hash: UInt64) -> Value { slots[place(of: hash)].value }
}
