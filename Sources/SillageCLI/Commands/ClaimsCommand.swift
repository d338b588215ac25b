import ArgumentParser
import Sillage

/// `sillage claims`: what articles say.
struct ClaimsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "claims",
    abstract: "List what articles claim, with who says it and where.",
    discussion: """
      A claim is what somebody says; it is no fact of the graph by being said. Each row is a place in an article, in the order of \
      the text. Where no claim fits, the exit code is 1. `sillage why CLAIM-ID` tells all of one claim.

      Examples:
        sillage claims --article art-seed-cleon-pivot
        sillage claims --about mobilize --polarity negative
        sillage claims --by author-chelli-earth --modality opinion --format json
      """)

  @Option(help: ArgumentHelp("Claims that are made in this article.", valueName: "name"))
  var article: String?

  @Option(help: ArgumentHelp("Claims that speak of this entity.", valueName: "name"))
  var about: String?

  @Option(help: ArgumentHelp("Claims that this author makes, or that are attributed to them.", valueName: "name"))
  var by: String?

  @Option(help: ArgumentHelp("Claims of this modality, such as fact, analysis or opinion.", valueName: "word"))
  var modality: String?

  @Option(help: ArgumentHelp("positive or negative.", valueName: "word"))
  var polarity: String?

  @Option(help: ArgumentHelp("Claims that are this far along, such as announced or done.", valueName: "word"))
  var stage: String?

  @OptionGroup var answer: AnswerOptions
  @OptionGroup var global: GlobalOptions

  func run() throws {
    try global.perform { console throws(SillageError) in
      let found = try global.open(console).claims(
        ClaimFilter(article: article, about: about, author: by, modality: modality, polarity: polarity, stage: stage))
      var printer = AnswerPrinter(answer.form, console)
      printer.header(found.columns)
      printer.rows(found.rows)
      printer.end()
      guard found.rows.isEmpty else { return .done }
      console.reporter.note("no claim fits")
      return .no
    }
  }
}
