/// The words of a text, with what stands between them, and what of them is seen at once: a few passes need not look at all of them again.
struct ArticleWords {
  private(set) var words: [Word] = []
  /// The words that may begin a form, and those that go on behind the end of a line.
  private(set) var asked: [Int32] = []
  /// The words that a sentence can begin with, but for the first.
  private(set) var breaks: [Break] = []
  /// How many words of two letters or more are in capitals.
  private(set) var capitals = 0
  /// Whether a word goes on behind the end of its line.
  private(set) var hasBrokenWord = false

  /// A word that a sentence can begin with.
  struct Break {
    var word: Int
    /// How many words of two letters or more before it are in capitals.
    var capitals: Int
  }

  private let cues: CompiledCues
  private let filter: WordFilter
  private var runs = WordRuns()
  private var before = Word(start: 0, end: 0, hash: 0, shape: .lower, gap: [], number: 0)

  /// What a sentence can begin after.
  private static let ends: Gap = [.sentence, .line, .paragraph]

  /// How many blocks are read at once, and the most words that end in one.
  private static let blocks = 8
  private static let wordsOfBlock = TextBlock.length / 2 + 1

  /// - Parameter filter: tells of words that they begin no form.
  /// - Complexity: linear, some ten to twenty processor cycles a byte.
  init(_ bytes: [UInt8], filter: WordFilter, cues: CompiledCues) {
    self.cues = cues
    self.filter = filter
    words.reserveCapacity(bytes.count / 5 + Self.wordsOfBlock)
    asked.reserveCapacity(bytes.count / 12 + Self.wordsOfBlock)
    let room = Self.blocks * Self.wordsOfBlock
    var piece = Array(repeating: before, count: room)
    var askedPiece = [Int32](repeating: 0, count: 2 * room)
    var hasMore = true
    while hasMore {
      let read = read(bytes.span, &piece, &askedPiece)
      words.append(contentsOf: piece[..<read.count])
      asked.append(contentsOf: askedPiece[..<read.asked])
      hasMore = read.hasMore
    }
  }

  /// Reads the words of some blocks.
  private mutating func read(
    _ bytes: Span<UInt8>, _ words: inout [Word], _ asked: inout [Int32]
  ) -> (count: Int, asked: Int, hasMore: Bool) {
    let (first, cues, filter) = (self.words.count, cues, filter)
    var (runs, before, capitals) = (runs, before, capitals)
    var words = words.mutableSpan
    var asked = asked.mutableSpan
    var (count, askedCount, left) = (0, 0, Self.blocks)
    while left > 0, runs.advance(bytes) {
      while let run = runs.next() {
        var letters = LetterCounts()
        let hash = WordLetters.hash(bytes, from: run.start, to: run.end, &letters)
        var word = Word(
          start: run.start, end: run.end, hash: hash, shape: letters.shape,
          gap: GapReader.gap(bytes, before.end..<run.start, before: letters), number: cues.number(of: hash))
        if !word.gap.isDisjoint(with: Self.ends), first + count > 0 {
          if word.gap.isSubset(of: Self.stops), Self.isAbbreviated(before) { word.gap.remove(.sentence) }
          note(word, first + count, capitals)
          if word.gap.contains(.brokenWord) {
            word.forget()
            if count > 0 { words[count - 1].forget() } else { self.words[first - 1].forget() }
            askedCount += addBroken(first + count - 1, &asked, askedCount)
          }
        }
        words[count] = word
        asked[askedCount] = Int32(truncatingIfNeeded: first &+ count)
        askedCount &+= filter.mayContain(hash) ? 1 : 0
        capitals &+= word.shape == .capitals && run.end &- run.start > 1 ? 1 : 0
        before = word
        count &+= 1
      }
      left -= 1
    }
    (self.runs, self.before, self.capitals) = (runs, before, capitals)
    return (count, askedCount, left == 0)
  }

  /// Notes a word that a sentence can begin with.
  private mutating func note(_ word: Word, _ position: Int, _ capitals: Int) {
    if !word.gap.isDisjoint(with: Self.ends) { breaks.append(Break(word: position, capitals: capitals)) }
  }

  /// Adds a word that goes on behind the end of its line to those that may begin a form, if it is not the last of them. Gives how many
  /// were added.
  private mutating func addBroken(_ position: Int, _ asked: inout MutableSpan<Int32>, _ count: Int) -> Int {
    hasBrokenWord = true
    let position = Int32(truncatingIfNeeded: position)
    if count > 0 ? asked[count - 1] == position : self.asked.last == position { return 0 }
    asked[count] = position
    return 1
  }

  private static let stops: Gap = [.dot, .space, .line, .sentence]

  /// Whether a full stop behind a word ends no sentence.
  private static func isAbbreviated(_ word: Word) -> Bool {
    word.end - word.start == 1 && word.shape != .number || abbreviations.contains(word.hash)
  }

  /// Words whose full stop ends no sentence; single letters are such words too.
  private static let abbreviations = WordSet(
    [
      "mm", "mr", "mrs", "ms", "mme", "mlle", "dr", "me", "prof", "st", "ste", "jr", "sr", "imp", "no", "vs", "cf", "env",
      "av", "bd", "id", "inc", "ltd", "co", "corp", "fig", "art", "vol", "ex", "tel", "approx",
    ])
}
