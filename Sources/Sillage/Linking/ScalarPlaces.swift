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
    for index in range {
      let byte = text[index]
      if byte & 0xC0 != 0x80 { scalars += 1 }
      if byte == 0x0D || byte >= 0xCC && !isPunctuation(text, index) {
        return String(decoding: bytes[range], as: UTF8.self).count
      }
    }
    return scalars
  }

  /// Dashes, quotation marks, the euro: three bytes that join nothing.
  private func isPunctuation(_ text: Span<UInt8>, _ index: Int) -> Bool {
    guard text[index] == 0xE2, index + 2 < text.count else { return false }
    return text[index + 1] == 0x80 && text[index + 2] >= 0x90 || text[index + 1] == 0x82
  }
}
