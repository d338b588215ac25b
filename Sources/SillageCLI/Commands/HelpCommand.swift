import Sillage

/// `sillage help`: the help of a command, or a topic.
struct HelpCommand: Command {
  static let about = CommandAbout(
    commandName: "help",
    abstract: "Show the help of a command, or the functions of the language.",
    discussion: """
      Examples:
        sillage help query
        sillage help functions
        sillage help functions temporal
        sillage help functions substring
      """)

  let words: [String]
  let global: GlobalOptions

  init(_ words: inout CommandWords) {
    global = GlobalOptions(&words)
    self.words = words.arguments(
      "words", isOptional: true, help: "A command, or `functions` and perhaps a family or name.")
  }

  var conflict: String? {
    guard let first = words.first else { return nil }
    if first != "functions" {
      return SillageProgram.command(named: first) == nil ? "there is no command `\(first)`" : nil
    }
    guard let name = words.dropFirst().first, FunctionReference.text(about: name).isEmpty else { return nil }
    return "there is no function or family `\(name)`"
  }

  func run(_ console: Console) throws(SillageError) -> ExitStatus {
    console.output.write(text)
    return .done
  }

  private var text: String {
    guard let first = words.first else { return SillageProgram.help() }
    if first == "functions" { return FunctionReference.text(about: words.dropFirst().first) }
    return SillageProgram.command(named: first).map { CommandHelp.text(of: $0) } ?? ""
  }
}
