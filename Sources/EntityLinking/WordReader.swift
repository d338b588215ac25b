/// Splits visible text into words, with what stands between them.
enum WordReader {
  /// The words of a text from first to last. Cost: linear, some ten processor cycles a byte.
  static func words(of bytes: [UInt8]) -> [Word] {
    var words: [Word] = []
    words.reserveCapacity(bytes.count / 6 + 1)
    read(bytes.span, into: &words)
    return words
  }

  private static func read(_ bytes: Span<UInt8>, into words: inout [Word]) {
    let table = LetterTable.standard
    let ascii = table.ascii.span
    var cursor = WordCursor()
    var before = 0
    while cursor.next(bytes, ascii, table) {
      var gap = GapReader.gap(bytes, before..<cursor.start, before: cursor.letters)
      if gap.contains(.sentence), gap.isSubset(of: [.dot, .space, .line, .sentence]), let last = words.last,
        last.end - last.start == 1 && last.shape != .number || abbreviations.contains(last.hash)
      {
        gap.remove(.sentence)
      }
      before = cursor.end
      words.append(
        Word(start: cursor.start, end: cursor.end, hash: cursor.hash, shape: cursor.letters.shape, gap: gap))
    }
  }

  /// Continues a hash with the folded letters of a range of the text.
  static func hash(continuing hash: UInt64, with range: Range<Int>, of bytes: [UInt8]) -> UInt64 {
    var hash = hash
    Folding.forEachByte(of: range, in: bytes.span) { byte in
      hash = WordHash.adding(byte, to: hash)
      return true
    }
    return hash
  }

  /// Words whose full stop ends no sentence; single letters are such words too.
  private static let abbreviations = Set(
    [
      "mm", "mr", "mrs", "ms", "mme", "mlle", "dr", "me", "prof", "st", "ste", "jr", "sr", "imp", "no", "vs", "cf", "env",
      "av", "bd", "id", "inc", "ltd", "co", "corp", "fig", "art", "vol", "ex", "tel", "approx",
    ].map(WordHash.of))
}

/// Walks over the words of a text: where each is, its hash and how it is written. It keeps nothing, so that a text can be
/// passed over without memory for its words.
struct WordCursor {
  /// The bytes of the word, end exclusive.
  private(set) var start = 0
  private(set) var end = 0
  private(set) var hash = WordHash.empty
  private(set) var letters = LetterCounts()

  /// Begins at an offset where a word may begin.
  init(from offset: Int = 0) { end = offset }

  /// Goes to the next word; false where there is none. `ascii` is that of the table.
  @inline(__always)
  mutating func next(_ bytes: Span<UInt8>, _ ascii: Span<UInt64>, _ table: LetterTable) -> Bool {
    var offset = end
    let count = bytes.count
    while offset < count {
      let byte = bytes[offset]
      if ascii[Int(byte)] != 0 { break }
      if byte < 0x80 {
        offset &+= 1
      } else {
        let (letter, length) = table.letter(at: offset, in: bytes)
        if !letter.isSeparator { break }
        offset &+= length
      }
    }
    guard offset < count else { return false }
    start = offset
    var hash = WordHash.empty
    var letters = LetterCounts()
    while offset < count {
      let byte = bytes[offset]
      let entry = ascii[Int(byte)]
      if entry != 0 {
        hash = WordHash.adding(UInt8(truncatingIfNeeded: entry), to: hash)
        letters.addASCII(entry)
        offset &+= 1
      } else if byte < 0x80 {
        break
      } else {
        let (letter, length) = table.letter(at: offset, in: bytes)
        if letter.isSeparator { break }
        if letter.isLetter {
          for index in 0..<letter.count { hash = WordHash.adding(letter.byte(index), to: hash) }
          letters.add(LetterCounts.one(letter.letterCase))
        }
        offset &+= length
      }
    }
    end = offset
    self.hash = hash
    self.letters = letters
    return true
  }
}
