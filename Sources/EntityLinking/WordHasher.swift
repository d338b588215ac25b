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
    var cursor = WordCursor<NoLetterNotes>()
    var notes = NoLetterNotes()
    var end = 0
    while let word = cursor.next(raw.span, from: end, &notes) {
      hashes.append(word.hash)
      end = word.end
    }
  }

  /// The hash of a text as if it were one word.
  func hash(ofWhole text: String) -> UInt64 {
    let raw = Array(text.utf8)
    return WordReader.hash(of: raw.indices, in: raw.span)
  }
}
