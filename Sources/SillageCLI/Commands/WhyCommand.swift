import Sillage

/// `sillage why`: what is stated between two entities, and by whom.
struct WhyCommand: Command {
  static let about = CommandAbout(
    commandName: "why",
    abstract: "Show who says what about two entities.",
    discussion: """
      Every relation and every claim between the two is shown, with its source, its date, who asserts it, and the quote. \
      Where nothing is stated, the exit code is 1.

      Examples:
        sillage why cleon-plant motor-7dl
        sillage why 'usine de Cléon' 7DL --format json
      """)

  let first: String
  let second: String
  let format: ReportForm
  let global: GlobalOptions

  init(_ words: inout CommandWords) {
    format = words.option("--format", value: "format", help: "How to write the report.", default: .text)
    global = GlobalOptions(&words)
    first = words.requiredArgument("first", help: "The id, name or alias of the one entity.")
    second = words.requiredArgument("second", help: "The id, name or alias of the other.")
  }

  func run(_ console: Console) throws(SillageError) -> ExitStatus {
    let report = try global.open(console).why(first, second)
    console.write(format, text: report.text, json: report.json)
    guard report.relations.isEmpty, report.claims.isEmpty else { return .done }
    console.reporter.note("nothing is stated between \(report.first.withID) and \(report.second.withID)")
    return .no
  }
}
