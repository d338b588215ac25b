import Diagnostics

extension Parser {
  mutating func literal() throws(SyntaxFault) -> Expression {
    let place = span(of: token)
    let value: Literal
    switch (token.kind, token.keyword) {
    case (.integer, _): value = .integer(try integer(isNegative: false))
    case (.float, _): value = .float(try float())
    case (.string, _): value = .string(try string())
    case (_, .true): value = .boolean(true)
    case (_, .false): value = .boolean(false)
    case (_, .null): value = .null
    default: throw unexpected(expected: "a literal")
    }
    if token.start == place.start { advance() }
    return Expression(.literal(value), span: place)
  }

  /// The value of the integer at ``token``, which is passed.
  mutating func integer(isNegative: Bool) throws(SyntaxFault) -> Int64 {
    let place = span(of: token)
    let bytes = lexer.bytes[place.start..<place.end]
    let mark = bytes.count > 2 && bytes.first == UInt8(ascii: "0") ? bytes[place.start + 1] | 0x20 : 0
    let radix: UInt64 = mark == UInt8(ascii: "x") ? 16 : mark == UInt8(ascii: "o") ? 8 : 10
    let limit: UInt64 = isNegative ? 1 << 63 : (1 << 63) - 1
    var magnitude: UInt64 = 0
    for byte in radix == 10 ? bytes : bytes.dropFirst(2) where byte != UInt8(ascii: "_") {
      let (product, overflowed) = magnitude.multipliedReportingOverflow(by: radix)
      magnitude = product &+ UInt64(Lexer.hexValue(byte) ?? 0)
      guard !overflowed, magnitude <= limit else {
        throw fault(
          .numberTooLarge, .integerOverflow,
          "`\(isNegative ? "-" : "")\(source[place])` does not fit an integer of 64 bits",
          at: place, hint: "the largest integer is \(Int64.max), the smallest \(Int64.min)")
      }
    }
    advance()
    return isNegative ? Int64(truncatingIfNeeded: 0 &- magnitude) : Int64(magnitude)
  }

  private mutating func float() throws(SyntaxFault) -> Double {
    let place = span(of: token)
    let text = source[place]
    let digits = text.filter { $0 != "_" }
    guard let value = Double(digits.hasPrefix(".") ? "0" + digits : digits), value.isFinite else {
      throw fault(
        .numberTooLarge, .floatingPointOverflow, "`\(text)` does not fit a floating-point number of 64 bits", at: place,
        hint: "the largest is about 1.8e308")
    }
    advance()
    return value
  }

  /// The value of the string at ``token``, which is passed.
  mutating func string() throws(SyntaxFault) -> String {
    let place = span(of: token)
    var letters: [UInt8] = []
    letters.reserveCapacity(place.end - place.start)
    var position = place.start + 1
    while position < place.end - 1 {
      let byte = lexer.bytes[position]
      if byte == UInt8(ascii: "\\") {
        try escape(at: &position, into: &letters)
      } else {
        letters.append(byte)
        position += 1
      }
    }
    advance()
    return String(decoding: letters, as: UTF8.self)
  }

  /// Decodes one escape; `position` is moved behind it.
  private mutating func escape(at position: inout Int, into letters: inout [UInt8]) throws(SyntaxFault) {
    let start = position
    let mark = lexer[start + 1] ?? 0
    position += 2
    switch Unicode.Scalar(mark) {
    case "\\", "'", "\"", "`": letters.append(mark)
    case "b", "B": letters.append(0x08)
    case "f", "F": letters.append(0x0C)
    case "n", "N": letters.append(0x0A)
    case "r", "R": letters.append(0x0D)
    case "t", "T": letters.append(0x09)
    case "u", "U":
      let scalar = try unicodeEscape(at: &position, from: start, digits: mark == UInt8(ascii: "u") ? 4 : 8)
      letters.append(contentsOf: Array(String(Character(scalar)).utf8))
    default:
      let end = start + 1 + lexer.scalar(at: start + 1).length
      let place = SourceSpan(start: start, end: end)
      throw fault(
        .invalidEscape, .unexpectedSyntax, "`\(source[place])` is no escape", at: place,
        hint: "write `\\\\` for a backslash; the escapes are \\\\ \\' \\\" \\b \\f \\n \\r \\t \\uXXXX \\UXXXXXXXX")
    }
  }

  /// `XXXX` or `XXXXXXXX`, and the second half of a surrogate pair.
  private mutating func unicodeEscape(
    at position: inout Int, from start: Int, digits: Int
  ) throws(SyntaxFault) -> Unicode.Scalar {
    if var value = hexDigits(at: position, count: digits) {
      position += digits
      if value & 0xFFFF_FC00 == 0xD800, lexer[position] == UInt8(ascii: "\\"), lexer[position + 1] == UInt8(ascii: "u"),
        let low = hexDigits(at: position + 2, count: 4), low & 0xFC00 == 0xDC00
      {
        value = 0x10000 + (value - 0xD800) << 10 + (low - 0xDC00)
        position += 6
      }
      if let scalar = Unicode.Scalar(value) { return scalar }
    }
    let place = SourceSpan(start: start, end: min(start + 2 + digits, token.end - 1))
    throw fault(
      .invalidEscape, .invalidUnicodeLiteral, "`\(source[place])` is no Unicode character", at: place,
      label: "expected \(digits) hexadecimal digits of a character")
  }

  private func hexDigits(at start: Int, count: Int) -> UInt32? {
    var value: UInt32 = 0
    for position in start..<start + count {
      guard let byte = lexer[position], let digit = Lexer.hexValue(byte) else { return nil }
      value = value << 4 | digit
    }
    return value
  }
}
