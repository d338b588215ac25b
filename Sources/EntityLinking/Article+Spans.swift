import ArticleText

extension Article {
  /// The visible bytes from the first letter of a word to the last of another, without the invisible signs around them.
  func span(from first: Int, to last: Int) -> Range<Int> {
    let visible = text.bytes
    let bytes = visible.span
    var (start, end) = (words[first].start, words[last].end)
    while end - start > 3, bytes[end - 1] >= 0x80, let length = Self.invisible(bytes, endingAt: end) { end -= length }
    while end - start > 3, bytes[start] >= 0x80, let length = Self.invisible(bytes, at: start) { start += length }
    return start..<end
  }

  /// The length of the invisible sign that begins at an offset: a soft hyphen, a blank or joiner without width, a byte-order mark, the choice of a
  /// variant.
  private static func invisible(_ bytes: Span<UInt8>, at offset: Int) -> Int? {
    let (value, length) = bytes.scalar(at: offset)
    switch value {
    case 0xAD, 0x200B...0x200D, 0x2060, 0xFEFF, 0xFE00...0xFE0F: return length
    default: return nil
    }
  }

  /// The length of such a sign that ends before an offset.
  private static func invisible(_ bytes: Span<UInt8>, endingAt end: Int) -> Int? {
    for length in 2...3 where bytes[end - length] >= 0xC2 {
      return invisible(bytes, at: end - length) == length ? length : nil
    }
    return nil
  }
}
