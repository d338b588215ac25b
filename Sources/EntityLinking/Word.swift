/// A word of the visible text: a run of letters, digits and marks.
struct Word: Sendable {
  private var from: UInt32
  private var upTo: UInt32
  /// The hash of the folded letters, see ``WordHash``.
  var hash: UInt64
  var shape: WordShape
  /// What stands between the word before and this one.
  var gap: Gap

  /// The longest text that words can be told of, in bytes; an article is far below.
  static let longestText = Int(UInt32.max)

  @inline(__always)
  init(start: Int, end: Int, hash: UInt64, shape: WordShape, gap: Gap) {
    from = UInt32(truncatingIfNeeded: start)
    upTo = UInt32(truncatingIfNeeded: end)
    self.hash = hash
    self.shape = shape
    self.gap = gap
  }

  /// The first of the visible bytes.
  var start: Int { Int(from) }
  /// The end of the visible bytes, exclusive.
  var end: Int { Int(upTo) }
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

/// The hash of folded words: FNV-1a over their UTF-8, so that a word can be continued.
enum WordHash {
  static let empty: UInt64 = 0xCBF2_9CE4_8422_2325

  @inline(__always)
  static func adding(_ byte: UInt8, to hash: UInt64) -> UInt64 { (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }

  static func of(_ folded: String) -> UInt64 { folded.utf8.reduce(empty) { adding($1, to: $0) } }
}
