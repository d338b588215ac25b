/// Writes text that comes from data into XML and HTML so that it stays text. It is cleaned of what no XML may hold.
enum MarkupText {
  /// For text and for attributes in double or single quotes.
  static func escaped(_ text: String, graphemes: Int = 2_000) -> String {
    var result = ""
    for scalar in DOTText.cleaned(text, graphemes: graphemes, bytes: graphemes * 8).unicodeScalars {
      switch scalar {
      case "&": result += "&amp;"
      case "<": result += "&lt;"
      case ">": result += "&gt;"
      case "\"": result += "&quot;"
      case "'": result += "&#39;"
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result
  }

  /// An attribute with a blank before it; nothing where there is no value.
  static func attribute(_ name: String, _ value: String?) -> String {
    value.map { " \(name)=\"\(escaped($0))\"" } ?? ""
  }

  /// A comment line for each fact about where a diagram comes from.
  static func provenance(_ model: DiagramModel) -> [(name: String, value: String)] {
    let provenance = model.provenance
    let fields: [(String, String?)] = [
      ("Diagram", model.title), ("Kind", model.kind.rawValue), ("Query", provenance.query), ("As of", provenance.asOf),
      ("Known at", provenance.knownAt), ("Data", provenance.dataHash ?? model.fingerprint), ("Made by", provenance.generator),
    ]
    return fields.compactMap { name, value in
      guard let value = value.map({ DOTText.cleaned($0, graphemes: 4_000, bytes: 8_000) }), !value.isEmpty else { return nil }
      return (name, value)
    }
  }
}
