/// What is known of some words, by their hash. A small open-addressing table says where the entry of a word is, so that most words
/// of which nothing is known are told by it alone, and it stays in a near cache.
struct WordMap<Value: Sendable>: Sendable {
  private struct Entry {
    /// The hash of the word, or 0 in the first entry, which is that of all other words.
    var hash: UInt64
    var value: Value
  }

  /// Where the entry stands; 0 where the slot is free.
  private var places: [UInt32]
  private var entries: [Entry]
  private let shift: UInt64

  /// Takes the words of a dictionary. `nothing` is the value of all other words.
  init(_ words: [UInt64: Value], nothing: Value) {
    var size: UInt64 = 4
    while 1 << size < words.count * 3 { size += 1 }
    places = Array(repeating: 0, count: 1 << size)
    shift = 64 - size
    entries = [Entry(hash: 0, value: nothing)]
    entries.reserveCapacity(words.count + 1)
    for (hash, value) in words {
      var slot = slot(of: hash)
      while places[slot] != 0 { slot = (slot + 1) & (places.count - 1) }
      places[slot] = UInt32(truncatingIfNeeded: entries.count)
      entries.append(Entry(hash: hash, value: value))
    }
  }

  @inline(__always)
  private func slot(of hash: UInt64) -> Int { Int(truncatingIfNeeded: (hash &* 0x9E37_79B9_7F4A_7C15) >> shift) }

  /// The values of some words by their hashes: in two passes that seldom have to guess, so that the processor waits for several words
  /// at once.
  @inline(__always)
  func values(count: Int, of hash: (Int) -> UInt64) -> [Value] {
    let first = [UInt32](capacity: count) { first in
      for position in 0..<count { first.append(places[slot(of: hash(position))]) }
    }
    return Array(capacity: count) { values in
      for position in 0..<count {
        let entry = entries[Int(first[position])]
        values.append(first[position] == 0 || entry.hash == hash(position) ? entry.value : self[hash(position)])
      }
    }
  }

  @inline(__always)
  subscript(hash: UInt64) -> Value {
    var slot = slot(of: hash)
    while true {
      let place = Int(places[slot])
      if place == 0 || entries[place].hash == hash { return entries[place].value }
      slot = (slot &+ 1) & (places.count &- 1)
    }
  }
}
