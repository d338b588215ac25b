/// Text made safe to show: what would move the cursor, colour the screen or turn the writing direction is spelled out.
public enum TerminalText {
  /// What may stay as it is, although it is a control character.
  public enum Kept: Sendable {
    /// Nothing: the text stays on one line.
    case nothing
    /// Line ends and tabs.
    case layout
  }

  /// The text with each other control character written as `\n`, `\t`, `\r` or `\u001b`. A text without any is returned
  /// as it is.
  public static func escaped(_ text: String, keeping kept: Kept = .nothing) -> String {
    guard text.unicodeScalars.contains(where: { mustEscape($0, kept) }) else { return text }
    var out = ""
    for scalar in text.unicodeScalars {
      guard mustEscape(scalar, kept) else {
        out.unicodeScalars.append(scalar)
        continue
      }
      switch scalar {
      case "\n": out += "\\n"
      case "\r": out += "\\r"
      case "\t": out += "\\t"
      default: out += "\\u" + hexadecimal(scalar.value)
      }
    }
    return out
  }

  /// C0, DEL, C1, the two line separators of Unicode, and the marks that turn the direction of what follows.
  private static func mustEscape(_ scalar: Unicode.Scalar, _ kept: Kept) -> Bool {
    switch scalar.value {
    case 0x09, 0x0A: kept == .nothing
    case 0..<0x20, 0x7F...0x9F, 0x2028...0x202E, 0x2066...0x2069, 0xFEFF: true
    default: false
    }
  }

  /// At least four digits, as JSON writes them.
  static func hexadecimal(_ number: UInt32) -> String {
    let digits = String(number, radix: 16)
    return String(repeating: "0", count: max(0, 4 - digits.count)) + digits
  }
}
