import CypherSyntax

/// Changes to a graph that are thought through rather than made: a file of openCypher, with a header of comments.
///
/// ```
/// // title: The 7DL line stops
/// // question.en: What if the 7DL line at Cléon stops?
/// // question.fr: Et si la ligne du 7DL s’arrêtait à Cléon ?
/// MATCH (:Site {id: 'cleon-plant'})-[line:PRODUCES]->(:Motor {id: 'motor-7dl'}) DELETE line;
/// ```
public struct Scenario: Sendable {
  /// The name of the file without `.cypher`.
  public var name: String
  public var title: String
  public var questionEnglish: String?
  public var questionFrench: String?
  private let source: SourceText

  /// Reads a file. Fails with all that is wrong in its statements.
  init(name: String, path: String, text: String) throws(SillageError) {
    let header = try SavedQuery(name: name, path: path, text: text)
    self.name = name
    title = header.title
    questionEnglish = header.questionEnglish
    questionFrench = header.questionFrench
    source = SourceText(name: path, text: text)
    let faults = parseScript(source).flatMap(\.diagnostics)
    if !faults.isEmpty { throw .faults(faults, sources: [source]) }
  }

  /// What diagnostics call the file, and its text.
  var text: SourceText { source }

  /// Its statements, each at its place: what stands before it is blank, so that an error is found in the file.
  var statements: [String] {
    parseScript(source).compactMap(\.statement?.span).map { span in
      let before = source.bytes[..<span.start].map { $0 == 0x0A ? $0 : 0x20 }
      return String(decoding: before + source.bytes[span.start..<span.end], as: UTF8.self)
    }
  }
}

extension Project {
  /// Where scenarios lie, as diagnostics call it.
  var scenariosFolder: String { graphDataFolder + "/scenarios" }

  /// The names of the scenarios.
  public func scenarioNames() -> [String] {
    TextFile.names(in: Self.path(scenariosFolder, in: root), endingIn: ".cypher").map { String($0.dropLast(7)) }
  }

  /// The scenario of a name. Fails where there is none, and where it is no openCypher.
  public func scenario(named name: String) throws(SillageError) -> Scenario {
    let names = scenarioNames()
    guard names.contains(name) else {
      throw .faults(
        [
          Diagnostic(
            .unknownScenario, "no scenario `\(name)`", source: "", span: .beginning,
            label: NearName.question(for: name, among: names),
            hint: names.isEmpty ? "a scenario is a file in \(scenariosFolder)" : "there are " + names.joined(separator: ", "))
        ], sources: [])
    }
    let path = scenariosFolder + "/\(name).cypher"
    let text = String(decoding: try TextFile.read(Self.path(path, in: root)), as: UTF8.self)
    return try Scenario(name: name, path: path, text: text)
  }
}

extension DiagnosticCode {
  /// There is no scenario of this name.
  static let unknownScenario = DiagnosticCode("E821")
  /// A scenario that changes nothing, since what it speaks of is not in the graph.
  static let idleScenario = DiagnosticCode("E822")
}
