import ArticleText

/// Lines and columns of places in a raw text, asked for in ascending order: all of them together cost one pass that stops only at ends of
/// lines and at what may be joined to a character.
struct ScalarPlaces {
  private let text: VisibleText
  /// The place asked for last.
  private var last = Place()

  /// In Unicode scalars and in bytes, and as people count.
  private struct Place {
    var scalar = 0
    var byte = 0
    var line = 1
    var column = 1
  }

  init(_ text: VisibleText) { self.text = text }

  /// The line and the column, in characters, both counted from 1.
  /// - Parameter byte: where the scalar begins.
  mutating func place(of offset: Int, at byte: Int) -> (line: Int, column: Int) {
    last = place(of: offset, at: byte, after: last)
    return (last.line, last.column)
  }

  private func place(of offset: Int, at byte: Int, after last: Place) -> Place {
    guard byte > last.byte else { return last }
    let raw = text.raw.span
    var place = Place(scalar: offset, byte: byte, line: last.line, column: last.column)
    /// Where what is to be added to the column begins, and whether some of its scalars may be one character.
    var (start, startScalar, mayJoin) = (last.byte, last.scalar, false)
    var next = Self.sign(in: raw, from: start, to: byte)
    while next < byte {
      let sign = raw[next]
      if sign == 0x0A {
        (place.line, place.column) = (place.line + 1, 1)
        (start, startScalar, mayJoin) = (next &+ 1, text.scalars(before: next &+ 1), false)
      } else if sign == 0x0D || sign >= Self.leastJoined && !Self.isPunctuation(raw, next) {
        mayJoin = true
      }
      next = Self.sign(in: raw, from: next &+ 1, to: byte)
    }
    place.column += mayJoin ? String(decoding: text.raw[start..<byte], as: UTF8.self).count : offset - startScalar
    return place
  }

  private static let each: UInt64 = 0x0101_0101_0101_0101
  private static let high: UInt64 = 0x8080_8080_8080_8080
  /// The first byte of U+0300; each scalar up to it is a character on its line whatever stands beside it, but for control characters.
  private static let leastJoined: UInt8 = 0xCC

  /// Where the next control character or scalar from U+0300 on begins; the end where none does.
  @inline(__always)
  private static func sign(in text: Span<UInt8>, from start: Int, to end: Int) -> Int {
    var offset = start
    while offset < end, offset <= text.count &- 8 {
      let bits = text.eight(at: offset)
      let control = (bits &- each &* 0x20) & ~bits
      let foreign = ((bits & ~high) &+ each &* UInt64(0x80 - (leastJoined - 0x80))) & bits
      let signs = (control | foreign) & high
      if signs != 0 { return min(offset &+ signs.trailingZeroBitCount &>> 3, end) }
      offset &+= 8
    }
    while offset < end, text[offset] >= 0x20, text[offset] < leastJoined { offset &+= 1 }
    return min(offset, end)
  }

  /// Dashes, quotation marks, the euro: three bytes that join nothing.
  private static func isPunctuation(_ text: Span<UInt8>, _ index: Int) -> Bool {
    guard text[index] == 0xE2, index + 2 < text.count else { return false }
    return text[index + 1] == 0x80 && text[index + 2] >= 0x90 || text[index + 1] == 0x82
  }
}
