import ArgumentParser
import Sillage

/// `sillage why`: what is stated between two entities, or in one claim, and by whom.
struct WhyCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "why",
    abstract: "Show who says what about two entities, or what is behind a claim.",
    discussion: """
      Every relation and every claim between the two is shown, with its source, its date, who asserts it, and the quote. \
      Where several documents say the same, it is told how many independent texts they go back to, and why. With the id of a \
      claim alone, that claim is shown, with what was learnt later and the relations that it supports. Where nothing is \
      stated, the exit code is 1.

      Examples:
        sillage why cleon-plant motor-7dl
        sillage why 'usine de Cléon' 7DL --format json
        sillage why cleon-plant ampere --known-at 2026-01
        sillage why seed-c001 --cite
      """)

  @Argument(help: "The id, name or alias of the one entity, or the id of a claim.")
  var first: String

  @Argument(help: "The id, name or alias of the other.")
  var second: String?

  @Option(help: "How to write the report.")
  var format: ReportForm = .text

  @Flag(help: "Number the sources, and list them below.")
  var cite = false

  @OptionGroup var time: TimeOptions
  @OptionGroup var global: GlobalOptions

  func run() throws {
    try global.perform { console throws(SillageError) in
      let database = try global.open(console)
      let cited = cite ? CitedSources() : nil
      guard let second else {
        let claim = try database.claim(first, time: time.frame)
        try console.write(format, database, cited, text: { claim.text($0, cited) }, json: claim.json)
        return .done
      }
      let report = try database.why(first, second, time: time.frame)
      try console.write(format, database, cited, text: { report.text($0, cited) }, json: report.json)
      guard report.relations.isEmpty, report.claims.isEmpty else { return .done }
      console.reporter.note("nothing is stated between \(report.first.withID) and \(report.second.withID)")
      return .no
    }
  }
}
