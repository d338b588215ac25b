/// What the things that stand at, beside and around names say, as learnt from annotated articles: for each a weight in thousandths of certainty.
///
/// As text it has a line for each: the weight, the subject that it speaks for, the place and what stands there, with a blank between;
/// lines that begin with `#` say nothing. See ``Collocation`` and ``CollocationSigns`` for the words of it.
public struct Collocations: Sendable {
  /// In each slot the upper 48 bits of a key, and below them a weight as 16 bits; 0 where the slot is free.
  private var slots: [UInt64]
  private var shift: UInt64
  /// How many things it has.
  private(set) var count = 0

  /// A table that says nothing.
  public init() {
    slots = Array(repeating: 0, count: 16)
    shift = 60
  }

  /// Reads a table. Lines that are none are left out. Cost: linear in the text.
  public init(text: [UInt8]) {
    self.init(expecting: text.count { $0 == 0x0A } + 1)
    var line = 0
    while line < text.count {
      let end = text[line...].firstIndex(of: 0x0A) ?? text.count
      read(text[line..<end])
      line = end + 1
    }
  }

  init(expecting count: Int) {
    var bits: UInt64 = 4
    while 1 << bits < count * 2 { bits += 1 }
    slots = Array(repeating: 0, count: 1 << Int(bits))
    shift = 64 - bits
  }

  /// Whether it says nothing.
  var isEmpty: Bool { count == 0 }

  private mutating func read(_ line: ArraySlice<UInt8>) {
    guard let first = line.first, first != 0x23 else { return }
    var columns = line.split(separator: 0x20).makeIterator()
    guard let number = columns.next(), let weight = Int16(String(decoding: number, as: UTF8.self)), let subject = columns.next() else { return }
    var hash = WordHash.of(subject.span)
    while let column = columns.next() { hash = WordHash.mixing(WordHash.of(column.span), into: hash) }
    add(weight, to: hash)
  }

  /// Gives a key a weight; a second one of the same key is left out, as is any beyond what there is room for.
  mutating func add(_ weight: Int16, to key: UInt64) {
    guard weight != 0, count * 2 < slots.count else { return }
    var slot = place(of: key)
    while slots[slot] != 0 {
      if slots[slot] >> 16 == key >> 16 { return }
      slot = (slot + 1) & (slots.count - 1)
    }
    slots[slot] = key & ~0xFFFF | UInt64(UInt16(bitPattern: weight))
    count += 1
  }

  @inline(__always)
  private func place(of key: UInt64) -> Int { Int(truncatingIfNeeded: (key &* 0x9E37_79B9_7F4A_7C15) &>> shift) }

  /// The weight of a key, in thousandths; 0 where nothing is known of it.
  @inline(__always)
  subscript(key: UInt64) -> Int {
    var slot = place(of: key)
    while slots[slot] != 0 {
      if slots[slot] >> 16 == key >> 16 { return Int(Int16(truncatingIfNeeded: slots[slot])) }
      slot = (slot &+ 1) & (slots.count &- 1)
    }
    return 0
  }
}
