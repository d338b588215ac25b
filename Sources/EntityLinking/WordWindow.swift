/// Some words of a text that follow each other, with those of them that may begin a name. The first are given up as more are read.
struct WordWindow {
  private var batch = WordBatch<NoLetterNotes>(blocks: 24)
  /// The positions of words that may begin a name.
  private var asked: [Int32] = []
  private(set) var askedCount = 0
  /// Whether some of the words may go on behind the end of their line.
  private(set) var hasBrokenWord = false

  var count: Int { batch.count }
  /// Whether there may be more words behind these.
  var hasMore: Bool { batch.hasMore }

  @inline(__always)
  func start(_ position: Int) -> Int { batch.start(position) }
  /// The end of a word, exclusive.
  @inline(__always)
  func end(_ position: Int) -> Int { batch.end(position) }
  @inline(__always)
  func hash(_ position: Int) -> UInt64 { batch.hash(position) }

  @inline(__always)
  func asked(_ position: Int) -> Int { Int(asked[position]) }

  /// How many words can be decided about: while there are more, not the last.
  var decidable: Int { hasMore ? max(0, count - 1) : count }

  /// Gives up the words before a position and reads those of some more blocks.
  mutating func advance(to first: Int, _ bytes: Span<UInt8>, _ index: FormIndex) {
    batch.keep(from: first)
    batch.fill(bytes)
    if asked.count < count { asked = Array(repeating: 0, count: count) }
    let batch = batch
    let hyphened = asked.list(0..<count) { Self.mayBreak(bytes, at: batch.end($0)) }
    hasBrokenWord = asked[..<hyphened].contains { GapReader.breaksWord(bytes, at: batch.end(Int($0))) }
    askedCount = hasBrokenWord ? askBroken(bytes, index.filter) : ask(index)
  }

  /// Notes the words that begin some form, and those that go on behind the end of their line. Gives how many there are.
  private mutating func askBroken(_ bytes: Span<UInt8>, _ filter: WordFilter) -> Int {
    var found = 0
    for word in 0..<count where filter.mayContain(hash(word)) || Self.isBroken(bytes, at: end(word)) {
      asked[found] = Int32(truncatingIfNeeded: word)
      found += 1
    }
    return found
  }

  /// Notes the words that begin some form, then those of them that are one or go on as one does. Gives how many there are.
  private mutating func ask(_ index: FormIndex) -> Int {
    let (batch, filter) = (batch, index.filter)
    let found = asked.list(0..<batch.count) { filter.mark(of: batch.hash($0)) }
    var asked = asked.mutableSpan
    var kept = 0
    for place in 0..<found {
      let word = Int(asked[place])
      asked[kept] = asked[place]
      kept &+= Int(truncatingIfNeeded: index.mark(of: batch.hash(word), before: word &+ 1 < batch.count ? batch.hash(word &+ 1) : 0))
    }
    return kept
  }

  /// Whether a hyphen and the end of the line follow, so that the word may go on.
  @inline(__always)
  static func isBroken(_ bytes: Span<UInt8>, at end: Int) -> Bool {
    mayBreak(bytes, at: end) != 0 && GapReader.breaksWord(bytes, at: end)
  }

  /// 0 where neither a hyphen before the end of the line follows nor one of those that have three bytes, else 1.
  @inline(__always)
  private static func mayBreak(_ bytes: Span<UInt8>, at end: Int) -> UInt64 {
    guard end &+ 1 < bytes.count else { return 0 }
    let next = UInt16(bytes[end]) | UInt16(bytes[end &+ 1]) &<< 8
    return (next == 0x0A2D ? 1 : 0) | (next == 0x0D2D ? 1 : 0) | (next == 0x80E2 ? 1 : 0)
  }
}
