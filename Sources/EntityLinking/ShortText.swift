/// Reads the words of short texts, one after the other, in the same memory.
struct ShortText<Notes: LetterNotes> {
  /// The text, and behind it bytes that are no letters.
  private(set) var bytes: [UInt8] = []
  /// Some of its words; nearly always all of them.
  private(set) var words = WordBatch<Notes>(blocks: 4)

  /// Begins with a text. Its last block is made whole, so that it is read as one.
  mutating func begin(_ text: String) {
    bytes.removeLast(bytes.count)
    bytes.append(contentsOf: text.utf8)
    let rest = bytes.count % TextBlock.length
    if rest > 0 { bytes.append(contentsOf: ShortTexts.blank[rest...]) }
    words.restart()
  }

  /// Goes on to the next words. Says whether there may be any.
  mutating func advance() -> Bool {
    guard words.hasMore else { return false }
    let bytes = bytes
    words.keep(from: words.count)
    words.fill(bytes.span)
    return true
  }
}

/// What all short texts have in common, whatever is noted of their words.
private enum ShortTexts {
  static let blank = [UInt8](repeating: 0, count: TextBlock.length)
}
