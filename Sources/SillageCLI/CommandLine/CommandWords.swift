import Sillage

/// The words behind the name of a command, from which it takes what it asks for. Options are asked for before arguments.
///
/// `--name value`, `--name=value` and `-n value` are the same; behind `--` all words are arguments. A value that begins with
/// a hyphen is given with `=`, but for `-` itself and negative numbers. What is asked for is kept for the help; what is wrong
/// is kept too, so that a command need not look.
struct CommandWords {
  private struct Word {
    var text: String
    var span: SourceSpan
  }

  private var words: [Word] = []
  /// Those behind `--`.
  private var plainWords: [Word] = []
  private let command: String
  private let end: SourceSpan
  /// What was asked for so far.
  private(set) var parts: [CommandPart] = []
  private var faults: [Diagnostic] = []

  /// `start` is where the first word stands in the text of `CommandLineText`.
  init(_ arguments: some Collection<String>, of command: String, start: Int) {
    self.command = command
    var start = start
    var isPlain = false
    for text in arguments {
      let word = Word(text: text, span: SourceSpan(start: start, end: start + text.utf8.count))
      start = word.span.end + 1
      if isPlain {
        plainWords.append(word)
      } else if text == "--" {
        isPlain = true
      } else {
        words.append(word)
      }
    }
    end = SourceSpan(start: max(0, start - 1), end: max(0, start - 1))
  }

  /// Whether help is asked for, wherever that stands.
  var askForHelp: Bool { words.contains { $0.text == "--help" || $0.text == "-h" } }

  // MARK: Options

  mutating func flag(_ names: String..., help: String) -> Bool {
    parts.append(CommandPart(kind: .flag, names: names, help: help))
    let count = words.count
    words.removeAll { names.contains($0.text) }
    return words.count < count
  }

  /// The value given last; nil where none is.
  mutating func option<Value: OptionValue>(
    _ names: String..., value: String, help: String
  ) -> Value? {
    let values: [Value] = take(
      CommandPart(kind: .option, names: names, valueName: value, help: help, choices: Value.choices))
    return values.last
  }

  /// The value given last, else `standard`.
  mutating func option<Value: OptionValue>(
    _ names: String..., value: String, help: String, default standard: Value
  ) -> Value {
    let values: [Value] = take(
      CommandPart(
        kind: .option, names: names, valueName: value, help: help, choices: Value.choices, defaultWord: standard.word))
    return values.last ?? standard
  }

  /// All values, in their order.
  mutating func options<Value: OptionValue>(_ names: String..., value: String, help: String) -> [Value] {
    take(CommandPart(kind: .option, names: names, valueName: value, help: help, choices: Value.choices))
  }

  private mutating func take<Value: OptionValue>(_ part: CommandPart) -> [Value] {
    parts.append(part)
    var values: [Value] = []
    var rest: [Word] = []
    var index = 0
    while index < words.count {
      let word = words[index]
      index += 1
      guard let name = part.names.first(where: { word.text == $0 || word.text.hasPrefix($0 + "=") }) else {
        rest.append(word)
        continue
      }
      var given = word
      if word.text != name {
        given.text = String(word.text.dropFirst(name.count + 1))
        given.span = SourceSpan(start: word.span.end - given.text.utf8.count, end: word.span.end)
      } else if index < words.count, !Self.isOption(words[index].text) {
        given = words[index]
        index += 1
      } else {
        report("`\(name)` needs a value", at: word.span, label: part.valueName.map { "`\(name) <\($0)>`" })
        continue
      }
      if let value = Value(word: given.text) {
        values.append(value)
      } else {
        report(
          "`\(name)` takes \(Value.expectation)", at: given.span,
          label: NearName.question(for: given.text, among: Value.choices))
      }
    }
    words = rest
    return values
  }

  private static func isOption(_ word: String) -> Bool {
    word.hasPrefix("-") && word != "-" && Double(word) == nil
  }

  // MARK: Arguments

  /// The next argument; nil where there is none.
  mutating func argument(_ name: String, help: String) -> String? {
    parts.append(CommandPart(kind: .argument, names: [name], help: help))
    return next()?.text
  }

  mutating func requiredArgument(_ name: String, help: String) -> String {
    parts.append(CommandPart(kind: .argument, names: [name], isOptional: false, help: help))
    guard let word = next() else {
      report("<\(name)> is missing", at: end)
      return ""
    }
    return word.text
  }

  /// All arguments that are left.
  mutating func arguments(_ name: String, isOptional: Bool = false, help: String) -> [String] {
    parts.append(CommandPart(kind: .argument, names: [name], isOptional: isOptional, repeats: true, help: help))
    var texts: [String] = []
    while let word = next() { texts.append(word.text) }
    if texts.isEmpty, !isOptional { report("<\(name)> is missing", at: end) }
    return texts
  }

  private mutating func next() -> Word? {
    if let index = words.firstIndex(where: { !Self.isOption($0.text) }) { return words.remove(at: index) }
    return plainWords.isEmpty ? nil : plainWords.removeFirst()
  }

  // MARK: Faults

  /// What is wrong, once a command has asked for everything: words that nothing asked for come first, since another fault
  /// may follow from them.
  var fault: Diagnostic? {
    if let word = words.first(where: { Self.isOption($0.text) }) {
      let name = String(word.text.prefix { $0 != "=" })
      let known = parts.filter { $0.kind != .argument }.flatMap(\.names) + ["--help"]
      return diagnostic("no option `\(name)`", at: word.span, label: NearName.question(for: name, among: known))
    }
    if let first = faults.first { return first }
    return (words + plainWords).first.map { diagnostic("one argument too many", at: $0.span) }
  }

  private mutating func report(_ message: String, at span: SourceSpan, label: String? = nil) {
    faults.append(diagnostic(message, at: span, label: label))
  }

  private func diagnostic(_ message: String, at span: SourceSpan, label: String? = nil) -> Diagnostic {
    Diagnostic(
      .badArguments, message, source: CommandLineText.name, span: span, label: label, hint: "sillage \(command) --help")
  }
}
