/// Some words of a text that follow each other, with those of them that a filter does not tell to begin no name. The first are given up
/// as more are read.
struct WordWindow {
  /// A word: its bytes, end exclusive, and its hash.
  struct Step {
    var start = 0
    var end = 0
    var hash: UInt64 = 0
  }

  private var runs = WordRuns()
  private var steps: [Step] = []
  private(set) var count = 0
  /// The positions of words that may begin a name.
  private var asked: [Int32] = []
  private(set) var askedCount = 0
  /// Whether a hyphen and the end of the line follow some of the words, so that it may go on.
  private(set) var hasBrokenWord = false
  /// Whether there may be more words behind these.
  private(set) var hasMore = true

  /// How many blocks are read at once, and the most words that end in one.
  private static let blocks = 24
  private static let wordsOfBlock = TextBlock.length / 2 + 1

  var isEmpty: Bool { count == 0 }

  @inline(__always)
  subscript(position: Int) -> Step { steps[position] }

  @inline(__always)
  func asked(_ position: Int) -> Int { Int(asked[position]) }

  /// How many words can be decided about: while there are more, not the last.
  var decidable: Int { hasMore ? max(0, count - 1) : count }

  /// Reads the words of some more blocks.
  mutating func fill(_ bytes: Span<UInt8>, _ filter: WordFilter) {
    let room = count + Self.blocks * Self.wordsOfBlock
    if steps.count < room {
      steps += Array(repeating: Step(), count: room - steps.count)
      asked += Array(repeating: 0, count: room - asked.count)
    }
    let read = Self.read(bytes, filter, &runs, &steps, from: count, &asked, from: askedCount)
    if read.hasBrokenWord { hasBrokenWord = true }
    (count, askedCount, hasMore) = (read.count, read.asked, read.hasMore)
  }

  /// Reads words behind those that are there. Gives how many there are then, and how many of them are asked about.
  private static func read(
    _ bytes: Span<UInt8>, _ filter: WordFilter, _ runs: inout WordRuns, _ steps: inout [Step], from first: Int, _ asked: inout [Int32],
    from firstAsked: Int
  ) -> (count: Int, asked: Int, hasBrokenWord: Bool, hasMore: Bool) {
    var notes = NoLetterNotes()
    var (count, askedCount, hasBrokenWord, left) = (first, firstAsked, false, blocks)
    var steps = steps.mutableSpan
    var asked = asked.mutableSpan
    var own = runs
    while left > 0, own.advance(bytes) {
      while let run = own.next() {
        let hash = WordLetters.hash(bytes, from: run.start, to: run.end, &notes)
        steps[count] = Step(start: run.start, end: run.end, hash: hash)
        asked[askedCount] = Int32(truncatingIfNeeded: count)
        let isBroken = isBroken(bytes, at: run.end)
        askedCount &+= filter.mayContain(hash) || isBroken ? 1 : 0
        if isBroken { hasBrokenWord = true }
        count &+= 1
      }
      left -= 1
    }
    runs = own
    return (count, askedCount, hasBrokenWord, left == 0)
  }

  /// Gives up the words before a position.
  mutating func keep(from first: Int, _ bytes: Span<UInt8>, _ filter: WordFilter) {
    let old = count
    (count, askedCount, hasBrokenWord) = (0, 0, false)
    for position in first..<old {
      let step = steps[position]
      steps[count] = step
      let isBroken = Self.isBroken(bytes, at: step.end)
      if isBroken { hasBrokenWord = true }
      if filter.mayContain(step.hash) || isBroken {
        asked[askedCount] = Int32(truncatingIfNeeded: count)
        askedCount += 1
      }
      count += 1
    }
  }

  /// Whether a hyphen and the end of the line follow, so that the word may go on.
  @inline(__always)
  static func isBroken(_ bytes: Span<UInt8>, at end: Int) -> Bool {
    guard end < bytes.count, bytes[end] == 0x2D || bytes[end] == 0xE2 else { return false }
    return GapReader.breaksWord(bytes, at: end)
  }
}
