/// Folds letters so that the ways of writing a name meet: case, accents, ligatures, combining marks, invisible marks.
///
/// A folded text is letters and digits only; what stands between words is judged by itself, see ``Gap``.
enum Folding {
  /// What a scalar is to a word.
  enum Role: Equatable {
    /// A letter or digit, folded to these scalars.
    case letter(String)
    /// An ASCII letter or digit, folded to this byte.
    case ascii(UInt8)
    /// A combining or invisible mark: part of the word, but no letter of it.
    case mark
    /// No part of a word.
    case separator
  }

  /// The role of a scalar. Cost: constant; scalars beyond U+024F need the Unicode tables.
  static func role(of scalar: Unicode.Scalar) -> Role {
    let value = scalar.value
    switch value {
    case 0x30...0x39, 0x61...0x7A: return .ascii(UInt8(value))
    case 0x41...0x5A: return .ascii(UInt8(value + 0x20))
    case 0..<0x80: return .separator
    case 0xAD, 0x300...0x36F, 0x200B...0x200D, 0x2060, 0xFEFF, 0xFE00...0xFE0F: return .mark
    case 0xC0..<0x180:
      let letters = latin[Int(value) - 0xC0]
      return letters.isEmpty ? .separator : .letter(letters)
    case 0xFB00...0xFB06: return .letter(ligatures[Int(value) - 0xFB00])
    case 0xAA, 0xBA, 0xB2, 0xB3, 0xB9, 0x2000...0x2BFF, 0x3000...0x303F, 0xFE10...0xFE1F, 0x1F000...0x1FAFF:
      return .separator
    default:
      let properties = scalar.properties
      guard properties.isAlphabetic || properties.numericType != nil else {
        return properties.canonicalCombiningClass == .notReordered ? .separator : .mark
      }
      return .letter(unmarked(value) ?? properties.lowercaseMapping)
    }
  }

  /// Hands out the folded letters and digits of a range of well-formed UTF-8 as bytes, without anything between words, until
  /// `take` says no. Returns whether it never did.
  @inline(__always) @discardableResult
  static func forEachByte(of range: Range<Int>, in bytes: Span<UInt8>, _ take: (UInt8) -> Bool) -> Bool {
    let table = LetterTable.standard
    var offset = range.lowerBound
    while offset < range.upperBound {
      let byte = bytes[offset]
      if byte < 0x80 {
        let folded = table.ascii[Int(byte)]
        if folded != 0, !take(folded) { return false }
        offset += 1
      } else {
        let (letter, length) = table.letter(at: offset, in: bytes)
        for index in 0..<letter.count {
          if !take(letter.byte(index)) { return false }
        }
        offset += length
      }
    }
    return true
  }

  /// Adds the folded letters of a range of well-formed UTF-8 to others.
  static func append(_ range: Range<Int>, of bytes: Span<UInt8>, to letters: inout [UInt8]) {
    letters.append(addingCapacity: range.count * mostFolded) { letters in
      forEachByte(of: range, in: bytes) { byte in
        letters.append(byte)
        return true
      }
    }
  }

  /// The most folded bytes for a byte: five for a letter of two, see ``Letter``.
  private static let mostFolded = 3

  /// The folded words of a text.
  static func words(of text: String) -> [String] {
    var words: [String] = []
    var word = ""
    for scalar in text.unicodeScalars {
      switch role(of: scalar) {
      case .letter(let letters): word += letters
      case .ascii(let byte): word.unicodeScalars.append(Unicode.Scalar(byte))
      case .mark: break
      case .separator:
        if !word.isEmpty { words.append(word) }
        word = ""
      }
    }
    if !word.isEmpty { words.append(word) }
    return words
  }

  /// Latin-1 letters from U+00C0 and Latin Extended-A; the two signs among them fold to nothing.
  private static let latin: [String] = [
    "a", "a", "a", "a", "a", "a", "ae", "c", "e", "e", "e", "e", "i", "i", "i", "i", "d", "n", "o", "o", "o", "o", "o", "", "o", "u", "u", "u", "u",
    "y", "th", "ss", "a", "a", "a", "a", "a", "a", "ae", "c", "e", "e", "e", "e", "i", "i", "i", "i", "d", "n", "o", "o", "o", "o", "o", "", "o", "u",
    "u", "u", "u", "y", "th", "y", "a", "a", "a", "a", "a", "a", "c", "c", "c", "c", "c", "c", "c", "c", "d", "d", "d", "d", "e", "e", "e", "e", "e",
    "e", "e", "e", "e", "e", "g", "g", "g", "g", "g", "g", "g", "g", "h", "h", "h", "h", "i", "i", "i", "i", "i", "i", "i", "i", "i", "i", "ij", "ij",
    "j", "j", "k", "k", "k", "l", "l", "l", "l", "l", "l", "l", "l", "l", "l", "n", "n", "n", "n", "n", "n", "n", "n", "n", "o", "o", "o", "o", "o",
    "o", "oe", "oe", "r", "r", "r", "r", "r", "r", "s", "s", "s", "s", "s", "s", "s", "s", "t", "t", "t", "t", "t", "t", "u", "u", "u", "u", "u", "u",
    "u", "u", "u", "u", "u", "u", "w", "w", "y", "y", "y", "z", "z", "z", "z", "z", "z", "s",
  ]
  private static let ligatures = ["ff", "fi", "fl", "ffi", "ffl", "st", "st"]
}
