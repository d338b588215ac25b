import ArgumentParser
import Sillage

/// `sillage diff`: what one state of a graph tells and another does not.
struct DiffCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "diff",
    abstract: "Compare two revisions, two databases, or what was known at two dates.",
    discussion: """
      Entities, relations, claims, observations and sources that were added, taken away or changed. A name that is a \
      file is a database, the folder of a project is its text, a date is what was known then, anything else is a \
      revision of git, whose graph-data is read. Without the second name a date is compared with what is known now, \
      the others with the text as it is. With --scenario the graph is compared with what it would be, and the answers \
      of the saved queries with what they would be.

      Examples:
        sillage diff HEAD~1 HEAD
        sillage diff HEAD
        sillage diff 2025-12 2026-03 --format json
        sillage diff old.db new.db --exit-code
        sillage diff --scenario 7dl-line-stops
        sillage diff 2025-12 2026-03 --format svg > learnt.svg
      """)

  /// What `--format` takes: what audits are written in, and two formats of diagrams.
  enum Form: ExpressibleByArgument {
    case written(AuditFormat)
    case drawn(DrawingFormat)

    init?(argument: String) {
      if argument == "dot" || argument == "svg", let format = DrawingFormat(rawValue: argument) {
        self = .drawn(format)
      } else if let format = AuditFormat(argument: argument) {
        self = .written(format)
      } else {
        return nil
      }
    }

    static var allValueStrings: [String] { AuditFormat.allValueStrings + ["dot", "svg"] }
    var defaultValueDescription: String { "auto" }
  }

  @Argument(help: "A revision of git, a database file, or a date.")
  var before: String?

  @Argument(help: "The other.")
  var after: String?

  @Option(help: "How to write the difference; auto is text on a terminal and TSV elsewhere. dot and svg draw it.")
  var format: Form = .written(.auto)

  @Flag(help: "Leave with 1 where there is a difference.")
  var exitCode = false

  @Option(help: ArgumentHelp("Compare the graph with what it would be with this scenario.", valueName: "name"))
  var scenario: String?

  @OptionGroup var global: GlobalOptions

  func validate() throws {
    if before == nil, scenario == nil { throw ValidationError("name what to compare, or give --scenario") }
    if before != nil, scenario != nil { throw ValidationError("--scenario compares the graph with itself; name nothing else") }
  }

  func run() throws {
    try global.perform { console throws(SillageError) in
      let (difference, answers) = try compared(console)
      switch format {
      case .drawn(let format): console.output.write(try drawing(difference, format, console))
      case .written(let format): write(difference, answers, format, console)
      }
      return exitCode && !(difference.items.isEmpty && answers.isEmpty) ? .no : .done
    }
  }

  private func write(_ difference: GraphDifference, _ answers: [AnswerDifference], _ format: AuditFormat, _ console: Console) {
    guard let rows = format.rowFormat(console) else {
      return console.output.write(difference.text(console.traits) + answers.map { $0.text(console.traits) }.joined())
    }
    var printer = AnswerPrinter(rows, ResultOptions(terminal: console.traits.isTerminal), console)
    printer.header(GraphDifference.columns)
    printer.rows(difference.rows + answers.flatMap(\.rows))
    printer.end()
  }

  /// The entities and relations of the difference, with the names that the project's database has for the others.
  private func drawing(
    _ difference: GraphDifference, _ format: DrawingFormat, _ console: Console
  ) throws(SillageError) -> [UInt8] {
    let states = scenario ?? [before, after].compactMap { $0 }.joined(separator: " → ")
    let language: DiagramLanguage = TerminalTraits.isFrench(System.environment) ? .french : .english
    let request = DiagramRequest(.change(difference, between: states, about: nil), language: language)
    return try global.open(console).drawn(request).bytes(as: format)
  }

  private func compared(_ console: Console) throws(SillageError) -> (GraphDifference, [AnswerDifference]) {
    guard let scenario else { return (try states(console), []) }
    let project = try Project.named(nil)
    let database = try global.open(console)
    let overlay = try database.applying(try project.scenario(named: scenario))
    return (
      GraphDifference(from: try database.ledger(), to: try overlay.ledger()), try project.changedAnswers(database, overlay)
    )
  }

  private func states(_ console: Console) throws(SillageError) -> GraphDifference {
    let comparison = GraphComparison(try Project.nearest(above: ".")) { () throws(SillageError) in
      try global.open(console)
    }
    let first = GraphState(before ?? "")
    return try comparison.difference(first, after.map { GraphState($0) } ?? now(first))
  }

  /// What a state is compared with where nothing else is named.
  private func now(_ state: GraphState) -> GraphState {
    switch state {
    case .revision, .text, .folder, .database: .text
    case .known: .known(PartialDate(day: .today))
    }
  }
}
