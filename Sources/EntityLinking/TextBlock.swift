/// What the bytes of one block of 64 are, a bit for each, that of the first byte lowest.
struct TextBlock {
  /// Which block of the text it is; none at first.
  private var number = -1
  /// The ASCII letters and digits, and what is no ASCII.
  private(set) var words: UInt64 = 0
  private(set) var foreign: UInt64 = 0
  /// The ASCII capitals and digits; only where they are asked for.
  private var capitals: UInt64 = 0
  private var digits: UInt64 = 0

  /// Makes it the block around an offset. Cost: nothing if it is; else some operations for each eight bytes.
  @inline(__always)
  mutating func move(to offset: Int, of text: Span<UInt8>, withCase: Bool) {
    if offset &>> 6 != number { read(offset &>> 6, of: text, withCase: withCase) }
  }

  private mutating func read(_ block: Int, of text: Span<UInt8>, withCase: Bool) {
    number = block
    let start = block &<< 6
    if start >= 0, start <= text.count &- 64 {
      read(withCase: withCase) { EightBytes(whole: text, at: start &+ $0) }
    } else {
      read(withCase: withCase) { EightBytes(text, at: start &+ $0) }
    }
  }

  @inline(__always)
  private mutating func read(withCase: Bool, _ eight: (Int) -> EightBytes) {
    var (words, foreign, capitals, digits): (UInt64, UInt64, UInt64, UInt64) = (0, 0, 0, 0)
    for offset in stride(from: 0, to: 64, by: 8) {
      let signs = eight(offset).signs
      let shift = UInt64(truncatingIfNeeded: offset)
      words |= EightBytes.gathered(signs.letters | signs.digits) &<< shift
      if signs.foreign != 0 { foreign |= EightBytes.gathered(signs.foreign) &<< shift }
      guard withCase else { continue }
      capitals |= EightBytes.gathered(signs.capitals) &<< shift
      if signs.digits != 0 { digits |= EightBytes.gathered(signs.digits) &<< shift }
    }
    (self.words, self.foreign, self.capitals, self.digits) = (words, foreign, capitals, digits)
  }

  /// The capitals and the digits among so many letters and digits that stand from an offset on, the first lowest.
  @inline(__always)
  func cases(from offset: Int, _ count: Int) -> (capitals: UInt64, digits: UInt64) {
    let shift = UInt64(truncatingIfNeeded: offset & 63)
    let all = UInt64.max &>> UInt64(truncatingIfNeeded: 64 &- count)
    return (capitals &>> shift & all, digits &>> shift & all)
  }

  /// How many ASCII letters and digits stand in the block from an offset in it on.
  @inline(__always)
  func run(from offset: Int) -> Int { (~(words &>> UInt64(truncatingIfNeeded: offset & 63))).trailingZeroBitCount }

  /// How many bytes of the block come before the next that may belong to a word; nil where none does.
  @inline(__always)
  func separators(from offset: Int) -> Int? {
    let rest = (words | foreign) &>> UInt64(truncatingIfNeeded: offset & 63)
    return rest == 0 ? nil : rest.trailingZeroBitCount
  }

  /// Whether the byte at an offset in the block is no ASCII.
  @inline(__always)
  func isForeign(_ offset: Int) -> Bool { foreign &>> UInt64(truncatingIfNeeded: offset & 63) & 1 != 0 }
}
