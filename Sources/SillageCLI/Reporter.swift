import ArgumentParser
import Sillage

/// How errors are written: what `--error-format` takes.
enum ErrorFormat: String, ArgumentWord {
  case human, json
}

/// Writes to standard error: diagnostics in either form, and one-line notes for a person.
struct Reporter {
  var format: ErrorFormat
  var colour: Bool
  var quiet: Bool

  /// What the options and the environment of this process ask for.
  init(_ format: ErrorFormat, _ colour: ColourChoice, quiet: Bool) {
    self.format = format
    self.quiet = quiet
    self.colour = colour.decide(
      isTerminal: System.isTerminal(System.standardError), environment: System.environment)
  }

  func report(_ diagnostics: [Diagnostic], sources: [SourceText] = []) {
    write(text(diagnostics, sources: sources))
  }

  func report(_ error: SillageError) { report(error.diagnostics, sources: error.sources) }

  /// A line that says what happened; `--quiet` leaves it out.
  func note(_ line: String) {
    if !quiet { write(line + "\n") }
  }

  func text(_ diagnostics: [Diagnostic], sources: [SourceText]) -> String {
    let named = Dictionary(sources.map { ($0.name, $0) }, uniquingKeysWith: { first, _ in first })
    switch format {
    case .human:
      let few = FewOfEach(diagnostics)
      return DiagnosticRenderer(colour: colour).render(few.shown, sources: { named[$0] }) + few.rest
    case .json:
      var out: [UInt8] = []
      for diagnostic in diagnostics {
        JSONWriter.append(diagnostic.json(sources: { named[$0] }), to: &out)
        out.append(UInt8(ascii: "\n"))
      }
      return String(decoding: out, as: UTF8.self)
    }
  }

  private func write(_ text: String) {
    _ = System.write(Array(text.utf8), to: System.standardError)
  }
}

extension Diagnostic {
  /// The diagnostic for a program. Offsets and columns count UTF-8 bytes; what is not known is null.
  func json(sources: (String) -> SourceText?) -> JSONValue {
    func text(_ value: String?) -> JSONValue { value.map { .string($0) } ?? .null }
    return .object([
      JSONMember("code", .string(code.name)), JSONMember("severity", .string(severity.rawValue)),
      JSONMember("message", .string(message)),
      JSONMember("place", Self.place(source, span, sources)), JSONMember("label", text(label)),
      JSONMember(
        "notes",
        .array(
          notes.map {
            .object([
              JSONMember("message", .string($0.message)), JSONMember("place", Self.place($0.source, $0.span, sources)),
            ])
          })),
      JSONMember("hint", text(hint)), JSONMember("phase", text(fault?.phase.rawValue)),
      JSONMember("type", text(fault?.kind.rawValue)), JSONMember("detail", text(fault?.detail.rawValue)),
    ])
  }

  private static func place(_ source: String, _ span: SourceSpan, _ sources: (String) -> SourceText?) -> JSONValue {
    guard !source.isEmpty else { return .null }
    let place = sources(source)?.place(of: span.start)
    return .object([
      JSONMember("source", .string(source)), JSONMember("start", .integer(Int64(span.start))),
      JSONMember("end", .integer(Int64(span.end))),
      JSONMember("line", place.map { .integer(Int64($0.line)) } ?? .null),
      JSONMember("column", place.map { .integer(Int64($0.byteColumn)) } ?? .null),
    ])
  }
}
