/// What a scalar is to a word, packed so that a table of it is small: the folded bytes of a letter or digit, and its case.
struct Letter: Sendable, Hashable {
  /// Bits 0–39 are the folded bytes, the first lowest; 40–42 their number; 44 and 45 the role; 48–50 the case.
  let bits: UInt64

  enum Case: UInt64, Sendable { case lower, upper, digit, caseless }

  static let separator = Letter(bits: 0)
  static let mark = Letter(bits: 1 << 44)

  private init(bits: UInt64) { self.bits = bits }

  /// The letter that folds to at most five bytes; more are left out.
  init(folded: some Sequence<UInt8>, _ letterCase: Case) {
    var bits: UInt64 = 0
    var count: UInt64 = 0
    for byte in folded.prefix(5) {
      bits |= UInt64(byte) << (8 * count)
      count += 1
    }
    self.bits = bits | count << 40 | 1 << 45 | letterCase.rawValue << 48
  }

  /// What a scalar is, by the rules of ``Folding``.
  init(_ scalar: Unicode.Scalar) {
    switch Folding.role(of: scalar) {
    case .separator: self = .separator
    case .mark: self = .mark
    case .ascii(let byte): self.init(folded: CollectionOfOne(byte), Self.asciiCase(scalar, folded: byte))
    case .letter(let folded):
      let properties = scalar.properties
      self.init(folded: folded.utf8, properties.isLowercase ? .lower : properties.isUppercase ? .upper : .caseless)
    }
  }

  private static func asciiCase(_ scalar: Unicode.Scalar, folded: UInt8) -> Case {
    scalar.value <= 0x39 ? .digit : scalar.value == UInt32(folded) ? .lower : .upper
  }

  var isSeparator: Bool { bits == 0 }
  var isLetter: Bool { bits & 1 << 45 != 0 }
  /// The number of folded bytes.
  var count: Int { Int(bits >> 40 & 7) }
  /// The case of a letter.
  var letterCase: Case { Case(rawValue: bits >> 48 & 7) ?? .caseless }
  /// The folded bytes, the first lowest.
  var bytes: UInt64 { bits & 0xFF_FFFF_FFFF }
  /// One of the folded bytes.
  func byte(_ index: Int) -> UInt8 { UInt8(truncatingIfNeeded: bits >> UInt64(8 * index)) }
}

/// The letters of ASCII and of two-byte UTF-8 as tables, since nearly all of French and English is made of them.
struct LetterTable: Sendable {
  /// For each byte the folded byte, or 0 for what is no ASCII letter or digit.
  let ascii: [UInt8]
  /// For each scalar from U+0080 to U+07FF.
  private let twoBytes: [Letter]

  static let standard = LetterTable()

  private init() {
    ascii = (0...255).map { (byte: UInt8) in
      guard byte < 0x80 else { return 0 }
      let letter = Letter(Unicode.Scalar(byte))
      return letter.isLetter ? letter.byte(0) : 0
    }
    twoBytes = (0x80...0x7FF).map { value in Unicode.Scalar(UInt32(value)).map(Letter.init) ?? .separator }
  }

  /// The letter at an offset of well-formed UTF-8 that has no ASCII there, and its length in bytes.
  func letter(at offset: Int, in bytes: Span<UInt8>) -> (Letter, length: Int) {
    let first = bytes[offset]
    guard first >= 0xC0, offset + 1 < bytes.count else { return (.separator, 1) }
    let second = UInt32(bytes[offset + 1] & 0x3F)
    if first < 0xE0 {
      let index = Int(UInt32(first & 0x1F) << 6 | second) - 0x80
      return twoBytes.indices.contains(index) ? (twoBytes[index], 2) : (.separator, 2)
    }
    guard offset + 2 < bytes.count else { return (.separator, 2) }
    let third = UInt32(bytes[offset + 2] & 0x3F)
    if first < 0xF0 {
      let value = UInt32(first & 0x0F) << 12 | second << 6 | third
      if value >> 10 == 0x2000 >> 10 { return (Self.punctuation(value), 3) }
      return (Unicode.Scalar(value).map(Letter.init) ?? .separator, 3)
    }
    guard offset + 3 < bytes.count else { return (.separator, 3) }
    let value = UInt32(first & 0x07) << 18 | second << 12 | third << 6 | UInt32(bytes[offset + 3] & 0x3F)
    return (Unicode.Scalar(value).map(Letter.init) ?? .separator, 4)
  }

