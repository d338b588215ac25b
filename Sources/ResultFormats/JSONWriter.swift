/// Appends JSON to a buffer of UTF-8.
public enum JSONWriter {
  /// A string in quotes. Besides what JSON demands, DEL, C1 controls, the line separators of Unicode and the marks that
  /// turn the writing direction are escaped, so that the text is safe on a terminal and in a script.
  public static func append(_ text: String, to out: inout [UInt8]) {
    if appendShort(text.utf8Span.span, to: &out) { return }
    out.append(UInt8(ascii: "\""))
    if isPlain(text.utf8Span.span) {
      out.append(contentsOf: text.utf8)
    } else {
      for scalar in text.unicodeScalars { append(escaping: scalar, to: &out) }
    }
    out.append(UInt8(ascii: "\""))
  }

  /// Appends a short text in quotes where nothing of it has to be escaped. Says whether it did.
  private static func appendShort(_ bytes: Span<UInt8>, to out: inout [UInt8]) -> Bool {
    guard bytes.count <= 32, isPlain(bytes) else { return false }
    out.append(addingCapacity: bytes.count + 2) { out in
      out.append(UInt8(ascii: "\""))
      for at in bytes.indices { out.append(bytes[at]) }
      out.append(UInt8(ascii: "\""))
    }
    return true
  }

  /// Whether nothing has to be escaped.
  private static func isPlain(_ bytes: Span<UInt8>) -> Bool {
    for at in bytes.indices {
      let byte = bytes[at]
      if byte < 0x20 || byte == 0x7F || byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\\") { return false }
      if byte >= 0xC2, isEscaped(bytes, at) { return false }
    }
    return true
  }

  /// Whether a scalar is escaped that begins at a byte from 0xC2 on: U+80 to U+9F, U+2028 to U+202E, U+2066 to U+2069, U+FEFF.
  private static func isEscaped(_ bytes: Span<UInt8>, _ at: Int) -> Bool {
    switch bytes[at] {
    case 0xC2: bytes[at + 1] < 0xA0
    case 0xE2: bytes[at + 1] == 0x80 && (0xA8...0xAE).contains(bytes[at + 2]) || bytes[at + 1] == 0x81 && (0xA6...0xA9).contains(bytes[at + 2])
    case 0xEF: bytes[at + 1] == 0xBB && bytes[at + 2] == 0xBF
    default: false
    }
  }

  /// An integer.
  public static func append(_ number: Int64, to out: inout [UInt8]) {
    var digits = InlineArray<20, UInt8>(repeating: 0)
    var (first, rest) = (20, number.magnitude)
    repeat {
      first -= 1
      digits[first] = UInt8(ascii: "0") + UInt8(truncatingIfNeeded: rest % 10)
      rest /= 10
    } while rest > 0
    out.append(addingCapacity: 21) { out in
      if number < 0 { out.append(UInt8(ascii: "-")) }
      for place in first..<20 { out.append(digits[place]) }
    }
  }

  /// A float, always with a fraction or an exponent. Returns false, and appends `null`, where JSON has no such number.
  @discardableResult
  public static func append(_ number: Double, to out: inout [UInt8]) -> Bool {
    guard number.isFinite else {
      out.append(contentsOf: "null".utf8)
      return false
    }
    if let hundredths = hundredths(number) {
      append(hundredths / 100, to: &out)
      out.append(UInt8(ascii: "."))
      out.append(UInt8(ascii: "0") + UInt8(truncatingIfNeeded: hundredths % 100 / 10))
      if hundredths % 10 != 0 { out.append(UInt8(ascii: "0") + UInt8(truncatingIfNeeded: hundredths % 10)) }
    } else {
      out.append(contentsOf: String(describing: number).utf8)
    }
    return true
  }

  /// A number from 0 to 1,000 that has no more than two decimals, in hundredths: its digits are known without a search for the
  /// fewest that tell it from others.
  private static func hundredths(_ number: Double) -> Int64? {
    guard number >= 0, number < 1000, number.sign == .plus else { return nil }
    let nearest = Int64(number * 100 + 0.5)
    return Double(nearest) / 100 == number ? nearest : nil
  }

  /// A whole value, without spaces. Returns how many floats became `null`, since JSON has no such number.
  @discardableResult
  public static func append(_ value: JSONValue, to out: inout [UInt8]) -> Int {
    switch value {
    case .null: out.append(contentsOf: "null".utf8)
    case .boolean(let flag): out.append(contentsOf: (flag ? "true" : "false").utf8)
    case .integer(let number): append(number, to: &out)
    case .float(let number): return append(number, to: &out) ? 0 : 1
    case .string(let text): append(text, to: &out)
    case .array(let items):
      return append(items, "[", "]", to: &out) { item, out in append(item, to: &out) }
    case .object(let members):
      return append(members, "{", "}", to: &out) { member, out in
        append(name: member.name, to: &out)
        return append(member.value, to: &out)
      }
    }
    return 0
  }

  /// A member's name and its colon.
  public static func append(name: String, to out: inout [UInt8]) {
    append(name, to: &out)
    out.append(UInt8(ascii: ":"))
  }

  /// Items between brackets, parted by commas.
  private static func append<Item>(
    _ items: [Item], _ opening: Unicode.Scalar, _ closing: Unicode.Scalar, to out: inout [UInt8],
    each: (Item, inout [UInt8]) -> Int
  ) -> Int {
    var nullified = 0
    out.append(UInt8(ascii: opening))
    for (position, item) in items.enumerated() {
      if position > 0 { out.append(UInt8(ascii: ",")) }
      nullified += each(item, &out)
    }
    out.append(UInt8(ascii: closing))
    return nullified
  }

  private static func append(escaping scalar: Unicode.Scalar, to out: inout [UInt8]) {
    switch scalar.value {
    case 0x22: out.append(contentsOf: "\\\"".utf8)
    case 0x5C: out.append(contentsOf: "\\\\".utf8)
    case 0x08: out.append(contentsOf: "\\b".utf8)
    case 0x09: out.append(contentsOf: "\\t".utf8)
    case 0x0A: out.append(contentsOf: "\\n".utf8)
    case 0x0C: out.append(contentsOf: "\\f".utf8)
    case 0x0D: out.append(contentsOf: "\\r".utf8)
    case 0..<0x20, 0x7F...0x9F, 0x2028...0x202E, 0x2066...0x2069, 0xFEFF:
      out.append(contentsOf: ("\\u" + TerminalText.hexadecimal(scalar.value)).utf8)
    default: out.append(contentsOf: UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter)
    }
  }
}
