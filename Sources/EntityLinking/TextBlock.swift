/// What the bytes of one block of 64 are, a bit for each, that of the first byte lowest.
struct TextBlock {
  /// Which block of the text it is; none at first.
  private var number = -1
  /// The ASCII letters and digits, and what is no ASCII.
  private(set) var words: UInt64 = 0
  private(set) var foreign: UInt64 = 0

  /// Makes it the block around an offset. Cost: nothing if it is; else some operations for each eight bytes.
  @inline(__always)
  mutating func move(to offset: Int, of text: Span<UInt8>) {
    if offset &>> 6 != number { read(offset &>> 6, of: text) }
  }

  private mutating func read(_ block: Int, of text: Span<UInt8>) {
    (number, words, foreign) = (block, 0, 0)
    let start = block &<< 6
    if start >= 0, start <= text.count &- 64 {
      let bytes = text.extracting(start..<start + 64)
      for eighth in 0..<8 { add(EightBytes(bytes, at: eighth &* 8), at: eighth) }
    } else {
      for eighth in 0..<8 where start &+ eighth &* 8 < text.count { add(EightBytes(text, at: start &+ eighth &* 8), at: eighth) }
    }
  }

  @inline(__always)
  private mutating func add(_ eight: EightBytes, at eighth: Int) {
    let shift = UInt64(truncatingIfNeeded: eighth &* 8)
    words |= eight.words &<< shift
    if !eight.isASCII { foreign |= eight.foreign &<< shift }
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
