import CypherPlanner
import GraphModel

extension FunctionCall {
  func evaluate(_ function: ConversionFunction) throws(EvaluationError) -> Value {
    let value = self[0]
    switch function {
    case .toBoolean: return try strict(value, "toBoolean", "a boolean, a string or an integer", Conversion.toBoolean)
    case .toInteger: return try strict(value, "toInteger", "a number, a string or a boolean", Conversion.toInteger)
    case .toFloat: return try strict(value, "toFloat", "a number or a string", Conversion.toFloat)
    case .toString:
      return try strict(value, "toString", "a string, a number, a boolean or a temporal value", Conversion.toString)
    case .toBooleanOrNull: return Conversion.toBoolean(value).orNull
    case .toIntegerOrNull: return Conversion.toInteger(value).orNull
    case .toFloatOrNull: return Conversion.toFloat(value).orNull
    case .toStringOrNull: return Conversion.toString(value).orNull
    case .toBooleanList: return try elements(value, "toBooleanList", Conversion.toBoolean)
    case .toIntegerList: return try elements(value, "toIntegerList", Conversion.toInteger)
    case .toFloatList: return try elements(value, "toFloatList", Conversion.toFloat)
    case .toStringList: return try elements(value, "toStringList", Conversion.toString)
    }
  }

  private func strict(
    _ value: Value, _ name: String, _ expected: String, _ convert: (Value) -> Conversion
  ) throws(EvaluationError) -> Value {
    switch convert(value) {
    case .value(let converted): return converted
    case .outOfRange: throw .integerOverflow("\(name)(\(Conversion.text(value) ?? ""))")
    case .wrongType: throw .wrongArgument(name, value, expected: expected)
    }
  }

  private func elements(
    _ value: Value, _ name: String, _ convert: (Value) -> Conversion
  ) throws(EvaluationError) -> Value {
    switch value {
    case .null: return .null
    case .list(let items): return .list(items.map { convert($0).orNull })
    default: throw .wrongArgument(name, value, expected: "a list")
    }
  }
}

/// What a value becomes as another type. A string that does not read as the type is null.
enum Conversion {
  case value(Value)
  case outOfRange
  case wrongType

  var orNull: Value {
    if case .value(let value) = self { return value }
    return .null
  }

  static func toBoolean(_ value: Value) -> Conversion {
    switch value {
    case .null, .boolean: return .value(value)
    case .integer(let number): return .value(.boolean(number != 0))
    case .string(let text):
      switch trimmed(text).lowercased() {
      case "true": return .value(.boolean(true))
      case "false": return .value(.boolean(false))
      default: return .value(.null)
      }
    default: return .wrongType
    }
  }

  static func toInteger(_ value: Value) -> Conversion {
    switch value {
    case .null, .integer: return .value(value)
    case .boolean(let flag): return .value(.integer(flag ? 1 : 0))
    case .float(let number): return integer(number)
    case .string(let text):
      let text = trimmed(text)
      if let number = Int64(text) { return .value(.integer(number)) }
      guard let number = float(text) else { return .value(.null) }
      if case .value(let whole) = integer(number) { return .value(whole) }
      return .value(.null)
    default: return .wrongType
    }
  }

  static func toFloat(_ value: Value) -> Conversion {
    switch value {
    case .null, .float: .value(value)
    case .integer(let number): .value(.float(Double(number)))
    case .string(let text): .value(float(trimmed(text)).map(Value.float) ?? .null)
    default: .wrongType
    }
  }

  static func toString(_ value: Value) -> Conversion {
    if value.isNull { return .value(.null) }
    return text(value).map { .value(.string($0)) } ?? .wrongType
  }

  /// A scalar or temporal value as text; nil for other values.
  static func text(_ value: Value) -> String? {
    switch value {
    case .string(let text): text
    case .boolean(let flag): flag ? "true" : "false"
    case .integer(let number): String(number)
    case .float(let number): number.cypherText
    case .date(let date): date.description
    case .localTime(let time): time.description
    case .time(let time): time.description
    case .localDateTime(let moment): moment.description
    case .dateTime(let moment): moment.description
    case .duration(let duration): duration.description
    case .null, .list, .map, .node, .relationship, .path: nil
    }
  }

  private static func integer(_ number: Double) -> Conversion {
    Int64(exactly: number.rounded(.towardZero)).map { .value(.integer($0)) } ?? .outOfRange
  }

  /// A decimal number, or one of the names of the special floats.
  private static func float(_ text: String) -> Double? {
    switch text {
    case "NaN": return .nan
    case "Infinity", "+Infinity": return .infinity
    case "-Infinity": return -.infinity
    default:
      let isDecimal = text.utf8.allSatisfy { byte in
        switch byte {
        case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "."), UInt8(ascii: "e"), UInt8(ascii: "E"),
          UInt8(ascii: "+"), UInt8(ascii: "-"):
          true
        default: false
        }
      }
      return isDecimal ? Double(text) : nil
    }
  }

  private static func trimmed(_ text: String) -> String {
    StringTrimming.trim(text, .both) { $0.properties.isWhitespace }
  }
}
