/// Functions of any value, and those of nothing but the moment or chance.
public enum ScalarFunction: Hashable, Sendable, CaseIterable {
  case nullIf, valueType, timestamp, randomUUID

  var entry: FunctionEntry {
    switch self {
    case .nullIf:
      FunctionEntry(
        "nullIf", .scalar, [.init([.required("value", .any), .required("unwanted", .any)], .sameAsFirst)],
        "Null where both arguments are equal, else the first", "RETURN nullIf(0, 0)")
    case .valueType:
      FunctionEntry(
        "valueType", .scalar, [.init([.required("value", .any)], .string)], "The name of the type of a value",
        "RETURN valueType([1, 2])")
    case .timestamp:
      FunctionEntry(
        "timestamp", .scalar, [.init([], .integer)],
        "The milliseconds from 1970-01-01T00:00Z to the start of the statement", "RETURN timestamp()")
    case .randomUUID:
      FunctionEntry(
        "randomUUID", .scalar, [.init([], .string)], isDeterministic: false, "A random UUID (version 4)",
        "RETURN randomUUID()")
    }
  }
}
