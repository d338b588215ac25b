import CypherPlanner
import Diagnostics
import GraphModel

extension FunctionCall {
  func evaluate(_ function: StringFunction) throws(EvaluationError) -> Value {
    if hasNull { return .null }
    switch function {
    case .toUpper: return .string(try string(0, of: "toUpper").uppercased())
    case .toLower: return .string(try string(0, of: "toLower").lowercased())
    case .trim: return try trim("trim", .both)
    case .btrim: return try trim("btrim", .both)
    case .lTrim: return try trim("lTrim", .start)
    case .rTrim: return try trim("rTrim", .end)
    case .replace:
      let text = try string(0, of: "replace")
      return .string(text.replacing(try string(1, of: "replace"), by: try string(2, of: "replace")))
    case .left:
      let text = try string(0, of: "left").unicodeScalars
      return .string(String(text.prefix(try count(1, of: "left"))))
    case .right:
      let text = try string(0, of: "right").unicodeScalars
      return .string(String(text.suffix(try count(1, of: "right"))))
    case .substring:
      let text = try string(0, of: "substring").unicodeScalars.dropFirst(try count(1, of: "substring"))
      return .string(String(has(2) ? text.prefix(try count(2, of: "substring")) : text))
    case .split: return .list(try parts().map(Value.string))
    case .normalize: return .string(try normalized(try string(0, of: "normalize"), of: "normalize"))
    case .charLength: return .integer(Int64(try string(0, of: "char_length").scalarCount))
    }
  }

  /// A text in the normal form that the second argument names.
  func normalized(_ text: String, of name: String) throws(EvaluationError) -> String {
    let word = has(1) ? try string(1, of: name) : NormalForm.composed.rawValue
    guard let form = NormalForm(rawValue: word.uppercased()) else {
      throw EvaluationError(.argumentError, .invalidArgumentValue, "the normal forms are NFC, NFD, NFKC and NFKD, not \(word)")
    }
    guard let normalizer = context.normalizer else {
      throw EvaluationError(.argumentError, .externalResourceFailed, "\(name)() has no tables of Unicode here")
    }
    return normalizer(text, form)
  }

  /// A number of characters, which must not be negative.
  private func count(_ position: Int, of name: String) throws(EvaluationError) -> Int {
    let number = try integer(position, of: name)
    guard number >= 0 else {
      throw EvaluationError(
        .argumentError, .negativeIntegerArgument, "\(name)() takes no negative numbers, such as \(number)")
    }
    return Int(number)
  }

  private func trim(_ name: String, _ ends: StringTrimming.Ends) throws(EvaluationError) -> Value {
    let text = try string(0, of: name)
    guard has(1) else { return .string(StringTrimming.trim(text, ends) { $0.properties.isWhitespace }) }
    let unwanted = Set(try string(1, of: name).unicodeScalars)
    return .string(StringTrimming.trim(text, ends, where: unwanted.contains))
  }

  private func parts() throws(EvaluationError) -> [String] {
    let text = try string(0, of: "split")
    guard case .list(let items) = self[1] else { return text.split(by: [try string(1, of: "split")]) }
    var delimiters: [String] = []
    for item in items {
      guard case .string(let delimiter) = item else {
        throw .wrongArgument("split", item, expected: "a string or strings to split at")
      }
      delimiters.append(delimiter)
    }
    return text.split(by: delimiters)
  }
}

/// Takes characters off the ends of a string.
enum StringTrimming {
  enum Ends { case start, end, both }

  static func trim(_ text: String, _ ends: Ends, where unwanted: (Unicode.Scalar) -> Bool) -> String {
    var scalars = text.unicodeScalars[...]
    if ends != .end { scalars = scalars.drop(while: unwanted) }
    if ends != .start {
      while let last = scalars.last, unwanted(last) { scalars.removeLast() }
    }
    return String(scalars)
  }
}

extension String {
  /// The text with every place of another one replaced, from left to right, byte by byte. Where the text sought is empty,
  /// the replacement goes before, between and after the characters.
  func replacing(_ sought: String, by replacement: String) -> String {
    if sought.isEmpty {
      var out = replacement
      for scalar in unicodeScalars {
        out.unicodeScalars.append(scalar)
        out += replacement
      }
      return out
    }
    return split(by: [sought]).joined(separator: replacement)
  }

  /// The parts between delimiters; where several begin at one place, the first in the list counts. An empty delimiter
  /// splits into characters.
  func split(by delimiters: [String]) -> [String] {
    if delimiters.contains("") { return unicodeScalars.map { String($0) } }
    let bytes = Array(utf8)
    let sought = delimiters.map { Array($0.utf8) }
    var parts: [String] = []
    var (start, position) = (0, 0)
    while position < bytes.count {
      if let found = sought.first(where: { bytes[position...].starts(with: $0) }) {
        parts.append(String(decoding: bytes[start..<position], as: UTF8.self))
        position += found.count
        start = position
      } else {
        position += 1
      }
    }
    parts.append(String(decoding: bytes[start...], as: UTF8.self))
    return parts
  }
}
