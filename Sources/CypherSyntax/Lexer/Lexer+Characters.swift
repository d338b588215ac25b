extension Lexer {
  static func isDigit(_ byte: UInt8) -> Bool { byte >= 0x30 && byte <= 0x39 }
  static func isOctalDigit(_ byte: UInt8) -> Bool { byte >= 0x30 && byte <= 0x37 }
  static func isHexDigit(_ byte: UInt8) -> Bool { hexValue(byte) != nil }

  /// The value of a hexadecimal digit.
  static func hexValue(_ byte: UInt8) -> UInt32? {
    switch byte {
    case 0x30...0x39: UInt32(byte) - 0x30
    case 0x41...0x46: UInt32(byte) - 0x41 + 10
    case 0x61...0x66: UInt32(byte) - 0x61 + 10
    default: nil
    }
  }

  /// Whether an ASCII character may stand inside a name; `$` is a currency sign.
  static func continuesName(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, UInt8(ascii: "_"), UInt8(ascii: "$"): true
    default: false
    }
  }

  /// Whether a character may begin a name: letters and connectors of any script.
  static func startsName(_ scalar: Unicode.Scalar) -> Bool {
    scalar.properties.isIDStart || scalar.properties.generalCategory == .connectorPunctuation
  }

  /// Whether a character may stand inside a name: also digits, marks and currency signs.
  static func continuesName(_ scalar: Unicode.Scalar) -> Bool {
    scalar.properties.isIDContinue || scalar.properties.generalCategory == .currencySymbol
  }

  /// The character at an offset and its length in bytes; nil and 1 where the bytes are no UTF-8.
  func scalar(at offset: Int) -> (Unicode.Scalar?, length: Int) {
    var decoder = Unicode.UTF8()
    var input = bytes[offset..<Swift.min(offset + 4, bytes.count)].makeIterator()
    guard case .scalarValue(let scalar) = decoder.decode(&input) else { return (nil, 1) }
    return (scalar, UTF8.width(scalar))
  }
}
