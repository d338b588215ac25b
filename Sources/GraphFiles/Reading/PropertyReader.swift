import Diagnostics
import GraphModel

extension FileReading {
  /// A property or qualifier with its value as the schema types it; nil, reported, where the value does not fit.
  mutating func property(_ entry: TextNode.Entry) -> PropertyRecord? {
    let name = entry.key
    let type = schema.property(name.value)?.type ?? .text
    guard case .list(let items, let span) = entry.value else {
      guard let text = text(entry.value, name.value), let value = value(text, of: type, name.value) else { return nil }
      return PropertyRecord(
        name: name, value: value, span: text.span, references: type == .reference ? [text] : [])
    }
    var values: [Value] = []
    var references: [Spanned<String>] = []
    for item in items {
      guard let text = text(item, name.value), let value = value(text, of: type, name.value) else { continue }
      values.append(value)
      if type == .reference { references.append(text) }
    }
    return PropertyRecord(name: name, value: .list(values), span: span, references: references)
  }

  private mutating func value(_ text: Spanned<String>, of type: PropertyType, _ name: String) -> Value? {
    switch type {
    case .text, .reference: return .string(text.value)
    case .date: return date(text).map { .string($0.value.text) }
    case .integer:
      if let integer = PlainNumber.integer(text.value) { return .integer(integer) }
    case .number:
      if let number = PlainNumber.number(text.value) { return .float(number) }
    case .boolean:
      if text.value == "true" || text.value == "false" { return .boolean(text.value == "true") }
    case .url:
      if text.value.hasPrefix("https://") || text.value.hasPrefix("http://"), !text.value.contains(" ") {
        return .string(text.value)
      }
    }
    report(
      .graphWrongValue, "`\(name)` is \(Self.words(for: type)), and `\(text.value)` is not", at: text.span)
    return nil
  }

  private static func words(for type: PropertyType) -> String {
    switch type {
    case .text: "text"
    case .integer: "an integer such as 3146"
    case .number: "a number such as 12.5"
    case .date: "a date"
    case .boolean: "`true` or `false`"
    case .url: "an address that begins with http:// or https://"
    case .reference: "the id of an entity"
    }
  }
}

/// Numbers as people write them in `graph-data`: digits, a sign, a decimal point, and nothing else.
enum PlainNumber {
  static func integer(_ text: String) -> Int64? {
    isPlain(text, allowsPoint: false) ? Int64(text) : nil
  }

  static func number(_ text: String) -> Double? {
    isPlain(text, allowsPoint: true) ? Double(text) : nil
  }

  /// An integer, a decimal number, or the text itself. A number with a leading zero, such as `012`, stays text.
  static func value(_ text: String) -> Value {
    let digits = text.hasPrefix("-") ? text.dropFirst() : text[...]
    if digits.hasPrefix("0"), digits.dropFirst().first?.isNumber == true { return .string(text) }
    return integer(text).map { .integer($0) } ?? number(text).map { .float($0) } ?? .string(text)
  }

  private static func isPlain(_ text: String, allowsPoint: Bool) -> Bool {
    var points = 0
    var digits = 0
    for (index, byte) in text.utf8.enumerated() {
      switch byte {
      case UInt8(ascii: "0")...UInt8(ascii: "9"): digits += 1
      case UInt8(ascii: "-") where index == 0: break
      case UInt8(ascii: ".") where allowsPoint && digits > 0: points += 1
      default: return false
      }
    }
    return digits > 0 && points <= 1 && text.utf8.last != UInt8(ascii: ".")
  }
}
