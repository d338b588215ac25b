/// Recognises tags, comments and character references in bytes. Each failed search is remembered, so that a page of
/// unfinished tags costs no more than another.
struct HTMLScanner {
  private let raw: [UInt8]
  /// From here on there is no `>`.
  private var noTagEnd: Int
  /// From here on there is no `-->`.
  private var noCommentEnd: Int
  /// For the names of elements, by their keys, from where on none of them has an end.
  var unended: [UInt64: Int] = [:]

  /// The bytes that are looked at.
  var text: [UInt8] { raw }

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

  /// The tag, comment or declaration that begins at a `<`. A quote that nothing closes near the next `>` is none.
  mutating func tag(at start: Int) -> Tag? {
    guard start < noTagEnd, let found = beginning(at: start) else { return nil }
    if raw[start...].starts(with: "<!--".utf8) {
      return commentEnd(from: start + 4).map { Tag(name: found.name, isEnd: false, end: $0) }
    }
    if found.name.isEmpty, found.isEnd { return nil }
    switch found.name.isEmpty ? end(ofDeclaration: start) : HTMLTagEnd.find(in: raw.span, from: found.name.upperBound) {
    case .at(let end): return Tag(name: found.name, isEnd: found.isEnd, end: end)
    case .missing: noTagEnd = start
    }
    return nil
  }

  /// The tag, comment or declaration that a parser sees at a `<`; nil where it sees text. What has no end goes up to the end of the page, as
  /// ``Tag/end`` says.
  func markup(at start: Int) -> Tag? {
    guard let found = beginning(at: start) else { return nil }
    if raw[start...].starts(with: "<!--".utf8) {
      return Tag(name: found.name, isEnd: false, end: HTMLTagEnd.ofComment(in: raw.span, from: start + 4) ?? raw.count)
    }
    let end =
      found.name.isEmpty
      ? end(ofDeclaration: start) : HTMLTagEnd.find(in: raw.span, from: found.name.upperBound, longestQuote: .max)
    return Tag(name: found.name, isEnd: found.isEnd, end: end.offset ?? raw.count)
  }

  /// Where the name of what begins at a `<` stands, as a parser has it: up to a blank, a slash, or the end of the tag. It is empty for what is no
  /// tag.
  private func beginning(at start: Int) -> (name: Range<Int>, isEnd: Bool)? {
    guard start + 1 < raw.count else { return nil }
    let next = raw[start + 1]
    if next == 0x21 || next == 0x3F { return (start..<start, false) }
    let isEnd = next == 0x2F
    let first = start + (isEnd ? 2 : 1)
    guard first < raw.count else { return nil }
    guard Self.isLetter(raw[first]) else { return isEnd ? (start..<start, true) : nil }
    let end = raw[first...].firstIndex { $0 <= 0x20 || $0 == 0x2F || $0 == 0x3E } ?? raw.count
    return (first..<end, isEnd)
  }

  private func end(ofDeclaration start: Int) -> HTMLTagEnd {
    raw[(start + 2)...].firstIndex(of: 0x3E).map { .at($0 + 1) } ?? .missing
  }

  private mutating func commentEnd(from start: Int) -> Int? {
    guard start < noCommentEnd else { return nil }
    if let end = HTMLTagEnd.ofComment(in: raw.span, from: start) { return end }
    noCommentEnd = start
    return nil
  }

  /// Where the end tag of an element whose content is no markup begins, as a parser has it; nil where it has none. Cost: the content.
  func endTag(ofRawText tag: Tag) -> Int? {
    let isScript = raw[tag.name].elementsEqual("script".utf8) { Self.lowerCase($0) == $1 }
    let less = ByteFinder(.init(0x3C))
    /// Within a script, where a comment ends in it, and whether a script begun in that comment is open.
    var (commentEnd, isInner) = (tag.end, false)
    var index = less.next(in: raw.span, from: tag.end)
    while index < raw.count {
      if index >= commentEnd { isInner = false }
      if isScript, index >= commentEnd, raw[index...].starts(with: "<!--".utf8) {
        commentEnd = HTMLTagEnd.ofScriptComment(in: raw.span, from: index + 4) ?? raw.count
      } else if isScript, index < commentEnd, isName(tag.name, at: index + 1) {
        isInner = true
      } else if index + 1 < raw.count, raw[index + 1] == 0x2F, isName(tag.name, at: index + 2) {
        if !isInner { return index }
        isInner = false
      }
      index = less.next(in: raw.span, from: index + 1)
    }
    return nil
  }

  /// Whether a name, in any case, stands at an offset with what can stand behind one.
  private func isName(_ name: Range<Int>, at start: Int) -> Bool {
    let end = start + name.count
    guard end < raw.count, raw[end] <= 0x20 || raw[end] == 0x2F || raw[end] == 0x3E else { return false }
    return zip(raw[start..<end], raw[name]).allSatisfy { Self.lowerCase($0) == Self.lowerCase($1) }
  }

  /// The offset after the end tag of such an element; the end of the text where it has none.
  func endOfElement(_ tag: Tag) -> Int {
    guard let start = endTag(ofRawText: tag) else { return raw.count }
    return HTMLTagEnd.find(in: raw.span, from: start + 2 + tag.name.count).offset ?? raw.count
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

  private static func isLetter(_ byte: UInt8) -> Bool { byte | 0x20 >= 0x61 && byte | 0x20 <= 0x7A }
}
