import ArgumentParser
import Sillage

/// The options that every command takes.
struct GlobalOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "The database. Default: SILLAGE_DB, else that of the nearest project, else ./sillage.db.", valueName: "file"))
  var db: String?

  @Flag(help: "Use the project's database as it is, even where the text is newer.")
  var noBuild = false

  @Flag(name: [.short, .long], help: "Write nothing to standard error but errors.")
  var quiet = false

  @Option(name: [.customLong("color"), .customLong("colour")], help: "Whether to colour.")
  var color: ColourChoice = .auto

  @Option(help: "How to write errors.")
  var errorFormat: ErrorFormat = .human

  /// The database that the options, the environment and the folder lead to; that of a project is built where it must be.
  func open(_ console: Console, writable: Bool = false) throws(SillageError) -> GraphDatabase {
    let named = System.environment("SILLAGE_DB").map { ["SILLAGE_DB": $0] } ?? [:]
    let database = try DatabaseChoice.resolve(named: db, environment: named, folder: ".")
      .open(writable: writable, mayBuild: !noBuild, report: console.reporter.note)
    if let threads = System.environment("SILLAGE_THREADS").flatMap({ Int($0) }) { database.threads = max(1, threads) }
    return database
  }

  /// Runs the work of a command: its errors are reported, its output is flushed, and its status ends the process.
  func perform(_ work: (Console) throws(SillageError) -> ExitStatus) throws {
    let console = Console(self)
    let status: ExitStatus
    do {
      status = try work(console)
    } catch {
      console.output.flush()
      console.reporter.report(error)
      throw ExitCode(ExitStatus(error).rawValue)
    }
    console.output.flush()
    if status != .done { throw ExitCode(status.rawValue) }
  }
}

/// Where a command writes.
struct Console {
  let output = OutputStream()
  let reporter: Reporter
  let traits: TerminalTraits

  init(_ options: GlobalOptions) {
    reporter = Reporter(options.errorFormat, options.color, quiet: options.quiet)
    traits = .standardOutput(options.color)
  }

  /// A value as a line of JSON.
  func writeLine(_ json: JSONValue) {
    var line: [UInt8] = []
    JSONWriter.append(json, to: &line)
    line.append(UInt8(ascii: "\n"))
    output.write(line)
  }
}
