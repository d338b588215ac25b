import ArticleText

/// Eight bytes of a text, the first lowest, with what is asked of all of them at once.
struct EightBytes {
  let bits: UInt64

  private static let high: UInt64 = 0x8080_8080_8080_8080
  private static let each: UInt64 = 0x0101_0101_0101_0101

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

  /// The same where all eight bytes are there. Cost: one load.
  @inline(__always)
  init(whole text: Span<UInt8>, at offset: Int) { bits = text.eight(at: offset) }

  /// What the bytes are: the highest bit of each byte that is an ASCII letter, a capital, a digit, no ASCII.
  @inline(__always)
  var signs: (letters: UInt64, capitals: UInt64, digits: UInt64, foreign: UInt64) {
    let low = bits & ~Self.high
    let ascii = ~bits & Self.high
    let letters = Self.marks(low | Self.each &* 0x20, from: 0x61, below: 0x7B) & ascii
    let digits = Self.marks(low, from: 0x30, below: 0x3A) & ascii
    return (letters, letters & ~(bits &<< 2), digits, bits & Self.high)
  }

  /// The bytes in a range, none of which has its highest bit: each sum carries into that bit and no further.
  @inline(__always)
  private static func marks(_ bytes: UInt64, from first: UInt64, below end: UInt64) -> UInt64 {
    (bytes &+ each &* (0x80 - first)) & ~(bytes &+ each &* (0x80 - end))
  }

  /// The highest bits of the bytes side by side: the product puts that of byte k at 56 + k, and no two meet elsewhere.
  @inline(__always)
  static func gathered(_ marks: UInt64) -> UInt64 { ((marks &>> 7) &* 0x0102_0408_1020_4080) &>> 56 }
}

/// One to eight ASCII letters and digits.
struct ShortRun {
  /// Their bytes as they are written, and the bits that they take.
  private let bytes: UInt64
  let mask: UInt64

  private static let caseBits: UInt64 = 0x2020_2020_2020_2020

  /// - Parameter count: from 1; more than eight are eight.
  @inline(__always)
  init(_ text: Span<UInt8>, at offset: Int, count: Int) {
    mask = .max &>> UInt64(truncatingIfNeeded: 64 &- 8 &* min(count, 8))
    bytes = EightBytes(text, at: offset).bits & mask
  }

  /// Small letters for capitals; digits have that bit anyway.
  @inline(__always)
  var folded: UInt64 { (bytes | Self.caseBits) & mask }
}
