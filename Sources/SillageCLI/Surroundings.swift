import Sillage

/// What a command is told apart from its own question, as plain values: the database, and how to speak.
struct Surroundings {
  /// The file that is named; nil: that of the environment, of the nearest project, or of the folder.
  var database: String?
  /// Whether a project's database is built anew where its text is newer.
  var mayBuild = true
  var isQuiet = false
  var colour = ColourChoice.auto
  var errorFormat = ErrorFormat.human

  /// The database that the values, the environment and the folder lead to; that of a project is built where it must be. With a
  /// scenario it has the scenario's changes in memory.
  func open(_ console: Console, writable: Bool = false, scenario: String? = nil) throws(SillageError) -> GraphDatabase {
    let named = System.environment("SILLAGE_DB")
    let choice = try DatabaseChoice.resolve(named: database, environment: named.map { ["SILLAGE_DB": $0] } ?? [:], folder: ".")
    let opened = try choice.open(writable: writable, mayBuild: mayBuild, report: console.reporter.note)
    if let threads = System.environment("SILLAGE_THREADS").flatMap({ Int($0) }) { opened.threads = max(1, threads) }
    if let megabytes = System.environment("SILLAGE_MEMORY").flatMap({ Int($0) }) { GraphDatabase.limitMemory(megabytes: megabytes) }
    guard let scenario else { return opened }
    return try opened.applying(try Project.named(nil).scenario(named: scenario))
  }

  /// Does the work of a command: its errors are reported, its output is flushed. Returns the status to end the process with.
  func perform(_ work: (Console) throws(SillageError) -> ExitStatus) -> ExitStatus {
    let console = Console(self)
    do throws(SillageError) {
      let status = try work(console)
      console.output.flush()
      return status
    } catch {
      console.output.flush()
      console.reporter.report(error)
      return ExitStatus(error)
    }
  }
}

/// Where a command writes.
struct Console {
  let output = OutputStream()
  let reporter: Reporter
  let traits: TerminalTraits

  init(_ surroundings: Surroundings) {
    reporter = Reporter(surroundings.errorFormat, surroundings.colour, quiet: surroundings.isQuiet)
    traits = .standardOutput(surroundings.colour)
  }

  /// A value as a line of JSON.
  func writeLine(_ json: JSONValue) {
    var line: [UInt8] = []
    JSONWriter.append(json, to: &line)
    line.append(UInt8(ascii: "\n"))
    output.write(line)
  }
}
