/// A page as its parser gets it: no byte of it stands elsewhere than in the raw page.
///
/// HTML knows no control characters but those of blanks, and no noncharacters. A parser puts a sign of three bytes in the place of each, so that
/// texts would no longer be found where they stand. It gets signs instead that are as long as what they stand for and mean nothing to it either.
enum HTMLSource {
  /// The page with a sign in the place of each character that a parser would replace; the page itself where there is none. Cost: one pass, eight
  /// bytes at a time where they are plain.
  static func parsable(_ raw: [UInt8]) -> [UInt8] {
    var page = raw
    var offset = 0
    while let wrong = nextUnparsable(in: raw.span, from: offset) {
      page.replaceSubrange(wrong, with: signs[wrong.count - 1])
      offset = wrong.upperBound
    }
    for digits in tooGreatNumbers(in: raw) { page.replaceSubrange(digits, with: repeatElement(0x30, count: digits.count)) }
    return page
  }

  /// The digits of references such as `&#99999999999;`, of more than a parser can count; it reads one of noughts as a sign for what is no letter.
  private static func tooGreatNumbers(in raw: [UInt8]) -> [Range<Int>] {
    var found: [Range<Int>] = []
    let ampersand = ByteFinder(.init(0x26))
    var offset = ampersand.next(in: raw.span, from: 0)
    while offset + 2 < raw.count {
      if raw[offset + 1] == 0x23 {
        let isHex = raw[offset + 2] | 0x20 == 0x78
        let digits = raw[(offset + (isHex ? 3 : 2))...].prefix { isDigit($0, isHex: isHex) }
        if digits.drop(while: { $0 == 0x30 }).count > mostDigits { found.append(digits.indices) }
        offset = digits.endIndex
        if offset >= raw.count { break }
        if raw[offset] == 0x26 { continue }
      }
      offset = ampersand.next(in: raw.span, from: offset + 1)
    }
    return found
  }

  /// No number of so many digits is too great to be counted.
  private static let mostDigits = 7

  private static func isDigit(_ byte: UInt8, isHex: Bool) -> Bool {
    byte >= 0x30 && byte <= 0x39 || isHex && byte | 0x20 >= 0x61 && byte | 0x20 <= 0x66
  }

  /// Neither letters nor blanks, and of one to four bytes: `_`, `·`, U+FFFD, and one for private use.
  private static let signs: [[UInt8]] = [[0x5F], [0xC2, 0xB7], [0xEF, 0xBF, 0xBD], [0xF4, 0x80, 0x80, 0x80]]

  private static func nextUnparsable(in raw: Span<UInt8>, from start: Int) -> Range<Int>? {
    var offset = start
    while offset < raw.count {
      if offset <= raw.count &- 8 {
        let plain = raw.eight(at: offset).plainBytes
        offset &+= plain
        if plain == 8 { continue }
      }
      let length = scalarLength(at: offset, in: raw)
      if isUnparsable(offset, length, in: raw) { return offset..<offset + length }
      offset &+= length
    }
    return nil
  }

  /// How many bytes the character at an offset has; the text is UTF-8.
  private static func scalarLength(at offset: Int, in raw: Span<UInt8>) -> Int {
    let first = raw[offset]
    return min(first < 0x80 ? 1 : first < 0xE0 ? 2 : first < 0xF0 ? 3 : 4, raw.count - offset)
  }

  private static func isUnparsable(_ offset: Int, _ length: Int, in raw: Span<UInt8>) -> Bool {
    let first = raw[offset]
    switch length {
    case 1: return first == 0x7F || first < 0x20 && first != 0x09 && first != 0x0A && first != 0x0C && first != 0x0D
    case 2: return first == 0xC2 && raw[offset + 1] < 0xA0
    case 3:
      guard first == 0xEF else { return false }
      let (second, third) = (raw[offset + 1], raw[offset + 2])
      return second == 0xB7 && (0x90...0xAF).contains(third) || second == 0xBF && third >= 0xBE
    default: return raw[offset + 1] & 0x0F == 0x0F && raw[offset + 2] == 0xBF && raw[offset + 3] >= 0xBE
    }
  }
}

extension UInt64 {
  /// How many of eight bytes, from the lowest on, are ASCII from the blank to the tilde; a few more may be told to be none.
  fileprivate var plainBytes: Int {
    let each: UInt64 = 0x0101_0101_0101_0101
    let others = (self &- 0x2020_2020_2020_2020) | (self &+ each) | self
    return (others & 0x8080_8080_8080_8080).trailingZeroBitCount &>> 3
  }
}
