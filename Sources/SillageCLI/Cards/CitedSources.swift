import Sillage

/// The numbers of sources in what is being written, and the list of them at its end.
final class CitedSources {
  private var numbers = CitationNumbers()

  /// ` [2]` behind what a source says; nothing where no source is named.
  func mark(_ id: String?) -> String { id.map { " [\(numbers.number(of: $0))]" } ?? "" }

  /// The numbers of the sources in a value.
  func numbers(in value: ResultValue) -> [Int] { numbers.numbers(in: value) }

  func citations(_ database: GraphDatabase) throws(SillageError) -> [Citation] { try database.citations(of: numbers.ids) }
}

extension [Citation] {
  /// A line each, with its number.
  var numbered: String {
    enumerated().map { "[\($0.offset + 1)] " + TerminalText.escaped($0.element.text) + "\n" }.joined()
  }

  var json: JSONValue { .array(map(\.json)) }
}

extension Console {
  /// Writes a report, and where its sources are cited the list of them: below the text, or as a member of the object.
  func write(
    _ form: ReportForm, _ database: GraphDatabase, _ cited: CitedSources?, text: (TerminalTraits) -> String, json: JSONValue
  ) throws(SillageError) {
    let written = text(traits)
    let citations = try cited?.citations(database)
    switch form {
    case .text: output.write(written + (citations.map { $0.isEmpty ? "" : "\n" + $0.numbered } ?? ""))
    case .json:
      guard let citations, case .object(let members) = json else { return writeLine(json) }
      writeLine(.object(members + [JSONMember("citations", citations.json)]))
    }
  }
}
