extension JSONReader {
  /// The string that starts here. Runs without escapes are decoded at once.
  mutating func string() throws(JSONError) -> String {
    let opening = at
    at += 1
    var out = ""
    var runStart = at
    var isASCII = true
    while true {
      at = endOfPlainCharacters
      guard let byte = next else { break }
      switch byte {
      case UInt8(ascii: "\""):
        let last = try run(runStart, isASCII)
        at += 1
        return out.isEmpty ? last : out + last
      case UInt8(ascii: "\\"):
        out += try run(runStart, isASCII)
        out.unicodeScalars.append(try escape())
        runStart = at
      case 0..<0x20: throw fault("a control character in a string must be escaped")
      default:
        isASCII = false
        at += 1
      }
    }
    throw JSONError(offset: opening, message: "the string is not closed")
  }

  /// Where the next byte is that means something, or is no ASCII.
  private var endOfPlainCharacters: Int {
    let all = bytes.span
    var end = at
    while end < all.count {
      let byte = all[end]
      if byte < 0x20 || byte > 0x7F || byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\\") { break }
      end += 1
    }
    return end
  }

  private func run(_ start: Int, _ isASCII: Bool) throws(JSONError) -> String {
    if isASCII { return String(decoding: bytes[start..<at], as: UTF8.self) }
    if let text = String(validating: bytes[start..<at], as: UTF8.self) { return text }
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
      guard let byte = next, let digit = Character(Unicode.Scalar(byte)).hexDigitValue else {
        throw fault("expected four hexadecimal digits")
      }
      unit = unit << 4 | UInt16(digit)
      at += 1
    }
    return unit
  }
}
