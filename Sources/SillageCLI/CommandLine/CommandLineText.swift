import Sillage

extension DiagnosticCode {
  /// There is no such command.
  static let unknownCommand = DiagnosticCode("E801")
  /// A command does not take these arguments.
  static let badArguments = DiagnosticCode("E802")
}

/// What was typed, as a text that a diagnostic can point into.
enum CommandLineText {
  static let name = "<command line>"
  private static let program = "sillage "

  /// Where the word behind the name of the program starts.
  static let firstWord = program.utf8.count

  static func source(_ arguments: [String]) -> SourceText {
    SourceText(name: name, text: program + arguments.joined(separator: " "))
  }
}
