import ArgumentParser
import Sillage

/// `sillage verify`: whether each quote stands where the graph says.
struct VerifyCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "verify",
    abstract: "Prove every quote against the text that it is taken from.",
    discussion: """
      The articles of the project are read again, and those in a folder of texts that are not the project's to ship: each \
      text must have the SHA-256 that the graph gives it, and each quote must stand at its offsets. A copy is known by its \
      SHA-256, by the article's id as its name, or by the quotes in it. What has drifted is told at its place in graph-data, \
      with the places where it could stand; the exit code is 1 then.

      Examples:
        sillage verify
        sillage verify --texts ~/articles
        sillage verify --texts ~/articles --fix
      """)

  @Option(help: ArgumentHelp("A folder with copies of texts that are not part of the project.", valueName: "dir"))
  var texts: String?

  @Flag(help: "Correct offsets that can have moved to one place only, and show what was changed.")
  var fix = false

  @OptionGroup var answer: AnswerOptions
  @OptionGroup var global: GlobalOptions

  func run() throws {
    try global.perform { console throws(SillageError) in
      guard let project = try Project.nearest(above: ".") else {
        throw .missingFile(path: "sillage.yaml", hint: "evidence belongs to a project; there is none here")
      }
      let report = try project.verify(texts: texts, fix: fix)
      write(report, console)
      console.output.flush()
      if !report.faults.isEmpty { console.reporter.report(report.faults, sources: report.sources) }
      tell(report, console)
      return report.faults.isEmpty ? .done : .no
    }
  }

  /// A row an article, and the diff of what was changed above them.
  private func write(_ report: VerificationReport, _ console: Console) {
    if !report.diff.isEmpty {
      console.output.write(console.traits.isTerminal ? TerminalText.escaped(report.diff, keeping: .layout) : report.diff)
    }
    var printer = AnswerPrinter(answer.form, console)
    printer.header(["article", "text", "sha256", "places", "proved"])
    printer.rows(
      report.articles.map { article in
        [
          .string(article.id), article.text.map { .string($0) } ?? .null, .string(article.hash),
          .integer(Int64(article.places)), .integer(Int64(article.proved)),
        ]
      })
    printer.end()
  }

  private func tell(_ report: VerificationReport, _ console: Console) {
    let proved = report.articles.reduce(0) { $0 + $1.proved }
    let seen = report.articles.filter { $0.text != nil }
    let unseen = report.articles.filter { $0.text == nil && $0.places > 0 }
    var line = "proved \(proved) of \(seen.reduce(0) { $0 + $1.places }) places in \(seen.count) texts"
    if report.moved > 0 { line += "; moved \(report.moved)" }
    console.reporter.note(line)
    if !unseen.isEmpty {
      let places = unseen.reduce(0) { $0 + $1.places }
      console.reporter.note(
        "not checked: \(places) places in \(unseen.map(\.id).joined(separator: ", ")), whose text is not here"
          + (texts == nil ? "; name a folder with it: --texts DIR" : ""))
    }
    for path in report.unmatchedCopies { console.reporter.note("\(path) is the text of no article in the graph") }
    if !fix, report.movable > 0 {
      console.reporter.note("\(report.movable) can be corrected in one way only: sillage verify --fix")
    }
  }
}
