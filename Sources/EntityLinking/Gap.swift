import GraphModel

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

  /// What a sentence can begin after.
  static let ends: Gap = [.sentence, .line, .paragraph]
  /// Among the signs of ``GapReader/signsBeside``, what more has to be known of; no gap has it.
  static let unknown = Gap(rawValue: 32768)

  /// 1 for a gap that a sentence can begin after, else 0.
  @inline(__always)
  var sign: UInt64 { isDisjoint(with: Gap.ends) ? 0 : 1 }

  /// What two words of a name may have between them in the text, whatever they have in the catalogue.
  static let soft: Gap = [.space, .hyphen, .line, .brokenWord]
}

/// Notes what stands between two words.
struct GapReader {
  private var gap: Gap = []
  private var newlines = 0
  private var onlyHyphen = true
  /// Whether a short dash is the last of it, which is a hyphen where nothing else stands between two words.
  private var isDash = false
  private var count = 0
  private var ended = false
  private let isStart: Bool

  init(isStart: Bool) { self.isStart = isStart }
  /// The gap in a range of bytes that has no letters. The frequent ones are known by their bytes.
  @inline(__always)
  static func gap(_ bytes: Span<UInt8>, _ range: Range<Int>, before letters: LetterCounts) -> Gap {
    if range.lowerBound > 0 {
      let first = bytes[range.lowerBound]
      switch range.count {
      case 1:
        if first == 0x20 { return .space }
        if first == 0x2D { return .hyphen }
        if first == 0x27 { return .apostrophe }
      case 2 where first == 0x2C && bytes[range.lowerBound + 1] == 0x20: return [.space, .other]
      case 2 where first == 0x2E && bytes[range.lowerBound + 1] == 0x20:
        return letters.canStartSentence ? [.dot, .space, .sentence] : [.dot, .space]
      case 3 where first == 0xE2 && bytes[range.lowerBound + 1] == 0x80 && bytes[range.lowerBound + 2] == 0x99:
        return .apostrophe
      default: break
      }
      if let gap = marks(bytes, range) { return gap }
    }
    return whole(bytes, range, before: letters)
  }

  /// The gap of blanks and of marks that end neither lines nor sentences; nil where there is anything else.
  private static func marks(_ bytes: Span<UInt8>, _ range: Range<Int>) -> Gap? {
    var gap: Gap = []
    let kinds = signsBeside
    for offset in range {
      let kind = kinds[Int(bytes[offset])]
      if kind == .unknown { return nil }
      gap.formUnion(kind)
    }
    return gap
  }

  /// For each byte what it is as all that stands between two words, or unknown.
  static let signsAlone: [Gap] = {
    var kinds = signsBeside
    kinds[0x2D] = .hyphen
    return kinds
  }()

  /// For each byte what it is between words, or unknown where that depends on more.
  static let signsBeside: [Gap] = {
    var kinds = [Gap](filledWith: .unknown, count: 256)
    for (kind, bytes) in [
      (.space, "\t "), (.apostrophe, "'`"), (.colon, ":"), (.underscore, "_"), (.ampersand, "&+"), (.bracket, "()[]"),
      (.other, "\",;/#%*<=>@\\^{|}~$"),
    ] as [(Gap, String)] {
      for byte in bytes.utf8 { kinds[Int(byte)] = kind }
    }
    return kinds
  }()

  private static func whole(_ bytes: Span<UInt8>, _ range: Range<Int>, before letters: LetterCounts) -> Gap {
    var reader = GapReader(isStart: range.lowerBound == 0)
    var offset = range.lowerBound
    while offset < range.upperBound {
      let (value, length) = bytes.scalar(at: offset)
      reader.add(value)
      offset += length
    }
    return reader.finish(before: letters, afterSoftHyphen: isSoftHyphen(bytes, endingAt: range.lowerBound))
  }

  /// Whether a hyphen and the end of a line stand at an offset, as ``Gap/brokenWord`` has it; a soft hyphen stands before it, as the end of a word.
  static func breaksWord(_ bytes: Span<UInt8>, at start: Int) -> Bool {
    let (hyphen, length) = bytes.scalar(at: start)
    let isHyphen = hyphen == 0x2D || hyphen == 0x2010 || hyphen == 0x2011 || hyphen == 0xFE63 || hyphen == 0xFF0D
    guard isHyphen || isSoftHyphen(bytes, endingAt: start) else { return false }
    var offset = isHyphen ? start + length : start
    if offset < bytes.count, bytes[offset] == 0x0D { offset += 1 }
    return offset < bytes.count && bytes[offset] == 0x0A
  }

