import ArticleText

/// Finds the words of well-formed UTF-8, a block of 64 bytes after the other. A word is a run of letters, digits and marks.
struct WordRuns {
  /// Where the next block begins.
  private var offset = 0
  /// Whether a word reached the end of the last block.
  private var isOpen = false
  private var letters = ForeignLetters()

  /// The most places in one block where words begin or end.
  static let edgesOfBlock = TextBlock.length

  /// Reads some more blocks. Notes behind `count` others where words begin and end, in turn; room for ``edgesOfBlock`` a block must be there.
  /// Says whether there may be more blocks.
  mutating func read(_ bytes: Span<UInt8>, blocks: Int, _ edges: inout [Int], _ count: inout Int) -> Bool {
    var edges = edges.mutableSpan
    var (own, next, left) = (self, count, blocks)
    while left > 0, own.offset < bytes.count || own.isOpen {
      let base = own.offset
      var changes = own.changes(TextBlock(bytes, at: base), bytes)
      while changes != 0 {
        edges[next] = base &+ changes.trailingZeroBitCount
        next &+= 1
        changes &= changes &- 1
      }
      left &-= 1
    }
    (self, count) = (own, next)
    return left == 0
  }

  /// Goes on to the next block. Gives a bit for each byte that is of a word while the one before is not, or the other way round.
  @inline(__always)
  private mutating func changes(_ block: TextBlock, _ bytes: Span<UInt8>) -> UInt64 {
    let words = block.foreign | letters.settled == 0 ? block.words : letters.words(of: block, at: offset, bytes)
    let changes = words ^ (words &<< 1 | (isOpen ? 1 : 0))
    isOpen = words &>> 63 != 0
    offset &+= TextBlock.length
    return changes
  }
}

/// What of a text is no ASCII, as a walk over its blocks meets it.
private struct ForeignLetters {
  /// The first bytes of the next block that belong to a letter or sign which began in this one, and those of them that are of a word.
  private(set) var settled: UInt64 = 0
  private var settledWords: UInt64 = 0

  /// The bytes of words where a block has something that is no ASCII.
  mutating func words(of block: TextBlock, at base: Int, _ bytes: Span<UInt8>) -> UInt64 {
    let table = LetterTable.standard
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
