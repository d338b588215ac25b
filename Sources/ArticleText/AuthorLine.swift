/// A short line that says who wrote what follows: "someone a écrit :", "someone wrote:".
enum AuthorLine {
  /// The line that a colon ends, from an offset on; nil where it is no such line. Cost: the line, up to a few hundred bytes.
  static func range(in bytes: Span<UInt8>, colon: Int, from first: Int) -> Range<Int>? {
    var end = colon
    while end < bytes.count, bytes[end] != 0x0A {
      guard isTrail(bytes[end]), end - colon < longest else { return nil }
      end += 1
    }
    var last = colon
    while last > first, isTrail(bytes[last - 1]), bytes[last - 1] != 0x0A { last -= 1 }
    guard endsInVerb(bytes, last, from: first) else { return nil }
    var (start, letters) = (last, 0)
    while start > first, bytes[start - 1] != 0x0A {
      start -= 1
      letters += isLetter(bytes, at: start) ? 1 : 0
      guard letters < longest else { return nil }
    }
    return start..<end
  }

  /// The most letters and signs of such a line, however many bytes they are written in.
  private static let longest = 80

  /// A blank, a no-break space, an invisible sign or a colon, or a part of one.
  private static func isTrail(_ byte: UInt8) -> Bool { byte <= 0x20 || byte == 0x3A || byte == 0xC2 || byte == 0xE2 || byte >= 0x80 && byte <= 0xAF }

  /// Whether a letter begins at an offset: neither a mark of one nor a further byte.
  private static func isLetter(_ bytes: Span<UInt8>, at offset: Int) -> Bool {
    let byte = bytes[offset]
    return byte & 0xC0 != 0x80 && byte != 0xCC && !(byte == 0xCD && offset + 1 < bytes.count && bytes[offset + 1] < 0xB0)
  }

  /// Whether " a écrit" or " wrote" stands before an offset, in composed or decomposed letters and with any blanks.
  private static func endsInVerb(_ bytes: Span<UInt8>, _ last: Int, from first: Int) -> Bool {
    guard let verb = verbs.first(where: { ends(bytes, first..<last, in: $0) }),
      let before = passBlanks(bytes, before: last - verb.count, from: first)
    else { return false }
    if verb == verbs[0] { return true }
    return before > first && bytes[before - 1] == UInt8(ascii: "a") && passBlanks(bytes, before: before - 1, from: first) != nil
  }

  private static let verbs = ["wrote", "écrit", "e\u{301}crit", "ecrit"].map { Array($0.utf8) }

  private static func ends(_ bytes: Span<UInt8>, _ range: Range<Int>, in verb: [UInt8]) -> Bool {
    range.count > verb.count && verb.indices.allSatisfy { bytes[range.upperBound - verb.count + $0] == verb[$0] }
  }

  /// Where the blanks before an offset begin, invisible signs among them; nil where there are none.
  private static func passBlanks(_ bytes: Span<UInt8>, before end: Int, from first: Int) -> Int? {
    var start = end
    while start > first {
      if bytes[start - 1] == 0x20 || bytes[start - 1] == 0x09 {
        start -= 1
      } else if start - first >= 2, bytes[start - 2] == 0xC2, bytes[start - 1] == 0xA0 {
        start -= 2
      } else if start - first >= 3, bytes[start - 3] == 0xE2, bytes[start - 2] == 0x80, bytes[start - 1] <= 0x8D || bytes[start - 1] == 0xAF {
        start -= 3
      } else {
        break
      }
    }
    return start < end ? start : nil
  }
}
