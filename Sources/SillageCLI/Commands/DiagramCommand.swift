public import ArgumentParser
public import Sillage

/// `sillage diagram`: a picture of an entity's surroundings, of an answer, or of a question that has a picture of its own.
struct DiagramCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "diagram",
    abstract: "Draw an entity, an answer, or a saved diagram.",
    discussion: """
      A name is that of a saved diagram (`sillage diagrams` lists them), else of an entity, of which --kind draws what \
      surrounds it, its supply chain, its timeline and so on. DOT, Mermaid, GraphML, GEXF, HTML and text need nothing; SVG, \
      PNG and PDF need Graphviz. Without -o, text goes to a terminal and DOT to anything else. The same data give the same \
      DOT, so a diagram can be reviewed in git.

      Examples:
        sillage diagram cleon-plant -o cleon.svg
        sillage diagram --kind supply-chain alpine-a390 --lang fr -o chain.pdf
        sillage diagram --kind evidence cleon-plant motor-7dl -o evidence.html
        sillage diagram --kind paths verkor renault-group
        sillage diagram --kind difference ampere --from 2024 --to 2026-12-31 --cite -o ampere.png
        sillage diagram --kind difference --from HEAD~1 -o review.svg
        sillage diagram --query 'MATCH p = (:Site)-[:PRODUCES]->(:Motor) RETURN p' -o motors.mmd
      """)

  @Argument(help: "A saved diagram, or an entity by id, name or alias; two for paths, comparison and evidence.")
  var names: [String] = []

  @Option(help: ArgumentHelp("What to draw. Default: neighbourhood, or that of the saved diagram.", valueName: "kind"))
  var kind: DiagramKind?

  @Option(help: "How many steps from the entity.")
  var depth = 1

  @Option(help: "How long a path may be.")
  var maxHops = 6

  @Option(help: "What an industrial map has a box for.")
  var by = MapDivision.automatic

  @Option(help: ArgumentHelp("What a difference starts from: a date, a revision of git, or a database.", valueName: "state"))
  var from: String?

  @Option(help: ArgumentHelp("What it leads to. Default: the text as it is now.", valueName: "state"))
  var to: String?

  @Option(help: ArgumentHelp("Draw the answer of this query in place of an entity.", valueName: "name|cypher"))
  var query: String?

  @Option(
    name: [.customShort("p"), .customLong("param")],
    help: ArgumentHelp("Set a parameter of the query; the value is JSON, else text.", valueName: "name=value"))
  var parameters: [ParameterArgument] = []

  @Option(help: "The file format. Default: by the name of the file, else text on a terminal and dot elsewhere.")
  var format: DrawingFormat?

  @Option(name: .shortAndLong, help: ArgumentHelp("The file to write.", valueName: "file"))
  var output: String?

  @OptionGroup var look: DiagramLook
  @OptionGroup var time: TimeOptions
  @OptionGroup var scenario: ScenarioOption
  @OptionGroup var global: GlobalOptions

  func validate() throws {
    if names.isEmpty, query == nil, kind != .difference { throw ValidationError("name an entity or a saved diagram, or give --query") }
    if !names.isEmpty, query != nil { throw ValidationError("a name and --query exclude each other") }
    if depth < 0 { throw ValidationError("--depth cannot be negative") }
    if maxHops < 1 { throw ValidationError("--max-hops must be at least 1") }
    if kind == .paths || kind == .comparison, query == nil, names.count != 2 {
      throw ValidationError("--kind \(kind?.rawValue ?? "") is between two entities; put a name of several words in quotes")
    }
    if kind == .difference, query == nil, from == nil, scenario.scenario == nil {
      throw ValidationError("--kind difference needs --from, with --to or without, or --scenario")
    }
    if output == nil, drawingFormat.isBinary, System.isTerminal(System.standardOutput) {
      throw ValidationError("\(drawingFormat.rawValue) is no text for a terminal; name a file with -o")
    }
  }

  private var drawingFormat: DrawingFormat {
    format ?? output.flatMap { DrawingFormat(path: $0) } ?? (output == nil && System.isTerminal(System.standardOutput) ? .text : .dot)
  }

  func run() throws {
    try global.perform { console throws(SillageError) in
      let project = try Project.nearest(above: ".")
      let saved = try savedDiagram(project)
      let database = try global.surroundings.open(console, scenario: scenario.scenario)
      let language = look.lang ?? saved?.look.language ?? (TerminalTraits.isFrench(System.environment) ? .french : .english)
      let request = look.request(
        try content(saved, language, database, console), language, saved?.look,
        try project?.diagramStyle(theme: look.theme ?? saved?.look.theme ?? "light"), time: time.frame)
      let drawn = try database.drawn(request)
      let isPlain = drawingFormat == .text && !console.traits.unicode && output == nil
      let bytes = isPlain ? Array(drawn.text(unicode: false).utf8) : try drawn.bytes(as: drawingFormat)
      guard let output, output != "-" else {
        console.output.write(bytes)
        return .done
      }
      if let reason = System.writeFile(output, bytes) { throw .cannotWrite(path: output, reason: reason) }
      return .done
    }
  }

  private func savedDiagram(_ project: Project?) throws(SillageError) -> SavedDiagram? {
    guard kind == nil, query == nil, names.count == 1, let name = names.first else { return nil }
    return try project?.savedDiagram(named: name)
  }

  private func content(
    _ saved: SavedDiagram?, _ language: DiagramLanguage, _ database: GraphDatabase, _ console: Console
  ) throws(SillageError) -> DiagramRequest.Content {
    if let difference = try difference(database, console) { return difference }
    if let saved { return .query(saved.request(parameters.map(\.field), in: language)) }
    if let query {
      let asked = try Question.read(query, file: nil, given: parameters.map(\.field))
      return .query(
        DiagramQuery(
          text: asked.text, name: asked.name, parameters: asked.parameters, kind: kind ?? .queryResult, title: asked.title))
    }
    let (first, second) = (names.first ?? "", names.last ?? "")
    let name = names.joined(separator: " ")
    return switch kind {
    case nil, .neighbourhood, .queryResult, .difference: .entity(name, depth: depth)
    case .paths: .paths(first, second, longest: maxHops)
    case .comparison: .comparison(first, second)
    case .chain: .chain(name)
    case .map: .map(name, by: by)
    case .roles: .roles(name)
    case .evidence: .evidence(names.count == 2 ? names : [name])
    case .timeline: .timeline(name)
    case .contradiction: .contradiction(name)
    }
  }

  /// Two dates are looked at by what held then; anything else is compared as `sillage diff` does, and so is a scenario with the
  /// graph that it starts from.
  private func difference(_ database: GraphDatabase, _ console: Console) throws(SillageError) -> DiagramRequest.Content? {
    guard kind == .difference, query == nil else { return nil }
    let name = names.isEmpty ? nil : names.joined(separator: " ")
    if let scenario = scenario.scenario {
      let base = try global.open(console)
      return .change(GraphDifference(from: try base.ledger(), to: try database.ledger()), between: scenario, about: name)
    }
    let (from, to) = (from ?? "", to)
    if let name, let to, let first = PartialDate(.string(from)), let last = PartialDate(.string(to)) {
      return .difference(name, from: first, to: last)
    }
    let comparison = GraphComparison(try Project.nearest(above: ".")) { () throws(SillageError) in try global.open(console) }
    let difference = try comparison.difference(GraphState(from), to.map { GraphState($0) } ?? .text)
    return .change(difference, between: from + " → " + (to ?? "…"), about: name)
  }
}

extension DrawingFormat: ExpressibleByArgument {}
extension DiagramLanguage: ExpressibleByArgument {}
extension DiagramKind: ExpressibleByArgument {}
extension DiagramEngine: ExpressibleByArgument {}
extension MapDivision: ExpressibleByArgument {}
