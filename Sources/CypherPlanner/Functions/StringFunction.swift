/// Functions of strings. A character is a Unicode code point.
public enum StringFunction: Hashable, Sendable, CaseIterable {
  case toUpper, toLower, trim, lTrim, rTrim, btrim, replace, left, right, substring, split, charLength, normalize

  var entry: FunctionEntry {
    let text = FunctionSignature.Parameter.required("string", .string)
    switch self {
    case .toUpper: return ofString("toUpper", aliases: ["upper"], "A string in capital letters", "'aurora'")
    case .toLower: return ofString("toLower", aliases: ["lower"], "A string in small letters", "'AURORA'")
    case .trim: return trimming("trim", "A string without the blanks, or the given characters, at both ends", "'  x  '")
    case .lTrim: return trimming("lTrim", "A string without the blanks, or the given characters, at its start", "'  x'")
    case .rTrim: return trimming("rTrim", "A string without the blanks, or the given characters, at its end", "'x  '")
    case .btrim:
      return trimming("btrim", "A string without the blanks, or the given characters, at both ends", "'--x--', '-'")
    case .replace:
      return FunctionEntry(
        "replace", .string, [.init([text, .required("search", .string), .required("replacement", .string)], .string)],
        "A string with all places of a text replaced by another", "RETURN replace('a-b-c', '-', '+')")
    case .left:
      return FunctionEntry(
        "left", .string, [.init([text, .required("length", .integer)], .string)],
        "The first characters of a string", "RETURN left('Aurora', 3)")
    case .right:
      return FunctionEntry(
        "right", .string, [.init([text, .required("length", .integer)], .string)],
        "The last characters of a string", "RETURN right('Aurora', 3)")
    case .substring:
      return FunctionEntry(
        "substring", .string, [.init([text, .required("start", .integer), .optional("length", .integer)], .string)],
        "The characters of a string from a position, counted from 0", "RETURN substring('Aurora', 1, 3)")
    case .split:
      return FunctionEntry(
        "split", .string,
        [
          .init([text, .required("delimiter", .string)], .list(of: .string)),
          .init([text, .required("delimiters", .list(of: .string))], .list(of: .string)),
        ],
        "The parts of a string between delimiters", "RETURN split('a,b,c', ',')")
    case .normalize:
      return FunctionEntry(
        "normalize", .string, [.init([text, .optional("form", .string)], .string)],
        "A string in a normal form of Unicode: NFC where none is named, NFD, NFKC or NFKD", "RETURN normalize('Aurora', 'NFC')")
    case .charLength:
      return FunctionEntry(
        "char_length", aliases: ["character_length"], .string, [.init([text], .integer)],
        "The number of characters of a string", "RETURN char_length('Aurora')")
    }
  }

  private func ofString(
    _ name: String, aliases: [String] = [], _ summary: String, _ argument: String
  ) -> FunctionEntry {
    FunctionEntry(
      name, aliases: aliases, .string, [.init([.required("string", .string)], .string)], summary,
      "RETURN \(name)(\(argument))")
  }

  private func trimming(_ name: String, _ summary: String, _ arguments: String) -> FunctionEntry {
    FunctionEntry(
      name, .string, [.init([.required("string", .string), .optional("characters", .string)], .string)], summary,
      "RETURN \(name)(\(arguments))")
  }
}
