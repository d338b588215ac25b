/// Reads one line of Markdown text: emphasis, code spans, links, pictures, tags, references, escapes.
struct MarkdownInline: ~Copyable {
  var builder: VisibleTextBuilder
  var scanner: HTMLScanner
  /// The offset after what was read; beyond the line where a comment runs on.
  private(set) var end: Int
  private let line: Range<Int>
  private let isRow: Bool
  private var position: Int
  /// The last offset in the line where a link text ends in `](` or `][`.
  private let lastLinkText: Int?
  /// Where the texts of links begin.
  private let linkTexts: Set<Int>
  /// The ends of the text of a picture, and of a target in either kind of brackets.
  private var textEnds = NextPlace(of: 0x5D)
  private var referenceEnds = NextPlace(of: 0x5D)
  private var addressEnds = NextPlace(of: 0x29)
  private var attributeEnds = NextPlace(of: 0x7D)
  /// For each length of a run of backticks, the last offset where such a run begins.
  private let lastTicks: [Int: Int]

  init(builder: consuming VisibleTextBuilder, scanner: HTMLScanner, line: Range<Int>, isRow: Bool) {
    self.scanner = scanner
    self.line = line
    self.isRow = isRow
    position = line.lowerBound
    end = line.upperBound
    var lastLinkText: Int?
    var ticks: [Int: Int] = [:]
    var (brackets, linkTexts): ([Int], Set<Int>) = ([], [])
    var index = line.lowerBound
    while index < line.upperBound {
      let byte = builder.raw[index]
      if byte == 0x5D, index + 1 < line.upperBound, [0x28, 0x5B].contains(builder.raw[index + 1]) { lastLinkText = index }
      if byte == 0x5B { brackets.append(index) }
      if byte == 0x5D, let open = brackets.popLast(), lastLinkText == index { linkTexts.insert(open) }
      let run = byte == 0x60 ? builder.raw[index..<line.upperBound].prefix { $0 == 0x60 }.count : 0
      if run > 0 { ticks[run] = index }
      index += byte == 0x5C ? 2 : max(1, run)
    }
    self.lastLinkText = lastLinkText
    self.linkTexts = linkTexts
    lastTicks = ticks
    self.builder = builder
  }

  mutating func read() {
    var plain = position
    while position < line.upperBound {
      let start = position
      guard let next = construct(at: start, after: plain) else {
        position += 1
        continue
      }
      plain = next
      position = next
    }
    builder.keep(plain..<max(plain, line.upperBound))
    end = max(position, line.upperBound)
  }

  /// Reads the construct at an offset, if there is one, after keeping the plain text before it; the offset after it.
  private mutating func construct(at start: Int, after plain: Int) -> Int? {
    let raw = builder.raw
    switch raw[start] {
    case 0x5C:
      guard start + 1 < line.upperBound, Self.isPunctuation(raw[start + 1]) else { return nil }
      builder.keep(plain..<start)
      builder.keep(start + 1..<start + 2)
      return start + 2
    case 0x2A, 0x7E: return emphasis(at: start, after: plain)
    case 0x5F: return isInsideWord(start) ? nil : emphasis(at: start, after: plain)
    case 0x60: return codeSpan(at: start, after: plain)
    case 0x5B: return linkStart(at: start, after: plain)
    case 0x5D: return linkEnd(at: start, after: plain)
    case 0x21: return picture(at: start, after: plain)
    case 0x3C: return tag(at: start, after: plain)
    case 0x7B: return attributes(at: start, after: plain)
    case 0x26:
      guard let (text, next) = scanner.reference(at: start), next <= line.upperBound else { return nil }
      builder.keep(plain..<start)
      builder.show(text.utf8, for: start..<next)
      return next
    case 0x7C where isRow:
      builder.keep(plain..<start)
      builder.hide(start..<start + 1)
      return start + 1
    default: return nil
    }
  }

  private mutating func emphasis(at start: Int, after plain: Int) -> Int? {
    let mark = builder.raw[start]
    let run = builder.raw[start..<line.upperBound].prefix(4).prefix { $0 == mark }.count
    guard mark != 0x7E || run == 2, run <= 3 else { return nil }
    let spaceBefore = start == line.lowerBound || builder.raw[start - 1] <= 0x20
    let spaceAfter = start + run == line.upperBound || builder.raw[start + run] <= 0x20
    guard !(spaceBefore && spaceAfter) else { return nil }
    builder.keep(plain..<start)
    return start + run
  }

  private mutating func codeSpan(at start: Int, after plain: Int) -> Int? {
    let raw = builder.raw
    guard start == line.lowerBound || raw[start - 1] != 0x60 else { return nil }
    let run = raw[start..<line.upperBound].prefix { $0 == 0x60 }.count
    guard let last = lastTicks[run], last > start else { return nil }
    var index = start + run
    while index < line.upperBound {
      let ticks = raw[index..<line.upperBound].prefix { $0 == 0x60 }.count
      index += max(1, ticks)
      if ticks == run { break }
    }
    builder.keep(plain..<start)
    builder.hide(start..<index)
    return index
  }

