/// The names of one entity, and the ways of writing that follow from them, while the index is made, behind those of the entities before. It is
/// emptied now and then and used again, so that a name costs no memory of its own.
struct NameBatch {
  /// A name: some words that follow each other.
  struct Name {
    var words: Range<Int>
    var origin: FormOrigin
    var marks: SurfaceForm.Reading.Marks = []
  }

  /// A word of a name.
  struct NameWord {
    /// The ``WordHash`` of the folded letters.
    var hash: UInt64
    /// The folded letters, in ``NameBatch/letters``.
    var letters: Range<Int>
    /// What stands before it; of no matter for the first word of a name.
    var gap: Gap
    var isCapital: Bool
  }

  private(set) var letters: [UInt8] = []
  private(set) var words: [NameWord] = []
  private(set) var names: [Name] = []
  private var text = ShortText<LetterCounts>()

  /// What no name has between its words: it comes from the lines of an article.
  private static let ofLines: Gap = [.sentence, .line, .paragraph, .item, .brokenWord]
  /// The folded letters of the longest word that may be an acronym.
  static let longestAcronym = 4

  /// Where the names of the entity begin.
  private(set) var start = 0
  /// How many letters are kept before all is emptied.
  private static let enough = 4096

  /// Begins with a new entity.
  mutating func begin() {
    if letters.count >= Self.enough {
      letters.removeLast(letters.count)
      words.removeLast(words.count)
      names.removeLast(names.count)
    }
    start = names.count
  }

  /// The first name of the entity.
  var first: Name? { start < names.count ? names[start] : nil }

  /// Reads a name as it is listed. One without a word is left out.
  mutating func read(_ text: String, _ origin: FormOrigin) {
    let first = words.count
    readWords(text)
    guard words.count > first else { return }
    var name = Name(words: first..<words.count, origin: origin)
    if words.count == first + 1, words[first].letters.count <= Self.longestAcronym {
      name.marks = isInCapitals(text) ? .inCapitals : .notInCapitals
    }
    if words.count == first + 1 { name.marks.insert(isInCamelCase(text) ? .inCamelCase : .notInCamelCase) }
    if let sign = text.utf8.last.flatMap(SurfaceForm.Reading.Marks.init(endSign:)) { name.marks.insert(sign) }
    names.append(name)
  }

  private mutating func readWords(_ text: String) {
    self.text.begin(text)
    while self.text.advance() {
      for word in 0..<self.text.words.count { add(word) }
    }
  }

  /// Adds a word of the name that is being read.
  private mutating func add(_ word: Int) {
    let (range, counts) = (text.words.start(word)..<text.words.end(word), text.words.notes(word))
    let bytes = text.bytes
    let gap = GapReader.gap(bytes.span, text.words.endBefore(word)..<range.lowerBound, before: counts).subtracting(Self.ofLines)
    let start = letters.count
    Folding.append(range, of: bytes.span, to: &letters)
    words.append(NameWord(hash: text.words.hash(word), letters: start..<letters.count, gap: gap, isCapital: counts.shape.isCapital))
  }

  /// "ElectriCity": whether a name has a capital behind a small letter.
  private func isInCamelCase(_ text: String) -> Bool {
    var isBehindSmall = false
    for byte in text.utf8 {
      if isBehindSmall, byte >= 0x41, byte <= 0x5A { return true }
      isBehindSmall = byte >= 0x61 && byte <= 0x7A
    }
    return false
  }

  /// Whether a name has no small letter.
  private func isInCapitals(_ text: String) -> Bool {
    if text.utf8.allSatisfy({ $0 < 0x80 }) { return !text.utf8.contains { $0 >= 0x61 && $0 <= 0x7A } }
    return text.uppercased() == text
  }

  // MARK: Names made of others

  /// Adds a name made of words that are there.
  mutating func add(_ words: Range<Int>, _ origin: FormOrigin) { names.append(Name(words: words, origin: origin)) }

  /// Adds a copy of a word behind all others, so that it can begin or go on with a new name; with another gap if one is given.
  mutating func copy(_ word: Int, gap: Gap? = nil) {
    var copy = words[word]
    if let gap { copy.gap = gap }
    words.append(copy)
  }

  /// Adds a word of some letters that are there.
  mutating func addWord(_ range: Range<Int>, gap: Gap, isCapital: Bool) {
    words.append(NameWord(hash: WordHash.of(letters.span.extracting(range)), letters: range, gap: gap, isCapital: isCapital))
  }

  /// Adds a word of new letters.
  mutating func addWord(_ text: some Collection<UInt8>, gap: Gap, isCapital: Bool) {
    let start = letters.count
    letters.append(contentsOf: text)
    addWord(start..<letters.count, gap: gap, isCapital: isCapital)
  }
}

extension WordShape {
  /// Whether a word so written has a capital.
  var isCapital: Bool { self == .capitalised || self == .capitals || self == .mixed }
}
