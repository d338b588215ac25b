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
    var start = byte
    let bytes = bytes
    let text = bytes.span
    while scalar < offset, byte < text.count {
      if scalar + 8 <= offset, Self.isPlain(text, byte) {
        byte += 8
        scalar += 8
        continue
      }
      if text[byte] == 0x0A {
        line += 1
        column = 1
        start = byte + 1
      }
      byte += 1
      while byte < text.count, text[byte] & 0xC0 == 0x80 { byte += 1 }
      scalar += 1
    }
    if start < byte { column += characters(start..<byte) }
    return (line, column)
  }

  /// The number of characters; where no scalar can join another, that of the scalars.
  private func characters(_ range: Range<Int>) -> Int {
    let text = bytes.span
    var scalars = 0
    var index = range.lowerBound
    while index < range.upperBound {
      if index + 8 <= range.upperBound, Self.isPlain(text, index) {
        scalars += 8
        index += 8
        continue
      }
      let byte = text[index]
      if byte & 0xC0 != 0x80 { scalars += 1 }
      if byte == 0x0D || byte >= 0xCC && !isPunctuation(text, index) {
        return String(decoding: bytes[range], as: UTF8.self).count
      }
      index += 1
    }
    return scalars
  }

  private static let each: UInt64 = 0x0101_0101_0101_0101

  /// Whether eight bytes from an offset on are there and are ASCII without control characters, so that each is a character.
  @inline(__always)
  private static func isPlain(_ text: Span<UInt8>, _ offset: Int) -> Bool {
    guard offset <= text.count &- 8 else { return false }
    let bits = text.eight(at: offset)
    return (bits | (bits &- each &* 0x20)) & each &* 0x80 == 0
  }

  /// Dashes, quotation marks, the euro: three bytes that join nothing.
  private func isPunctuation(_ text: Span<UInt8>, _ index: Int) -> Bool {
    guard text[index] == 0xE2, index + 2 < text.count else { return false }
    return text[index + 1] == 0x80 && text[index + 2] >= 0x90 || text[index + 1] == 0x82
  }
}
