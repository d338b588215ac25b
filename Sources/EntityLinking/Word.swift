/// A word of the visible text: a run of letters, digits and marks.
struct Word: Sendable {
  private var from: UInt32
  private var upTo: UInt32
  /// The hash of the folded letters, see ``WordHash``.
  var hash: UInt64
  private let letters: LetterCounts
  /// What stands between the word before and this one.
  var gap: Gap
  private var knownAs: UInt32

  /// The longest text that words can be told of, in bytes; an article is far below.
  static let longestText = Int(UInt32.max)

  @inline(__always)
  init(start: Int, end: Int, hash: UInt64, letters: LetterCounts, gap: Gap, number: Int) {
    from = UInt32(truncatingIfNeeded: start)
    upTo = UInt32(truncatingIfNeeded: end)
    self.hash = hash
    self.letters = letters
    self.gap = gap
    knownAs = UInt32(truncatingIfNeeded: number)
  }

  /// The first of the visible bytes.
  var start: Int { Int(from) }
  /// The end of the visible bytes, exclusive.
  var end: Int { Int(upTo) }
  /// How its letters are written.
  @inline(__always)
  var shape: WordShape { letters.shape }
  /// Whether it has a capital anywhere.
  @inline(__always)
  var hasCapital: Bool { letters.hasCapital }
  /// Whether it is of digits only.
  @inline(__always)
  var isNumber: Bool { letters.isNumber }
  /// Whether it has two letters or more, in capitals.
  @inline(__always)
  var isInCapitals: Bool { letters.isInCapitals && upTo &- from > 1 }
  /// The number under which something is known of it, see ``CompiledCues/number(of:)``; 0 where nothing is, as of the halves of a word that
  /// goes on behind the end of its line.
  var number: Int { Int(knownAs) }

  /// Notes what is known of it.
  mutating func know(_ number: Int) { knownAs = UInt32(truncatingIfNeeded: number) }

  /// Forgets what is known of it.
  mutating func forget() { knownAs = 0 }
}

/// How the letters of a word are written.
enum WordShape: UInt8, Sendable {
  /// Lower case only.
  case lower
  /// A capital, then lower case; or one capital.
  case capitalised
  /// Two capitals or more and no lower case.
  case capitals
  /// Lower case and capitals in another order, such as "iPhone" or "PowerBox".
  case mixed
  /// Digits only.
  case number
  /// Letters of a script without case.
  case caseless
}

/// The hash of folded words: their UTF-8 in pieces of eight bytes, each mixed into what came before. Words of up to eight bytes
/// have different hashes.
struct WordHash {
  static let empty: UInt64 = 0xCBF2_9CE4_8422_2325

  private var hash = WordHash.empty
  private var piece: UInt64 = 0
  private var bits: UInt64 = 0

  /// Takes one more piece into a hash.
  @inline(__always)
  static func mixing(_ piece: UInt64, into hash: UInt64) -> UInt64 {
    let mixed = (hash ^ piece) &* 0x9E37_79B9_7F4A_7C15
    return mixed ^ mixed >> 32
  }

  /// Adds the first bits, whole bytes, of a number whose other bits are 0.
  @inline(__always)
  mutating func add(_ bytes: UInt64, bits count: UInt64) {
    piece |= bytes << bits
    let sum = bits &+ count
    if sum >= 64 {
      hash = Self.mixing(piece, into: hash)
      piece = bits == 0 ? 0 : bytes >> (64 &- bits)
      bits = sum &- 64
    } else {
      bits = sum
    }
  }

  @inline(__always)
  var value: UInt64 { bits == 0 ? hash : Self.mixing(piece, into: hash) }

  static func of(_ folded: String) -> UInt64 { of(Array(folded.utf8).span) }

  /// The hash of folded bytes.
  static func of(_ folded: Span<UInt8>) -> UInt64 {
    var hash = empty
    var offset = 0
    while offset < folded.count {
      hash = mixing(EightBytes(folded, at: offset).bits, into: hash)
      offset += 8
    }
    return hash
  }

  /// One hash of two words in their order.
  static func pair(_ first: UInt64, _ second: UInt64) -> UInt64 { mixing(second, into: first &<< 1 | first &>> 63) }
}
