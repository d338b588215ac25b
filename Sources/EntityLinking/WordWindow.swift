import ArticleText
import GraphModel

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
    if asked.count < count { asked = Array(filledWith: 0, count: count) }
    hasBrokenWord = count > 0 && Self.mayBreakWord(bytes, start(0), end(count - 1))
    askedCount = hasBrokenWord ? askBroken(bytes, index.filter) : batch.list(index, into: &asked)
  }

  /// Whether a line that ends in a range, or right behind it, may end in a word with a hyphen.
  private static func mayBreakWord(_ bytes: Span<UInt8>, _ start: Int, _ end: Int) -> Bool {
    let part = bytes.extracting(start..<min(end + longestBreak, bytes.count))
    var newline = newlines.next(in: part, from: 0)
    while newline < part.count {
      if GapReader.endsInWordAndHyphen(part, newline: newline) { return true }
      newline = newlines.next(in: part, from: newline + 1)
    }
    return false
  }

  private static var newlines: ByteFinder { ByteFinder(.init(0x0A)) }
  /// A hyphen of three bytes, a carriage return and the end of the line.
  private static let longestBreak = 5

  /// Notes the words that begin some form, and those that go on behind the end of their line. Gives how many there are.
  private mutating func askBroken(_ bytes: Span<UInt8>, _ filter: WordFilter) -> Int {
    var found = 0
    for word in 0..<count where filter.mayContain(hash(word)) || Self.isBroken(bytes, at: end(word)) {
      asked[found] = Int32(truncatingIfNeeded: word)
      found += 1
    }
    return found
  }

  /// Whether a hyphen and the end of the line follow, so that the word may go on.
  @inline(__always)
  static func isBroken(_ bytes: Span<UInt8>, at end: Int) -> Bool {
    mayBreak(bytes, at: end) && GapReader.breaksWord(bytes, at: end)
  }

  /// Whether a hyphen before the end of the line follows, or one of those that have three bytes; or that end, behind what may be a soft hyphen.
  @inline(__always)
  private static func mayBreak(_ bytes: Span<UInt8>, at end: Int) -> Bool {
    guard end &+ 1 < bytes.count else { return false }
    let next = UInt16(bytes[end]) | UInt16(bytes[end &+ 1]) &<< 8
    return next == 0x0A2D || next == 0x0D2D || next == 0x80E2 || next & 0xFF == 0xEF || bytes[end &- 1] == 0xAD
  }
}
