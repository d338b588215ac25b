/// Functions that make a value of another type: the strict ones refuse what cannot be converted at all, those with
/// `OrNull` give null for it, and those with `List` convert each element.
public enum ConversionFunction: Hashable, Sendable, CaseIterable {
  case toBoolean, toInteger, toFloat, toString
  case toBooleanOrNull, toIntegerOrNull, toFloatOrNull, toStringOrNull
  case toBooleanList, toIntegerList, toFloatList, toStringList

  var entry: FunctionEntry {
    switch self {
    case .toBoolean:
      strict(
        "toBoolean", [.boolean, .string, .integer], .boolean, "The boolean that a string or an integer stands for",
        "'true'")
    case .toInteger:
      strict(
        "toInteger", [.number, .string, .boolean], .integer, "The integer in a string or a float, cut towards zero",
        "'42'")
    case .toFloat:
      strict("toFloat", [.number, .string], .float, "The float in a string or an integer", "'4.5'")
    case .toString:
      strict("toString", ConversionFunction.shown, .string, "A value as a string", "42")
    case .toBooleanOrNull:
      lenient("toBooleanOrNull", .boolean, "The boolean that a value stands for, else null", "'perhaps'")
    case .toIntegerOrNull: lenient("toIntegerOrNull", .integer, "The integer in a value, else null", "[]")
    case .toFloatOrNull: lenient("toFloatOrNull", .float, "The float in a value, else null", "true")
    case .toStringOrNull: lenient("toStringOrNull", .string, "A value as a string, else null", "[1]")
    case .toBooleanList:
      elementwise(
        "toBooleanList", .boolean, "Each element as a boolean, else null", "['true', 'no']")
    case .toIntegerList: elementwise("toIntegerList", .integer, "Each element as an integer, else null", "['1', 2.5]")
    case .toFloatList: elementwise("toFloatList", .float, "Each element as a float, else null", "['1', 2]")
    case .toStringList: elementwise("toStringList", .string, "Each element as a string, else null", "[1, true]")
    }
  }

  private static let shown: [ValueType] = [
    .string, .number, .boolean, .date, .localTime, .time, .localDateTime, .dateTime, .duration,
  ]

  private func strict(
    _ name: String, _ types: [ValueType], _ result: ValueType, _ summary: String, _ argument: String
  ) -> FunctionEntry {
    FunctionEntry(
      name, .conversion, types.map { .init([.required("value", $0)], result) }, summary, "RETURN \(name)(\(argument))")
  }

  private func lenient(_ name: String, _ result: ValueType, _ summary: String, _ argument: String) -> FunctionEntry {
    FunctionEntry(
      name, .conversion, [.init([.required("value", .any)], result)], summary, "RETURN \(name)(\(argument))")
  }

  private func elementwise(
    _ name: String, _ element: ValueType, _ summary: String, _ argument: String
  ) -> FunctionEntry {
    FunctionEntry(
      name, .conversion, [.init([.required("list", .list(of: .any))], .list(of: element))], summary,
      "RETURN \(name)(\(argument))")
  }
}
