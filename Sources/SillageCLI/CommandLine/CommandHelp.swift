/// The help of a command, and that of the program, for a page of 80 columns.
enum CommandHelp {
  private static let width = 80
  private static let column = 26
  private static let ownOption = CommandPart(kind: .flag, names: ["-h", "--help"], help: "Show help.")

  static func text(of command: any Command.Type) -> String {
    var words = CommandWords([], of: command.about.commandName, start: 0)
    _ = command.init(&words)
    let arguments = words.parts.filter { $0.kind == .argument }
    let options = words.parts.filter { $0.kind != .argument } + [ownOption]
    var text = overview(command.about.abstract, command.about.discussion)
    text += "USAGE: sillage \(command.about.commandName) [<options>]"
    text += arguments.map { " " + $0.usage }.joined() + "\n"
    text += section("ARGUMENTS", arguments.map { ($0.label, $0.fullHelp) })
    text += section("OPTIONS", options.map { ($0.label, $0.fullHelp) })
    return text
  }

  static func text(of commands: [any Command.Type], abstract: String) -> String {
    var text = overview(abstract, "") + "USAGE: sillage <subcommand>\n"
    text += section("OPTIONS", [("--version", "Show the version."), (ownOption.label, ownOption.help)])
    text += section("SUBCOMMANDS", commands.map { ($0.about.commandName, $0.about.abstract) })
    return text + "\n  See 'sillage help <subcommand>' for detailed help.\n"
  }

  private static func overview(_ abstract: String, _ discussion: String) -> String {
    var lines = wrapped("OVERVIEW: " + abstract, width)
    if !discussion.isEmpty { lines.append("") }
    for line in discussion.split(separator: "\n", omittingEmptySubsequences: false) where !discussion.isEmpty {
      lines += line.hasPrefix("  ") ? [String(line)] : wrapped(String(line), width)
    }
    return lines.joined(separator: "\n") + "\n\n"
  }

  private static func section(_ title: String, _ rows: [(label: String, help: String)]) -> String {
    guard !rows.isEmpty else { return "" }
    let indent = String(repeating: " ", count: column)
    var text = "\n\(title):\n"
    for row in rows {
      var lines = wrapped(row.help, width - column)
      let label = "  " + row.label
      if label.count < column, let first = lines.first {
        text += label + String(repeating: " ", count: column - label.count) + first + "\n"
        lines.removeFirst()
      } else {
        text += label + "\n"
      }
      for line in lines { text += indent + line + "\n" }
    }
    return text
  }

  private static func wrapped(_ text: String, _ width: Int) -> [String] {
    var lines: [String] = []
    var line = ""
    for word in text.split(separator: " ") {
      if !line.isEmpty, line.count + 1 + word.count > width {
        lines.append(line)
        line = ""
      }
      line += (line.isEmpty ? "" : " ") + word
    }
    return lines + [line]
  }
}