  private mutating func linkStart(at start: Int, after plain: Int) -> Int? {
    if builder.raw[start...].starts(with: "[^".utf8),
      let close = builder.raw[start..<min(line.upperBound, start + 40)].firstIndex(of: 0x5D)
    {
      builder.keep(plain..<start)
      builder.hide(start..<close + 1)
      return close + 1
    }
    guard linkTexts.contains(start) else { return nil }
    builder.keep(plain..<start)
    return note(from: start + 1, to: 0x5D, isGlued: start > line.lowerBound && builder.raw[start - 1] > 0x20) ?? start + 1
  }

  /// Reads the number of a note, with nothing else up to a byte: digits above the line, or beside a word; nil where there is none.
  private mutating func note(from start: Int, to end: UInt8, isGlued: Bool) -> Int? {
    let digits = builder.raw[start..<line.upperBound].prefix(Self.longestNote + 1).prefix { $0 >= 0x30 && $0 <= 0x39 }
    guard isGlued, (1...Self.longestNote).contains(digits.count), digits.endIndex < line.upperBound, builder.raw[digits.endIndex] == end else {
      return nil
    }
    for offset in digits.indices { builder.show(HTMLNotes.raised(builder.raw[offset]), for: offset..<offset + 1) }
    return digits.endIndex
  }

  private static let longestNote = 3

  /// `](target)` or `][reference]`; what is in it is not seen.
  private mutating func linkEnd(at start: Int, after plain: Int) -> Int? {
    guard let last = lastLinkText, start <= last, start + 1 < line.upperBound else { return nil }
    let open = builder.raw[start + 1]
    guard open == 0x28 || open == 0x5B, let next = targetEnd(from: start + 1) else { return nil }
    builder.keep(plain..<start)
    builder.show(EmptyCollection(), for: start..<next)
    return next
  }

  /// The offset after the bracket that closes the one at `start`.
  private mutating func targetEnd(from start: Int) -> Int? {
    let raw = builder.raw
    let (open, close): (UInt8, UInt8) = raw[start] == 0x28 ? (0x28, 0x29) : (0x5B, 0x5D)
    var depth = 0
    let limit = min(line.upperBound, start + Self.longestTarget)
    let first =
      close == 0x29
      ? addressEnds.next(in: raw, from: start, upTo: line.upperBound) : referenceEnds.next(in: raw, from: start, upTo: line.upperBound)
    guard first < limit else { return nil }
    for index in start..<limit {
      if raw[index] == open { depth += 1 }
      if raw[index] == close {
        depth -= 1
        if depth == 0 { return index + 1 }
      }
    }
    return raw[start..<limit].firstIndex(of: close).map { $0 + 1 }
  }

  /// The most bytes that are searched for the end of a link target or of the text of a picture.
  private static let longestTarget = 2048

  private mutating func picture(at start: Int, after plain: Int) -> Int? {
    guard let last = lastLinkText, start < last, builder.raw[start + 1] == 0x5B else { return nil }
    let close = textEnds.next(in: builder.raw, from: start + 2, upTo: line.upperBound)
    guard close <= min(last, start + Self.longestTarget), close + 1 < line.upperBound, let end = targetEnd(from: close + 1) else {
      return nil
    }
    builder.keep(plain..<start)
    builder.hide(start..<end)
    return end
  }

  private mutating func tag(at start: Int, after plain: Int) -> Int? {
    guard let tag = scanner.tag(at: start) else { return nil }
    builder.keep(plain..<start)
    let traits = tag.name.isEmpty ? .inline : HTMLTraits(ofElement: scanner.name(of: tag))
    let end = tag.isEnd || tag.name.isEmpty ? tag.end : scanner.endOfUnseen(tag, from: start, traits)
    if end == tag.end, traits.contains(.inline) {
      builder.show(EmptyCollection(), for: start..<end)
    } else {
      builder.hide(start..<end)
    }
    if traits.contains(.raised), !tag.isEnd, let next = note(from: end, to: 0x3C, isGlued: true) { return next }
    return end
  }

  /// `{#name}` and `{.class}`, which say something of a heading or a link to programs.
  private mutating func attributes(at start: Int, after plain: Int) -> Int? {
    guard start + 1 < line.upperBound, [0x23, 0x2E, 0x3A].contains(builder.raw[start + 1]) else { return nil }
    let close = attributeEnds.next(in: builder.raw, from: start, upTo: line.upperBound)
    guard close < line.upperBound else { return nil }
    builder.keep(plain..<start)
    builder.hide(start..<close + 1)
    return close + 1
  }

  private func isInsideWord(_ offset: Int) -> Bool {
    guard offset > line.lowerBound, offset + 1 < line.upperBound else { return false }
    return Self.isWordByte(builder.raw[offset - 1]) && Self.isWordByte(builder.raw[offset + 1])
  }

  private static func isWordByte(_ byte: UInt8) -> Bool {
    byte | 0x20 >= 0x61 && byte | 0x20 <= 0x7A || byte >= 0x30 && byte <= 0x39 || byte >= 0x80 || byte == 0x5F
  }

  private static func isPunctuation(_ byte: UInt8) -> Bool {
    byte > 0x20 && byte < 0x7F && !(byte >= 0x30 && byte <= 0x39) && !(byte | 0x20 >= 0x61 && byte | 0x20 <= 0x7A)
  }
}
