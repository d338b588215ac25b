import ArgumentParser
import Sillage

/// `sillage build`: text in, database out.
struct BuildCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "build",
    abstract: "Compile the text of a project into its database.",
    discussion: """
      The database appears in one step, and only if the text has no faults; all faults are told at once. The same text \
      gives the same bytes.

      Examples:
        sillage build
        sillage build path/to/project --db /tmp/graph.db
        sillage build --format json
      """)

  enum Form: String, CaseIterable, ExpressibleByArgument {
    case human, json
  }

  @Argument(help: "The folder of the project. Default: the nearest above the current folder.")
  var folder: String?

  @Option(help: "How to tell what was built and what is wrong; json is one object on standard output.")
  var format: Form = .human

  @OptionGroup var global: GlobalOptions

  func run() throws {
    try global.perform { console throws(SillageError) in
      let clock = ContinuousClock()
      let start = clock.now
      do throws(SillageError) {
        let report = try Project.named(folder).build(database: global.db)
        tell(report, seconds: (clock.now - start) / .seconds(1), console)
        return .done
      } catch {
        guard format == .json, case .faults(let diagnostics, let sources) = error else { throw error }
        console.writeLine(.object([JSONMember("diagnostics", json(diagnostics, sources))]))
        return ExitStatus(error)
      }
    }
  }

  private func tell(_ report: BuildReport, seconds: Double, _ console: Console) {
    switch format {
    case .human:
      if !report.warnings.isEmpty, !global.quiet { console.reporter.report(report.warnings, sources: report.sources) }
      if let kept = report.keptDatabase {
        console.reporter.note("the old database held changes that are not in the text; it is kept as \(kept)")
      }
      if let kept = report.keptArticles.text { console.reporter.note(kept) }
      console.reporter.note(
        "built \(report.database) from \(report.files) files: \(report.nodes) nodes, \(report.relationships) relationships, "
          + "\(seconds.milliseconds) ms")
    case .json:
      console.writeLine(
        .object([
          JSONMember("database", .string(report.database)), JSONMember("files", .integer(Int64(report.files))),
          JSONMember("nodes", .integer(Int64(report.nodes))),
          JSONMember("relationships", .integer(Int64(report.relationships))),
          JSONMember("kept", report.keptDatabase.map { .string($0) } ?? .null),
          JSONMember("savedArticles", .integer(Int64(report.keptArticles.articles))),
          JSONMember("savedMentions", .integer(Int64(report.keptArticles.mentions))),
          JSONMember("lostMentions", .integer(Int64(report.keptArticles.lost))),
          JSONMember("diagnostics", json(report.warnings, report.sources)),
        ]))
    }
  }

  private func json(_ diagnostics: [Diagnostic], _ sources: [SourceText]) -> JSONValue {
    let named = Dictionary(sources.map { ($0.name, $0) }, uniquingKeysWith: { first, _ in first })
    return .array(diagnostics.map { $0.json(sources: { named[$0] }) })
  }
}

extension Project {
  /// The project of a folder that was named, else the nearest above the current folder.
  static func named(_ folder: String?) throws(SillageError) -> Project {
    if let folder { return try Project(at: folder) }
    if let project = try Project.nearest(above: ".") { return project }
    throw .missingFile(path: "sillage.yaml", hint: "run this in a project, or name its folder")
  }
}

extension Double {
  /// Seconds as milliseconds, with a decimal below ten.
  var milliseconds: String {
    let tenths = Int((self * 10_000).rounded())
    return tenths < 100 ? "\(tenths / 10).\(tenths % 10)" : "\((tenths + 5) / 10)"
  }
}
