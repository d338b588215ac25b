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

  var surroundings: Surroundings {
    Surroundings(database: db, mayBuild: !noBuild, isQuiet: quiet, colour: color, errorFormat: errorFormat)
  }

  /// Does the work of a command, and ends the process with its status where that is not zero.
  func perform(_ work: (Console) throws(SillageError) -> ExitStatus) throws {
    let status = surroundings.perform(work)
    if status != .done { throw ExitCode(status.rawValue) }
  }

  func open(_ console: Console, writable: Bool = false) throws(SillageError) -> GraphDatabase {
    try surroundings.open(console, writable: writable)
  }
}
