import ArgumentParser
import Sillage

extension DiagnosticCode {
  /// There is no such command.
  static let unknownCommand = DiagnosticCode("E801")
  /// A command does not take these arguments.
  static let badArguments = DiagnosticCode("E802")
}

/// What is wrong with a command line, in the shape of every other error.
enum CommandLineFault {
  /// What was typed, as a text that a diagnostic can point into.
  static func source(_ arguments: [String]) -> SourceText {
    SourceText(name: "<command line>", text: (["sillage"] + arguments).joined(separator: " "))
  }

  static func diagnostic(_ arguments: [String], _ error: any Error) -> Diagnostic {
    let names = SillageCommand.configuration.subcommands.map { $0._commandName } + ["help"]
    guard let first = arguments.first, !first.hasPrefix("-"), !names.contains(first) else {
      return Diagnostic(
        .badArguments, message(error), source: "", span: .beginning, hint: help(arguments.first, names))
    }
    let start = "sillage ".utf8.count
    return Diagnostic(
      .unknownCommand, "no command `\(first)`", source: "<command line>",
      span: SourceSpan(start: start, end: start + first.utf8.count), label: NearName.question(for: first, among: names),
      hint: "sillage --help")
  }

  /// The words of the argument parser, as a message of ours: one line, without a full stop.
  private static func message(_ error: any Error) -> String {
    var line = SillageCommand.message(for: error).split(separator: "\n").joined(separator: " ")
    if line.hasSuffix(".") { line.removeLast() }
    return line
  }

  private static func help(_ command: String?, _ names: [String]) -> String {
    command.map { names.contains($0) } == true ? "sillage \(command ?? "") --help" : "sillage --help"
  }

  /// How to report, told from arguments that could not be parsed.
  static func reporter(_ arguments: [String]) -> Reporter {
    func value(_ name: String) -> String? {
      if let joined = arguments.first(where: { $0.hasPrefix(name + "=") }) { return String(joined.dropFirst(name.count + 1)) }
      guard let at = arguments.firstIndex(of: name), at + 1 < arguments.count else { return nil }
      return arguments[at + 1]
    }
    return Reporter(
      value("--error-format").flatMap(ErrorFormat.init) ?? .human,
      (value("--color") ?? value("--colour")).flatMap(ColourChoice.init) ?? .auto, quiet: false)
  }
}
