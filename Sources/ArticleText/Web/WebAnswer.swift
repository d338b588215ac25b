/// An HTTP answer: what curl writes with its headers, taken apart.
struct WebAnswer {
  var status: Int
  var body: [UInt8]
  /// Header fields by their name in lower case; the last of each.
  private var fields: [String: String]

  /// Reads the last of the answers; those before it are interim ones, such as `100 Continue`.
  init?(_ bytes: [UInt8]) {
    var rest = bytes[...]
    repeat {
      guard rest.starts(with: "HTTP/".utf8), let end = Self.headEnd(rest) else { return nil }
      let lines = String(decoding: rest[..<end.head], as: UTF8.self).split(whereSeparator: \.isNewline)
      guard let status = lines.first?.split(separator: " ").dropFirst().first.flatMap({ Int($0) }) else { return nil }
      self.status = status
      fields = [:]
      for line in lines.dropFirst() {
        guard let colon = line.firstIndex(of: ":") else { continue }
        fields[line[..<colon].lowercased()] = String(line[line.index(after: colon)...].drop(while: \.isWhitespace))
      }
      rest = rest[end.body...]
    } while status < 200
    body = Array(rest)
  }

  private static func headEnd(_ bytes: ArraySlice<UInt8>) -> (head: Int, body: Int)? {
    for mark in ["\r\n\r\n", "\n\n"] {
      if let found = bytes.firstRange(of: Array(mark.utf8)) { return (found.lowerBound, found.upperBound) }
    }
    return nil
  }

  /// Where a redirection leads; nil for an answer that is none.
  var redirection: String? { [301, 302, 303, 307, 308].contains(status) ? fields["location"] : nil }

  var mediaType: String {
    String((fields["content-type"] ?? "").prefix { $0 != ";" }).lowercased().filter { !$0.isWhitespace }
  }

  /// Whether it may be an article: by what the server calls it, or by its first bytes.
  var isReadable: Bool {
    let type = mediaType
    let kind = type.prefix { $0 != "/" }
    if type.isEmpty || kind == "text" || PDFText.isPDF(body) { return true }
    return kind == "application" && (type.hasSuffix("xml") || Self.readable.contains(type.dropFirst("application/".count)))
  }

  private static let readable: Set<Substring> = ["pdf", "x-pdf", "octet-stream", "json", "markdown"]

  var charset: String? {
    guard let parameters = fields["content-type"]?.split(separator: ";").dropFirst() else { return nil }
    for parameter in parameters {
      let parts = parameter.split(separator: "=", maxSplits: 1)
      guard parts.count == 2, parts[0].lowercased().filter({ !$0.isWhitespace }) == "charset" else { continue }
      return parts[1].filter { $0 != "\"" && $0 != "'" && !$0.isWhitespace }
    }
    return nil
  }
}
