import ArgumentParser
import Sillage

/// `sillage save`: what was written to the database, as text.
struct SaveCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "save",
    abstract: "Write what was changed in the database into the text of the project.",
    discussion: """
      What `sillage query --write` changed is brought to graph-data, as if a person had edited it: a value changes in its place, \
      a new entity goes to the file of its kind, and comments, order and style stay. The diff is shown. Nothing is written where \
      the text would have a fault or would not say what the database says. The database is built anew from the text then.

      A statement without a source is written as general knowledge of today, or as --source says.

      Examples:
        sillage save --dry-run
        sillage save
        sillage save --source 'jde 2026-11-26 high'
      """)

  @Option(
    help: ArgumentHelp(
      "The source, date and confidence of statements that name none.", valueName: "source date confidence"))
  var source: String?

  @Flag(help: "Show what would change, and write nothing.")
  var dryRun = false

  @OptionGroup var global: GlobalOptions

  func validate() throws {
    if let source, source.split(separator: " ").count != 3 {
      throw ValidationError("--source is three words: a source, a date, a confidence")
    }
  }

  func run() throws {
    try global.perform { console throws(SillageError) in
      guard let project = try Project.nearest(above: ".") else {
        throw .missingFile(path: "sillage.yaml", hint: "run this in the project that the database was built from")
      }
      let report = try project.save(
        database: global.db ?? System.environment("SILLAGE_DB"), source: source, isTrial: dryRun)
      console.output.write(console.traits.isTerminal ? TerminalText.escaped(report.diff, keeping: .layout) : report.diff)
      console.output.flush()
      tell(report, console)
      return .done
    }
  }

  private func tell(_ report: SaveReport, _ console: Console) {
    if report.files.isEmpty {
      console.reporter.note("nothing to save: the text says what the database says")
    } else {
      let count = "\(report.files.count) file\(report.files.count == 1 ? "" : "s")"
      console.reporter.note("\(dryRun ? "would change" : "changed") \(count): \(report.files.joined(separator: ", "))")
    }
    if report.unsourced > 0 {
      let count = "\(report.unsourced) statement\(report.unsourced == 1 ? "" : "s")"
      console.reporter.note("\(count) without a source: `\(report.fallback)`")
    }
    if !report.leftOut.isEmpty {
      let parts = report.leftOut.keys.sorted().map { "\(report.leftOut[$0] ?? 0) \($0)" }
      console.reporter.note("left out, since the text has no place for it: " + parts.joined(separator: ", "))
    }
    if let kept = report.keptDatabase { console.reporter.note("the database as it was is kept as \(kept)") }
  }
}
