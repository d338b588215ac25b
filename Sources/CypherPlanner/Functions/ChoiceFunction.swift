/// Functions that choose among their arguments, and work out no more of them than the choice needs: forms of the language like CASE.
public enum ChoiceFunction: Hashable, Sendable, CaseIterable {
  case coalesce

  var entry: FunctionEntry {
    switch self {
    case .coalesce:
      FunctionEntry(
        "coalesce", .scalar, [.init([.required("value", .any)], variadic: true, .joinOfAll)],
        "The first argument that is not null; those behind it are not worked out", "RETURN coalesce(null, 'unknown')")
    }
  }
}
