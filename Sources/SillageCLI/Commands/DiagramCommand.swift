public import ArgumentParser
public import Sillage

/// `sillage diagram`: a picture of an entity's surroundings, or of an answer.
struct DiagramCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "diagram",
    abstract: "Draw what surrounds an entity, or the answer of a query.",
    discussion: """
      DOT needs nothing; SVG, PNG and PDF need Graphviz. Without -o, DOT goes to standard output. The same data give the \
      same DOT, so a diagram can be reviewed in git.

      Examples:
        sillage diagram cleon-plant -o cleon.svg
        sillage diagram alpine --depth 2 --max-nodes 60 > alpine.dot
        sillage diagram --query 'MATCH p = (:Site)-[:PRODUCES]->(:Motor) RETURN p' -o motors.png
      """)

  @Argument(help: "The id, name or alias of the entity; several words are one name.")
  var entity: [String] = []

  @Option(help: "How many steps from the entity.")
  var depth = 1

  @Option(help: ArgumentHelp("Draw the answer of this query in place of an entity.", valueName: "name|cypher"))
  var query: String?

  @Option(
    name: [.customShort("p"), .customLong("param")],
    help: ArgumentHelp("Set a parameter of the query; the value is JSON, else text.", valueName: "name=value"))
  var parameters: [ParameterArgument] = []

  @Option(help: "The file format. Default: by the name of the file, else dot.")
  var format: DrawingFormat?

  @Option(name: .shortAndLong, help: ArgumentHelp("The file to write.", valueName: "file"))
  var output: String?

  @Option(help: "The most nodes to draw; the others are counted.")
  var maxNodes = 40

  @Option(help: ArgumentHelp("The language of title and legend, en or fr. Default: that of the locale.", valueName: "en|fr"))
  var lang: DiagramLanguage?

  @OptionGroup var time: TimeOptions
  @OptionGroup var scenario: ScenarioOption
  @OptionGroup var global: GlobalOptions

  func validate() throws {
    if entity.isEmpty == (query == nil) { throw ValidationError("name an entity, or give --query") }
    if depth < 0 { throw ValidationError("--depth cannot be negative") }
    if maxNodes < 1 { throw ValidationError("--max-nodes must be at least 1") }
    if output == nil, drawingFormat == .png || drawingFormat == .pdf, System.isTerminal(System.standardOutput) {
      throw ValidationError("\(drawingFormat.rawValue) is no text for a terminal; name a file with -o")
    }
  }

  private var drawingFormat: DrawingFormat { format ?? output.flatMap { DrawingFormat(path: $0) } ?? .dot }

  func run() throws {
    try global.perform { console throws(SillageError) in
      let database = try scenario.open(global, console)
      let request = DiagramRequest(
        try content(), language: lang ?? (TerminalTraits.isFrench(System.environment) ? .french : .english),
        limits: DiagramLimits(nodes: maxNodes, edges: maxNodes * 2), time: time.frame)
      let bytes = try database.drawing(request, as: drawingFormat)
      guard let output, output != "-" else {
        console.output.write(bytes)
        return .done
      }
      if let reason = System.writeFile(output, bytes) { throw .cannotWrite(path: output, reason: reason) }
      return .done
    }
  }

  private func content() throws(SillageError) -> DiagramRequest.Content {
    guard let query else { return .entity(entity.joined(separator: " "), depth: depth) }
    let asked = try Question.read(query, file: nil, given: parameters.map(\.field))
    return .query(asked.text, parameters: asked.parameters, title: asked.title)
  }
}

extension DrawingFormat: ExpressibleByArgument {}
extension DiagramLanguage: ExpressibleByArgument {}
