import Sillage

/// What `--format` takes: a format, or `auto` for a table on a terminal and TSV elsewhere.
struct FormatChoice: OptionValue {
  private let format: ResultFormat?

  static let auto = FormatChoice(format: nil)

  private init(format: ResultFormat?) { self.format = format }

  init?(word: String) {
    if word == "auto" {
      self = .auto
    } else if let format = ResultFormat(rawValue: word) {
      self.init(format: format)
    } else {
      return nil
    }
  }

  static var choices: [String] { ["auto"] + ResultFormat.allCases.map(\.rawValue) }
  var word: String { format?.rawValue ?? "auto" }

  func resolved(isTerminal: Bool) -> ResultFormat { format ?? (isTerminal ? .table : .tsv) }
}

/// The options of commands that answer with rows.
struct AnswerOptions {
  let format: FormatChoice
  let wide: Bool
  let limit: Int

  init(_ words: inout CommandWords) {
    format = words.option(
      "--format", value: "format", help: "How to write the rows; auto is a table on a terminal and TSV elsewhere.",
      default: .auto)
    wide = words.flag("--wide", help: "Do not cut a table to the width of the terminal.")
    limit = words.option(
      "--limit", value: "rows", help: "How many rows a table shows on a terminal; 0 is all.", default: 1000)
  }

  var conflict: String? { limit < 0 ? "--limit cannot be negative" : nil }

  /// What the terminal of a console asks of the format.
  func resultOptions(_ traits: TerminalTraits) -> ResultOptions {
    ResultOptions(
      terminal: traits.isTerminal, width: wide ? nil : traits.width, unicode: traits.unicode || !traits.isTerminal,
      rowLimit: traits.isTerminal && limit > 0 ? limit : nil)
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

  init(_ options: AnswerOptions, _ console: Console) {
    self.console = console
    format = options.format.resolved(isTerminal: console.traits.isTerminal)
    writer = format.writer(options.resultOptions(console.traits))
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

  private mutating func send() {
    console.output.write(buffer)
    buffer.removeAll(keepingCapacity: true)
  }
}
