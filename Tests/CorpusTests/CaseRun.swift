import Foundation
import Sillage

/// What a case gives when it is run, under the names of the sections that expect it.
struct CaseRun {
  /// What a case may say, and what a run may tell.
  static let given: Set<String> = ["graph", "params", "query", "mode"]
  static let expected: Set<String> = ["answer", "answer in order", "effects", "after", "warning", "error"]

  private(set) var found: [String: [String]] = [:]

  init(_ test: CorpusCase) throws {
    let database = try GraphDatabase.inMemory()
    defer { database.close() }
    var options = QueryOptions(mayWrite: true, procedures: CorpusProcedures())
    for statement in test["graph"]?.text.components(separatedBy: ";\n") ?? [] {
      _ = try database.query(statement, options: options)
    }
    let parameters = try Self.parameters(test["params"]?.text)
    options.mayWrite = test["mode"]?.text != "read only"
    options.isStrict = test["mode"]?.text == "strict"
    let query = test["query"]?.text ?? ""
    do throws(SillageError) {
      let answer = try database.query(query, parameters: parameters, options: options)
      let rows = answer.rows.map { $0.map(CaseNotation.text).joined(separator: " | ") }
      found["answer"] = [answer.columns.joined(separator: " | ")] + rows
      found["answer in order"] = found["answer"]
      found["effects"] = [Self.effects(answer.changes)]
      found["warning"] = [""] + Self.rendered(answer.warnings, SourceText(name: "<query>", text: query))
    } catch {
      let source = error.sources.first ?? SourceText(name: "<query>", text: query)
      found["error"] = [Self.summary(error, source)] + Self.rendered(error.diagnostics, source)
    }
    if test["after"] != nil { found["after"] = try Self.contents(of: database) }
  }

  private static func parameters(_ text: String?) throws -> [ResultField] {
    guard let text, let members = try JSONReader.read(text).members else { return [] }
    return try members.map { ResultField($0.name, try TypedJSON.parameter($0.value)) }
  }

  /// `E201 SyntaxError UndefinedVariable 1:8`: the code, what openCypher calls the error, the place.
  private static func summary(_ error: SillageError, _ source: SourceText) -> String {
    guard let first = error.diagnostics.first else { return "an error without a word" }
    let place = source.place(of: first.span.start)
    let name = first.fault.map { " \($0.kind.rawValue) \($0.detail.rawValue)" } ?? ""
    return "\(first.code)\(name) \(place.line):\(place.column)"
  }

  private static func rendered(_ diagnostics: [Diagnostic], _ source: SourceText) -> [String] {
    DiagnosticRenderer().render(diagnostics, sources: { _ in source }).split(separator: "\n").map(String.init)
  }

  private static func effects(_ changes: ChangeCounts) -> String {
    let counts = [
      (changes.nodesCreated, "nodes created"), (changes.nodesDeleted, "nodes deleted"),
      (changes.relationshipsCreated, "relationships created"), (changes.relationshipsDeleted, "relationships deleted"),
      (changes.propertiesSet, "properties set"), (changes.labelsAdded, "labels added"),
      (changes.labelsRemoved, "labels removed"),
    ].filter { $0.0 != 0 }
    return counts.isEmpty ? "none" : counts.map { "\($0.0) \($0.1)" }.joined(separator: ", ")
  }

  /// Every node and every relationship, a line each, sorted.
  private static func contents(of database: GraphDatabase) throws -> [String] {
    let nodes = try database.query("MATCH (n) RETURN n").rows.map { $0.map(CaseNotation.text).joined() }
    let relationships = try database.query("MATCH p = ()-->() RETURN p").rows.map { row in
      String(row.map(CaseNotation.text).joined().dropFirst().dropLast())
    }
    return [""] + (nodes + relationships).sorted()
  }

  /// Whether a section of the case holds of this run.
  func agrees(with section: CorpusCase.Section) -> Bool {
    guard let found = found[section.name] else { return false }
    switch section.name {
    case "answer":
      return found.first == section.lines.first
        && found.dropFirst().sorted() == section.lines.dropFirst().sorted()
    case "error" where section.lines.count == 1: return found.first == section.lines.first
    default: return found == section.lines
    }
  }
}

/// Values as the cases write them: like a table, but strings always in quotes, and on one line.
enum CaseNotation {
  static func text(_ value: ResultValue) -> String {
    // A cell that is a string stands bare; inside a list it does not.
    let inList = ResultValue.list([value]).cellText.dropFirst().dropLast()
    return inList.unicodeScalars.map(visible).joined()
  }

  private static func visible(_ scalar: Unicode.Scalar) -> String {
    switch scalar {
    case "\n": "\\n"
    case "\r": "\\r"
    case "\t": "\\t"
    case _ where scalar.value < 32: "\\u{\(String(scalar.value, radix: 16))}"
    default: String(scalar)
    }
  }
}

/// The procedures that cases can call.
struct CorpusProcedures: ProcedureCatalog {
  private static let known = [
    ProcedureSignature(
      name: "test.numbers", inputs: [.init("upTo", .integer)], outputs: [.init("n", .integer), .init("square", .integer)]),
    ProcedureSignature(name: "test.nothing", inputs: [], outputs: []),
  ]

  var procedureNames: [String] { Self.known.map(\.name) }

  func signature(of procedure: String) -> ProcedureSignature? { Self.known.first { $0.name == procedure } }

  func call(_ name: String, _ arguments: [Value]) throws(ProcedureError) -> [[Value]] {
    guard name == "test.numbers", case .integer(let last) = arguments.first else { return [] }
    if last < 0 { throw ProcedureError("test.numbers counts upwards from 1, not to \(last)") }
    return (0..<last).map { [.integer($0 + 1), .integer(($0 + 1) * ($0 + 1))] }
  }
}
