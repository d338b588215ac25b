/// Where a byte stands next. What was found last is kept, so that asking from left to right costs one pass in all.
struct NextPlace {
  private let byte: UInt8
  private var from = 0
  private var found = -1

  init(of byte: UInt8) { self.byte = byte }

  /// The first place of the byte from an offset on; the end where there is none.
  mutating func next(in raw: [UInt8], from start: Int, upTo end: Int) -> Int {
    if start < from || start > found {
      from = start
      found = raw[start..<end].firstIndex(of: byte) ?? end
    }
    return found
  }
}
