/// What stands under a key of a record.
public enum FieldValue: Hashable, Sendable {
  case text(String)
  case list([String])
  /// Maps in a list, such as the further places of a claim.
  case maps([[Field]])
}

/// A key of a record with what stands under it.
public struct Field: Hashable, Sendable {
  public var key: String
  public var value: FieldValue

  public init(_ key: String, _ value: FieldValue) {
    self.key = key
    self.value = value
  }

  public init(_ key: String, _ text: String) { self.init(key, .text(text)) }
}

extension Field {
  /// A record in braces behind its key, as in a file of records.
  public static func record(_ id: String, _ fields: [Field]) -> String {
    let key = YamlWriting.text(id, inFlow: false) + ": "
    return key + YamlWriting.map(fields, column: key.unicodeScalars.count + 2)
  }

  /// A map in braces.
  public static func map(_ fields: [Field]) -> String { YamlWriting.map(fields, column: 4) }
}

/// Writes values as YAML that reads as the same values, in the manner of people: in quotes only where that is needed.
public enum YamlWriting {
  /// The longest line that is written where there is a choice.
  static let width = 140

  static func text(_ value: String, inFlow: Bool, quoted: Bool = false) -> String {
    quoted || !isPlain(value, inFlow: inFlow) ? self.quoted(value) : value
  }

  static func value(_ value: FieldValue, inFlow: Bool) -> String {
    switch value {
    case .text(let text): self.text(text, inFlow: inFlow)
    case .list(let items): "[" + items.map { text($0, inFlow: true) }.joined(separator: ", ") + "]"
    case .maps(let maps): "[" + maps.map { map($0, column: nil) }.joined(separator: ", ") + "]"
    }
  }

  /// A key with its value.
  static func entry(_ field: Field, inFlow: Bool) -> String {
    text(field.key, inFlow: inFlow) + ": " + value(field.value, inFlow: inFlow)
  }

  /// A map in braces that begins in a column, broken between its entries where a line becomes too long.
  static func map(_ fields: [Field], column: Int?) -> String {
    var out = "{"
    var used = (column ?? 0) + 1
    for (index, field) in fields.enumerated() {
      let entry = entry(field, inFlow: true) + (index + 1 < fields.count ? "," : "}")
      let length = entry.unicodeScalars.count
      if let column, index > 0, used + 1 + length > width {
        out += "\n" + String(repeating: " ", count: column + 1)
        used = column + 1
      } else if index > 0 {
        out += " "
        used += 1
      }
      out += entry
      used += length
    }
    return fields.isEmpty ? "{}" : out
  }

  private static func isPlain(_ value: String, inFlow: Bool) -> Bool {
    let scalars = Array(value.unicodeScalars)
    guard let first = scalars.first, let last = scalars.last, first != " ", last != " ", last != ":" else { return false }
    if "-?:".unicodeScalars.contains(first) {
      guard first == "-", scalars.count > 1, ("0"..."9").contains(scalars[1]) else { return false }
    }
    if ",[]{}#&*!|>'\"%@`".unicodeScalars.contains(first) || value == "---" || value == "..." { return false }
    for (index, scalar) in scalars.enumerated() {
      switch scalar {
      case ":":
        if index + 1 < scalars.count, scalars[index + 1] == " " || (inFlow && ",[]{}".unicodeScalars.contains(scalars[index + 1])) { return false }
      case "#": if index > 0, scalars[index - 1] == " " { return false }
      case ",", "[", "]", "{", "}": if inFlow { return false }
      case "\u{85}", "\u{2028}", "\u{2029}", "\u{FEFF}": return false
      default: if scalar.value < 0x20 || (0x7F...0x9F).contains(scalar.value) { return false }
      }
    }
    return true
  }

  /// Text in double quotes, whatever it holds.
  public static func quoted(_ value: String) -> String {
    var out = "\""
    for scalar in value.unicodeScalars {
      switch scalar {
      case "\"": out += "\\\""
      case "\\": out += "\\\\"
      case "\n": out += "\\n"
      case "\t": out += "\\t"
      case "\r": out += "\\r"
      case "\u{85}", "\u{2028}", "\u{2029}", "\u{FEFF}": out += "\\u" + hex(scalar.value, 4)
      default:
        if scalar.value < 0x20 || (0x7F...0x9F).contains(scalar.value) {
          out += "\\x" + hex(scalar.value, 2)
        } else {
          out.unicodeScalars.append(scalar)
        }
      }
    }
    return out + "\""
  }

  private static func hex(_ number: UInt32, _ digits: Int) -> String {
    let text = String(number, radix: 16, uppercase: true)
    return String(repeating: "0", count: max(0, digits - text.count)) + text
  }
}
