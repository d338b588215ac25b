/// A word of the visible text: a run of letters, digits and marks.
struct Word: Sendable {
  /// The visible bytes, end exclusive.
  var start: Int
  var end: Int
  /// The hash of the folded letters, see ``WordHash``.
  var hash: UInt64
  var shape: WordShape
  /// What stands between the word before and this one.
  var gap: Gap
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

/// What may stand between two words.
struct Gap: OptionSet, Hashable, Sendable {
  let rawValue: UInt16
  init(rawValue: UInt16) { self.rawValue = rawValue }

  /// The start of the text.
  static let start: Gap = []
  static let space = Gap(rawValue: 1)
  static let hyphen = Gap(rawValue: 2)
  static let apostrophe = Gap(rawValue: 4)
  static let dot = Gap(rawValue: 8)
  static let colon = Gap(rawValue: 16)
  static let underscore = Gap(rawValue: 32)
  static let ampersand = Gap(rawValue: 64)
  static let bracket = Gap(rawValue: 128)
  /// Any other character: a comma, a quotation mark, a slash.
  static let other = Gap(rawValue: 256)
  /// Something that is no prose.
  static let opaque = Gap(rawValue: 512)
  /// The end of a line.
  static let line = Gap(rawValue: 1024)
  /// An empty line.
  static let paragraph = Gap(rawValue: 2048)
  /// The end of a sentence.
  static let sentence = Gap(rawValue: 4096)
  /// A dash or bullet at the start of a line.
  static let item = Gap(rawValue: 8192)
  /// A hyphen right before the end of a line, with nothing else: the word may go on.
  static let brokenWord = Gap(rawValue: 16384)

  /// What two words of a name may have between them in the text, whatever they have in the catalogue.
  static let soft: Gap = [.space, .hyphen, .line, .brokenWord]
}

/// The hash of folded words: FNV-1a over their UTF-8, so that a word can be continued.
enum WordHash {
  static let empty: UInt64 = 0xCBF2_9CE4_8422_2325

  @inline(__always)
  static func adding(_ byte: UInt8, to hash: UInt64) -> UInt64 { (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }

  static func of(_ folded: String) -> UInt64 { folded.utf8.reduce(empty) { adding($1, to: $0) } }
}
