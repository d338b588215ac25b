/// The lines between two of `---` at the head of a Markdown file.
enum FrontMatter {
  /// The raw bytes between the two lines, and the offset of the line after them; nil for a file without.
  static func find(in raw: [UInt8]) -> (content: Range<Int>, end: Int)? {
    let start = TextEncoding.start(of: raw)
    guard let first = line(in: raw, from: start), isFence(raw[first.content], ["---"]) else { return nil }
    var position = first.end
    while let next = line(in: raw, from: position) {
      if isFence(raw[next.content], ["---", "..."]) { return (first.end..<position, next.end) }
      position = next.end
    }
    return nil
  }

  private static func line(in raw: [UInt8], from start: Int) -> (content: Range<Int>, end: Int)? {
    guard start < raw.count else { return nil }
    let end = raw[start...].firstIndex(of: 0x0A) ?? raw.count
    let last = end > start && raw[end - 1] == 0x0D ? end - 1 : end
    return (start..<last, min(end + 1, raw.count))
  }

  private static func isFence(_ line: ArraySlice<UInt8>, _ fences: [String]) -> Bool {
    fences.contains { line.elementsEqual($0.utf8) }
  }

  /// What the entries `key: value` at the margin say of the article. A value is plain, in quotes, or on the lines below its key, as YAML has it.
  static func metadata(of raw: [UInt8]) -> ArticleMetadata {
    guard let found = find(in: raw) else { return ArticleMetadata() }
    var values: [String: String] = [:]
    let lines = String(decoding: raw[found.content], as: UTF8.self).split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
    for (number, line) in lines.enumerated() {
      guard let colon = line.firstIndex(of: ":"), let first = line.first, first.isLetter else { continue }
      let start = line[line.index(after: colon)...].drop(while: \.isWhitespace)
      let below = lines[(number + 1)...].prefix { $0.first.map { $0 == " " || $0 == "\t" } ?? true }
      values[line[..<colon].lowercased()] = value(start, below)
    }
    func first(_ keys: String...) -> String? { ArticleMetadata.first(keys.map { values[$0] }) }
    return ArticleMetadata(
      title: first("title", "titre"), date: ArticleMetadata.day(first("date", "published", "pubdate")),
      publisher: first("publisher", "source", "site"), language: ArticleMetadata.tag(first("language", "lang", "langue")),
      canonicalURL: first("canonical", "canonical_url", "url", "link", "address"))
  }

  /// The value that begins in the line of its key and may go on in the lines below.
  private static func value(_ start: Substring, _ below: ArraySlice<Substring>) -> String {
    let isBlock = (start.first == ">" || start.first == "|") && start.dropFirst().allSatisfy { "+-0123456789 ".contains($0) }
    if start.isEmpty, below.contains(where: { $0.drop(while: \.isWhitespace).first == "-" }) { return "" }
    let text = ((isBlock ? [] : [start]) + below).joined(separator: " ")
    if isBlock { return text }
    guard let quote = start.first, quote == "\"" || quote == "'" else { return String(text.prefix(upTo: comment(in: text))) }
    return unquoted(text, quote)
  }

  /// Where a comment begins in a plain value, or its end.
  private static func comment(in text: String) -> String.Index { text.firstRange(of: " #")?.lowerBound ?? text.endIndex }

  /// What is between quotes, with the quotes in it that are doubled or stand behind a backslash.
  private static func unquoted(_ text: String, _ quote: Character) -> String {
    var (value, rest) = ("", text.dropFirst())
    while let next = rest.popFirst() {
      if next == quote {
        guard quote == "'", rest.first == quote else { break }
        rest.removeFirst()
      }
      value.append(next == "\\" && quote == "\"" ? rest.popFirst() ?? next : next)
    }
    return value
  }
}