  /// Whether what is no ASCII at an offset stands between words. Cost: a look at two bytes for the usual marks.
  @inline(__always)
  func isSeparator(at offset: Int, in bytes: Span<UInt8>) -> Bool {
    if bytes[offset] == 0xE2, offset &+ 2 < bytes.count, bytes[offset &+ 1] == 0x80, bytes[offset &+ 2] >= 0x90 { return true }
    return letter(at: offset, in: bytes).0.isSeparator
  }

  /// From U+2000 to U+23FF there are no letters, see ``Folding/role(of:)``.
  private static func punctuation(_ value: UInt32) -> Letter {
    value >= 0x200B && value <= 0x200D || value == 0x2060 ? .mark : .separator
  }
}

/// How the letters of a word are written: a bit for each way that some letter is written in.
struct LetterCounts: LetterNotes {
  /// In one byte, so that it stays in a register. No bit is set where there is no letter yet.
  private var ways: UInt8 = 0

  init() {}

  private init(ways: UInt8) { self.ways = ways }

  private static let lower: UInt8 = 1
  private static let digit: UInt8 = 2
  private static let caseless: UInt8 = 4
  private static let upper: UInt8 = 8
  /// A capital that is not the first.
  private static let moreUpper: UInt8 = 16
  private static let startsUpper: UInt8 = 32

  @inline(__always)
  private func has(_ way: UInt8) -> Bool { ways & way != 0 }

  @inline(__always)
  mutating func add(_ letterCase: Letter.Case) {
    switch letterCase {
    case .lower: ways |= Self.lower
    case .digit: ways |= Self.digit
    case .caseless: ways |= Self.caseless
    case .upper: addCapital()
    }
  }

  /// In steps of which none depends on what the letters are.
  @inline(__always)
  mutating func add(_ run: ShortRun) {
    let cases = run.cases
    let isFirst: UInt8 = ways == 0 ? Self.startsUpper : 0
    let more = cases.upper & (has(Self.upper) ? .max : cases.upper &- 1)
    ways |= Self.one(cases.lower) | Self.one(cases.digits) &<< 1 | Self.one(cases.upper) &<< 3 | Self.one(more) &<< 4
    ways |= UInt8(truncatingIfNeeded: cases.upper) &<< 5 & isFirst
  }

  /// 1 for a number that is not 0.
  @inline(__always)
  private static func one(_ bits: UInt64) -> UInt8 { UInt8(truncatingIfNeeded: (bits | (0 &- bits)) &>> 63) }

  /// Adds one capital.
  @inline(__always)
  private mutating func addCapital() {
    ways |= (ways == 0 ? Self.startsUpper : 0) | (has(Self.upper) ? Self.moreUpper : 0) | Self.upper
  }

  /// Whether the word begins with a capital or a digit, as a sentence does.
  @inline(__always)
  var canStartSentence: Bool { has(Self.startsUpper) || !has(Self.lower) }

  /// Whether there is a capital.
  @inline(__always)
  var hasCapital: Bool { has(Self.upper) }

  /// Whether there are digits only.
  @inline(__always)
  var isNumber: Bool { ways & (Self.lower | Self.upper | Self.caseless) == 0 }

  /// For each set of ways, a bit for a number or a word in capitals.
  static let signs: UInt64 = (0..<64 as Range<UInt8>).reduce(0) { signs, ways in
    let letters = LetterCounts(ways: ways)
    return letters.isNumber || letters.isInCapitals ? signs | 1 &<< UInt64(ways) : signs
  }

  /// 1 for a number or a word in capitals, else 0: looked up in ``signs``, so that nothing is guessed.
  @inline(__always)
  func sign(_ signs: UInt64) -> UInt64 { signs &>> UInt64(ways) & 1 }

  /// Whether it is in capitals, see ``WordShape/capitals``.
  @inline(__always)
  var isInCapitals: Bool { ways & (Self.lower | Self.upper) == Self.upper && has(Self.moreUpper | Self.digit) }

  @inline(__always)
  var shape: WordShape {
    if !has(Self.upper) { return has(Self.lower) ? .lower : has(Self.caseless) ? .caseless : .number }
    if !has(Self.lower) { return has(Self.moreUpper | Self.digit) ? .capitals : .capitalised }
    return has(Self.startsUpper) && !has(Self.moreUpper) ? .capitalised : .mixed
  }
}
