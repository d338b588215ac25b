/// Recognises tags, comments and character references in bytes. Each failed search is remembered, so that a page of
/// unfinished tags costs no more than another.
struct HTMLScanner {
  private let raw: [UInt8]
  /// From here on there is no `>`.
  private var noTagEnd: Int
  /// From here on there is no `-->`.
  private var noCommentEnd: Int

  /// A tag, or a comment, declaration or processing instruction, whose name is then empty.
  struct Tag {
    /// Where the name stands.
    var name: Range<Int>
    var isEnd: Bool
    var end: Int
  }

  init(_ raw: [UInt8]) {
    self.raw = raw
    noTagEnd = raw.count
    noCommentEnd = raw.count
  }

  /// The name of a tag in lower case.
  func name(of tag: Tag) -> String { String(decoding: raw[tag.name], as: UTF8.self).lowercased() }

  /// A number for the name of a tag: the same for all ways of writing it. Cost: its letters.
  func key(of tag: Tag) -> UInt64 {
    tag.name.reduce(0xCBF2_9CE4_8422_2325) { ($0 ^ UInt64(Self.lowerCase(raw[$1]))) &* 0x0000_0100_0000_01B3 }
  }

  private static func lowerCase(_ byte: UInt8) -> UInt8 { byte >= 0x41 && byte <= 0x5A ? byte | 0x20 : byte }

  /// The tag, comment or declaration that begins at a `<`.
  mutating func tag(at start: Int) -> Tag? {
    guard start + 1 < raw.count else { return nil }
    let next = raw[start + 1]
    if next == 0x21 || next == 0x3F {
      if raw[start...].starts(with: "<!--".utf8) {
        guard let end = commentEnd(from: start + 4) else { return nil }
        return Tag(name: start..<start, isEnd: false, end: end)
      }
      return tagEnd(from: start + 2).map { Tag(name: start..<start, isEnd: false, end: $0) }
    }
    let isEnd = next == 0x2F
    var index = start + (isEnd ? 2 : 1)
    let nameStart = index
    while index < raw.count, Self.isNameByte(raw[index]) { index += 1 }
    guard index > nameStart, raw[nameStart] | 0x20 >= 0x61, raw[nameStart] | 0x20 <= 0x7A,
      let end = tagEnd(from: index)
    else { return nil }
    return Tag(name: nameStart..<index, isEnd: isEnd, end: end)
  }

  /// The offset after the `>` that ends a tag; a `>` inside a quoted attribute does not, if the quote is closed.
  private mutating func tagEnd(from start: Int) -> Int? {
    guard start < noTagEnd else { return nil }
    var index = start
    var quote: UInt8?
    var plain: Int?
    while index < raw.count {
      let byte = raw[index]
      if byte == 0x3E, plain == nil { plain = index + 1 }
      if let open = quote {
        if byte == open { quote = nil }
        if let plain, index - plain > 1024 { return plain }
      } else if byte == 0x3E {
        return index + 1
      } else if byte == 0x22 || byte == 0x27, index > start, raw[index - 1] == 0x3D || raw[index - 1] <= 0x20 {
        quote = byte
      }
      index += 1
    }
    if plain == nil { noTagEnd = start }
    return plain
  }

  private mutating func commentEnd(from start: Int) -> Int? {
    guard start < noCommentEnd else { return nil }
    var index = start
    while index + 2 < raw.count {
      if raw[index] == 0x2D, raw[index + 1] == 0x2D, raw[index + 2] == 0x3E { return index + 3 }
      index += 1
    }
    noCommentEnd = start
    return nil
  }

  /// The offset after the end tag of the element that a tag begins, or the end of the text if it has none.
  func endOfElement(_ tag: Tag) -> Int {
    let wanted = raw[tag.name].map(Self.lowerCase)
    var index = tag.end
    while index + wanted.count + 2 < raw.count {
      if raw[index] == 0x3C, raw[index + 1] == 0x2F,
        raw[(index + 2)..<(index + 2 + wanted.count)].elementsEqual(wanted, by: { $0 | 0x20 == $1 })
      {
        let end = raw[index...].firstIndex(of: 0x3E)
        return end.map { $0 + 1 } ?? raw.count
      }
      index += 1
    }
    return raw.count
  }

