import Sillage

extension DiagnosticCode {
  /// There is no saved query of this name.
  static let unknownQuery = DiagnosticCode("E810")
  /// A saved query has no parameter of this name.
  static let unknownParameter = DiagnosticCode("E811")
}

/// The text that a person asks, wherever it comes from, with its parameters.
struct Question {
  var text: String
  /// What diagnostics call the text.
  var name: String
  var parameters: [ResultField]
  /// What a person calls the question.
  var title: String

  /// `words` is openCypher, the name of a saved query or `-`; without words it is the file, else standard input.
  static func read(_ words: String?, file: String?, given: [ResultField]) throws(SillageError) -> Question {
    guard let words, words != "-" else {
      let path = file ?? "-"
      return Question(text: try InputText.read(path), name: InputText.name(path), parameters: given, title: InputText.name(path))
    }
    if isName(words) { return try saved(words, given) }
    return Question(text: words, name: "<query>", parameters: given, title: words)
  }

  private static func saved(_ words: String, _ given: [ResultField]) throws(SillageError) -> Question {
    let project = try Project.nearest(above: ".")
    guard let query = try project?.savedQuery(named: words) else {
      let names = try project?.savedQueries().map(\.name) ?? []
      throw fault(
        .unknownQuery, "no saved query `\(words)`", label: NearName.question(for: words, among: names),
        hint: project == nil ? "saved queries belong to a project; there is none here" : "sillage queries")
    }
    let known = query.parameters.map(\.name)
    for field in given where !known.contains(field.name) {
      throw fault(
        .unknownParameter, "`\(words)` has no parameter `\(field.name)`",
        label: NearName.question(for: field.name, among: known),
        hint: known.isEmpty ? "it has none" : "it has \(known.map { "`\($0)`" }.joined(separator: ", "))")
    }
    return Question(text: query.text, name: query.path, parameters: query.arguments(given), title: query.title)
  }

  /// Whether the words are one word, as a name is and no query can be.
  private static func isName(_ words: String) -> Bool {
    !words.isEmpty
      && words.utf8.allSatisfy { byte in
        (byte >= UInt8(ascii: "a") && byte <= UInt8(ascii: "z")) || (byte >= UInt8(ascii: "0") && byte <= UInt8(ascii: "9"))
          || byte == UInt8(ascii: "-") || byte == UInt8(ascii: "_")
      }
  }

  private static func fault(_ code: DiagnosticCode, _ message: String, label: String?, hint: String) -> SillageError {
    .faults([Diagnostic(code, message, source: "", span: .beginning, label: label, hint: hint)], sources: [])
  }
}
