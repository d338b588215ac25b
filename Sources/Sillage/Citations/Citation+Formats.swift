import ResultFormats

/// How a bibliography is written.
public enum CitationFormat: String, CaseIterable, Hashable, Sendable {
  /// One line a source, for a reader.
  case text
  /// BibTeX, entries of the type `@misc`.
  case bibtex
  /// CSL-JSON, one array.
  case csl

  /// The whole bibliography, with a line end at its end.
  public func text(_ citations: [Citation]) -> String {
    switch self {
    case .text: return citations.map { $0.text + "\n" }.joined()
    case .bibtex: return citations.map { $0.bibtex + "\n" }.joined(separator: "\n")
    case .csl:
      var bytes: [UInt8] = []
      JSONWriter.append(.array(citations.map(\.csl)), to: &bytes)
      return String(decoding: bytes, as: UTF8.self) + "\n"
    }
  }
}

extension Citation {
  /// The first day of its date and, of a range, the last: year, month, day as far as they are known.
  private var dateParts: [[Int]] {
    guard let date else { return [] }
    return date.split(separator: "/").map { day in day.split(separator: "-").prefix { Int($0) != nil }.compactMap { Int($0) } }
      .filter { !$0.isEmpty }
  }

  /// An entry of the type `@misc`.
  var bibtex: String {
    var fields: [(String, String)] = []
    if let publisher { fields.append(("author", "{\(Self.latex(publisher))}")) }
    if let title { fields.append(("title", "{\(Self.latex(title))}")) }
    if isGeneralKnowledge { fields.append(("note", "nobody looked it up")) }
    if let day = dateParts.first {
      fields.append(("year", String(day[0])))
      if day.count > 1 { fields.append(("month", String(day[1]))) }
      if day.count > 2 { fields.append(("day", String(day[2]))) }
    }
    if let url { fields.append(("url", url)) }
    let width = fields.map(\.0.count).max() ?? 0
    let lines = fields.map { name, value in
      "  \(name)\(String(repeating: " ", count: width - name.count)) = {\(value)},\n"
    }
    return "@misc{\(id),\n\(lines.joined())}"
  }

  /// The signs that TeX reads as its own, as text.
  private static func latex(_ text: String) -> String {
    var out = ""
    for letter in text {
      switch letter {
      case "&", "%", "$", "#", "_", "{", "}": out += "\\\(letter)"
      case "~": out += "\\textasciitilde{}"
      case "^": out += "\\textasciicircum{}"
      case "\\": out += "\\textbackslash{}"
      default: out.append(letter)
      }
    }
    return out
  }

  /// An item of CSL-JSON.
  var csl: JSONValue {
    var members = [JSONMember("id", .string(id)), JSONMember("type", .string(url == nil ? "document" : "webpage"))]
    if let title { members.append(JSONMember("title", .string(title))) }
    if let publisher {
      members.append(JSONMember("author", .array([.object([JSONMember("literal", .string(publisher))])])))
      members.append(JSONMember("container-title", .string(publisher)))
    }
    let parts = dateParts
    if !parts.isEmpty {
      let dates = JSONValue.array(parts.map { day in .array(day.map { .integer(Int64($0)) }) })
      members.append(JSONMember("issued", .object([JSONMember("date-parts", dates)])))
    }
    if let url { members.append(JSONMember("URL", .string(url))) }
    if isGeneralKnowledge { members.append(JSONMember("note", .string("nobody looked it up"))) }
    return .object(members)
  }
}
