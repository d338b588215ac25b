/// Walks over the words of well-formed UTF-8, a block of 64 bytes after the other, and keeps none of them. A word is a run of letters,
/// digits and marks.
struct WordRuns {
  /// Where the next block begins.
  private var offset = 0
  /// Where the block begins whose words are handed out, and those that begin and end in it, a bit for each.
  private var base = 0
  private var starts: UInt64 = 0
  private var ends: UInt64 = 0
  /// Where the next word begins, and whether it reached the end of the block.
  private var start = 0
  private var isOpen = false
  private var letters = ForeignLetters()

  /// Goes on to the next block, when all words of the last have been taken. Says whether there was one.
  @inline(__always)
  mutating func advance(_ bytes: Span<UInt8>) -> Bool {
    guard offset < bytes.count || isOpen else { return false }
    let block = TextBlock(bytes, at: offset)
    base = offset
    offset &+= TextBlock.length
    let words = block.foreign | letters.settled == 0 ? block.words : letters.words(of: block, at: base, bytes)
    let behind = words &<< 1 | (isOpen ? 1 : 0)
    starts = words & ~behind
    ends = behind & ~words
    if !isOpen { takeStart() }
    isOpen = words &>> 63 != 0
    return true
  }

  /// The next word that ends in the block; nil behind the last.
  @inline(__always)
  mutating func next() -> (start: Int, end: Int)? {
    guard ends != 0 else { return nil }
    let word = (start, base &+ ends.trailingZeroBitCount)
    ends &= ends &- 1
    takeStart()
    return word
  }

  @inline(__always)
  private mutating func takeStart() {
    start = base &+ starts.trailingZeroBitCount
    starts &= starts &- 1
  }
}

/// What of a text is no ASCII, as a walk over its blocks meets it.
private struct ForeignLetters {
  /// The first bytes of the next block that belong to a letter or sign which began in this one, and those of them that are of a word.
  private(set) var settled: UInt64 = 0
  private var settledWords: UInt64 = 0
  private let table = LetterTable.standard

  /// The bytes of words where a block has something that is no ASCII.
  mutating func words(of block: TextBlock, at base: Int, _ bytes: Span<UInt8>) -> UInt64 {
    var words = block.words & ~settled | settledWords
    var rest = block.foreign & ~settled
    (settled, settledWords) = (0, 0)
    while rest != 0 {
      let place = rest.trailingZeroBitCount
      let shift = UInt64(truncatingIfNeeded: place)
      let (letter, length) = table.letter(at: base &+ place, in: bytes)
      let own: UInt64 = (1 &<< UInt64(truncatingIfNeeded: length)) &- 1
      rest &= ~(own &<< shift)
      if letter.isSeparator { words &= ~(own &<< shift) } else { words |= own &<< shift }
      if place &+ length > TextBlock.length {
        settled = own &>> (64 &- shift)
        settledWords = letter.isSeparator ? 0 : settled
      }
    }
    return words
  }
}
