import ArgumentParser
import Sillage

/// `sillage validate`: the text of a project, checked.
struct ValidateCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "validate",
    abstract: "Check the text of a project against its schema.",
    discussion: """
      Files one by one, then all of them together, then what they state at each date: cardinality, types that rule each \
      other out, sums, both sides of inverses. Every fault has its file, line and column. No database is touched. With \
      errors the exit code is 1; warnings alone leave it 0, unless --strict is given.

      Examples:
        sillage validate
        sillage validate path/to/project --format json
        sillage query 'CALL sillage.validate() YIELD rule, message RETURN rule, message'
      """)

  enum Form: String, CaseIterable, ExpressibleByArgument {
    case human, json
  }

  @Argument(help: "The folder of the project. Default: the nearest above the current folder.")
  var folder: String?

  @Option(help: "How to tell what is wrong; json is one object on standard output.")
  var format: Form = .human

  @Flag(help: "Count warnings as errors.")
  var strict = false

  @OptionGroup var global: GlobalOptions

  func run() throws {
    try global.perform { console throws(SillageError) in
      let report = try Project.named(folder).validate()
      let warnings = report.diagnostics.count - report.errors
      switch format {
      case .human:
        if !report.diagnostics.isEmpty { console.reporter.report(report.diagnostics, sources: report.sources) }
        console.reporter.note(
          "checked \(report.files) files: \(count(report.errors, "error")), \(count(warnings, "warning"))")
      case .json:
        let named = Dictionary(report.sources.map { ($0.name, $0) }, uniquingKeysWith: { first, _ in first })
        console.writeLine(
          .object([
            JSONMember("files", .integer(Int64(report.files))), JSONMember("errors", .integer(Int64(report.errors))),
            JSONMember("warnings", .integer(Int64(warnings))),
            JSONMember("diagnostics", .array(report.diagnostics.map { $0.json(sources: { named[$0] }) })),
          ]))
      }
      return report.errors > 0 || (strict && warnings > 0) ? .no : .done
    }
  }

  private func count(_ number: Int, _ word: String) -> String { "\(number) \(word)\(number == 1 ? "" : "s")" }
}
