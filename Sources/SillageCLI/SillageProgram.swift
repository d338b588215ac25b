// SillageCLI is the terminal side: flags, one call of the façade, one formatter. One file a command in Commands; how words
// become options in CommandLine; the cards that a person reads in Cards; the operating system in Terminal.

import Sillage

/// `sillage` itself.
@main
enum SillageProgram {
  static let abstract = "A knowledge graph of automaker strategy: text in git, one SQLite file, openCypher."
  static let version = "sillage \(SillageVersion.text)"

  static let commands: [any Command.Type] = [
    BuildCommand.self, QueryCommand.self, QueriesCommand.self, ShowCommand.self, WhyCommand.self, LinkCommand.self,
    DiagramCommand.self, SessionCommand.self, VersionCommand.self, HelpCommand.self,
  ]

  static func main() {
    System.takeDefaultSignals()
    System.leave(answer(Array(CommandLine.arguments.dropFirst())).rawValue)
  }

  static func command(named name: String) -> (any Command.Type)? {
    commands.first { $0.about.commandName == name }
  }

  static func help() -> String { CommandHelp.text(of: commands, abstract: abstract) }

  /// Runs a command line and returns the status to leave with.
  static func answer(_ arguments: [String]) -> ExitStatus {
    guard let name = arguments.first, name != "--help", name != "-h" else { return write(help()) }
    if name == "--version" { return write(version + "\n") }
    let words = CommandWords(
      arguments.dropFirst(), of: name, start: CommandLineText.firstWord + name.utf8.count + 1)
    guard let command = command(named: name) else { return refuse(name, words, arguments) }
    if words.askForHelp { return write(CommandHelp.text(of: command)) }
    return perform(command, words, arguments)
  }

  /// Reads and runs a command: its errors are reported, its output is flushed.
  private static func perform(
    _ type: any Command.Type, _ words: CommandWords, _ arguments: [String]
  ) -> ExitStatus {
    var words = words
    let command = type.init(&words)
    let console = Console(command.global)
    if let fault = words.fault {
      console.reporter.report([fault], sources: [CommandLineText.source(arguments)])
      return .usage
    }
    if let conflict = command.conflict {
      console.reporter.report([
        Diagnostic(
          .badArguments, conflict, source: "", span: .beginning, hint: "sillage \(type.about.commandName) --help")
      ])
      return .usage
    }
    do throws(SillageError) {
      let status = try command.run(console)
      console.output.flush()
      return status
    } catch {
      console.output.flush()
      console.reporter.report(error)
      return ExitStatus(error)
    }
  }

  /// Says that there is no such command, or that an option stands where a command should.
  private static func refuse(_ name: String, _ words: CommandWords, _ arguments: [String]) -> ExitStatus {
    var words = words
    let reporter = Console(GlobalOptions(&words)).reporter
    let span = SourceSpan(start: CommandLineText.firstWord, end: CommandLineText.firstWord + name.utf8.count)
    let isOption = name.hasPrefix("-")
    let known = commands.map { $0.about.commandName }
    reporter.report(
      [
        Diagnostic(
          isOption ? .badArguments : .unknownCommand,
          isOption ? "a command comes first, then its options" : "no command `\(name)`", source: CommandLineText.name,
          span: span, label: isOption ? nil : NearName.question(for: name, among: known), hint: "sillage --help")
      ], sources: [CommandLineText.source(arguments)])
    return .usage
  }

  private static func write(_ text: String) -> ExitStatus {
    let output = OutputStream()
    output.write(text)
    output.flush()
    return .done
  }
}
