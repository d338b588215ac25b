/// Functions that make one value of the rows of a group. They skip null.
public enum AggregateFunction: Hashable, Sendable, CaseIterable {
  /// `count(*)` is syntax of its own; see the plan's aggregations.
  case count, sum, avg, min, max, collect, stDev, stDevP, percentileCont, percentileDisc

  var entry: FunctionEntry {
    let value = FunctionSignature.Parameter.required("value", .any)
    let number = FunctionSignature.Parameter.required("number", .number)
    let percentile = FunctionSignature.Parameter.required("percentile", .number)
    let duration = FunctionSignature.Parameter.required("duration", .duration)
    switch self {
    case .count:
      return make("count", [.init([value], .integer)], "The number of values that are not null", "count(x)")
    case .sum:
      return make(
        "sum", [.init([number], .sameAsFirst), .init([duration], .duration)],
        "The sum of numbers or durations, 0 for none", "sum(x)")
    case .avg:
      return make(
        "avg", [.init([number], .float), .init([duration], .duration)],
        "The mean of numbers or durations, null for none", "avg(x)")
    case .min:
      return make("min", [.init([value], .sameAsFirst)], "The smallest value in the order of ORDER BY", "min(x)")
    case .max:
      return make("max", [.init([value], .sameAsFirst)], "The largest value in the order of ORDER BY", "max(x)")
    case .collect:
      return make("collect", [.init([value], .listOfFirst)], "A list of the values that are not null", "collect(x)")
    case .stDev:
      return make("stDev", [.init([number], .float)], "The standard deviation of a sample (n - 1)", "stDev(x)")
    case .stDevP:
      return make("stDevP", [.init([number], .float)], "The standard deviation of a population (n)", "stDevP(x)")
    case .percentileCont:
      return make(
        "percentileCont", [.init([number, percentile], .float)],
        "The value below which a part (0 to 1) of the numbers lies, interpolated", "percentileCont(x, 0.5)")
    case .percentileDisc:
      return make(
        "percentileDisc", [.init([number, percentile], .sameAsFirst)],
        "The nearest number below which a part (0 to 1) of the numbers lies", "percentileDisc(x, 0.5)")
    }
  }

  private func make(
    _ name: String, _ signatures: [FunctionSignature], _ summary: String, _ call: String
  ) -> FunctionEntry {
    FunctionEntry(name, .aggregating, signatures, summary, "UNWIND [1, 2, 3] AS x RETURN \(call)")
  }
}
