import ArgumentParser
import Sillage

/// What `--format` takes: a format, or `auto` for a table on a terminal and TSV elsewhere.
struct FormatChoice: ExpressibleByArgument {
  private let format: ResultFormat?

  static let auto = FormatChoice(format: nil)

  private init(format: ResultFormat?) { self.format = format }

  init?(argument: String) {
    if argument == "auto" {
      self = .auto
    } else if let format = ResultFormat(rawValue: argument) {
      self.init(format: format)
    } else {
      return nil
    }
  }

  static var allValueStrings: [String] { ["auto"] + ResultFormat.allCases.map(\.rawValue) }
  var defaultValueDescription: String { format?.rawValue ?? "auto" }

  func resolved(isTerminal: Bool) -> ResultFormat { format ?? (isTerminal ? .table : .tsv) }
}

/// The options of commands that answer with rows.
struct AnswerOptions: ParsableArguments {
  @Option(help: "How to write the rows; auto is a table on a terminal and TSV elsewhere.")
  var format: FormatChoice = .auto

  @Flag(help: "Do not cut a table to the width of the terminal.")
  var wide = false

  @Option(help: ArgumentHelp("How many rows a table shows on a terminal; 0 is all.", valueName: "rows"))
  var limit = AnswerForm().rowLimit

  func validate() throws {
    if limit < 0 { throw ValidationError("--limit cannot be negative") }
  }

  var form: AnswerForm { AnswerForm(format: format, isWide: wide, rowLimit: limit) }
}

/// How rows are written.
struct AnswerForm {
  var format = FormatChoice.auto
  /// Whether a table may be wider than the terminal.
  var isWide = false
  /// How many rows a table shows on a terminal; 0 is all.
  var rowLimit = 1000

  /// What the terminal of a console asks of the format.
  func resultOptions(_ traits: TerminalTraits) -> ResultOptions {
    ResultOptions(
      terminal: traits.isTerminal, width: isWide ? nil : traits.width, unicode: traits.unicode || !traits.isTerminal,
      rowLimit: traits.isTerminal && rowLimit > 0 ? rowLimit : nil)
  }
}

/// Writes the rows of one answer to standard output as they come.
struct AnswerPrinter {
  private var writer: any ResultWriter
  private var buffer: [UInt8] = []
  private let format: ResultFormat
  /// Whether there are no columns, as of a query that only writes: only JSON has words for that.
  private var isSilent = false
  private let console: Console

  init(_ form: AnswerForm, _ console: Console) {
    self.init(form.format.resolved(isTerminal: console.traits.isTerminal), form.resultOptions(console.traits), console)
  }

  init(_ format: ResultFormat, _ options: ResultOptions, _ console: Console) {
    self.console = console
    self.format = format
    writer = format.writer(options)
  }

  mutating func header(_ columns: [String]) {
    isSilent = columns.isEmpty && format != .json
    if isSilent { return }
    writer.header(columns, into: &buffer)
    send()
  }

  mutating func rows(_ rows: [[ResultValue]]) {
    writer.rows(rows, into: &buffer)
    send()
  }

  mutating func end() {
    if isSilent { return }
    writer.end(into: &buffer)
    send()
    if let warning = writer.warning { console.reporter.note("warning: \(warning)") }
  }

  /// Writes a text for people behind the rows: below them where people read them, and to standard error where a program does.
  func append(_ text: String) {
    guard !text.isEmpty else { return }
    switch format {
    case .table, .markdown, .plain: console.output.write("\n" + text)
    case .json, .jsonl, .csv, .tsv: console.reporter.note(String(text.dropLast()))
    }
  }

  private mutating func send() {
    console.output.write(buffer)
    buffer.removeAll(keepingCapacity: true)
  }
}
