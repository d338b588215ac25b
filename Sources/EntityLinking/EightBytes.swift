import ArticleText

/// Eight bytes of a text, the first lowest.
struct EightBytes {
  let bits: UInt64

  /// The bytes from an offset on; what lies behind the end of the text is 0. Cost: one load, but near the end one a byte.
  @inline(__always)
  init(_ text: Span<UInt8>, at offset: Int) {
    if offset >= 0, offset <= text.count &- 8 {
      bits = text.eight(at: offset)
    } else {
      bits = Self.rest(of: text, from: offset)
    }
  }

  private static func rest(of text: Span<UInt8>, from offset: Int) -> UInt64 {
    var bits: UInt64 = 0
    for index in stride(from: text.count - 1, through: offset, by: -1) { bits = bits << 8 | UInt64(text[index]) }
    return bits
  }
}

/// One to eight bytes of a word, most of which is ASCII letters and digits.
struct ShortRun {
  /// Their bytes as they are written; those behind them are 0.
  private let bytes: UInt64
  let mask: UInt64

  /// The most bytes that one has.
  static let longest = 8

  private static let caseBits: UInt64 = 0x2020_2020_2020_2020
  private static let high: UInt64 = 0x8080_8080_8080_8080
  private static let each: UInt64 = 0x0101_0101_0101_0101

  /// - Parameter count: from 1; more than eight are eight.
  @inline(__always)
  init(_ text: Span<UInt8>, at offset: Int, count: Int) {
    mask = .max &>> UInt64(truncatingIfNeeded: 64 &- 8 &* min(count, Self.longest))
    bytes = EightBytes(text, at: offset).bits & mask
  }

  private init(bytes: UInt64, mask: UInt64) {
    self.bytes = bytes
    self.mask = mask
  }

  @inline(__always)
  var isASCII: Bool { bytes & Self.high == 0 }

  /// Those before the first that is no ASCII.
  var ascii: ShortRun {
    let foreign = bytes & Self.high
    if foreign == 0 { return self }
    let own: UInt64 = (1 &<< UInt64(truncatingIfNeeded: foreign.trailingZeroBitCount &- 7)) &- 1
    return ShortRun(bytes: bytes & own, mask: mask & own)
  }

  /// How many there are.
  var count: Int { (64 &- mask.leadingZeroBitCount) &>> 3 }

  /// Small letters for capitals; digits have that bit anyway.
  @inline(__always)
  var folded: UInt64 { (bytes | Self.caseBits) & mask }

  /// Of letters and digits, the lowest bit of the byte of each small letter, capital and digit.
  @inline(__always)
  var cases: (lower: UInt64, upper: UInt64, digits: UInt64) {
    let letters = bytes &>> 6 & Self.each
    let small = bytes &>> 5
    return (letters & small, letters & ~small, Self.each & mask & ~letters)
  }
}
