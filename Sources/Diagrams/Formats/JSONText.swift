/// Writes the little JSON that a page carries. Signs that could end its element are written as numbers.
enum JSONText {
  static func string(_ text: String?, graphemes: Int = 2_000) -> String {
    guard let text else { return "null" }
    var result = "\""
    for scalar in DOTText.cleaned(text, graphemes: graphemes, bytes: graphemes * 8).unicodeScalars {
      switch scalar {
      case "\"": result += "\\\""
      case "\\": result += "\\\\"
      case "\n": result += "\\n"
      case "<", ">", "&", "'", "/": result += "\\u00" + String(scalar.value, radix: 16)
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result + "\""
  }

  static func object(_ members: [(String, String)]) -> String {
    "{" + members.map { "\"" + $0.0 + "\":" + $0.1 }.joined(separator: ",") + "}"
  }

  static func array(_ items: [String]) -> String { "[" + items.joined(separator: ",\n") + "]" }
}
