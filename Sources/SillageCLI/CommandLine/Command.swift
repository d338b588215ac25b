import Sillage

/// One command of `sillage`.
///
/// Its initialiser asks the words of the command line for each option, then for each argument. What it asks for is what its
/// help tells, so that the two cannot differ.
protocol Command: SendableMetatype {
  static var about: CommandAbout { get }
  var global: GlobalOptions { get }

  init(_ words: inout CommandWords)

  /// What is wrong with the words together, in a line without a full stop; nil where nothing is.
  var conflict: String? { get }

  func run(_ console: Console) throws(SillageError) -> ExitStatus
}

extension Command {
  var conflict: String? { nil }
}

/// What the help says of a command besides its arguments and options.
struct CommandAbout {
  var commandName: String
  /// One sentence.
  var abstract: String
  /// Paragraphs; lines that start with two spaces are examples and stay as they are.
  var discussion = ""
}
