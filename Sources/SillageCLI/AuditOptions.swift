import ArgumentParser
import Sillage

/// What `--format` of an audit takes: `text` for a person, else a format of rows; `auto` is text on a terminal and TSV elsewhere.
enum AuditFormat: ExpressibleByArgument {
  case auto, text
  case rows(ResultFormat)

  init?(argument: String) {
    switch argument {
    case "auto": self = .auto
    case "text": self = .text
    default:
      guard let format = ResultFormat(rawValue: argument) else { return nil }
      self = .rows(format)
    }
  }

  static var allValueStrings: [String] { ["auto", "text"] + ResultFormat.allCases.map(\.rawValue) }

  var defaultValueDescription: String {
    switch self {
    case .auto: "auto"
    case .text: "text"
    case .rows(let format): format.rawValue
    }
  }
}

/// The options of commands that audit a graph.
struct AuditOptions: ParsableArguments {
  @Option(help: "How to write what was found; auto is text on a terminal and TSV elsewhere.")
  var format: AuditFormat = .auto

  @Flag(help: "Leave with 1 where anything is found.")
  var exitCode = false

  @Option(help: ArgumentHelp("The day of the audit; today unless said otherwise.", valueName: "date"))
  var today: String?

  func validate() throws {
    if let today, PartialDate(.string(today)) == nil { throw ValidationError("--today: `\(today)` is no date; \(PartialDate.forms)") }
  }

  /// The last day of the period that was given.
  var day: CalendarDate { today.flatMap { PartialDate(.string($0)) }?.last ?? CalendarDate.today }

  /// The parameter that tells a procedure the day.
  var dayField: ResultField { ResultField("today", .string(day.description)) }

  /// Writes the rows of a query, or, for a person, a text. Returns how many rows there are.
  ///
  /// `text` makes the text and tells how many there are.
  func write(
    _ console: Console, _ database: GraphDatabase, _ time: TimeFrame, query: String, parameters: [ResultField],
    text: (TerminalTraits) throws(SillageError) -> (String, Int)
  ) throws(SillageError) -> ExitStatus {
    var count = 0
    if let format = format.rowFormat(console) {
      var printer = AnswerPrinter(format, ResultOptions(terminal: console.traits.isTerminal), console)
      let summary = try database.run(
        query, parameters: parameters, options: QueryOptions(time: time), columns: { printer.header($0) },
        rows: { printer.rows($0) })
      printer.end()
      count = summary.rowCount
    } else {
      let (written, found) = try text(console.traits)
      console.output.write(written)
      count = found
    }
    return exitCode && count > 0 ? .no : .done
  }
}

extension AuditFormat {
  /// The format of rows; nil for text.
  func rowFormat(_ console: Console) -> ResultFormat? {
    switch self {
    case .text: nil
    case .rows(let format): format
    case .auto: console.traits.isTerminal ? nil : .tsv
    }
  }
}
