import GraphModel

/// Texts in the order in which they first came, and where each stands: a hash table with open addressing.
struct TextIndex: Sendable {
  private(set) var texts: TextColumn
  /// Places, counted from 1; 0 is free.
  private var slots: [UInt32]

  init() {
    texts = TextColumn()
    slots = [UInt32](repeating: 0, count: 16)
  }

  /// Texts that are there already. A text that stands twice is found at its first place.
  init(_ texts: TextColumn) {
    self.texts = texts
    slots = []
    fill(capacity: texts.count)
  }

  var count: Int { texts.count }

  /// Where a text stands.
  func place(of bytes: [UInt8], _ start: Int, _ end: Int) -> Int? {
    let slot = slot(of: bytes, start, end)
    return slots[slot] == 0 ? nil : Int(slots[slot]) - 1
  }

  /// Where a text stands, which is added where it is new.
  mutating func add(_ bytes: [UInt8], _ start: Int, _ end: Int) -> Int {
    let slot = slot(of: bytes, start, end)
    if slots[slot] != 0 { return Int(slots[slot]) - 1 }
    texts.append(bytes[start..<end])
    slots[slot] = UInt32(texts.count)
    if texts.count * 2 > slots.count { fill(capacity: texts.count * 2) }
    return texts.count - 1
  }

  private mutating func fill(capacity: Int) {
    var size = 16
    while size < capacity * 2 { size *= 2 }
    slots = [UInt32](repeating: 0, count: size)
    for place in 0..<texts.count {
      let range = texts.range(place)
      let slot = slot(of: texts.bytes, range.lowerBound, range.upperBound)
      if slots[slot] == 0 { slots[slot] = UInt32(place + 1) }
    }
  }

  /// The slot where a text is, or would be.
  private func slot(of bytes: [UInt8], _ start: Int, _ end: Int) -> Int {
    var slot = Int(truncatingIfNeeded: Self.hash(bytes, start, end)) & (slots.count - 1)
    while slots[slot] != 0, !isEqual(Int(slots[slot]) - 1, bytes, start, end) { slot = (slot + 1) & (slots.count - 1) }
    return slot
  }

  private func isEqual(_ place: Int, _ bytes: [UInt8], _ start: Int, _ end: Int) -> Bool {
    let range = texts.range(place)
    guard range.count == end - start else { return false }
    for at in 0..<range.count where texts.bytes[range.lowerBound + at] != bytes[start + at] { return false }
    return true
  }

  /// FNV-1a of 64 bits, with its high bits mixed into the low ones.
  private static func hash(_ bytes: [UInt8], _ start: Int, _ end: Int) -> UInt64 {
    var hash: UInt64 = 0xcbf2_9ce4_8422_2325
    for at in start..<end { hash = (hash ^ UInt64(bytes[at])) &* 0x0000_0100_0000_01b3 }
    return hash ^ (hash >> 32)
  }
}
