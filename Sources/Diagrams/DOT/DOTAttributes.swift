/// An attribute list in the order of writing.
struct DOTAttributes {
  private var parts: [String] = []

  /// A value that comes from data: quoted and escaped.
  mutating func text(_ name: String, _ value: String) {
    parts.append(name + "=" + DOTText.quoted(value))
  }

  /// A value that is safe as it stands: a number, a colour or a word of this room, quoted.
  mutating func plain(_ name: String, _ value: String) {
    parts.append(name + "=\"" + value + "\"")
  }

  /// An HTML-like value, already well formed.
  mutating func html(_ name: String, _ markup: String) {
    parts.append(name + "=<" + markup + ">")
  }

  mutating func url(_ path: String?) {
    if let path, let safe = DOTText.url(path) { plain("URL", safe) }
  }

  var written: String { "[" + parts.joined(separator: ", ") + "]" }
}

/// The few HTML-like elements in use. Graphviz refuses an empty element, so none is written without content.
enum DOTMarkup {
  static func font(_ text: String, size: String, colour: String) -> String {
    "<FONT POINT-SIZE=\"\(size)\" COLOR=\"\(colour)\">\(text)</FONT>"
  }

  static func table(padding: Int, rows: [String]) -> String {
    "<TABLE BORDER=\"0\" CELLBORDER=\"0\" CELLSPACING=\"0\" CELLPADDING=\"\(padding)\">\(rows.joined())</TABLE>"
  }

  static func row(_ content: String, align: String? = nil) -> String {
    let alignment = align.map { " ALIGN=\"\($0)\" BALIGN=\"\($0)\"" } ?? ""
    return "<TR><TD\(alignment)>\(content)</TD></TR>"
  }

  static func lines(_ lines: [String]) -> String { lines.map(DOTText.html).joined(separator: "<BR/>") }
}
