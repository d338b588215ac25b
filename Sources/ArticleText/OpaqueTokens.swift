/// Finds what is written in prose but is no prose: addresses, e-mails, handles, file names, the author line of a post.
///
/// Their bytes become ``VisibleText/opaque``, so that the text keeps its length and the map to the raw file its sense.
enum OpaqueTokens {
  /// Where such tokens are, from first to last. Cost: one pass that stops only at `@`, `//`, a full stop inside a word, and a
  /// colon at the end of a line.
  static func ranges(in bytes: Span<UInt8>) -> [Range<Int>] {
    var found: [Range<Int>] = []
    var offset = 0
    /// The end of the token or line that was looked at last.
    var done = 0
    while true {
      offset = signs.next(in: bytes, from: offset)
      guard offset < bytes.count else { break }
      if bytes[offset] == 0x3A, mayEndLine(bytes, offset), let line = AuthorLine.range(in: bytes, colon: offset, from: done) {
        found.append(line)
        (offset, done) = (line.upperBound, line.upperBound)
      } else if mayBeToken(bytes, offset) {
        let token = token(bytes, around: offset, from: done)
        if let opaque = opaquePart(of: bytes, token) { found.append(opaque) }
        (offset, done) = (token.upperBound, token.upperBound)
      } else {
        offset &+= 1
      }
    }
    return found
  }

  /// The bytes that can make a token opaque: `.`, `/`, `:`, `@`.
  private static var signs: ByteFinder { ByteFinder(.init(0x2E, orWith: 0x01), .init(0x3A), .init(0x40)) }

  /// Whether a line may end behind a colon: not where a blank and a sign of ASCII follow, as nearly everywhere.
  @inline(__always)
  private static func mayEndLine(_ bytes: Span<UInt8>, _ colon: Int) -> Bool {
    guard colon + 2 < bytes.count, bytes[colon + 1] == 0x20 else { return true }
    return bytes[colon + 2] <= 0x20 || bytes[colon + 2] == 0x3A || bytes[colon + 2] >= 0x80
  }

  private static func mayBeToken(_ bytes: Span<UInt8>, _ offset: Int) -> Bool {
    switch bytes[offset] {
    case 0x2E: offset + 1 < bytes.count && isLetter(bytes[offset + 1])
    case 0x2F: offset >= 2 && bytes[offset - 1] == 0x2F && bytes[offset - 2] == 0x3A || mayBeginPath(bytes, offset)
    case 0x40: true
    default: false
    }
  }

  /// "/tag/diesel": a slash behind a blank, before a letter.
  private static func mayBeginPath(_ bytes: Span<UInt8>, _ slash: Int) -> Bool {
    slash + 1 < bytes.count && isLetter(bytes[slash + 1]) && (slash == 0 || bytes[slash - 1] <= 0x20)
  }

  private static func token(_ bytes: Span<UInt8>, around offset: Int, from first: Int) -> Range<Int> {
    var (start, end) = (offset, offset + 1)
    while start > first, !isSpace(bytes[start - 1]), !isBorder(bytes, endingAt: start) { start -= 1 }
    var brackets = 0
    while end < bytes.count, !isSpace(bytes[end]), !isBorder(bytes, at: end) {
      if bytes[end] == 0x28 || bytes[end] == 0x5B { brackets += 1 }
      if bytes[end] == 0x29 || bytes[end] == 0x5D { brackets -= 1 }
      if brackets < 0 { break }
      end += 1
    }
    return start..<end
  }

  /// Whether a blank or sign of no ASCII stands at an offset that is no part of an address: a no-break space, a quotation mark, a dash.
  private static func isBorder(_ bytes: Span<UInt8>, at offset: Int) -> Bool {
    guard bytes[offset] >= 0xC2, offset + 1 < bytes.count else { return false }
    let (first, second) = (bytes[offset], bytes[offset + 1])
    let third = offset + 2 < bytes.count ? bytes[offset + 2] : 0
    switch first {
    case 0xC2: return ![0xAA, 0xAD, 0xB5, 0xBA].contains(second)
    case 0xC3: return second == 0x97 || second == 0xB7
    case 0xE2: return second <= 0xAF && !(second == 0x80 && third >= 0x8B && third <= 0x8D || second == 0x81 && third == 0xA0)
    case 0xE3: return second == 0x80
    case 0xEF: return second == 0xBC && (third <= 0x8F || third >= 0x9A && third <= 0xA0)
    default: return false
    }
  }

