import ArgumentParser
import Sillage

/// `sillage help`: the help of a command, or a topic.
struct HelpCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "help",
    abstract: "Show the help of a command, or the functions of the language.",
    discussion: """
      Examples:
        sillage help query
        sillage help functions
        sillage help functions temporal
        sillage help functions substring
      """)

  @Argument(help: "A command, or `functions` and perhaps a family or name.")
  var words: [String] = []

  func run() throws {
    guard let first = words.first else { throw CleanExit.helpRequest(SillageCommand.self) }
    if first == "functions" {
      let text = FunctionReference.text(about: words.dropFirst().first)
      guard !text.isEmpty else { throw ValidationError("there is no function or family `\(words[1])`") }
      print(text, terminator: "")
      return
    }
    guard let command = SillageCommand.configuration.subcommands.first(where: { $0.configuration.commandName == first }) else {
      throw ValidationError("there is no command `\(first)`")
    }
    throw CleanExit.helpRequest(command)
  }
}
