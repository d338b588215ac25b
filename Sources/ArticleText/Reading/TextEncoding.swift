import Diagnostics

extension DiagnosticCode {
  /// An article is in an encoding that is not known.
  static let articleEncoding = DiagnosticCode("E601")
  /// An article contains a NUL, so it is no text.
  static let articleIsBinary = DiagnosticCode("E602")
}

/// Makes UTF-8 of the bytes of an article. The scalars stay those of the file, so that offsets in scalars are offsets in it.
enum TextEncoding {
  /// The offset after a byte-order mark.
  static func start(of text: [UInt8]) -> Int { text.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0 }

  /// The text as UTF-8: as it is, from UTF-16 with a byte-order mark or without where its NULs leave no doubt, or from an older Western encoding
  /// where one is declared.
  /// Anything else is refused with the byte at fault, since a guess would give wrong letters. Cost: one pass. What is declared
  /// is asked for only where it matters.
  static func text(
    of raw: [UInt8], name: String, declared: @autoclosure () -> String?
  ) throws(Diagnostic) -> [UInt8] {
    if let fault = utf32Fault(raw, name) { throw fault }
    if raw.starts(with: [0xFF, 0xFE]) || raw.starts(with: [0xFE, 0xFF]) {
      return try utf16(raw, name, isLittle: raw[0] == 0xFF)
    }
    if isPlainText(raw.span) { return raw }
    if let fault = firstFault(raw) {
      if let isLittle = isLittleUTF16(raw) { return try utf16(raw, name, isLittle: isLittle) }
      let declared = declared()
      if let declared, let encoding = WesternEncoding(name: declared) { return encoding.text(of: raw) }
      let saysUTF8 = declared.map { ["utf-8", "utf8"].contains($0.lowercased()) } ?? false
      let stated = saysUTF8 ? ", though it says that it is" : ""
      let unknown = declared.map { saysUTF8 ? "" : ", and its encoding, `\($0)`, is not known" } ?? ""
      throw Diagnostic(
        .articleEncoding, "the text is not UTF-8\(stated): byte \(fault.lowerBound) starts no character\(unknown)", source: name,
        span: SourceSpan(start: fault.lowerBound, end: fault.upperBound),
        hint: "if it is an older Western text, convert it with: iconv -f WINDOWS-1252 -t UTF-8")
    }
    if let nul = raw.firstIndex(of: 0) {
      if let isLittle = isLittleUTF16(raw) { return try utf16(raw, name, isLittle: isLittle) }
      throw Diagnostic(
        .articleIsBinary, "the file is no text: byte \(nul) is NUL", source: name,
        span: SourceSpan(start: nul, end: nul + 1), hint: "see what it is with: file -i")
    }
    return raw
  }

  /// Whether bytes that bear no mark are UTF-16 with the low byte first, or last; nil for what is no Western UTF-16: there, half of every
  /// other byte or more are NUL, the rest those of some signs, and no byte between. Cost: the first bytes.
  private static func isLittleUTF16(_ raw: [UInt8]) -> Bool? {
    let pairs = min(raw.count, 4096) / 2
    guard pairs > 3 else { return nil }
    let high = (0..<pairs).count { raw[2 * $0] == 0 }
    let low = (0..<pairs).count { raw[2 * $0 + 1] == 0 }
    guard min(high, low) == 0, max(high, low) * 2 >= pairs else { return nil }
    return high == 0
  }

  /// Decodes UTF-16; a byte-order mark stays, as it does in UTF-8.
  private static func utf16(_ raw: [UInt8], _ name: String, isLittle: Bool) throws(Diagnostic) -> [UInt8] {
    var units: [UInt16] = []
    units.reserveCapacity(raw.count / 2)
    for index in stride(from: 0, to: raw.count - 1, by: 2) {
      let (first, second) = (UInt16(raw[index]), UInt16(raw[index + 1]))
      units.append(isLittle ? second << 8 | first : first << 8 | second)
    }
    guard raw.count.isMultiple(of: 2), let text = String(validating: units, as: UTF16.self) else {
      throw Diagnostic(
        .articleEncoding, "the text begins as UTF-16 and is none", source: name, span: SourceSpan(start: 0, end: 2),
        hint: "see what it is with: file -i")
    }
    let bytes = Array(text.utf8)
    if let nul = bytes.firstIndex(of: 0) {
      throw Diagnostic(
        .articleIsBinary, "the file is no text: character \(nul) is NUL", source: name, span: SourceSpan(start: 0, end: 2))
    }
    return bytes
  }