  /// Whether such a sign ends before an offset.
  private static func isBorder(_ bytes: Span<UInt8>, endingAt end: Int) -> Bool {
    guard bytes[end - 1] & 0xC0 == 0x80 else { return false }
    for start in [end - 2, end - 3] where start >= 0 && bytes[start] >= 0xC2 {
      return isBorder(bytes, at: start)
    }
    return false
  }

  private static func isSpace(_ byte: UInt8) -> Bool {
    byte <= 0x20 || byte == 0x3C || byte == 0x3E || byte == 0x22 || byte == 0x7C
  }

  private static func opaquePart(of bytes: Span<UInt8>, _ token: Range<Int>) -> Range<Int>? {
    if let scheme = scheme(in: bytes, token) { return scheme..<token.upperBound }
    if bytes[token.lowerBound] == 0x2F { return isPath(bytes, token) ? token : nil }
    var (start, end) = (token.lowerBound, token.upperBound)
    while start < end, !isNameByte(bytes[start]), bytes[start] != 0x40 { start += 1 }
    while end > start, !isNameByte(bytes[end - 1]), bytes[end - 1] != 0x2F { end -= 1 }
    guard end - start >= 3 else { return nil }
    let isWeb = bytes[start] | 0x20 == 0x77 && bytes[start + 1] | 0x20 == 0x77 && bytes[start + 2] | 0x20 == 0x77
    if isWeb, end - start > 3, bytes[start + 3] == 0x2E { return start..<end }
    if let at = (start..<end).first(where: { bytes[$0] == 0x40 }) {
      return start..<((at..<end).first { bytes[$0] == 0x2C || bytes[$0] == 0x3B } ?? end)
    }
    return isHostOrFile(bytes, start..<end) ? start..<end : nil
  }

  /// Where "https://" and the like begin.
  private static func scheme(in bytes: Span<UInt8>, _ token: Range<Int>) -> Int? {
    for index in token.dropFirst(2) where bytes[index] == 0x2F && bytes[index - 1] == 0x2F && bytes[index - 2] == 0x3A {
      var start = index - 2
      while start > token.lowerBound, isLetter(bytes[start - 1]) { start -= 1 }
      return start < index - 2 ? start : nil
    }
    return nil
  }

  /// "/tag/diesel": two parts or more, each behind a slash.
  private static func isPath(_ bytes: Span<UInt8>, _ token: Range<Int>) -> Bool {
    token.dropFirst(2).contains { bytes[$0] == 0x2F && $0 + 1 < token.upperBound && isLetter(bytes[$0 + 1]) }
  }

  /// "renault.fr", "renault.fr/modeles", "photo-alpine.jpg": the last part before a slash is a known ending.
  private static func isHostOrFile(_ bytes: Span<UInt8>, _ text: Range<Int>) -> Bool {
    var dot: Int?
    var end = text.lowerBound
    while end < text.upperBound, bytes[end] != 0x2F {
      let byte = bytes[end]
      if byte == 0x2E { dot = end }
      guard isNameByte(byte) && byte < 0x80 || byte == 0x2E || byte == 0x2D else { return false }
      end += 1
    }
    guard let dot, dot > text.lowerBound, end - dot <= 8 else { return false }
    return endings.contains(String(decoding: (dot + 1..<end).map { bytes[$0] }, as: UTF8.self))
  }

  private static let endings: Set<String> = [
    "com", "org", "net", "eu", "fr", "uk", "de", "es", "it", "be", "ch", "lu", "ca", "us", "io", "tv", "info", "biz",
    "cars", "auto", "example", "test", "dev", "app", "jpg", "jpeg", "png", "gif", "webp", "svg", "pdf", "html", "htm", "txt",
    "csv", "zip", "mp4", "json", "xml", "css", "js", "php",
  ]

  private static func isLetter(_ byte: UInt8) -> Bool { byte | 0x20 >= 0x61 && byte | 0x20 <= 0x7A }

  private static func isNameByte(_ byte: UInt8) -> Bool {
    isLetter(byte) || byte >= 0x30 && byte <= 0x39 || byte >= 0x80 || byte == 0x5F
  }
}
