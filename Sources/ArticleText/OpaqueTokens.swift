/// Finds what is written in prose but is no prose: addresses, e-mails, handles, file names, the author line of a post.
///
/// Their bytes become ``VisibleText/opaque``, so that the text keeps its length and the map to the raw file its sense.
enum OpaqueTokens {
  static func cover(_ bytes: inout [UInt8]) {
    var lineStart = 0
    while lineStart < bytes.count {
      let lineEnd = bytes[lineStart...].firstIndex(of: 0x0A) ?? bytes.count
      if isAuthorLine(bytes[lineStart..<lineEnd]) {
        for index in lineStart..<lineEnd { bytes[index] = VisibleText.opaque }
      } else {
        coverTokens(&bytes, lineStart..<lineEnd)
      }
      lineStart = lineEnd + 1
    }
  }

  /// A short line that says who wrote what follows: "someone a écrit :", "someone wrote:".
  private static func isAuthorLine(_ line: ArraySlice<UInt8>) -> Bool {
    guard line.count <= 80 else { return false }
    var text = line
    while let last = text.last, last <= 0x20 || last == 0x3A || last == 0xA0 || last == 0xC2 { text = text.dropLast() }
    guard text.count < line.count, line.contains(0x3A) else { return false }
    return ["a écrit", "a ecrit", " wrote"].contains { text.count > $0.utf8.count && ends(text, $0) }
  }

  private static func ends(_ text: ArraySlice<UInt8>, _ end: String) -> Bool {
    text.suffix(end.utf8.count).elementsEqual(end.utf8)
  }

  private static func coverTokens(_ bytes: inout [UInt8], _ line: Range<Int>) {
    var start = line.lowerBound
    while start < line.upperBound {
      while start < line.upperBound, isSpace(bytes[start]) { start += 1 }
      var end = start
      while end < line.upperBound, !isSpace(bytes[end]) { end += 1 }
      if let opaque = opaquePart(of: bytes[start..<end]) {
        for index in opaque { bytes[index] = VisibleText.opaque }
      }
      start = end
    }
  }

  private static func isSpace(_ byte: UInt8) -> Bool {
    byte <= 0x20 || byte == 0x3C || byte == 0x3E || byte == 0x22 || byte == 0x7C
  }

  private static func opaquePart(of token: ArraySlice<UInt8>) -> Range<Int>? {
    if let scheme = scheme(in: token) { return scheme..<token.endIndex }
    var text = token
    while let first = text.first, !isNameByte(first), first != 0x40 { text = text.dropFirst() }
    while let last = text.last, !isNameByte(last), last != 0x2F { text = text.dropLast() }
    guard text.count >= 3 else { return nil }
    if text.contains(0x40) { return text.startIndex..<text.endIndex }
    if text.prefix(4).map({ $0 | 0x20 }).elementsEqual("www.".utf8.map { $0 | 0x20 }) {
      return text.startIndex..<text.endIndex
    }
    return isHostOrFile(text) ? text.startIndex..<text.endIndex : nil
  }

  /// Where "https://" and the like begin.
  private static func scheme(in token: ArraySlice<UInt8>) -> Int? {
    var last: (UInt8, UInt8) = (0, 0)
    for index in token.indices {
      if last.0 == 0x3A, last.1 == 0x2F, token[index] == 0x2F {
        var start = index - 2
        while start > token.startIndex, isLetter(token[start - 1]) { start -= 1 }
        return start < index - 2 ? start : nil
      }
      last = (last.1, token[index])
    }
    return nil
  }

  /// "renault.fr", "renault.fr/modeles", "photo-alpine.jpg": the last part before a slash is a known ending.
  private static func isHostOrFile(_ text: ArraySlice<UInt8>) -> Bool {
    let host = text.prefix { $0 != 0x2F }
    guard host.allSatisfy({ isNameByte($0) && $0 < 0x80 || $0 == 0x2E || $0 == 0x2D || $0 == 0x5F }),
      let dot = host.lastIndex(of: 0x2E), dot > host.startIndex
    else { return false }
    return endings.contains(String(decoding: host[(dot + 1)...], as: UTF8.self))
  }

  private static let endings: Set<String> = [
    "com", "org", "net", "eu", "fr", "uk", "de", "es", "it", "be", "ch", "lu", "ca", "us", "io", "tv", "info", "biz",
    "cars", "auto", "example", "dev", "app", "jpg", "jpeg", "png", "gif", "webp", "svg", "pdf", "html", "htm", "txt",
    "csv", "zip", "mp4", "json", "xml", "css", "js", "php",
  ]

  private static func isLetter(_ byte: UInt8) -> Bool { byte | 0x20 >= 0x61 && byte | 0x20 <= 0x7A }

  private static func isNameByte(_ byte: UInt8) -> Bool {
    isLetter(byte) || byte >= 0x30 && byte <= 0x39 || byte >= 0x80 || byte == 0x5F
  }
}
