import GraphModel

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

  /// The words of digits only.
  private(set) var numbers: [Int32] = []

  private var gaps = WordGaps()
  private var piece = Piece()

  /// What the passes over the words of a batch find, in memory that is used again.
  private struct Piece {
    var asked: [Int32] = []
    /// The words that a look of their own is worth.
    var odd: [Int32] = []
  }

  /// - Complexity: linear, some ten processor cycles a byte.
  init(_ bytes: [UInt8], index: FormIndex, cues: CompiledCues) {
    words.reserveCapacity(bytes.count / 5 + TextBlock.length)
    asked.reserveCapacity(bytes.count / 12 + TextBlock.length)
    numbers.reserveCapacity(bytes.count / 48)
    breaks.reserveCapacity(bytes.count / 64)
    var batch = WordBatch<LetterCounts>(blocks: min(8, bytes.count / TextBlock.length + 1))
    while batch.hasMore {
      batch.fill(bytes.span)
      gaps.read(batch, bytes.span)
      add(batch, index, cues)
      batch.keep(from: batch.count)
    }
  }

  /// Adds the words of a batch to those before, and notes which of them are to be looked at again.
  private mutating func add(_ batch: borrowing WordBatch<LetterCounts>, _ index: FormIndex, _ cues: CompiledCues) {
    let first = words.count
    if piece.odd.count < batch.count { piece.odd = Array(filledWith: 0, count: batch.count) }
    let odd = Self.add(batch, gaps, cues, to: &words, listing: &piece.odd)
    if lookAgain(atFirst: odd, from: first, cues) {
      ask(first..<words.count, index.filter)
    } else {
      let (count, base) = (batch.list(index, into: &piece.asked), Int32(truncatingIfNeeded: first))
      asked.append(addingCapacity: count) { asked in
        for place in 0..<count { asked.append(piece.asked[place] &+ base) }
      }
    }
  }

  /// Adds the words of a batch. Gives how many of them have a number that takes a second look, or a sign of a kind, and lists these.
  private static func add(
    _ batch: borrowing WordBatch<LetterCounts>, _ gaps: borrowing WordGaps, _ cues: CompiledCues, to words: inout [Word],
    listing odd: inout [Int32]
  ) -> Int {
    var count = 0
    words.append(addingCapacity: batch.count) { words in
      var odd = odd.mutableSpan
      var oddCount = 0
      let signs = LetterCounts.signs
      for word in 0..<batch.count {
        let (hash, letters, gap) = (batch.hash(word), batch.notes(word), gaps[word])
        let (number, isOther) = cues.firstLook(hash)
        words.append(
          Word(start: batch.start(word), end: batch.end(word), hash: hash, letters: letters, gap: gap, number: number))
        odd[oddCount] = Int32(truncatingIfNeeded: word)
        oddCount &+= Int(truncatingIfNeeded: isOther | letters.sign(signs) | gap.sign)
      }
      count = oddCount
    }
    return count
  }

  /// Looks the numbers of the first so many words that are listed up, and notes which of them are of digits, which are in capitals, and which a
  /// sentence can begin with. Says whether one goes on behind the end of its line.
  private mutating func lookAgain(atFirst count: Int, from first: Int, _ cues: CompiledCues) -> Bool {
    var isBroken = false
    for place in piece.odd[..<count] {
      let position = first &+ Int(place)
      let word = Self.know(&words, at: position, cues)
      if word.isNumber { numbers.append(Int32(truncatingIfNeeded: position)) }
      if position > 0, !word.gap.isDisjoint(with: Gap.ends) {
        breaks.append(Break(word: position, capitals: capitals))
        if word.gap.contains(.brokenWord) { isBroken = true }
      }
      if word.isInCapitals { capitals += 1 }
    }
    return isBroken
  }

  /// Looks the number of a word up; a full stop before it may end no sentence, and of one that goes on with the word before no more is known.
  @inline(__always)
  private static func know(_ words: inout [Word], at position: Int, _ cues: CompiledCues) -> Word {
    var word = words[position]
    word.know(cues.number(of: word.hash))
    if position > 0, !word.gap.isDisjoint(with: Gap.ends) {
      if word.gap.isSubset(of: stops), isAbbreviated(words[position - 1]) { word.gap.remove(.sentence) }
      if word.gap.contains(.brokenWord) {
        word.forget()
        words[position - 1].forget()
      }
    }
    words[position] = word
    return word
  }

  /// Notes those of some words that may begin a form, and all that go on behind the end of their line.
  private mutating func ask(_ all: Range<Int>, _ filter: WordFilter) {
    hasBrokenWord = true
    for position in all {
      let before = Int32(truncatingIfNeeded: position - 1)
      if position > 0, words[position].gap.contains(.brokenWord), asked.last != before { asked.append(before) }
      if filter.mayContain(words[position].hash) { asked.append(Int32(truncatingIfNeeded: position)) }
    }
  }

  private static let stops: Gap = [.dot, .space, .line, .sentence]

  /// Whether a full stop behind a word ends no sentence: "Me. Dupont", and not "trust me. Dacia".
  private static func isAbbreviated(_ word: Word) -> Bool {
    word.end - word.start == 1 && !word.isNumber || abbreviations.contains(word.hash) && !(word.shape == .lower && words.contains(word.hash))
  }

  /// Abbreviations that are words of their own in small letters.
  private static let words = WordSet(["me", "art", "id"])

  /// Words whose full stop ends no sentence; single letters are such words too.
  private static let abbreviations = WordSet(
    [
      "mm", "mr", "mrs", "ms", "mme", "mlle", "dr", "me", "prof", "st", "ste", "jr", "sr", "imp", "no", "vs", "cf", "env",
      "av", "bd", "id", "inc", "ltd", "co", "corp", "fig", "art", "vol", "ex", "tel", "approx",
    ])
}
