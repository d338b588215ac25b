/// Functions of dates that are known as exactly as their text says: `2024`, `2024-Q3`, `2024-H1`, `2024-06`, `2024-06-30`, and
/// ranges of them such as `2015/2025`. A date of openCypher is a day.
public enum PartialDateFunction: String, Hashable, Sendable, CaseIterable {
  case first, last, overlaps, contains, before, holds

  var entry: FunctionEntry {
    switch self {
    case .first:
      FunctionEntry(
        name, .temporal, [.init([.required("period", .any)], .date)],
        "The first day of a partial date; null where it is open to the past", "RETURN partialDate.first('2024-Q3')")
    case .last:
      FunctionEntry(
        name, .temporal, [.init([.required("period", .any)], .date)],
        "The last day of a partial date; null where it is open to the future", "RETURN partialDate.last('2024-H1')")
    case .overlaps:
      pair("Whether two partial dates have a day in common", "RETURN partialDate.overlaps('2024-Q3', '2024-08')")
    case .contains:
      pair("Whether all days of the second are days of the first", "RETURN partialDate.contains('2024', '2024-Q3')")
    case .before:
      pair(
        "Whether all days of the first are before all of the second; false where none is; null where nobody can tell",
        "RETURN partialDate.before('2024-06', '2024-Q3')")
    case .holds:
      FunctionEntry(
        name, .temporal,
        [.init([.required("start", .any), .required("end", .any), .required("period", .any)], .boolean)],
        "Whether what starts with the one and ends with the other, which may both be null, holds on some day of a period",
        "RETURN partialDate.holds('2023-11', '2026-07-01', '2024')")
    }
  }

  private var name: String { "partialDate.\(rawValue)" }

  private func pair(_ summary: String, _ example: String) -> FunctionEntry {
    FunctionEntry(
      name, .temporal, [.init([.required("a", .any), .required("b", .any)], .boolean)], summary, example)
  }
}