  @inline(__always)
  private static func isSoftHyphen(_ bytes: Span<UInt8>, endingAt end: Int) -> Bool { end >= 2 && bytes[end - 1] == 0xAD && bytes[end - 2] == 0xC2 }

  /// Whether a hyphen stands before the end of a line, behind what may be a letter or digit.
  static func endsInWordAndHyphen(_ bytes: Span<UInt8>, newline: Int) -> Bool {
    let end = newline > 0 && bytes[newline - 1] == 0x0D ? newline - 1 : newline
    if isSoftHyphen(bytes, endingAt: end) { return true }
    let hyphen = end > 0 && bytes[end - 1] == 0x2D ? end - 1 : end - 3
    return hyphen > 0 && bytes[hyphen - 1] >= 0x30 && breaksWord(bytes, at: hyphen)
  }

  private mutating func add(_ value: UInt32) {
    count += 1
    switch value {
    case 0x0A: addNewline()
    case 0x09, 0x0B, 0x0C, 0x0D, 0x20, 0xA0, 0x2000...0x200A, 0x202F, 0x205F, 0x3000:
      gap.insert(.space)
      if value != 0x0D, newlines == 0 { onlyHyphen = false }
      if ended { gap.insert(.sentence) }
    case 0x2D, 0x2010, 0x2011, 0xFE63, 0xFF0D: addDash()
    case 0x2022, 0x2012...0x2015, 0x2212, 0xB7, 0x25AA, 0x25CF, 0x25E6:
      isDash = value == 0x2012 || value == 0x2013 || value == 0x2212
      gap.insert(newlines > 0 || isStart ? .item : .other)
      onlyHyphen = false
    case 0x27, 0x2BC, 0x2018, 0x2019, 0xB4, 0x60: note(.apostrophe)
    case 0x2E, 0x2026:
      note(.dot)
      ended = true
    case 0x21, 0x3F:
      note(.other)
      ended = true
    case 0x3A: note(.colon)
    case 0x5F: note(.underscore)
    case 0x26, 0x2B: note(.ampersand)
    case 0x28, 0x29, 0x5B, 0x5D: note(.bracket)
    case 0x1A: note(.opaque)
    default: note(.other)
    }
  }

  private mutating func note(_ kind: Gap) {
    gap.insert(kind)
    onlyHyphen = false
  }

  private mutating func addNewline() {
    newlines += 1
    gap.insert(.line)
    if ended { gap.insert(.sentence) }
  }

  private mutating func addDash() {
    if newlines > 0 || isStart && count == 1 { gap.insert(.item) }
    if count > 1 { onlyHyphen = false }
    gap.insert(.hyphen)
  }

  /// The gap before a word; a full stop ends a sentence only before a capital or a digit.
  private func finish(before word: LetterCounts, afterSoftHyphen: Bool) -> Gap {
    if isDash, count == 1, !isStart { return .hyphen }
    var gap = gap
    if newlines >= 2 { gap.formUnion([.paragraph, .sentence]) }
    if gap.contains(.item) { gap.insert(.sentence) }
    if gap.contains(.sentence), newlines < 2, !gap.contains(.item), !word.canStartSentence { gap.remove(.sentence) }
    if newlines == 1, onlyHyphen, afterSoftHyphen || gap.contains(.hyphen) { gap = [.brokenWord, .hyphen, .line] }
    return gap
  }
}

extension Span<UInt8> {
  /// The scalar at an offset of well-formed UTF-8, and its length.
  func scalar(at offset: Int) -> (value: UInt32, length: Int) {
    let first = self[offset]
    if first < 0x80 { return (UInt32(first), 1) }
    let length = Swift.min(first < 0xE0 ? 2 : first < 0xF0 ? 3 : 4, count - offset)
    var value = UInt32(first & (length == 2 ? 0x1F : length == 3 ? 0x0F : 0x07))
    for next in 1..<Swift.max(1, length) { value = value << 6 | UInt32(self[offset + next] & 0x3F) }
    return (value, length)
  }
}
