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

  /// What the lines `key: value` at the margin say of the article; quotes around a value are taken off.
  static func metadata(of raw: [UInt8]) -> ArticleMetadata {
    guard let found = find(in: raw) else { return ArticleMetadata() }
    var values: [String: String] = [:]
    for line in String(decoding: raw[found.content], as: UTF8.self).split(whereSeparator: \.isNewline) {
      guard let colon = line.firstIndex(of: ":"), let first = line.first, first.isLetter else { continue }
      let value = line[line.index(after: colon)...].drop(while: \.isWhitespace)
      values[line[..<colon].lowercased()] = unquoted(value)
    }
    func first(_ keys: String...) -> String? { ArticleMetadata.first(keys.map { values[$0] }) }
    return ArticleMetadata(
      title: first("title", "titre"), date: ArticleMetadata.day(first("date", "published", "pubdate")),
      publisher: first("publisher", "source", "site"), language: ArticleMetadata.tag(first("language", "lang", "langue")),
      canonicalURL: first("canonical", "canonical_url", "url", "link", "address"))
  }

  private static func unquoted(_ value: Substring) -> String {
    guard let quote = value.first, quote == "\"" || quote == "'" else { return String(value) }
    return String(value.dropFirst().prefix { $0 != quote })
  }
}
