import ArgumentParser
import Sillage

/// `sillage timeline`: what happened to an entity, and when.
struct TimelineCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "timeline",
    abstract: "Show what happened to an entity, and when.",
    discussion: """
      Events that it took part in, relations that began or ended, dated numbers, and what was announced for a date; the \
      earliest first. SVG is drawn by this program and needs no other.

      Examples:
        sillage timeline ampere
        sillage timeline alpine -o alpine.svg
        sillage timeline cleon-plant --known-at 2025-12 --format json
        sillage query "CALL sillage.timeline('ampere') YIELD start, label, text RETURN start, label, text"
      """)

  @Argument(help: "The id, name or alias; several words are one name.")
  var name: [String]

  @Option(help: "How to write it; auto is SVG for a file that ends so, else text on a terminal and TSV elsewhere.")
  var format: Form = .auto

  @Option(name: .shortAndLong, help: ArgumentHelp("The file to write.", valueName: "file"))
  var output: String?

  @Option(help: ArgumentHelp("The language of the picture, en or fr. Default: that of the locale.", valueName: "en|fr"))
  var lang: DiagramLanguage?

  @OptionGroup var time: TimeOptions
  @OptionGroup var global: GlobalOptions

  /// What `--format` takes.
  enum Form: ExpressibleByArgument {
    case auto, text, svg
    case rows(ResultFormat)

    init?(argument: String) {
      switch argument {
      case "auto": self = .auto
      case "text": self = .text
      case "svg": self = .svg
      default:
        guard let format = ResultFormat(rawValue: argument) else { return nil }
        self = .rows(format)
      }
    }

    static var allValueStrings: [String] { ["auto", "text", "svg"] + ResultFormat.allCases.map(\.rawValue) }
    var defaultValueDescription: String { "auto" }
  }

  func validate() throws {
    if name.isEmpty { throw ValidationError("name an entity") }
    if output != nil, case .rows = format { throw ValidationError("-o goes with svg and text; send rows to a file with >") }
  }

  func run() throws {
    try global.perform { console throws(SillageError) in
      let database = try global.open(console)
      let words = name.joined(separator: " ")
      switch resolved(console) {
      case .rows(let format): try writeRows(words, database, format, console)
      case .svg:
        let language = lang ?? (TerminalTraits.isFrench(System.environment) ? .french : .english)
        try write(try database.timeline(of: words, time: time.frame).svg(language: language), console)
      case .text, .auto: try write(try database.timeline(of: words, time: time.frame).text(console.traits), console)
      }
      return .done
    }
  }

  private func resolved(_ console: Console) -> Form {
    guard case .auto = format else { return format }
    if output.map({ $0.lowercased().hasSuffix(".svg") }) == true { return .svg }
    return output != nil || console.traits.isTerminal ? .text : .rows(.tsv)
  }

  private func write(_ text: String, _ console: Console) throws(SillageError) {
    guard let output, output != "-" else {
      console.output.write(text)
      return
    }
    if let reason = System.writeFile(output, Array(text.utf8)) { throw .cannotWrite(path: output, reason: reason) }
  }

  private func writeRows(
    _ words: String, _ database: GraphDatabase, _ format: ResultFormat, _ console: Console
  ) throws(SillageError) {
    var printer = AnswerPrinter(format, ResultOptions(terminal: console.traits.isTerminal), console)
    try database.run(
      "CALL sillage.timeline($entity) YIELD start, end, kind, label, text, other, status, source, start_source, end_source "
        + "RETURN start, end, kind, label, text, other, status, source, start_source, end_source",
      parameters: [ResultField("entity", .string(try database.entityID(called: words)))],
      options: QueryOptions(time: time.frame), columns: { printer.header($0) }, rows: { printer.rows($0) })
    printer.end()
  }
}
