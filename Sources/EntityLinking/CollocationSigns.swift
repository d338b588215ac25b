import ArticleText
import GraphModel

/// The hashes of what stands beside a name and is no word: how something is written, kinds of entity, classes of words, marks between words. Each
/// is that of a short text, by which tables name it.
enum CollocationSigns {
  /// Before the first word and behind the last.
  static let end = WordHash.of("^")
  static let classes: [UInt64] = WordClass.allCases.map { WordHash.of($0.name) }

  /// Of up to eight ASCII characters.
  private struct Letters {
    private var bits: UInt64 = 0
    private var count: UInt64 = 0

    @inline(__always)
    mutating func add(_ letter: UInt8) {
      guard count < 8 else { return }
      bits |= UInt64(letter) << (count &* 8)
      count &+= 1
    }

    var isEmpty: Bool { count == 0 }

    @inline(__always)
    var hash: UInt64 { WordHash.mixing(bits, into: WordHash.empty) }
  }

  /// How a word is written: `a` in small letters, `Aa` with a capital, `AA` in capitals, `aA` otherwise, `1` a number, `x` in letters without case.
  static func shape(_ shape: WordShape) -> UInt64 { shapes[Int(shape.rawValue)] }

  private static let shapeTexts = ["a", "Aa", "AA", "aA", "1", "x"]
  private static let shapes = shapeTexts.map { WordHash.of($0) }

  /// How a name is written: its first word, `+` where it has more, `!` in a line of capitals, `.` where the writer leaves capitals out.
  static func shape(of match: Match, in article: Article) -> UInt64 {
    var letters = Letters()
    for letter in shapeTexts[Int(article.words[match.first].shape.rawValue)].utf8 { letters.add(letter) }
    if match.last > match.first { letters.add(0x2B) }
    if article.inCapitalLine[match.first] { letters.add(0x21) }
    if article.isLowerCase(at: match.first) { letters.add(0x2E) }
    return letters.hash
  }

  /// The kinds of entity that a form may mean, a letter each, in the order of ``EntityKind``.
  static func kinds(_ kinds: EntityKinds) -> UInt64 {
    var letters = Letters()
    var rest = kinds.rawValue
    while rest != 0 {
      letters.add(kindLetters[rest.trailingZeroBitCount])
      rest &= rest - 1
    }
    return letters.hash
  }

  /// Of group, brand, company, site, place, vehicle, motor, platform, technology, person, plan, team and other.
  private static let kindLetters = Array("gbcspvmftnlrox".utf8)

  /// How its article has a name: `-` here alone or `o` elsewhere, too; `s` anywhere in small letters, `c` anywhere with a capital.
  static func elsewhere(isSmall: Bool, hasCapital: Bool, isAlone: Bool) -> UInt64 {
    var letters = Letters()
    letters.add(isAlone ? 0x2D : 0x6F)
    if isSmall { letters.add(0x73) }
    if hasCapital { letters.add(0x63) }
    return letters.hash
  }

  /// What stands before a word: `paragraph` and `line` for their ends, `opaque` for what is no prose, else the first eight bytes that are not blank,
  /// and `blank` where all are; `^` before the first word and behind the last.
  static func sign(before word: Int, in article: Article) -> UInt64 {
    guard word > 0, word < article.words.count else { return end }
    let gap = article.words[word].gap
    if gap == .space { return blank }
    if gap.contains(.paragraph) { return paragraph }
    if gap.contains(.opaque) { return opaque }
    if gap.contains(.line) { return line }
    var letters = Letters()
    for byte in article.text.bytes[article.words[word - 1].end..<article.words[word].start] where byte > 0x20 { letters.add(byte) }
    return letters.isEmpty ? blank : letters.hash
  }

  private static let (blank, paragraph, opaque, line) = (WordHash.of("blank"), WordHash.of("paragraph"), WordHash.of("opaque"), WordHash.of("line"))

  /// The text that a hash is of, where it has up to eight bytes and no blank, or is the name of a class; nil for others.
  static func text(of hash: UInt64) -> String? {
    if let name = names[hash] { return name }
    let mixed = hash ^ hash >> 32
    let bits = mixed &* inverse ^ WordHash.empty
    let bytes = (0..<8).map { UInt8(truncatingIfNeeded: bits >> (8 * UInt64($0))) }
    let letters = bytes.prefix { $0 > 0x20 }
    guard !letters.isEmpty, bytes.dropFirst(letters.count).allSatisfy({ $0 == 0 }), let text = String(validating: letters, as: UTF8.self),
      WordHash.of(text) == hash
    else { return nil }
    return text
  }

  private static let names = Dictionary(uniqueKeysWithValues: (WordClass.allCases.map(\.name) + ["paragraph"]).map { (WordHash.of($0), $0) })
  /// What undoes the multiplication in ``WordHash/mixing(_:into:)``.
  private static let inverse: UInt64 = {
    let factor: UInt64 = 0x9E37_79B9_7F4A_7C15
    return (0..<6).reduce(factor) { inverse, _ in inverse &* (2 &- factor &* inverse) }
  }()
}
