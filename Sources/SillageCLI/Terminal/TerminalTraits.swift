import ArgumentParser

/// When to colour: what `--color` takes.
enum ColourChoice: String, ArgumentWord {
  case always, never, auto

  /// `--color`, then NO_COLOR, then CLICOLOR_FORCE and FORCE_COLOR, then TERM=dumb, then whether it is a terminal.
  func decide(isTerminal: Bool, environment: (String) -> String?) -> Bool {
    func says(_ name: String) -> Bool { environment(name).map { !$0.isEmpty && $0 != "0" } ?? false }
    switch self {
    case .always: return true
    case .never: return false
    case .auto:
      if environment("NO_COLOR").map({ !$0.isEmpty }) == true { return false }
      if says("CLICOLOR_FORCE") || says("FORCE_COLOR") { return true }
      return isTerminal && environment("TERM") != "dumb"
    }
  }
}

/// What standard output can show.
struct TerminalTraits {
  var isTerminal: Bool
  var colour: Bool
  /// Whether the locale is UTF-8.
  var unicode: Bool
  /// Columns; nil where standard output is no terminal.
  var width: Int?

  /// What the descriptors and the environment of this process say.
  static func standardOutput(_ choice: ColourChoice) -> TerminalTraits {
    let terminal = System.isTerminal(System.standardOutput)
    return TerminalTraits(
      isTerminal: terminal, colour: choice.decide(isTerminal: terminal, environment: System.environment),
      unicode: isUnicode(System.environment),
      width: terminal
        ? System.environment("COLUMNS").flatMap { Int($0) } ?? System.terminalColumns(System.standardOutput) ?? 80 : nil)
  }

  /// Whether the first locale that is set, of LC_ALL, LC_CTYPE and LANG, is one of UTF-8.
  static func isUnicode(_ environment: (String) -> String?) -> Bool {
    for name in ["LC_ALL", "LC_CTYPE", "LANG"] {
      if let locale = environment(name)?.lowercased(), !locale.isEmpty {
        let charset = locale.prefix { $0 != "@" }
        return charset.hasSuffix("utf-8") || charset.hasSuffix("utf8")
      }
    }
    return false
  }
}

extension TerminalTraits {
  /// Whether the first locale that is set, of LC_ALL, LC_MESSAGES and LANG, is a French one.
  static func isFrench(_ environment: (String) -> String?) -> Bool {
    for name in ["LC_ALL", "LC_MESSAGES", "LANG"] {
      if let locale = environment(name), !locale.isEmpty { return locale.hasPrefix("fr") }
    }
    return false
  }
}

/// Paints with ANSI escapes, or leaves text as it is.
struct Palette {
  var colour: Bool

  func strong(_ text: String) -> String { paint(text, "1") }
  func faint(_ text: String) -> String { paint(text, "2") }
  func accent(_ text: String) -> String { paint(text, "36") }
  func warning(_ text: String) -> String { paint(text, "33") }

  private func paint(_ text: String, _ style: String) -> String {
    colour && !text.isEmpty ? "\u{1B}[\(style)m\(text)\u{1B}[0m" : text
  }
}
