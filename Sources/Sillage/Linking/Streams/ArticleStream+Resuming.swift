extension ArticleStream {
  /// What the beginning of each line of ``Outcome`` is.
  static let beginning = Array("{\"id\":".utf8)

  /// Whether bytes can be the beginning of a result that was cut off.
  public static func canBeginResult(_ bytes: [UInt8]) -> Bool {
    bytes.count < beginning.count ? beginning.starts(with: bytes) : bytes.starts(with: beginning)
  }

  /// Why results that were written before are not those of as many documents, in their order; nil where they are.
  ///
  /// They are compared by their ids, or by the number of the line where a document has none. Cost: each line is read once, on all cores.
  public static func difference(_ results: NumberedLines, _ documents: NumberedLines) -> Diagnostic? {
    AllCores.map(Array(zip(results.lines, documents.lines))) { at, pair in
      difference(pair.0, results.place(at), pair.1, documents.first + at, documents.place(at))
    }.lazy.compactMap { $0 }.first
  }

  /// The fault that there is a result without a document.
  public static func surplus(_ results: NumberedLines) -> Diagnostic {
    Diagnostic(
      .otherResults, "\(results.place(0)): the results go on behind the last document", source: "", span: .beginning, hint: sameDocuments)
  }

  /// The fault that something is no result.
  public static func noResult(_ place: String, _ reason: String) -> Diagnostic {
    Diagnostic(.otherResults, "\(place): the line is no result: \(reason)", source: "", span: .beginning, hint: sameDocuments)
  }

  private static let sameDocuments = "--resume needs the same documents in the same order as before; without it the file is written anew"

  private static func difference(
    _ line: [UInt8], _ place: String, _ document: [UInt8], _ number: Int, _ documentPlace: String
  ) -> Diagnostic? {
    let result: JSONValue
    do throws(JSONError) { result = try JSONReader.read(line) } catch {
      return noResult("\(place):\(error.offset + 1)", error.message)
    }
    guard let id = result["id"], result["mentions"] != nil || result["error"] != nil else {
      return noResult(place, "it has no `id` with `mentions` or an `error`")
    }
    let own = document.count > longestLine ? nil : (try? JSONReader.read(document))?["id"]
    let isSame = own.map { $0 == id } ?? (id == .integer(Int64(number)) || id == .null && result["line"] == .integer(Int64(number)))
    if isSame { return nil }
    let wanted = own.map { "has the id \(shown($0))" } ?? "has no id"
    return Diagnostic(
      .otherResults, "\(place): the result is of \(shown(id)), and the document at \(documentPlace) \(wanted)", source: "",
      span: .beginning, hint: sameDocuments)
  }

  private static func shown(_ id: JSONValue) -> String {
    var text: [UInt8] = []
    JSONWriter.append(id, to: &text)
    let whole = String(decoding: text, as: UTF8.self)
    return whole.count > 80 ? whole.prefix(80) + "…" : whole
  }
}

extension DiagnosticCode {
  /// Results that are to be gone on behind and are not those of the documents.
  static let otherResults = DiagnosticCode("E607")
}
