extension JSONReader {
  /// The string that starts here. One without escapes is decoded where it stands, another is put together first.
  mutating func string() throws(JSONError) -> String {
    let opening = at
    at += 1
    at = endOfPlainCharacters
    if next == UInt8(ascii: "\"") {
      defer { at += 1 }
      return try text(of: bytes[opening + 1..<at], at: opening + 1)
    }
    var whole: [UInt8] = []
    var start = opening + 1
    while let byte = next {
      whole += bytes[start..<at]
      switch byte {
      case UInt8(ascii: "\""):
        defer { at += 1 }
        return try text(of: whole[...], at: opening + 1)
      case UInt8(ascii: "\\"): whole += UTF8.encode(try escape()) ?? UTF8.encodedReplacementCharacter
      default: throw fault("a control character in a string must be escaped")
      }
      start = at
      at = endOfPlainCharacters
    }
    throw JSONError(offset: opening, message: "the string is not closed")
  }

  /// Where the next byte is that means something. Cost: some operations for each eight bytes.
  private var endOfPlainCharacters: Int {
    let all = bytes.span
    var end = at
    while end <= all.count &- 8 {
      let signs = Self.signs(all.extracting(end..<end &+ 8))
      end &+= signs.trailingZeroBitCount &>> 3
      if signs != 0 { return end }
    }
    while end < all.count, all[end] >= 0x20, all[end] != UInt8(ascii: "\""), all[end] != UInt8(ascii: "\\") { end += 1 }
    return end
  }

  /// Of eight bytes, the highest bit of the first that is a control character, a quotation mark or a backslash; others behind it mean nothing.
  @inline(__always)
  private static func signs(_ eight: Span<UInt8>) -> UInt64 {
    let low = UInt64(eight[0]) | UInt64(eight[1]) << 8 | UInt64(eight[2]) << 16 | UInt64(eight[3]) << 24
    let bits = low | UInt64(eight[4]) << 32 | UInt64(eight[5]) << 40 | UInt64(eight[6]) << 48 | UInt64(eight[7]) << 56
    let (each, high): (UInt64, UInt64) = (0x0101_0101_0101_0101, 0x8080_8080_8080_8080)
    let (quotes, slashes) = (bits ^ each &* 0x22, bits ^ each &* 0x5C)
    return ((bits &- each &* 0x20) & ~bits | (quotes &- each) & ~quotes | (slashes &- each) & ~slashes) & high
  }

  /// The bytes as text. Those of a string that began at a place are told of there where they are none.
  private func text(of own: ArraySlice<UInt8>, at start: Int) throws(JSONError) -> String {
    if let text = String(validating: own, as: UTF8.self) { return text }
    var parser = Unicode.UTF8.ForwardParser()
    var iterator = bytes[start..<at].makeIterator()
    var offset = start
    while case .valid(let sequence) = parser.parseScalar(from: &iterator) { offset += sequence.count }
    throw JSONError(offset: offset, message: "the bytes are no UTF-8")
  }

  private mutating func escape() throws(JSONError) -> Unicode.Scalar {
    let start = at
    at += 1
    guard let byte = next else { throw fault("expected an escape, found the end of the text") }
    at += 1
    switch byte {
    case UInt8(ascii: "\""): return "\""
    case UInt8(ascii: "\\"): return "\\"
    case UInt8(ascii: "/"): return "/"
    case UInt8(ascii: "b"): return "\u{8}"
    case UInt8(ascii: "f"): return "\u{C}"
    case UInt8(ascii: "n"): return "\n"
    case UInt8(ascii: "r"): return "\r"
    case UInt8(ascii: "t"): return "\t"
    case UInt8(ascii: "u"): return try unicodeEscape(start)
    default: throw JSONError(offset: start, message: "no such escape")
    }
  }

  private mutating func unicodeEscape(_ start: Int) throws(JSONError) -> Unicode.Scalar {
    let unit = try fourHexadecimalDigits()
    if let scalar = Unicode.Scalar(unit) { return scalar }
    let lone = JSONError(offset: start, message: "half of a surrogate pair stands alone")
    guard unit < 0xDC00, next == UInt8(ascii: "\\"), at + 1 < bytes.count, bytes[at + 1] == UInt8(ascii: "u") else {
      throw lone
    }
    at += 2
    let low = try fourHexadecimalDigits()
    guard (0xDC00...0xDFFF).contains(low),
      let scalar = Unicode.Scalar(0x10000 + ((UInt32(unit) - 0xD800) << 10) + (UInt32(low) - 0xDC00))
    else { throw lone }
    return scalar
  }

  private mutating func fourHexadecimalDigits() throws(JSONError) -> UInt16 {
    var unit: UInt16 = 0
    for _ in 0..<4 {
      guard let byte = next, let digit = Self.hexadecimalDigit(byte) else { throw fault("expected four hexadecimal digits") }
      unit = unit << 4 | digit
      at += 1
    }
    return unit
  }

  private static func hexadecimalDigit(_ byte: UInt8) -> UInt16? {
    switch byte {
    case UInt8(ascii: "0")...UInt8(ascii: "9"): UInt16(byte - UInt8(ascii: "0"))
    case UInt8(ascii: "A")...UInt8(ascii: "F"): UInt16(byte - UInt8(ascii: "A") + 10)
    case UInt8(ascii: "a")...UInt8(ascii: "f"): UInt16(byte - UInt8(ascii: "a") + 10)
    default: nil
    }
  }
}
