/// An argument or option that a command asks for, as its help shows it.
struct CommandPart {
  enum Kind {
    case argument, flag, option
  }

  var kind: Kind
  /// `--file`, `-f`; of an argument, what stands for it.
  var names: [String]
  /// What stands for the value of an option.
  var valueName: String?
  var isOptional = true
  var repeats = false
  var help: String
  var choices: [String] = []
  var defaultWord: String?

  /// As the left column of the help has it.
  var label: String {
    guard kind != .argument else { return "<\(names.joined())>" }
    return names.joined(separator: ", ") + (valueName.map { " <\($0)>" } ?? "")
  }

  /// As the line on usage has it.
  var usage: String {
    let words = kind == .argument ? label : (names.last ?? "") + (valueName.map { " <\($0)>" } ?? "")
    return (isOptional ? "[\(words)]" : words) + (repeats ? " ..." : "")
  }

  /// The help with what can be given and what is taken otherwise.
  var fullHelp: String {
    var notes: [String] = []
    if !choices.isEmpty { notes.append("values: \(choices.joined(separator: ", "))") }
    if let defaultWord { notes.append("default: \(defaultWord)") }
    return notes.isEmpty ? help : "\(help) (\(notes.joined(separator: "; ")))"
  }
}

/// What an option can take.
protocol OptionValue {
  init?(word: String)
  /// How the value is written on a command line.
  var word: String { get }
  /// All that can be given, where that is a short list.
  static var choices: [String] { get }
  /// What a word must be, as in "`--limit` takes a whole number".
  static var expectation: String { get }
}

extension OptionValue {
  static var choices: [String] { [] }
  static var expectation: String { "one of " + choices.joined(separator: ", ") }
}

extension OptionValue where Self: RawRepresentable<String> & CaseIterable {
  init?(word: String) { self.init(rawValue: word) }
  var word: String { rawValue }
  static var choices: [String] { allCases.map(\.rawValue) }
}

extension String: OptionValue {
  init?(word: String) { self = word }
  var word: String { self }
  static var expectation: String { "a text" }
}

extension Int: OptionValue {
  init?(word: String) { self.init(word) }
  var word: String { String(self) }
  static var expectation: String { "a whole number" }
}
