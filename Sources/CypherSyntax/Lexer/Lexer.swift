/// Makes tokens of bytes, on demand: it holds no position, so that looking ahead costs no more than reading.
struct Lexer: Sendable {
  let bytes: [UInt8]

  /// The token that begins at or after a byte offset; spaces and comments are passed over.
  func token(at offset: Int) -> Token {
    let start: Int
    switch skipSpace(from: offset) {
    case .token(let offset): start = offset
    case .openComment(let offset): return token(.fault(.unterminatedComment), offset, offset + 2)
    }
    guard start < bytes.count else { return token(.endOfText, bytes.count, bytes.count) }
    let byte = bytes[start]
    switch byte {
    case 0x30...0x39: return number(at: start)
    case UInt8(ascii: "."):
      if let next = self[start + 1], Self.isDigit(next) { return number(at: start) }
      return self[start + 1] == byte ? token(.twoDots, start, start + 2) : token(.dot, start, start + 1)
    case UInt8(ascii: "'"), UInt8(ascii: "\""): return string(at: start, quote: byte)
    case UInt8(ascii: "`"): return quotedName(at: start)
    case UInt8(ascii: "$"): return parameter(at: start)
    case UInt8(ascii: "_"), 0x41...0x5A, 0x61...0x7A: return word(at: start)
    case 0x80...: return other(at: start)
    default: return punctuation(at: start, byte)
    }
  }

  private func token(_ kind: TokenKind, _ start: Int, _ end: Int) -> Token {
    Token(kind: kind, keyword: nil, start: start, end: min(end, bytes.count))
  }

  /// The byte at an offset; nil outside the text.
  subscript(offset: Int) -> UInt8? { bytes.indices.contains(offset) ? bytes[offset] : nil }

  // MARK: Space

  private enum Spaced {
    case token(Int)
    case openComment(Int)
  }

  private func skipSpace(from offset: Int) -> Spaced {
    var position = offset
    while position < bytes.count {
      let byte = bytes[position]
      switch byte {
      case 0x20, 0x09...0x0D, 0x1C...0x1F: position += 1
      case UInt8(ascii: "/") where self[position + 1] == byte:
        while position < bytes.count, bytes[position] != 0x0A { position += 1 }
      case UInt8(ascii: "/") where self[position + 1] == UInt8(ascii: "*"):
        guard let end = endOfComment(at: position) else { return .openComment(position) }
        position = end
      case 0x80...:
        let (scalar, length) = scalar(at: position)
        guard let scalar, scalar.properties.isWhitespace || scalar == "\u{FEFF}" || scalar == "\u{180E}" else {
          return .token(position)
        }
        position += length
      default: return .token(position)
      }
    }
    return .token(position)
  }

  private func endOfComment(at start: Int) -> Int? {
    var position = start + 2
    while position + 1 < bytes.count {
      if bytes[position] == UInt8(ascii: "*"), bytes[position + 1] == UInt8(ascii: "/") { return position + 2 }
      position += 1
    }
    return nil
  }

  // MARK: Words

  private func word(at start: Int) -> Token {
    let end = endOfName(from: start)
    return Token(kind: .word, keyword: Keyword(spelledBy: bytes[start..<end]), start: start, end: end)
  }

  /// The end of the letters, digits and connectors from an offset on.
  func endOfName(from start: Int) -> Int {
    var position = start
    while let byte = self[position] {
      if byte < 0x80 {
        guard Self.continuesName(byte) else { break }
        position += 1
      } else {
        let (scalar, length) = scalar(at: position)
        guard let scalar, Self.continuesName(scalar) else { break }
        position += length
      }
    }
    return position
  }

  private func quotedName(at start: Int) -> Token {
    var position = start + 1
    while let byte = self[position] {
      position += 1
      guard byte == UInt8(ascii: "`") else { continue }
      guard self[position] == byte else { return token(.quotedName, start, position) }
      position += 1
    }
    return token(.fault(.unterminatedName), start, start + 1)
  }

  private func parameter(at start: Int) -> Token {
    if self[start + 1] == UInt8(ascii: "`") {
      let name = quotedName(at: start + 1)
      return token(name.kind == .quotedName ? .parameter : name.kind, start, name.end)
    }
    let end = endOfName(from: start + 1)
    return token(end == start + 1 ? .fault(.parameterWithoutName) : .parameter, start, end)
  }

