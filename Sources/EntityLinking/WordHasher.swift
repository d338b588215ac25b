/// Gives the hashes of the words of short texts. It keeps its memory from one to the next.
struct WordHasher {
  private var raw: [UInt8] = []
  /// The hashes of the words of the last text.
  private(set) var hashes: [UInt64] = []

  mutating func read(_ text: String) {
    raw.removeAll(keepingCapacity: true)
    raw.append(contentsOf: text.utf8)
    hashes.removeAll(keepingCapacity: true)
    let raw = raw
    var (runs, notes) = (WordRuns(), NoLetterNotes())
    while runs.advance(raw.span) {
      while let word = runs.next() { hashes.append(WordLetters.hash(raw.span, from: word.start, to: word.end, &notes)) }
    }
  }

  /// The hash of a text as if it were one word.
  func hash(ofWhole text: String) -> UInt64 {
    let raw = Array(text.utf8)
    return WordReader.hash(of: raw.indices, in: raw.span)
  }
}
