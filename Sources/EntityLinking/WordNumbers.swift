import GraphModel

/// Numbers words by their hashes, from 1; a word that is not among them is 0. A small open-addressing table says which number a word has,
/// so that most words that are not among them are told by it alone, and it stays in a near cache.
struct WordNumbers: Sendable {
  /// The number of a word; 0 where the slot is free.
  private var places: [UInt32]
  /// The hash of each number; that of 0 is no word's.
  private var hashes: [UInt64] = [0]
  private var shift: UInt64

  init() {
    shift = 60
    places = Array(filledWith: 0, count: 16)
  }

  /// The highest number.
  var count: Int { hashes.count - 1 }

  @inline(__always)
  private func slot(of hash: UInt64) -> Int { Int(truncatingIfNeeded: (hash &* 0x9E37_79B9_7F4A_7C15) &>> shift) }

  /// The number of a word.
  @inline(__always)
  subscript(hash: UInt64) -> Int {
    var slot = slot(of: hash)
    while true {
      let number = Int(truncatingIfNeeded: places[slot])
      if number == 0 || hashes[number] == hash { return number }
      slot = (slot &+ 1) & (places.count &- 1)
    }
  }

  /// The number that stands where one looks first, and 1 if it is not that of the word, so that one has to look on, else 0.
  @inline(__always)
  func firstLook(_ hash: UInt64) -> (number: Int, isOther: UInt64) {
    let number = Int(truncatingIfNeeded: places[slot(of: hash)])
    return (number, (number == 0 ? 0 : 1) & (hashes[number] == hash ? 0 : 1))
  }

  /// The number of a word, which is the next one where it had none.
  mutating func add(_ hash: UInt64) -> Int {
    let known = self[hash]
    if known > 0 { return known }
    hashes.append(hash)
    if places.count < hashes.count * 3 { grow() } else { put(count) }
    return count
  }

  private mutating func grow() {
    shift -= 1
    places = Array(filledWith: 0, count: places.count * 2)
    for number in hashes.indices.dropFirst() { put(number) }
  }

  private mutating func put(_ number: Int) {
    var slot = slot(of: hashes[number])
    while places[slot] != 0 { slot = (slot + 1) & (places.count - 1) }
    places[slot] = UInt32(truncatingIfNeeded: number)
  }
}
