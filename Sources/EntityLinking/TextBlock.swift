import ArticleText

/// What the bytes of a block of 64 are, a bit for each, that of the first byte lowest.
struct TextBlock {
  static let length = 64

  /// The ASCII letters and digits, and what is no ASCII.
  let words: UInt64
  let foreign: UInt64

  /// Two times eight bytes, on which one operation works at once.
  private typealias Sixteen = SIMD2<UInt64>

  /// The block from an offset on; what lies behind the end of the text is neither. Cost: some operations for each sixteen bytes.
  @inline(__always)
  init(_ text: Span<UInt8>, at start: Int) {
    if start >= 0, start <= text.count &- Self.length {
      let bytes = text.extracting(start..<start + Self.length)
      self.init(
        bytes.sixteen(at: 0), bytes.sixteen(at: 16), bytes.sixteen(at: 32), bytes.sixteen(at: 48))
    } else {
      self.init(rest: text, from: start)
    }
  }

  private init(rest text: Span<UInt8>, from start: Int) {
    func sixteen(at offset: Int) -> Sixteen {
      guard start &+ offset < text.count else { return Sixteen(0, 0) }
      return Sixteen(EightBytes(text, at: start &+ offset).bits, EightBytes(text, at: start &+ offset &+ 8).bits)
    }
    self.init(sixteen(at: 0), sixteen(at: 16), sixteen(at: 32), sixteen(at: 48))
  }

  @inline(__always)
  private init(_ first: Sixteen, _ second: Sixteen, _ third: Sixteen, _ fourth: Sixteen) {
    let letters = Self.gathered(Self.letters(first), Self.letters(second), Self.letters(third), Self.letters(fourth))
    let any = first | second | third | fourth
    if (any[0] | any[1]) & Self.high == 0 {
      (words, foreign) = (letters, 0)
    } else {
      foreign = Self.gathered(first, second, third, fourth)
      words = letters & ~foreign
    }
  }

  private static let high: UInt64 = 0x8080_8080_8080_8080

  @inline(__always)
  private static func each(_ byte: UInt8) -> Sixteen { Sixteen(repeating: 0x0101_0101_0101_0101 &* UInt64(byte)) }

  /// The highest bit of each byte that is an ASCII letter or digit; of what is no ASCII, and other bits, they mean nothing.
  @inline(__always)
  private static func letters(_ bytes: Sixteen) -> Sixteen {
    let low = bytes & each(0x7F)
    return marks(low | each(0x20), from: 0x61, below: 0x7B) | marks(low, from: 0x30, below: 0x3A)
  }

  /// The bytes in a range, none of which has its highest bit: each sum carries into that bit and no further.
  @inline(__always)
  private static func marks(_ bytes: Sixteen, from first: UInt8, below end: UInt8) -> Sixteen {
    (bytes &+ each(0x80 - first)) & ~(bytes &+ each(0x80 - end))
  }

  /// The highest bits of 64 bytes side by side: they become eight rows of eight bits, in which columns are turned into rows.
  @inline(__always)
  private static func gathered(_ first: Sixteen, _ second: Sixteen, _ third: Sixteen, _ fourth: Sixteen) -> UInt64 {
    let marks = each(0x80)
    let pairs = (first & marks) &>> 7 | (second & marks) &>> 5 | (third & marks) &>> 3 | (fourth & marks) &>> 1
    var rows = pairs[0] | pairs[1] &<< 1
    rows = swapping(rows, 7, 0x00AA_00AA_00AA_00AA)
    rows = swapping(rows, 14, 0x0000_CCCC_0000_CCCC)
    return swapping(rows, 28, 0x0000_0000_F0F0_F0F0)
  }

  /// Changes places of some bits with those that stand so far above them.
  @inline(__always)
  private static func swapping(_ rows: UInt64, _ distance: UInt64, _ lower: UInt64) -> UInt64 {
    let changed = (rows ^ rows &>> distance) & lower
    return rows ^ changed ^ changed &<< distance
  }
}
