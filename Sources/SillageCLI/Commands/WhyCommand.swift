import ArgumentParser
import Sillage

/// `sillage why`: what is stated between two entities, and by whom.
struct WhyCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "why",
    abstract: "Show who says what about two entities.",
    discussion: """
      Every relation and every claim between the two is shown, with its source, its date, who asserts it, and the quote. \
      Where nothing is stated, the exit code is 1.

      Examples:
        sillage why cleon-plant motor-7dl
        sillage why 'usine de Cléon' 7DL --format json
        sillage why cleon-plant ampere --known-at 2026-01
      """)

  @Argument(help: "The id, name or alias of the one entity.")
  var first: String

  @Argument(help: "The id, name or alias of the other.")
  var second: String

  @Option(help: "How to write the report.")
  var format: ReportForm = .text

  @OptionGroup var time: TimeOptions
  @OptionGroup var global: GlobalOptions

  func run() throws {
    try global.perform { console throws(SillageError) in
      let report = try global.open(console).why(first, second, time: time.frame)
      console.write(format, text: report.text, json: report.json)
      guard report.relations.isEmpty, report.claims.isEmpty else { return .done }
      console.reporter.note("nothing is stated between \(report.first.withID) and \(report.second.withID)")
      return .no
    }
  }
}
