import ArticleText

/// Lines and columns of offsets in Unicode scalars, asked for in ascending order: all of them together cost one pass.
struct ScalarPlaces {
  private let bytes: [UInt8]
  private var scalar = 0
  private var byte = 0
  private var line = 1
  private var column = 1

  init(_ bytes: [UInt8]) { self.bytes = bytes }

  /// The line and the column, in characters, both counted from 1.
  mutating func place(of offset: Int) -> (line: Int, column: Int) {
    let bytes = bytes
    let text = bytes.span
    var (scalar, byte) = (scalar, byte)
    /// Where what is to be added to the column begins, and whether some of its scalars may be one character.
    var (start, startScalar, mayJoin) = (byte, scalar, false)
    while scalar < offset, byte < text.count {
      let (length, scalars) = Self.plainRun(text, byte, atMost: offset &- scalar)
      byte &+= length
      scalar &+= scalars
      guard length == 0 else { continue }
      let first = text[byte]
      byte &+= 1
      guard first & 0xC0 != 0x80 else { continue }
      scalar &+= 1
      if first == 0x0A {
        line += 1
        column = 1
        (start, startScalar, mayJoin) = (byte, scalar, false)
      } else if first == 0x0D || first >= 0xCC && !Self.isPunctuation(text, byte &- 1) {
        mayJoin = true
      }
    }
    while byte < text.count, text[byte] & 0xC0 == 0x80 { byte &+= 1 }
    (self.scalar, self.byte) = (scalar, byte)
    if start < byte { column += mayJoin ? String(decoding: bytes[start..<byte], as: UTF8.self).count : scalar - startScalar }
    return (line, column)
  }

  private static let each: UInt64 = 0x0101_0101_0101_0101

  /// How many of the next bytes, eight at most, are of scalars each of which is a character on its line whatever stands beside it, up to
  /// U+02FF and without control characters; and how many scalars begin among them.
  @inline(__always)
  private static func plainRun(_ text: Span<UInt8>, _ offset: Int, atMost limit: Int) -> (length: Int, scalars: Int) {
    guard offset <= text.count &- 8 else { return (0, 0) }
    let (bits, high) = (text.eight(at: offset), each &* 0x80)
    let control = (bits &- each &* 0x20) & ~bits & high
    let foreign = ((bits & ~high) &+ each &* (0x80 - 0x4C)) & bits & high
    let length = min((control | foreign).trailingZeroBitCount &>> 3, limit)
    guard length > 0 else { return (0, 0) }
    let own: UInt64 = .max &>> UInt64(truncatingIfNeeded: 64 &- 8 &* length)
    return (length, length &- (bits & ~(bits &<< 1) & high & own).nonzeroBitCount)
  }

  /// Dashes, quotation marks, the euro: three bytes that join nothing.
  private static func isPunctuation(_ text: Span<UInt8>, _ index: Int) -> Bool {
    guard text[index] == 0xE2, index + 2 < text.count else { return false }
    return text[index + 1] == 0x80 && text[index + 2] >= 0x90 || text[index + 1] == 0x82
  }
}
