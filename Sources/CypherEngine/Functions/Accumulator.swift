import CypherPlanner
import GraphModel

/// Collects the values of all groups for one aggregating function, a batch at a time.
class Accumulator {
  static func make(_ function: AggregateFunction, _ call: AggregateCall) -> Accumulator {
    if function == .count, call.arguments.isEmpty { return RowCount() }
    if function == .count { return call.isDistinct ? DistinctCount() : ValueCount() }
    if function == .sum || function == .avg, !call.isDistinct { return Sums(function) }
    // The extremes are the same with and without repetitions.
    if function == .min || function == .max { return Extremes(function) }
    if function == .collect, !call.isDistinct { return Collections() }
    return AnyAccumulator(function, isDistinct: call.isDistinct)
  }

  /// Makes room for so many groups.
  func grow(to count: Int) {}

  /// Takes the values of a batch.
  func add(_ arguments: [Column], _ count: Int, _ groups: RowGroups) throws(EvaluationError) {}

  /// The value of each group.
  func results() throws(EvaluationError) -> Column { .values([]) }
}

/// `count(*)`.
class RowCount: Accumulator {
  private var counts: [Int64] = []

  override func grow(to count: Int) {
    if counts.count < count { counts.append(contentsOf: repeatElement(0, count: count - counts.count)) }
  }

  override func add(_ arguments: [Column], _ count: Int, _ groups: RowGroups) throws(EvaluationError) {
    guard case .each(let groups) = groups else {
      counts[groups[0]] += Int64(count)
      return
    }
    // The loop works on what is its own: a field of a class would be checked each time.
    var counts: [Int64] = []
    swap(&counts, &self.counts)
    for group in groups { counts[group] += 1 }
    swap(&counts, &self.counts)
  }

  final func add(_ number: Int, to group: Int) { counts[group] += Int64(number) }

  override func results() throws(EvaluationError) -> Column { .integers(counts, valid: nil) }
}

/// `count(x)`.
private final class ValueCount: RowCount {
  override func add(_ arguments: [Column], _ count: Int, _ groups: RowGroups) throws(EvaluationError) {
    if arguments[0].isWithoutNulls { return try super.add(arguments, count, groups) }
    for row in 0..<count where !arguments[0].isNull(row) { add(1, to: groups[row]) }
  }
}

/// Any function, by a collector for each group.
private final class AnyAccumulator: Accumulator {
  private let function: AggregateFunction
  private let isDistinct: Bool
  private var aggregators: [Aggregator] = []

  init(_ function: AggregateFunction, isDistinct: Bool) {
    self.function = function
    self.isDistinct = isDistinct
  }

  override func grow(to count: Int) {
    while aggregators.count < count { aggregators.append(Aggregator.make(function, distinct: isDistinct)) }
  }

  override func add(_ arguments: [Column], _ count: Int, _ groups: RowGroups) throws(EvaluationError) {
    for row in 0..<count {
      try aggregators[groups[row]].add(arguments[0][row], arguments.count > 1 ? arguments[1][row] : .null)
    }
  }

  override func results() throws(EvaluationError) -> Column {
    .narrowest(try aggregators.map { aggregator throws(EvaluationError) in try aggregator.result() })
  }
}

extension Column {
  /// Whether no row is null, as far as can be seen at once.
  var isWithoutNulls: Bool {
    switch self {
    case .nodes(_, nil), .relationships(_, nil), .integers(_, nil), .floats(_, nil), .booleans(_, nil), .strings(_, nil),
      .coded(_, _, nil):
      true
    default: false
    }
  }

  func isNull(_ row: Int) -> Bool {
    switch self {
    case .nodes(_, let valid), .relationships(_, let valid), .integers(_, let valid), .floats(_, let valid),
      .booleans(_, let valid), .strings(_, let valid), .coded(_, _, let valid):
      valid?[row] == false
    case .values(let values): values[row].isNull
    }
  }
}
