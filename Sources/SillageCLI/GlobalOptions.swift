import Sillage

/// The options that every command takes.
struct GlobalOptions {
  let db: String?
  let noBuild: Bool
  let quiet: Bool
  let color: ColourChoice
  let errorFormat: ErrorFormat

  init(_ words: inout CommandWords) {
    db = words.option(
      "--db", value: "file",
      help: "The database. Default: SILLAGE_DB, else that of the nearest project, else ./sillage.db.")
    noBuild = words.flag("--no-build", help: "Use the project's database as it is, even where the text is newer.")
    quiet = words.flag("-q", "--quiet", help: "Write nothing to standard error but errors.")
    color = words.option("--color", "--colour", value: "when", help: "Whether to colour.", default: .auto)
    errorFormat = words.option("--error-format", value: "format", help: "How to write errors.", default: .human)
  }

  /// The database that the options, the environment and the folder lead to; that of a project is built where it must be.
  func open(_ console: Console, writable: Bool = false) throws(SillageError) -> GraphDatabase {
    let named = System.environment("SILLAGE_DB").map { ["SILLAGE_DB": $0] } ?? [:]
    return try DatabaseChoice.resolve(named: db, environment: named, folder: ".")
      .open(writable: writable, mayBuild: !noBuild, report: console.reporter.note)
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
