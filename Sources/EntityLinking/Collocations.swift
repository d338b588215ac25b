/// What the things that stand at, beside and around names say, as learnt from annotated articles: for each a weight in thousandths of certainty.
///
/// As text it has a line for each: the weight, the subject that it speaks for, the place and what stands there, with a blank between;
/// lines that begin with `#` say nothing. See ``Collocation`` and ``CollocationSigns`` for the words of it.
public struct Collocations: Sendable {
  /// In each slot the upper 48 bits of a key, and below them a weight as 16 bits; 0 where the slot is free.
  private var slots: [UInt64]
  /// A bit for each key, four for each slot: most of what is asked for is not in the table, and this tells so without a look at the slots.
  private var known: [UInt64]
  private var shift: UInt64
  /// How many things it has.
  private(set) var count = 0

  /// A table that says nothing.
  public init() {
    self.init(expecting: 0)
  }

  /// Reads a table. Lines that are none are left out. Cost: linear in the text.
  public init(text: [UInt8]) {
    self.init(expecting: text.count { $0 == 0x0A } + 1)
    var line = CollocationLine(of: text)
    while line.advance() {
      if let (weight, key) = line.read() { add(weight, to: key) }
    }
  }

  init(expecting count: Int) {
    var bits: UInt64 = 4
    while 1 << bits < count * 3 / 2 { bits += 1 }
    slots = Array(repeating: 0, count: 1 << Int(bits))
    known = Array(repeating: 0, count: 1 << Int(bits - 4))
    shift = 64 - bits
  }

  /// Whether it says nothing.
  var isEmpty: Bool { count == 0 }

  /// Gives a key a weight; a second one of the same key is left out, as is any beyond what there is room for.
  mutating func add(_ weight: Int16, to key: UInt64) {
    guard weight != 0, count * 4 < slots.count * 3 else { return }
    let mixed = Self.mixed(key)
    var slot = Int(truncatingIfNeeded: mixed &>> shift)
    while slots[slot] != 0 {
      if slots[slot] >> 16 == key >> 16 { return }
      slot = (slot + 1) & (slots.count - 1)
    }
    slots[slot] = key & ~0xFFFF | UInt64(UInt16(bitPattern: weight))
    let bit = mixed &>> (shift &- 2)
    known[Int(truncatingIfNeeded: bit >> 6)] |= 1 &<< (bit & 63)
    count += 1
  }

  @inline(__always)
  private static func mixed(_ key: UInt64) -> UInt64 { key &* 0x9E37_79B9_7F4A_7C15 }

  /// The weight of a key, in thousandths; 0 where nothing is known of it.
  @inline(__always)
  subscript(key: UInt64) -> Int {
    let mixed = Self.mixed(key)
    let bit = mixed &>> (shift &- 2)
    guard known[Int(truncatingIfNeeded: bit >> 6)] & 1 &<< (bit & 63) != 0 else { return 0 }
    var slot = Int(truncatingIfNeeded: mixed &>> shift)
    while slots[slot] != 0 {
      if slots[slot] >> 16 == key >> 16 { return Int(Int16(truncatingIfNeeded: slots[slot])) }
      slot = (slot &+ 1) & (slots.count &- 1)
    }
    return 0
  }
}
