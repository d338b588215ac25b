/// Gives the hashes of the words of short texts. It keeps its memory from one to the next.
struct WordHasher {
  private var text = ShortText<NoLetterNotes>()
  /// The hashes of the words of the last text.
  private(set) var hashes: [UInt64] = []

  mutating func read(_ text: String) {
    hashes.removeAll(keepingCapacity: true)
    self.text.begin(text)
    while self.text.advance() {
      for word in 0..<self.text.words.count { hashes.append(self.text.words.hash(word)) }
    }
  }

  /// The hash of a text as if it were one word.
  func hash(ofWhole text: String) -> UInt64 {
    let raw = Array(text.utf8)
    return WordReader.hash(of: raw.indices, in: raw.span)
  }
}
