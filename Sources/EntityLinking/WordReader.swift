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
    var cursor = WordCursor()
    var before = 0
    var letters = LetterCounts()
    while let word = cursor.next(bytes, from: before, &letters) {
      var gap = GapReader.gap(bytes, before..<word.start, before: letters)
      if gap.contains(.sentence), gap.isSubset(of: [.dot, .space, .line, .sentence]), let last = words.last,
        last.end - last.start == 1 && last.shape != .number || abbreviations.contains(last.hash)
      {
        gap.remove(.sentence)
      }
      words.append(Word(start: word.start, end: word.end, hash: word.hash, shape: letters.shape, gap: gap))
      before = word.end
      letters = LetterCounts()
    }
  }

  /// The hash of the folded letters of a range, as if nothing stood between them.
  static func hash(of range: Range<Int>, in bytes: Span<UInt8>) -> UInt64 {
    var hash = WordHash()
    Folding.forEachByte(of: range, in: bytes) { byte in
      hash.add(UInt64(byte), bits: 8)
      return true
    }
    return hash.value
  }

  /// Words whose full stop ends no sentence; single letters are such words too.
  private static let abbreviations = WordSet(
    [
      "mm", "mr", "mrs", "ms", "mme", "mlle", "dr", "me", "prof", "st", "ste", "jr", "sr", "imp", "no", "vs", "cf", "env",
      "av", "bd", "id", "inc", "ltd", "co", "corp", "fig", "art", "vol", "ex", "tel", "approx",
    ])
}
