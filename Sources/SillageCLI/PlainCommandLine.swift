import Sillage

/// A command line of the shape that programs send: a command that they start often, its plainest options, a word to each value.
///
/// The library that reads all command lines asks the runtime about every type of every option, which takes longer than
/// most queries. What is not of this shape is left to it, to read or to refuse.
struct PlainCommandLine {
  private var options: [(name: String, value: String)] = []
  private var flags: [String] = []
  private var operands: [String] = []

  /// Runs the command of a command line of this shape; nil where the line is of another.
  static func run(_ words: [String]) -> ExitStatus? {
    switch words.first {
    case "query": query(words.dropFirst())
    case "session": session(words.dropFirst())
    default: nil
    }
  }

  private static func query(_ words: ArraySlice<String>) -> ExitStatus? {
    guard let line = PlainCommandLine(words, options: ["--db", "--format", "--params"]), let question = line.operands.first,
      line.operands.count == 1
    else { return nil }
    var asked = QueryRun(question: question, mayWrite: line.isWriting)
    if let word = line.value("--format") {
      guard let format = FormatChoice(argument: word) else { return nil }
      asked.answer.format = format
    }
    if let text = line.value("--params") {
      guard let object = ParameterObject(argument: text) else { return nil }
      asked.parameters = object.fields
    }
    return line.surroundings.perform { console throws(SillageError) in try asked.run(line.surroundings, console) }
  }

  private static func session(_ words: ArraySlice<String>) -> ExitStatus? {
    guard let line = PlainCommandLine(words, options: ["--db"]), line.operands.isEmpty else { return nil }
    let asked = SessionRun(mayWrite: line.isWriting)
    return line.surroundings.perform { console throws(SillageError) in try asked.run(line.surroundings, console) }
  }

  /// Nil where a word is neither an operand, nor one of these options, nor a flag, or where an option has no value or has two.
  private init?(_ words: ArraySlice<String>, options known: [String]) {
    var words = words
    while let word = words.popFirst() {
      if !word.hasPrefix("-") {
        operands.append(word)
      } else if word == "--write" || word == "--quiet" {
        flags.append(word)
      } else if known.contains(word), value(word) == nil, let value = words.popFirst(), !value.hasPrefix("-") {
        options.append((word, value))
      } else {
        return nil
      }
    }
  }

  private func value(_ name: String) -> String? { options.first { $0.name == name }?.value }
  private var isWriting: Bool { flags.contains("--write") }
  private var surroundings: Surroundings { Surroundings(database: value("--db"), isQuiet: flags.contains("--quiet")) }
}
