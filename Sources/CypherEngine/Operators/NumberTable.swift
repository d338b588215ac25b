import GraphModel

/// Which number belongs to a key, by a hash of the key; whether two keys are equal is for the caller to say.
///
/// Open addressing with steps of one, half full at most: a look-up reads few places, and a key only where the whole hash agrees.
struct NumberTable {
  private struct Place {
    var hash: UInt64
    /// -1 where the place is free.
    var number: Int
  }

  private var places: [Place] = []
  private var count = 0

  /// Nil where no key with this hash is the one that is sought.
  @inline(__always)
  func number(_ hash: UInt64, isSought: (Int) -> Bool) -> Int? {
    guard !places.isEmpty else { return nil }
    let mask = places.count - 1
    var at = Int(truncatingIfNeeded: hash) & mask
    while places[at].number >= 0 {
      if places[at].hash == hash, isSought(places[at].number) { return places[at].number }
      at = (at + 1) & mask
    }
    return nil
  }

  /// Adds a key that is not there.
  mutating func insert(_ hash: UInt64, _ number: Int) {
    if 2 * count >= places.count { grow() }
    place(Place(hash: hash, number: number))
    count += 1
  }

  private mutating func place(_ new: Place) {
    let mask = places.count - 1
    var at = Int(truncatingIfNeeded: new.hash) & mask
    while places[at].number >= 0 { at = (at + 1) & mask }
    places[at] = new
  }

  private mutating func grow() {
    let before = places
    places = Array(filledWith: Place(hash: 0, number: -1), count: max(64, 4 * before.count))
    for old in before where old.number >= 0 { place(old) }
  }

  // MARK: Hashes

  static func hash(_ number: Int64) -> UInt64 { mixed(UInt64(bitPattern: number)) }

  /// Of the bytes of a text.
  static func hash(_ text: String) -> UInt64 {
    let bytes = text.utf8Span.span
    var hash = UInt64(truncatingIfNeeded: bytes.count)
    for at in bytes.indices { hash = (hash ^ UInt64(bytes[at])) &* 0x0000_0100_0000_01B3 }
    return mixed(hash)
  }

  /// Spreads what differs to all bits, as the last step of SplitMix64 does (Steele, Lea and Flood, OOPSLA 2014).
  private static func mixed(_ number: UInt64) -> UInt64 {
    var mixed = number &+ 0x9E37_79B9_7F4A_7C15
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }
}
