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
      return MarkdownSigns.areIn(bytes.span) ? .markdown : .plainText
    }
  }

  private static func looksLikeHTML(_ bytes: [UInt8]) -> Bool {
    let start = TextEncoding.start(of: bytes)
    let end = min(bytes.count, start + 1024)
    guard let first = bytes[start..<end].firstIndex(where: { $0 > 0x20 }), bytes[first] == 0x3C else { return false }
    let text = bytes[first..<end].map { $0 >= 0x41 && $0 <= 0x5A ? $0 + 0x20 : $0 }
    return [
      "<!doctype html", "<html", "<?xml", "<!--", "<head", "<body", "<main", "<article", "<section", "<title", "<meta", "<h1", "<p>",
      "<div", "<table",
    ].contains {
      text.starts(with: $0.utf8)
    }
  }
}
