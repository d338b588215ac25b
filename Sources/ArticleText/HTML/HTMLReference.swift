/// Finds out how much of a page a character reference in text is, as a parser reads it.
///
/// Which of the two thousand names there are is not known here: what the parser has made of one tells it. The names that end without a semicolon are
/// known, since there what stands behind could as well be part of the name.
enum HTMLReference {
  /// How many raw bytes the reference at an `&` takes, and how many of the bytes that a parser has made of the text from here on; nil where the
  /// parser has left the `&` as it is. Cost: constant.
  static func length(at start: Int, in raw: Span<UInt8>, decoded: Span<UInt8>, from seen: Int) -> (raw: Int, decoded: Int)? {
    guard start + 1 < raw.count, seen < decoded.count else { return nil }
    if raw[start + 1] == 0x23 { return numeric(at: start, in: raw, decoded: decoded, from: seen) }
    var end = start + 1
    while end < raw.count, end - start < longestName, isLetterOrDigit(raw[end]) { end += 1 }
    guard end > start + 1 else { return nil }
    let name = String(decoding: (start + 1..<end).map { raw[$0] }, as: UTF8.self)
    let hasSemicolon = end < raw.count && raw[end] == 0x3B
    if hasSemicolon, let value = HTMLEntities.named[name] {
      return begins(decoded, from: seen, with: value) ? (end + 1 - start, value.utf8.count) : nil
    }
    let short = (0...min(longestShortName, name.utf8.count)).reversed().lazy.map { name.prefix($0) }.first { shortNames.contains($0) }
    if let short, let value = HTMLEntities.named[String(short)] {
      let rest = hasSemicolon ? value + name.dropFirst(short.count) + ";" : value
      if begins(decoded, from: seen, with: rest) { return (short.utf8.count + 1, value.utf8.count) }
    }
    guard hasSemicolon, decoded[seen] != 0x26, !isPlain(decoded[seen]) || plainNames.contains(name) else { return nil }
    let first = scalar(at: seen, in: decoded)
    let both = pairs.contains(name) && seen + first < decoded.count ? first + scalar(at: seen + first, in: decoded) : first
    return (end + 1 - start, both)
  }

  private static let longestName = 40

  /// A number of a scalar. A parser has other scalars for those of controls, and one sign for what is none.
  private static func numeric(at start: Int, in raw: Span<UInt8>, decoded: Span<UInt8>, from seen: Int) -> (raw: Int, decoded: Int)? {
    var end = start + 2
    let isHex = end < raw.count && raw[end] | 0x20 == 0x78
    if isHex { end += 1 }
    let first = end
    while end < raw.count, isDigit(raw[end]) || isHex && raw[end] | 0x20 >= 0x61 && raw[end] | 0x20 <= 0x66 { end += 1 }
    guard end > first else { return nil }
    let digits = String(decoding: (first..<end).map { raw[$0] }, as: UTF8.self)
    let value = UInt32(digits, radix: isHex ? 16 : 10).flatMap { $0 < 0xA0 && $0 >= 0x80 || $0 == 0 || $0 == 0x0D ? nil : Unicode.Scalar($0) }
    guard value.map({ begins(decoded, from: seen, with: String($0)) }) ?? !isPlain(decoded[seen]) else { return nil }
    return ((end < raw.count && raw[end] == 0x3B ? end + 1 : end) - start, scalar(at: seen, in: decoded))
  }

  /// A letter or digit of ASCII, or a blank but the one of a carriage return.
  private static func isPlain(_ byte: UInt8) -> Bool { isLetterOrDigit(byte) || byte <= 0x20 && byte != 0x0D }

  /// The names that stand for such.
  private static let plainNames: Set<String> = ["fjlig", "Tab", "NewLine"]

  private static func isDigit(_ byte: UInt8) -> Bool { byte >= 0x30 && byte <= 0x39 }

  private static func isLetterOrDigit(_ byte: UInt8) -> Bool { byte | 0x20 >= 0x61 && byte | 0x20 <= 0x7A || isDigit(byte) }

  /// The bytes of the scalar at an offset.
  private static func scalar(at offset: Int, in bytes: Span<UInt8>) -> Int {
    let first = bytes[offset]
    return min(first < 0x80 ? 1 : first < 0xE0 ? 2 : first < 0xF0 ? 3 : 4, bytes.count - offset)
  }

  private static func begins(_ bytes: Span<UInt8>, from start: Int, with text: String) -> Bool {
    let wanted = text.utf8
    return bytes.count - start >= wanted.count && zip(start..., wanted).allSatisfy { bytes[$0] == $1 }
  }

  /// The names that need no semicolon.
  private static let shortNames = Set(
    """
    AElig AMP Aacute Acirc Agrave Aring Atilde Auml COPY Ccedil ETH Eacute Ecirc Egrave Euml GT Iacute Icirc Igrave Iuml LT Ntilde Oacute \
    Ocirc Ograve Oslash Otilde Ouml QUOT REG THORN Uacute Ucirc Ugrave Uuml Yacute aacute acirc acute aelig agrave amp aring atilde auml \
    brvbar ccedil cedil cent copy curren deg divide eacute ecirc egrave eth euml frac12 frac14 frac34 gt iacute icirc iexcl igrave iquest \
    iuml laquo lt macr micro middot nbsp not ntilde oacute ocirc ograve ordf ordm oslash otilde ouml para plusmn pound quot raquo reg sect \
    shy sup1 sup2 sup3 szlig thorn times uacute ucirc ugrave uml uuml yacute yen yuml
    """.split(separator: " "))
  private static let longestShortName = shortNames.map(\.utf8.count).max() ?? 0

  /// The names that stand for two scalars.
  private static let pairs = Set(
    """
    NotEqualTilde NotGreaterFullEqual NotGreaterGreater NotGreaterSlantEqual NotHumpDownHump NotHumpEqual NotLeftTriangleBar NotLessLess \
    NotLessSlantEqual NotNestedGreaterGreater NotNestedLessLess NotPrecedesEqual NotRightTriangleBar NotSquareSubset NotSquareSuperset \
    NotSubset NotSucceedsEqual NotSucceedsTilde NotSuperset ThickSpace acE bne bnequiv caps cups fjlig gesl gvertneqq gvnE lates lesg \
    lvertneqq lvnE nGg nGt nGtv nLl nLt nLtv nang napE napid nbump nbumpe ncongdot nedot nesim ngE ngeqq ngeqslant nges nlE nleqq nleqslant \
    nles notinE notindot nparsl npart npre npreceq nrarrc nrarrw nsce nsubE nsubset nsubseteqq nsucceq nsupE nsupset nsupseteqq nvap nvge \
    nvgt nvle nvlt nvltrie nvrtrie nvsim race smtes sqcaps sqcups varsubsetneq varsubsetneqq varsupsetneq varsupsetneqq vnsub vnsup vsubnE \
    vsubne vsupnE vsupne
    """.split(separator: " ").map(String.init))
}