  /// The characters of the reference that begins at an `&`, and the offset after it.
  func reference(at start: Int) -> (text: String, end: Int)? {
    guard let semicolon = raw[start...].prefix(34).firstIndex(of: 0x3B), semicolon > start + 1 else { return nil }
    let body = String(decoding: raw[(start + 1)..<semicolon], as: UTF8.self)
    guard body.hasPrefix("#") else { return HTMLEntities.named[body].map { ($0, semicolon + 1) } }
    let digits = body.dropFirst()
    let value =
      digits.first == "x" || digits.first == "X" ? UInt32(digits.dropFirst(), radix: 16) : UInt32(digits)
    guard let value, value != 0, let scalar = Unicode.Scalar(value) else { return nil }
    return (String(Character(scalar)), semicolon + 1)
  }

  /// How many raw bytes the reference at an `&` takes, and how many of the bytes that a parser has made of the text from here
  /// on; nil where the parser has left the `&` as it is.
  ///
  /// The parser knows all two thousand names, with and without a semicolon; where a name ends is told by what follows.
  func reference(at start: Int, decoded: ArraySlice<UInt8>) -> (raw: Int, decoded: Int)? {
    guard let first = decoded.first else { return nil }
    var end = start + 1
    if end < raw.count, raw[end] == 0x23 { end += 1 }
    while end < raw.count, end - start < 34, Self.isNameByte(raw[end]), raw[end] != 0x2D, raw[end] != 0x3A { end += 1 }
    if first == 0x26, !isAmpersand(start..<end) { return nil }
    let scalar = first < 0x80 ? 1 : first < 0xE0 ? 2 : first < 0xF0 ? 3 : 4
    let hasSemicolon = end < raw.count && raw[end] == 0x3B
    for rawEnd in [hasSemicolon ? end + 1 : end] + Array((start + 2..<max(start + 2, end)).reversed()) {
      for length in Self.lengths(decoded, first: scalar) where length <= decoded.count {
        if agrees(rawEnd, decoded.dropFirst(length)) { return (rawEnd - start, length) }
      }
    }
    return (end - start, min(scalar, decoded.count))
  }

  /// The lengths that the text of a reference may have: one scalar, or two where the second is a mark that some have.
  private static func lengths(_ decoded: ArraySlice<UInt8>, first: Int) -> [Int] {
    let rest = decoded.dropFirst(first)
    let mark = secondScalars.first { rest.starts(with: $0) }
    return mark.map { [first + $0.count, first] } ?? [first]
  }

  /// The second scalars of the references of two, as HTML lists them: strokes and lines through or below a sign, a variant, a
  /// hair space, and the j of `&fjlig;`.
  private static let secondScalars: [[UInt8]] = ["\u{338}", "\u{20D2}", "\u{20E5}", "\u{333}", "\u{331}", "\u{FE00}", "\u{200A}", "j"]
    .map { Array($0.utf8) }

  private func isAmpersand(_ range: Range<Int>) -> Bool {
    let body = String(decoding: raw[range], as: UTF8.self).lowercased()
    return ["&amp", "&#38", "&#038", "&#x26", "&#x026"].contains { body.hasPrefix($0) }
  }

  /// Whether the raw text goes on as the decoded text does, as far as one can see without decoding.
  private func agrees(_ start: Int, _ decoded: ArraySlice<UInt8>) -> Bool {
    for (offset, byte) in decoded.prefix(4).enumerated() {
      guard start + offset < raw.count else { return false }
      let next = raw[start + offset]
      if next == 0x26 || next == 0x0D { return true }
      if next != byte { return false }
    }
    return true
  }

  private static func isNameByte(_ byte: UInt8) -> Bool {
    byte | 0x20 >= 0x61 && byte | 0x20 <= 0x7A || byte >= 0x30 && byte <= 0x39 || byte == 0x2D || byte == 0x3A
  }
}