  private static func firstFault(_ raw: [UInt8]) -> Range<Int>? {
    do throws(UTF8.ValidationError) {
      _ = try UTF8Span(validating: raw.span)
      return nil
    } catch {
      return error.byteOffsets
    }
  }

  /// Whether a text is UTF-8 of scalars that French and English are written in, without NUL; another may be UTF-8, too. Cost: one pass, eight
  /// bytes at a time where they are ASCII.
  private static func isPlainText(_ raw: Span<UInt8>) -> Bool {
    var offset = 0
    while offset < raw.count {
      if offset <= raw.count &- 8 {
        let eight = raw.eight(at: offset)
        let odd = (eight | (eight &- 0x0101_0101_0101_0101)) & 0x8080_8080_8080_8080
        offset &+= odd.trailingZeroBitCount &>> 3
        if odd == 0 { continue }
      }
      switch raw[offset] {
      case 1..<0x80: offset &+= 1
      case 0xC2..<0xE0 where isContinued(raw, offset &+ 1): offset &+= 2
      case 0xE1..<0xED where isContinued(raw, offset &+ 1) && isContinued(raw, offset &+ 2): offset &+= 3
      default: return false
      }
    }
    return true
  }

  @inline(__always)
  private static func isContinued(_ raw: Span<UInt8>, _ offset: Int) -> Bool { offset < raw.count && raw[offset] & 0xC0 == 0x80 }

  /// The encoding that an HTML or XML page declares in its first 1,024 bytes.
  static func declared(in raw: [UInt8]) -> String? {
    let head = raw.prefix(1024).map { $0 >= 0x41 && $0 <= 0x5A ? $0 + 0x20 : $0 }
    for key in ["charset=", "encoding="] {
      guard let found = head.firstRange(of: Array(key.utf8)) else { continue }
      let name = head[found.upperBound...].drop { [0x20, 0x22, 0x27].contains($0) }.prefix {
        $0 >= 0x30 && $0 <= 0x39 || $0 >= 0x61 && $0 <= 0x7A || $0 == 0x2D || $0 == 0x5F || $0 == 0x3A
      }
      if !name.isEmpty { return String(decoding: name, as: UTF8.self) }
    }
    return nil
  }
}

/// The encodings of one byte a letter in which Western European pages were written.
enum WesternEncoding {
  case windows1252, latin9

  /// The encoding by its name. Latin-1 is read as Windows-1252, as browsers do: the two differ in control characters only.
  init?(name: String) {
    switch name.lowercased().replacing("_", with: "-") {
    case "windows-1252", "cp1252", "x-cp1252", "iso-8859-1", "iso8859-1", "latin1", "latin-1", "l1", "us-ascii", "ascii":
      self = .windows1252
    case "iso-8859-15", "iso8859-15", "latin-9", "latin9": self = .latin9
    default: return nil
    }
  }

  func text(of raw: [UInt8]) -> [UInt8] {
    var text: [UInt8] = []
    text.reserveCapacity(raw.count + raw.count / 8)
    for byte in raw {
      if byte < 0x80 {
        text.append(byte == 0 ? 0x1A : byte)
      } else {
        text += Array(String(Character(Unicode.Scalar(scalar(byte)) ?? "\u{FFFD}")).utf8)
      }
    }
    return text
  }

  private func scalar(_ byte: UInt8) -> UInt32 {
    switch self {
    case .windows1252: byte < 0xA0 ? Self.highControls[Int(byte) - 0x80] : UInt32(byte)
    case .latin9: Self.latin9Changes[byte] ?? UInt32(byte)
    }
  }

  /// What Windows-1252 has from 0x80 to 0x9F.
  private static let highControls: [UInt32] = [
    0x20AC, 0x81, 0x201A, 0x192, 0x201E, 0x2026, 0x2020, 0x2021, 0x2C6, 0x2030, 0x160, 0x2039, 0x152, 0x8D, 0x17D, 0x8F,
    0x90, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014, 0x2DC, 0x2122, 0x161, 0x203A, 0x153, 0x9D, 0x17E, 0x178,
  ]
  private static let latin9Changes: [UInt8: UInt32] = [
    0xA4: 0x20AC, 0xA6: 0x160, 0xA8: 0x161, 0xB4: 0x17D, 0xB8: 0x17E, 0xBC: 0x152, 0xBD: 0x153, 0xBE: 0x178,
  ]
}
