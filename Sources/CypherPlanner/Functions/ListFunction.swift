/// Functions that take lists apart or make them. `reduce` binds variables and is syntax instead.
public enum ListFunction: Hashable, Sendable, CaseIterable {
  case size, head, last, tail, range, reverse

  var entry: FunctionEntry {
    let list = FunctionSignature.Parameter.required("list", .list(of: .any))
    switch self {
    case .size:
      return FunctionEntry(
        "size", .list, [.init([list], .integer), .init([.required("string", .string)], .integer)],
        "The number of elements of a list, or of characters of a string", "RETURN size([1, 2, 3])")
    case .head:
      return FunctionEntry(
        "head", .list, [.init([list], .elementOfFirst)], "The first element of a list, null for an empty list",
        "RETURN head([1, 2, 3])")
    case .last:
      return FunctionEntry(
        "last", .list, [.init([list], .elementOfFirst)], "The last element of a list, null for an empty list",
        "RETURN last([1, 2, 3])")
    case .tail:
      return FunctionEntry(
        "tail", .list, [.init([list], .sameAsFirst)], "A list without its first element", "RETURN tail([1, 2, 3])")
    case .range:
      return FunctionEntry(
        "range", .list,
        [
          .init(
            [.required("start", .integer), .required("end", .integer), .optional("step", .integer)],
            .list(of: .integer))
        ],
        isCheckedBeforeExecution: false, "The integers from start to end, both included, by steps",
        "RETURN range(0, 10, 2)")
    case .reverse:
      return FunctionEntry(
        "reverse", .list, [.init([list], .sameAsFirst), .init([.required("string", .string)], .string)],
        "A list or a string back to front", "RETURN reverse([1, 2, 3])")
    }
  }
}
