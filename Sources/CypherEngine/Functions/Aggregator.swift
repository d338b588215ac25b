import CypherPlanner
import Diagnostics
import GraphModel

/// Collects the values of a group for an aggregating function. One for each group; fed row by row, then asked once.
class Aggregator {
  /// Takes the value of a row; `parameter` is the second argument of the percentiles.
  func add(_ value: Value, _ parameter: Value) throws(EvaluationError) {}

  /// The value of the group; also for a group without rows.
  func result() throws(EvaluationError) -> Value { .null }

  /// A fresh aggregator; with `distinct` one that takes each value once.
  static func make(_ function: AggregateFunction, distinct: Bool) -> Aggregator {
    let aggregator: Aggregator =
      switch function {
      case .count: CountAggregator()
      case .sum: SumAggregator()
      case .avg: AverageAggregator()
      case .min: ExtremeAggregator(keeps: .ascending)
      case .max: ExtremeAggregator(keeps: .descending)
      case .collect: CollectAggregator()
      case .stDev: DeviationAggregator(ofSample: true)
      case .stDevP: DeviationAggregator(ofSample: false)
      case .percentileCont: PercentileAggregator(interpolates: true)
      case .percentileDisc: PercentileAggregator(interpolates: false)
      }
    // The extremes are the same with and without repetitions.
    if !distinct || function == .min || function == .max { return aggregator }
    return DistinctAggregator(aggregator)
  }
}

/// Gives each distinct value once to another aggregator.
final class DistinctAggregator: Aggregator {
  private let inner: Aggregator
  private var seen: Set<GroupingKey> = []

  init(_ inner: Aggregator) { self.inner = inner }

  override func add(_ value: Value, _ parameter: Value) throws(EvaluationError) {
    if seen.insert(GroupingKey(value)).inserted { try inner.add(value, parameter) }
  }

  override func result() throws(EvaluationError) -> Value { try inner.result() }
}

final class CountAggregator: Aggregator {
  private var count: Int64 = 0

  override func add(_ value: Value, _ parameter: Value) { if !value.isNull { count += 1 } }

  override func result() -> Value { .integer(count) }
}

final class CollectAggregator: Aggregator {
  private var items: [Value] = []

  override func add(_ value: Value, _ parameter: Value) { if !value.isNull { items.append(value) } }

  override func result() -> Value { .list(items) }
}

/// `min` and `max`.
final class ExtremeAggregator: Aggregator {
  private let kept: ValueOrder
  private var extreme = Value.null

  init(keeps kept: ValueOrder) { self.kept = kept }

  override func add(_ value: Value, _ parameter: Value) {
    if value.isNull { return }
    if extreme.isNull || value.ordered(against: extreme) == kept { extreme = value }
  }

  override func result() -> Value { extreme }
}
