extension String {
  /// How many columns the text takes: East Asian wide characters and emoji two, every other grapheme one. Never less than one
  /// a grapheme, so that a name of lone combining marks is cut like any other.
  var displayWidth: Int { reduce(0) { $0 + $1.displayWidth } }
}

extension Character {
  var displayWidth: Int {
    unicodeScalars.contains { $0.isWide || $0.value == 0xFE0F } ? 2 : 1
  }
}

extension Unicode.Scalar {
  /// East Asian Width W or F (Unicode Annex 11), by block.
  fileprivate var isWide: Bool {
    switch value {
    case 0x1100...0x115F, 0x2E80...0x303E, 0x3041...0xA4CF, 0xA960...0xA97C, 0xAC00...0xD7A3, 0xF900...0xFAFF,
      0xFE30...0xFE6F, 0xFF00...0xFF60, 0xFFE0...0xFFE6, 0x1F300...0x1F64F, 0x1F680...0x1F6FF, 0x1F900...0x1F9FF,
      0x20000...0x3FFFD:
      true
    default: properties.isEmojiPresentation
    }
  }
}

/// Breaks a name into lines that fit a box.
enum NameWrapping {
  /// At most `maximumLines` lines of at most `width` columns, broken at spaces, and within a word only where the word alone is
  /// too wide. A name that does not fit ends in "…".
  static func lines(of name: String, width: Int, maximumLines: Int) -> [String] {
    var lines: [String] = []
    for word in name.split(whereSeparator: { $0 == " " || $0 == "\n" }).flatMap({ pieces(of: $0, width: width) }) {
      if let last = lines.last, last.displayWidth + 1 + word.displayWidth <= width {
        lines[lines.count - 1] = last + " " + word
      } else {
        lines.append(word)
      }
      if lines.count > maximumLines { return shortened(Array(lines.prefix(maximumLines)), width: width) }
    }
    return lines
  }

  private static func shortened(_ lines: [String], width: Int) -> [String] {
    var result = lines
    guard var last = result.popLast() else { return lines }
    while last.displayWidth > width - 1, !last.isEmpty { last.removeLast() }
    result.append(last + "…")
    return result
  }

  private static func pieces(of word: Substring, width: Int) -> [String] {
    var pieces: [String] = []
    var piece = ""
    var used = 0
    for character in word {
      if used + character.displayWidth > width, !piece.isEmpty {
        pieces.append(piece)
        piece = ""
        used = 0
      }
      piece.append(character)
      used += character.displayWidth
    }
    pieces.append(piece)
    return pieces
  }
}
