/// A format that articles are written in.
public enum ArticleFormat: String, Sendable, Hashable, CaseIterable {
  case plainText = "text"
  case markdown
  case html
  /// Read through poppler's `pdftotext`.
  case pdf

  /// The format of a file by its extension, or else by what its text looks like. Cost: one pass at most.
  public static func of(name: String, bytes: [UInt8]) -> ArticleFormat {
    if PDFText.isPDF(bytes) { return .pdf }
    let suffix = name.split(separator: ".").last.map { $0.lowercased() } ?? ""
    switch suffix {
    case "md", "markdown": return .markdown
    case "html", "htm", "xhtml": return .html
    default:
      if looksLikeHTML(bytes) { return .html }
      return looksLikeMarkdown(bytes) ? .markdown : .plainText
    }
  }

  private static func looksLikeHTML(_ bytes: [UInt8]) -> Bool {
    let head = bytes[TextEncoding.start(of: bytes)...].prefix(1024).map { $0 >= 0x41 && $0 <= 0x5A ? $0 + 0x20 : $0 }
    guard let first = head.firstIndex(where: { $0 > 0x20 }), head[first] == 0x3C else { return false }
    let text = head[first...]
    return [
      "<!doctype html", "<html", "<?xml", "<!--", "<head", "<body", "<main", "<article", "<section", "<title", "<meta", "<h1", "<p>",
      "<div", "<table",
    ].contains {
      text.starts(with: $0.utf8)
    }
  }

  /// Two different signs of Markdown are enough; one may be chance.
  private static func looksLikeMarkdown(_ bytes: [UInt8]) -> Bool {
    var signs: Set<MarkdownSign> = []
    for line in bytes.split(separator: 0x0A) {
      signs.formUnion(MarkdownSign.found(in: line))
      if signs.count >= 2 || signs.contains(.frontMatter) && bytes.starts(with: "---".utf8) { return true }
    }
    return false
  }
}

/// What tells Markdown from plain text.
private enum MarkdownSign {
  case frontMatter, heading, strong, link, table, code

  static func found(in line: ArraySlice<UInt8>) -> Set<MarkdownSign> {
    var signs: Set<MarkdownSign> = []
    if line.elementsEqual("---".utf8) { signs.insert(.frontMatter) }
    let hashes = line.prefix { $0 == 0x23 }.count
    if hashes >= 1, hashes <= 6, line.dropFirst(hashes).first == 0x20 { signs.insert(.heading) }
    if line.starts(with: "```".utf8) { signs.insert(.code) }
    if line.starts(with: "|--".utf8) || line.starts(with: "| --".utf8) || line.starts(with: "|:-".utf8) {
      signs.insert(.table)
    }
    var last: UInt8 = 0
    var stars = 0
    for byte in line {
      if last == 0x5D, byte == 0x28 { signs.insert(.link) }
      if last == 0x2A, byte == 0x2A { stars += 1 }
      last = byte
    }
    if stars >= 2 { signs.insert(.strong) }
    return signs
  }
}
