// SillageCLI is the terminal side: flags, one call of the façade, one formatter. One file a command in Commands; the cards
// that a person reads in Cards; the operating system in Terminal.

import ArgumentParser
import Sillage

/// `sillage` itself.
@main
struct SillageCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: name,
    abstract: "A knowledge graph of automaker strategy: text in git, one SQLite file, openCypher.",
    version: "sillage \(SillageVersion.text)",
    subcommands: [
      BuildCommand.self, ImportCommand.self, QueryCommand.self, QueriesCommand.self, ShowCommand.self, WhyCommand.self,
      ClaimsCommand.self, VerifyCommand.self, CiteCommand.self, ValidateCommand.self, ContradictionsCommand.self, GapsCommand.self,
      PromisesCommand.self, TimelineCommand.self, DiffCommand.self, SaveCommand.self, LinkCommand.self, SuggestCommand.self,
      ReviewCommand.self, DiagramCommand.self, DiagramsCommand.self,
      SessionCommand.self, OptimizeCommand.self, VersionCommand.self, HelpCommand.self,
    ])

  /// A command that names this one as the one above it is not asked for scripts of a shell first, where it is read by itself: that
  /// takes a third of its time to start.
  static let name = "sillage"

  /// What a long query may take; that of the first thread is too small for it, and only what is used is taken.
  private static let stackSize = 256 << 20

  static func main() {
    System.takeSignals()
    let arguments = Array(CommandLine.arguments.dropFirst())
    System.leave(stackSize: stackSize) { answer(arguments) }
  }

  func run() throws {
    print(Self.helpMessage())
  }

  /// Runs a command line and returns the status to leave with.
  static func answer(_ arguments: [String]) -> Int32 {
    if let status = PlainCommandLine.run(arguments) { return status.rawValue }
    let parsed: any ParsableCommand
    do {
      parsed = try named(arguments) ?? parseAsRoot(arguments)
    } catch {
      guard exitCode(for: error) != .success else {
        return write(fullMessage(for: error) + "\n")
      }
      CommandLineFault.reporter(arguments).report(
        [CommandLineFault.diagnostic(arguments, error)], sources: [CommandLineFault.source(arguments)])
      return ExitStatus.usage.rawValue
    }
    do {
      var command = parsed
      try command.run()
      return ExitStatus.done.rawValue
    } catch {
      let status = exitCode(for: error)
      return status == .success ? write(fullMessage(for: error) + "\n") : status.rawValue
    }
  }

  /// The command that is named first, read by itself; nil where there is none, or where its words are not in order. Looking
  /// through all commands, as the library does from the root, takes longer than most queries.
  private static func named(_ arguments: [String]) -> (any ParsableCommand)? {
    guard let name = arguments.first,
      let command = configuration.subcommands.first(where: { $0.configuration.commandName == name })
    else { return nil }
    return try? command.parseAsRoot(Array(arguments.dropFirst()))
  }

  private static func write(_ text: String) -> Int32 {
    let output = OutputStream()
    output.write(text)
    output.flush()
    return ExitStatus.done.rawValue
  }
}
