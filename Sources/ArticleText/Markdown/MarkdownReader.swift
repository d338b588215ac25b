/// Leaves the visible text of a Markdown article: no front matter, no code, no link targets, no marks.
///
/// It reads line by line and knows CommonMark's common constructs, pipe tables and footnotes. Cost: linear.
struct MarkdownReader: ~Copyable {
  var builder: VisibleTextBuilder
  private var scanner: HTMLScanner
  private var position: Int
  /// Whether the line before was empty, so that an indented line may be code.
  private var afterBlank = true
  /// Whether a list has begun since the last paragraph at the margin; its continuation lines are indented.
  private var inList = false

  init(builder: consuming VisibleTextBuilder) {
    scanner = HTMLScanner(builder.raw)
    position = TextEncoding.start(of: builder.raw)
    self.builder = builder
  }

  mutating func read() {
    if let frontMatter = FrontMatter.find(in: builder.raw) { position = frontMatter.end }
    while position < builder.raw.count { readLine() }
  }

  private func lineEnd(from start: Int) -> Int { builder.raw[start...].firstIndex(of: 0x0A) ?? builder.raw.count }

  /// The line without its end and without a carriage return.
  private func content(_ start: Int, _ end: Int) -> Range<Int> {
    end > start && builder.raw[end - 1] == 0x0D ? start..<(end - 1) : start..<end
  }

  private mutating func readLine() {
    let start = position
    let end = lineEnd(from: start)
    let line = content(start, end)
    position = min(end + 1, builder.raw.count)
    let text = line.lowerBound + builder.raw[line].prefix { $0 == 0x20 || $0 == 0x09 }.count
    guard text < line.upperBound else {
      builder.breakBlock(at: start)
      afterBlank = true
      return
    }
    defer { afterBlank = false }
    if let fence = fence(text..<line.upperBound) { return skipFence(fence, from: position, opening: start) }
    let indent = builder.raw[start..<text].reduce(0) { $0 + ($1 == 0x09 ? 4 : 1) }
    if indent >= 4, afterBlank, !inList {
      builder.hide(start..<line.upperBound)
      afterBlank = true
      return
    }
    if isLinkDefinition(text..<line.upperBound) || isRule(text..<line.upperBound) {
      builder.breakBlock(at: start)
      return
    }
    readBlock(text..<line.upperBound, indent: indent, end: end)
  }

  private mutating func readBlock(_ line: Range<Int>, indent: Int, end: Int) {
    var text = line.lowerBound
    var (breaksAfter, isQuoted) = (false, false)
    while let mark = blockMark(text..<line.upperBound) {
      if mark.kind != .quote { builder.breakBlock(at: text) }
      breaksAfter = mark.kind == .heading
      inList = mark.kind == .list
      isQuoted = isQuoted || mark.kind == .quote
      text = mark.end
    }
    if text > line.lowerBound, let fence = fence(text..<line.upperBound) {
      return skipFence(fence, from: position, opening: text, isQuoted: isQuoted)
    }
    if indent == 0, text == line.lowerBound, afterBlank { inList = false }
    let isRow = text < line.upperBound && builder.raw[text] == 0x7C
    if isRow { builder.breakBlock(at: text) }
    var inline = MarkdownInline(builder: takeBuilder(), scanner: scanner, line: text..<line.upperBound, isRow: isRow)
    inline.read()
    let isOver = inline.end > line.upperBound
    position = isOver ? inline.end : position
    scanner = inline.scanner
    builder = inline.builder
    if isOver { return }
    if breaksAfter {
      builder.breakBlock(at: line.upperBound)
    } else {
      builder.keep(line.upperBound..<min(end + 1, builder.raw.count))
    }
  }

  /// Hands the builder over to the reader of a line.
  private mutating func takeBuilder() -> VisibleTextBuilder {
    var taken = VisibleTextBuilder(raw: [])
    swap(&taken, &builder)
    return taken
  }

  private enum Mark { case heading, quote, list }

  /// A `#`, `>`, bullet or number with its blanks.
  private func blockMark(_ line: Range<Int>) -> (kind: Mark, end: Int)? {
    let raw = builder.raw
    guard !line.isEmpty else { return nil }
    func blanks(after offset: Int) -> Int {
      offset + raw[offset..<line.upperBound].prefix { $0 == 0x20 || $0 == 0x09 }.count
    }
    switch raw[line.lowerBound] {
    case 0x3E: return (.quote, blanks(after: line.lowerBound + 1))
    case 0x23:
      let end = line.lowerBound + raw[line].prefix { $0 == 0x23 }.count
      let text = blanks(after: end)
      return end - line.lowerBound <= 6 && (text > end || text == line.upperBound) ? (.heading, text) : nil
    case 0x2D, 0x2A, 0x2B:
      let text = blanks(after: line.lowerBound + 1)
      return text > line.lowerBound + 1 ? (.list, text) : nil
    case 0x30...0x39:
      let end = line.lowerBound + raw[line].prefix { $0 >= 0x30 && $0 <= 0x39 }.count
      guard end - line.lowerBound <= 9, end < line.upperBound, raw[end] == 0x2E || raw[end] == 0x29 else { return nil }
      let text = blanks(after: end + 1)
      return text > end + 1 ? (.list, text) : nil
    default: return nil
    }
  }

  private func fence(_ line: Range<Int>) -> ArraySlice<UInt8>? {
    guard let first = builder.raw[line].first, first == 0x60 || first == 0x7E else { return nil }
    let fence = builder.raw[line].prefix { $0 == first }
    guard fence.count >= 3, first == 0x7E || !builder.raw[line].dropFirst(fence.count).contains(0x60) else { return nil }
    return fence
  }

  /// Passes over a code block, up to its closing fence or the end of the text or of the quote that it stands in.
  private mutating func skipFence(_ fence: ArraySlice<UInt8>, from first: Int, opening: Int, isQuoted: Bool = false) {
    builder.breakBlock(at: opening)
    var start = first
    while start < builder.raw.count {
      let end = lineEnd(from: start)
      let line = content(start, end)
      let text = builder.raw[line].drop { $0 == 0x20 || isQuoted && $0 == 0x3E }
      if isQuoted, builder.raw[line].first(where: { $0 != 0x20 }) != 0x3E { break }
      start = min(end + 1, builder.raw.count)
      if text.starts(with: fence), text.drop(while: { $0 == fence.first }).allSatisfy({ $0 <= 0x20 }) { break }
    }
    builder.hide(opening..<start)
    builder.breakBlock(at: start)
    position = start
  }

  /// `[name]: address`; a footnote, `[^1]: text`, is prose.
  private func isLinkDefinition(_ line: Range<Int>) -> Bool {
    let text = builder.raw[line]
    guard text.first == 0x5B, text.dropFirst().first != 0x5E, let close = text.firstIndex(of: 0x5D) else { return false }
    return text[close...].starts(with: "]:".utf8)
  }

  /// A thematic break, the underline of a heading, or the rule of a table.
  private func isRule(_ line: Range<Int>) -> Bool {
    let text = builder.raw[line]
    guard let first = text.first, [0x2D, 0x2A, 0x5F, 0x3D, 0x7C, 0x3A].contains(first) else { return false }
    if first == 0x7C || first == 0x3A || first == 0x2D, text.contains(0x2D) {
      return text.allSatisfy { $0 == 0x2D || $0 == 0x7C || $0 == 0x3A || $0 == 0x20 }
    }
    return text.count >= 2 && text.allSatisfy { $0 == first || $0 == 0x20 }
  }
}
