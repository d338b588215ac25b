import ArticleText

/// Splits visible text into words, with what stands between them.
struct WordReader {
  private let bytes: [UInt8]
  private var words: [Word] = []
  private var offset = 0

  init(_ bytes: [UInt8]) { self.bytes = bytes }

  /// The words of a text from first to last. Cost: linear.
  static func words(of bytes: [UInt8]) -> [Word] {
    var reader = WordReader(bytes)
    reader.words.reserveCapacity(bytes.count / 6)
    while reader.readWord() {}
    return reader.words
  }

  /// Continues a hash with the folded letters of a range of the text.
  static func hash(continuing hash: UInt64, with bytes: ArraySlice<UInt8>) -> UInt64 {
    var hash = hash
    for scalar in String(decoding: bytes, as: UTF8.self).unicodeScalars {
      switch Folding.role(of: scalar) {
      case .ascii(let byte): hash = WordHash.adding(byte, to: hash)
      case .letter(let letters): for byte in letters.utf8 { hash = WordHash.adding(byte, to: hash) }
      case .mark, .separator: break
      }
    }
    return hash
  }

  private mutating func readWord() -> Bool {
    var gap = GapReader(isStart: words.isEmpty)
    while offset < bytes.count {
      let (scalar, length) = scalar(at: offset)
      if case .separator = Folding.role(of: scalar) {
        gap.add(scalar)
        offset += length
      } else {
        break
      }
    }
    guard offset < bytes.count else { return false }
    var word = Word(start: offset, end: offset, hash: WordHash.empty, shape: .lower, gap: .start)
    var letters = ShapeReader()
    while offset < bytes.count {
      let (scalar, length) = scalar(at: offset)
      switch Folding.role(of: scalar) {
      case .separator:
        append(&word, letters, gap)
        return true
      case .mark: break
      case .ascii(let byte):
        word.hash = WordHash.adding(byte, to: word.hash)
        letters.add(scalar, folded: byte)
      case .letter(let folded):
        for byte in folded.utf8 { word.hash = WordHash.adding(byte, to: word.hash) }
        letters.add(scalar)
      }
      offset += length
    }
    append(&word, letters, gap)
    return true
  }

  private mutating func append(_ word: inout Word, _ letters: ShapeReader, _ gap: GapReader) {
    word.end = offset
    word.shape = letters.shape
    word.gap = gap.finish(before: letters)
    if word.gap.isSubset(of: [.dot, .space, .line, .sentence]), let last = words.last,
      last.end - last.start == 1 && last.shape != .number || Self.abbreviations.contains(last.hash)
    {
      word.gap.remove(.sentence)
    }
    words.append(word)
  }

  /// Words whose full stop ends no sentence; single letters are such words too.
  private static let abbreviations = Set(
    [
      "mm", "mr", "mrs", "ms", "mme", "mlle", "dr", "me", "prof", "st", "ste", "jr", "sr", "imp", "no", "vs", "cf", "env",
      "av", "bd", "id", "inc", "ltd", "co", "corp", "fig", "art", "vol", "ex", "tel", "approx",
    ].map(WordHash.of))

  /// The scalar at an offset of well-formed UTF-8, and its length.
  private func scalar(at offset: Int) -> (Unicode.Scalar, Int) {
    let first = bytes[offset]
    if first < 0x80 { return (Unicode.Scalar(first), 1) }
    let length = first < 0xE0 ? 2 : first < 0xF0 ? 3 : 4
    var value = UInt32(first & (length == 2 ? 0x1F : length == 3 ? 0x0F : 0x07))
    for byte in bytes[(offset + 1)..<min(offset + length, bytes.count)] { value = value << 6 | UInt32(byte & 0x3F) }
    return (Unicode.Scalar(value) ?? "\u{FFFD}", length)
  }
}

/// Notes how the letters of a word are written.
struct ShapeReader {
  private var lower = 0
  private var upper = 0
  private var digits = 0
  private var caseless = 0
  private var startsUpper = false

  /// Whether the word begins with a capital or a digit, as a sentence does.
  var canStartSentence: Bool { startsUpper || lower == 0 }

  mutating func add(_ scalar: Unicode.Scalar, folded: UInt8) {
    if scalar.value <= 0x39 {
      digits += 1
    } else if scalar.value == UInt32(folded) {
      lower += 1
    } else {
      if lower + upper + digits + caseless == 0 { startsUpper = true }
      upper += 1
    }
  }

  mutating func add(_ scalar: Unicode.Scalar) {
    let properties = scalar.properties
    if properties.isLowercase {
      lower += 1
    } else if properties.isUppercase {
      if lower + upper + digits + caseless == 0 { startsUpper = true }
      upper += 1
    } else {
      caseless += 1
    }
  }

  var shape: WordShape {
    if upper == 0 { return lower > 0 ? .lower : caseless > 0 ? .caseless : .number }
    if lower == 0 { return upper == 1 && digits == 0 ? .capitalised : .capitals }
    return startsUpper && upper == 1 ? .capitalised : .mixed
  }
}

/// Notes what stands between two words.
struct GapReader {
  private var gap: Gap = []
  private var newlines = 0
  private var onlyHyphen = true
  private var count = 0
  private var ended = false
  private let isStart: Bool

  init(isStart: Bool) { self.isStart = isStart }

  mutating func add(_ scalar: Unicode.Scalar) {
    count += 1
    switch scalar.value {
    case 0x0A: addNewline()
    case 0x09, 0x0D, 0x20, 0xA0, 0x2000...0x200A, 0x202F, 0x205F, 0x3000:
      gap.insert(.space)
      if scalar.value != 0x0D, newlines == 0 { onlyHyphen = false }
      if ended { gap.insert(.sentence) }
    case 0x2D, 0x2010, 0x2011: addDash()
    case 0x2022, 0x2012...0x2015, 0x2212, 0xB7, 0x25AA, 0x25CF, 0x25E6:
      gap.insert(newlines > 0 || isStart ? .item : .other)
      onlyHyphen = false
    case 0x27, 0x2BC, 0x2018, 0x2019, 0xB4, 0x60: note(.apostrophe)
    case 0x2E, 0x2026:
      note(.dot)
      ended = true
    case 0x21, 0x3F:
      note(.other)
      ended = true
    case 0x3A: note(.colon)
    case 0x5F: note(.underscore)
    case 0x26, 0x2B: note(.ampersand)
    case 0x28, 0x29, 0x5B, 0x5D: note(.bracket)
    case 0x1A: note(.opaque)
    default: note(.other)
    }
  }

  private mutating func note(_ kind: Gap) {
    gap.insert(kind)
    onlyHyphen = false
  }

  private mutating func addNewline() {
    newlines += 1
    gap.insert(.line)
    if ended { gap.insert(.sentence) }
  }

  private mutating func addDash() {
    if newlines > 0 || isStart && count == 1 { gap.insert(.item) }
    if count > 1 { onlyHyphen = false }
    gap.insert(.hyphen)
  }

  /// The gap before a word; a full stop ends a sentence only before a capital or a digit.
  func finish(before word: ShapeReader) -> Gap {
    var gap = gap
    if newlines >= 2 { gap.formUnion([.paragraph, .sentence]) }
    if gap.contains(.item) { gap.insert(.sentence) }
    if gap.contains(.sentence), newlines < 2, !gap.contains(.item), !word.canStartSentence { gap.remove(.sentence) }
    if newlines == 1, onlyHyphen, gap.contains(.hyphen) { gap = [.brokenWord, .hyphen, .line] }
    return gap
  }
}
