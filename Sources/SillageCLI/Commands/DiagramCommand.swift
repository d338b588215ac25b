import Sillage

/// `sillage diagram`: a picture of an entity's surroundings, or of an answer.
struct DiagramCommand: Command {
  static let about = CommandAbout(
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

  let entity: [String]
  let depth: Int
  let query: String?
  let parameters: [ParameterArgument]
  let format: DrawingFormat?
  let output: String?
  let maxNodes: Int
  let lang: DiagramLanguage?
  let global: GlobalOptions

  init(_ words: inout CommandWords) {
    depth = words.option("--depth", value: "steps", help: "How many steps from the entity.", default: 1)
    query = words.option(
      "--query", value: "name|cypher", help: "Draw the answer of this query in place of an entity.")
    parameters = words.options(
      "-p", "--param", value: "name=value", help: "Set a parameter of the query; the value is JSON, else text.")
    format = words.option(
      "--format", value: "format", help: "The file format. Default: by the name of the file, else dot.")
    output = words.option("-o", "--output", value: "file", help: "The file to write.")
    maxNodes = words.option(
      "--max-nodes", value: "count", help: "The most nodes to draw; the others are counted.", default: 40)
    lang = words.option(
      "--lang", value: "en|fr", help: "The language of title and legend. Default: that of the locale.")
    global = GlobalOptions(&words)
    entity = words.arguments(
      "entity", isOptional: true, help: "The id, name or alias of the entity; several words are one name.")
  }

  var conflict: String? {
    if entity.isEmpty == (query == nil) { return "name an entity, or give --query" }
    if depth < 0 { return "--depth cannot be negative" }
    if maxNodes < 1 { return "--max-nodes must be at least 1" }
    if output == nil, drawingFormat == .png || drawingFormat == .pdf, System.isTerminal(System.standardOutput) {
      return "\(drawingFormat.rawValue) is no text for a terminal; name a file with -o"
    }
    return nil
  }

  private var drawingFormat: DrawingFormat { format ?? output.flatMap { DrawingFormat(path: $0) } ?? .dot }

  func run(_ console: Console) throws(SillageError) -> ExitStatus {
    let database = try global.open(console)
    let request = DiagramRequest(
      try content(), language: lang ?? (TerminalTraits.isFrench(System.environment) ? .french : .english),
      limits: DiagramLimits(nodes: maxNodes, edges: maxNodes * 2))
    let bytes = try database.drawing(request, as: drawingFormat)
    guard let output, output != "-" else {
      console.output.write(bytes)
      return .done
    }
    if let reason = System.writeFile(output, bytes) { throw .cannotWrite(path: output, reason: reason) }
    return .done
  }

  private func content() throws(SillageError) -> DiagramRequest.Content {
    guard let query else { return .entity(entity.joined(separator: " "), depth: depth) }
    let asked = try Question.read(query, file: nil, given: parameters.map(\.field))
    return .query(asked.text, parameters: asked.parameters, title: asked.title)
  }
}

extension DrawingFormat: OptionValue {}
extension DiagramLanguage: OptionValue {}