  // MARK: Literals

  private func string(at start: Int, quote: UInt8) -> Token {
    var position = start + 1
    while let byte = self[position] {
      if byte == quote { return token(.string, start, position + 1) }
      position += byte == UInt8(ascii: "\\") ? 2 : 1
    }
    return token(.fault(.unterminatedString), start, start + 1)
  }

  private func number(at start: Int) -> Token {
    var position = start
    var kind = TokenKind.integer
    if bytes[start] == UInt8(ascii: "0"), let mark = self[start + 1], mark | 0x20 == 0x78 || mark | 0x20 == 0x6F {
      position = start + 2
      let allowed = mark | 0x20 == 0x78 ? Self.isHexDigit : Self.isOctalDigit
      position = endOfDigits(from: position, allowed)
      if position == start + 2 { kind = .fault(.invalidNumber) }
    } else {
      position = endOfDigits(from: start)
      if self[position] == UInt8(ascii: "."), let next = self[position + 1], Self.isDigit(next) {
        kind = .float
        position = endOfDigits(from: position + 1)
      }
      if let mark = self[position], mark | 0x20 == 0x65 {
        var exponent = position + 1
        if let sign = self[exponent], sign == UInt8(ascii: "-") || sign == UInt8(ascii: "+") { exponent += 1 }
        let end = endOfDigits(from: exponent)
        kind = end > exponent ? .float : .fault(.invalidNumber)
        position = end
      }
    }
    let end = endOfName(from: position)
    return token(end > position ? .fault(.invalidNumber) : kind, start, end)
  }

  /// The end of digits, among which single underscores may stand to make a long number readable.
  private func endOfDigits(from start: Int, _ allowed: (UInt8) -> Bool = Lexer.isDigit) -> Int {
    var position = start
    while let byte = self[position] {
      let parts = byte == UInt8(ascii: "_") && position > start && (self[position + 1].map(allowed) ?? false)
      guard allowed(byte) || parts else { break }
      position += 1
    }
    return position
  }

  // MARK: Signs

  private func punctuation(at start: Int, _ byte: UInt8) -> Token {
    if let next = self[start + 1], let kind = Self.pair(byte, next) { return token(kind, start, start + 2) }
    return token(Self.sign(byte) ?? .fault(.strayCharacter), start, start + 1)
  }

  private static func pair(_ first: UInt8, _ second: UInt8) -> TokenKind? {
    switch (Unicode.Scalar(first), Unicode.Scalar(second)) {
    case ("<", ">"): .notEqual
    case ("<", "="): .lessOrEqual
    case (">", "="): .greaterOrEqual
    case ("+", "="): .plusEqual
    case ("=", "~"): .equalTilde
    case ("|", "|"): .doubleBar
    case (":", ":"): .doubleColon
    default: nil
    }
  }

  private static func sign(_ byte: UInt8) -> TokenKind? {
    switch Unicode.Scalar(byte) {
    case "(": .openRound
    case ")": .closeRound
    case "[": .openSquare
    case "]": .closeSquare
    case "{": .openCurly
    case "}": .closeCurly
    case ",": .comma
    case ":": .colon
    case ";": .semicolon
    case "|": .bar
    case "&": .ampersand
    case "!": .exclamation
    case "+": .plus
    case "-": .minus
    case "*": .star
    case "/": .slash
    case "%": .percent
    case "^": .caret
    case "=": .equal
    case "<": .less
    case ">": .greater
    default: nil
    }
  }

  private func other(at start: Int) -> Token {
    let (scalar, length) = scalar(at: start)
    guard let scalar else { return token(.fault(.invalidCharacter), start, start + length) }
    if Self.startsName(scalar) { return word(at: start) }
    switch scalar {
    case "\u{00AD}", "\u{2010}"..."\u{2015}", "\u{2212}", "\u{FE58}", "\u{FE63}", "\u{FF0D}":
      return token(.otherDash, start, start + length)
    case "\u{27E8}", "\u{3008}", "\u{FE64}", "\u{FF1C}": return token(.otherLeftArrowHead, start, start + length)
    case "\u{27E9}", "\u{3009}", "\u{FE65}", "\u{FF1E}": return token(.otherRightArrowHead, start, start + length)
    default: return token(.fault(.invalidCharacter), start, start + length)
    }
  }
}
