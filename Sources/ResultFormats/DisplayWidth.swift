/// How many columns of a terminal a text takes.
///
/// East Asian wide and full-width characters and emoji take two, combining marks and format characters none. An emoji that
/// is joined from several takes two. Sources: Unicode Standard Annex 11 (East Asian Width W and F) and the emoji properties
/// of the standard library.
public enum DisplayWidth {
  /// The columns of a text without control characters. Cost: linear; ASCII needs no look-up.
  public static func of(_ text: some StringProtocol) -> Int {
    var columns = 0
    var ascii = true
    for byte in text.utf8 {
      if byte >= 0x80 {
        ascii = false
        break
      }
      columns += 1
    }
    return ascii ? columns : text.reduce(0) { $0 + of($1) }
  }

  /// The columns of one character: two if it shows as an emoji, however many were joined for it.
  public static func of(_ character: Character) -> Int {
    var columns = 0
    var scalars = 0
    for scalar in character.unicodeScalars {
      scalars += 1
      switch scalar.value {
      case 0xFE0F where scalars > 1, 0x1F1E6...0x1F1FF where scalars > 1: return 2
      default: columns += of(scalar)
      }
    }
    return character.unicodeScalars.first?.properties.isEmojiPresentation == true ? 2 : columns
  }

  /// The longest start of a text that fits, followed by `mark` if something was cut.
  public static func cut(_ text: String, to columns: Int, mark: String = "…") -> String {
    guard of(text) > columns else { return text }
    let room = columns - of(mark)
    guard room >= 0 else { return String(text.prefix(max(0, columns))) }
    var used = 0
    var out = ""
    for character in text {
      let width = of(character)
      if used + width > room { break }
      used += width
      out.append(character)
    }
    return out + mark
  }

  private static func of(_ scalar: Unicode.Scalar) -> Int {
    if scalar.value < 0x300 { return scalar.value == 0xAD ? 0 : 1 }
    switch scalar.properties.generalCategory {
    case .nonspacingMark, .enclosingMark, .format: return 0
    default: break
    }
    switch scalar.value {
    case 0x1160...0x11FF: return 0
    case 0x1100...0x115F, 0x2E80...0x303E, 0x3041...0x4DBF, 0x4E00...0xA4CF, 0xA960...0xA97F, 0xAC00...0xD7A3,
      0xF900...0xFAFF, 0xFE10...0xFE19, 0xFE30...0xFE6F, 0xFF01...0xFF60, 0xFFE0...0xFFE6, 0x16FE0...0x18AFF,
      0x1AFF0...0x1B2FF, 0x1F200...0x1F265, 0x20000...0x3FFFD:
      return 2
    default: return scalar.properties.isEmojiPresentation ? 2 : 1
    }
  }
}
