/// Functions that answer yes or no. `all`, `any`, `none` and `single` bind a variable and are syntax instead.
public enum PredicateFunction: Hashable, Sendable, CaseIterable {
  case exists, isEmpty, isNaN, isNormalized

  var entry: FunctionEntry {
    switch self {
    case .exists:
      FunctionEntry(
        "exists", .predicate, [.init([.required("value", .any)], .boolean)],
        "Whether a property or an expression has a value other than null", "RETURN exists({name: 'Aurora'}.name)")
    case .isEmpty:
      FunctionEntry(
        "isEmpty", .predicate,
        [
          .init([.required("list", .list(of: .any))], .boolean), .init([.required("map", .map)], .boolean),
          .init([.required("string", .string)], .boolean),
        ],
        "Whether a list, a map or a string has nothing in it", "RETURN isEmpty([])")
    case .isNaN:
      FunctionEntry(
        "isNaN", .predicate, [.init([.required("number", .number)], .boolean)],
        "Whether a number is not a number, such as 0.0 / 0.0", "RETURN isNaN(0.0 / 0.0)")
    case .isNormalized:
      FunctionEntry(
        "isNormalized", .predicate, [.init([.required("string", .any), .optional("form", .string)], .boolean)],
        "Whether a string is in a normal form of Unicode; what is no string gives null. Also written IS NORMALIZED",
        "RETURN isNormalized('Aurora', 'NFD')")
    }
  }
}
