import ArgumentParser
import Sillage

/// `sillage diagrams`: the diagrams that a project keeps, and their renderings.
struct DiagramsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "diagrams",
    abstract: "List the saved diagrams, render them, or check their renderings.",
    discussion: """
      A rendering is a DOT and an SVG file in the gallery of the project. It is stale where the data, the query, the style or \
      the program would draw something else now; --check tells, and exits with 1.

      Examples:
        sillage diagrams
        sillage diagrams --check
        sillage diagrams --render
        sillage diagrams a390-chain --render
      """)

  @Argument(help: "The names of the diagrams. Default: all.")
  var names: [String] = []

  @Flag(help: "Exit with 1 where a rendering is stale.")
  var check = false

  @Flag(help: "Draw the renderings anew.")
  var render = false

  @OptionGroup var answer: AnswerOptions
  @OptionGroup var global: GlobalOptions

  func validate() throws {
    if check, render { throw ValidationError("--check and --render exclude each other") }
  }

  func run() throws {
    try global.perform { console throws(SillageError) in
      guard let project = try Project.nearest(above: ".") else {
        throw .missingFile(path: "sillage.yaml", hint: "saved diagrams belong to a project; there is none here")
      }
      let gallery = Gallery(project, try global.open(console))
      if render {
        for saved in try chosen(project) {
          for path in try gallery.render(saved) { console.output.write(path + "\n") }
        }
        return .done
      }
      return list(try gallery.entries().filter { names.isEmpty || names.contains($0.diagram.name) }, gallery.folder, console)
    }
  }

  private func chosen(_ project: Project) throws(SillageError) -> [SavedDiagram] {
    if names.isEmpty { return try project.savedDiagrams() }
    var found: [SavedDiagram] = []
    for name in names {
      guard let saved = try project.savedDiagram(named: name) else {
        throw .missingFile(path: "\(project.diagramsFolder)/\(name).cypher", hint: "sillage diagrams")
      }
      found.append(saved)
    }
    return found
  }

  private func list(_ entries: [Gallery.Entry], _ folder: String, _ console: Console) -> ExitStatus {
    let french = TerminalTraits.isFrench(System.environment)
    var printer = AnswerPrinter(answer.form, console)
    printer.header(["name", "kind", "title", "parameters", "rendering"])
    printer.rows(
      entries.map { entry in
        [
          .string(entry.diagram.name), .string(entry.diagram.kind.rawValue),
          .string(entry.diagram.titleText(in: french ? .french : .english)),
          .list(entry.diagram.query.parameters.map { .string("\($0.name)=\($0.defaultValue.cellText)") }),
          .string(entry.state.rawValue),
        ]
      })
    printer.end()
    let stale = entries.filter { $0.state == .stale }.map(\.diagram.name)
    guard check, !stale.isEmpty else { return .done }
    console.output.flush()
    console.reporter.note(
      "stale in \(folder): \(stale.joined(separator: ", ")); `sillage diagrams --render` draws them anew")
    return .no
  }
}
