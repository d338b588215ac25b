/// Splits visible text into words, with what stands between them.
enum WordReader {
  /// The words of a text from first to last. Cost: linear, some ten processor cycles a byte.
  static func words(of bytes: [UInt8]) -> [Word] {
    var words: [Word] = []
    words.reserveCapacity(bytes.count / 5 + piece)
    var reader = WordGapReader()
    var hasMore = true
    while hasMore {
      words.append(addingCapacity: piece) { piece in hasMore = reader.read(bytes.span, into: &piece) }
    }
    return words
  }

  /// How many words are added to the others at once.
  private static let piece = 256

  /// The hash of the folded letters of a range, as if nothing stood between them.
  static func hash(of range: Range<Int>, in bytes: Span<UInt8>) -> UInt64 {
    var hash = WordHash()
    Folding.forEachByte(of: range, in: bytes) { byte in
      hash.add(UInt64(byte), bits: 8)
      return true
    }
    return hash.value
  }
}

/// Reads words one after the other, and what stands before each.
private struct WordGapReader {
  private var cursor = WordCursor<LetterCounts>()
  private var before = 0
  private var last: Word?

  /// Fills up a piece with words. Says whether there may be more.
  mutating func read(_ bytes: Span<UInt8>, into words: inout OutputSpan<Word>) -> Bool {
    while !words.isFull {
      var letters = LetterCounts()
      guard let step = cursor.next(bytes, from: before, &letters) else { return false }
      var gap = GapReader.gap(bytes, before..<step.start, before: letters)
      if gap.contains(.sentence), gap.isSubset(of: Self.stops), isAbbreviated { gap.remove(.sentence) }
      let word = Word(start: step.start, end: step.end, hash: step.hash, shape: letters.shape, gap: gap)
      words.append(word)
      last = word
      before = step.end
    }
    return true
  }

  /// Whether a full stop behind the last word ends no sentence.
  private var isAbbreviated: Bool {
    guard let last else { return false }
    return last.end - last.start == 1 && last.shape != .number || Self.abbreviations.contains(last.hash)
  }

  private static let stops: Gap = [.dot, .space, .line, .sentence]

  /// Words whose full stop ends no sentence; single letters are such words too.
  private static let abbreviations = WordSet(
    [
      "mm", "mr", "mrs", "ms", "mme", "mlle", "dr", "me", "prof", "st", "ste", "jr", "sr", "imp", "no", "vs", "cf", "env",
      "av", "bd", "id", "inc", "ltd", "co", "corp", "fig", "art", "vol", "ex", "tel", "approx",
    ])
}
