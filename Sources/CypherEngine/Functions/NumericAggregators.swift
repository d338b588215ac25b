import Diagnostics
import GraphModel

/// A running sum: integers exactly, floats with the rounding errors carried along (Neumaier, 1974), durations by group.
struct RunningSum {
  private(set) var count = 0
  private var integers: Int128 = 0
  private var float = 0.0
  private var compensation = 0.0
  private var hasFloat = false
  private var duration: CalendarDuration?

  mutating func add(_ value: Value, _ name: String) throws(EvaluationError) {
    switch value {
    case .null: return
    case .integer(let number): integers += Int128(number)
    case .float(let number): include(number)
    case .duration(let more):
      do { duration = try duration?.adding(more) ?? more } catch { throw EvaluationError(error) }
    default: throw .wrongArgument(name, value, expected: "numbers or durations")
    }
    count += 1
    if duration != nil, hasFloat || integers != 0 {
      throw .wrongArgument(name, value, expected: "either numbers or durations")
    }
  }

  /// Many integers by their sum.
  mutating func add(_ sum: Int128, count: Int, _ name: String) throws(EvaluationError) {
    guard count > 0 else { return }
    if duration != nil { throw .wrongArgument(name, .integer(Int64(clamping: sum)), expected: "either numbers or durations") }
    integers += sum
    self.count += count
  }

  mutating func add(float number: Double, _ name: String) throws(EvaluationError) {
    if duration != nil { return try add(.float(number), name) }
    include(number)
    count += 1
  }

  private mutating func include(_ number: Double) {
    hasFloat = true
    let sum = float + number
    compensation += float.magnitude >= number.magnitude ? (float - sum) + number : (number - sum) + float
    float = sum
  }

  func total(_ name: String) throws(EvaluationError) -> Value {
    if let duration { return .duration(duration) }
    if hasFloat { return .float(floatTotal) }
    guard let total = Int64(exactly: integers) else { throw .integerOverflow("\(name)()") }
    return .integer(total)
  }

  func mean() throws(EvaluationError) -> Value {
    if count == 0 { return .null }
    guard let duration else { return .float(floatTotal / Double(count)) }
    do { return .duration(try duration.divided(by: Int64(count))) } catch { throw EvaluationError(error) }
  }

  private var floatTotal: Double {
    let corrected = float + compensation
    // Once a sum is infinite, the correction is not a number.
    // The conversion from 128 bits is slow.
    let whole = Int64(exactly: integers).map(Double.init) ?? Double(integers)
    return (float.isFinite ? corrected : float) + whole
  }
}

final class SumAggregator: Aggregator {
  private var sum = RunningSum()

  override func add(_ value: Value, _ parameter: Value) throws(EvaluationError) { try sum.add(value, "sum") }

  override func result() throws(EvaluationError) -> Value { try sum.total("sum") }
}

final class AverageAggregator: Aggregator {
  private var sum = RunningSum()

  override func add(_ value: Value, _ parameter: Value) throws(EvaluationError) { try sum.add(value, "avg") }

  override func result() throws(EvaluationError) -> Value { try sum.mean() }
}

/// `stDev` and `stDevP`, by updating mean and squared distance (Welford, 1962).
final class DeviationAggregator: Aggregator {
  private let ofSample: Bool
  private var count = 0.0
  private var mean = 0.0
  private var squares = 0.0

  init(ofSample: Bool) { self.ofSample = ofSample }

  override func add(_ value: Value, _ parameter: Value) throws(EvaluationError) {
    guard let number = try number(value, of: ofSample ? "stDev" : "stDevP") else { return }
    count += 1
    let distance = number - mean
    mean += distance / count
    squares += distance * (number - mean)
  }

  override func result() -> Value {
    let divisor = ofSample ? count - 1 : count
    return .float(divisor > 0 ? (squares / divisor).squareRoot() : 0)
  }
}

/// `percentileCont` and `percentileDisc`.
final class PercentileAggregator: Aggregator {
  private let interpolates: Bool
  private var percentile: Double?
  private var numbers: [Value] = []

  init(interpolates: Bool) { self.interpolates = interpolates }

  private var name: String { interpolates ? "percentileCont" : "percentileDisc" }

  override func add(_ value: Value, _ parameter: Value) throws(EvaluationError) {
    if percentile == nil, let given = try number(parameter, of: name) {
      guard given >= 0, given <= 1 else {
        throw EvaluationError(
          .argumentError, .numberOutOfRange,
          "the percentile of \(name)() must be from 0.0 to 1.0, and not "
            + given.cypherText)
      }
      percentile = given
    }
    if try number(value, of: name) != nil { numbers.append(value) }
  }

  override func result() throws(EvaluationError) -> Value {
    guard let percentile, !numbers.isEmpty else { return .null }
    let count = numbers.count
    if !interpolates {
      let rank = Int((percentile * Double(count)).rounded(.up))
      return settled(min(count, max(1, rank)) - 1)
    }
    let place = percentile * Double(count - 1)
    let below = Int(place.rounded(.down))
    guard let low = try number(settled(below), of: name), let high = try number(settled(min(count - 1, below + 1)), of: name) else {
      return .null
    }
    let part = place - Double(below)
    return .float(part == 0 ? low : low * (1 - part) + high * part)
  }

  /// The number that would stand at a place if all were sorted. Numbers of one kind are compared as such.
  private func settled(_ place: Int) -> Value {
    if let integers = all({ if case .integer(let number) = $0 { number } else { nil } }) { return .integer(Self.settled(place, integers)) }
    let floats = all { if case .float(let number) = $0, !number.isNaN { number } else { nil } }
    if let floats { return .float(Self.settled(place, floats)) }
    numbers.settle(place) { $0.ordered(against: $1) == .ascending }
    return numbers[place]
  }

  private static func settled<Number: Comparable>(_ place: Int, _ numbers: [Number]) -> Number {
    var numbers = numbers
    numbers.settle(place, by: <)
    return numbers[place]
  }

  /// Nil where one of them is of another kind.
  private func all<Number>(_ kind: (Value) -> Number?) -> [Number]? {
    var found: [Number] = []
    found.reserveCapacity(numbers.count)
    for number in numbers {
      guard let number = kind(number) else { return nil }
      found.append(number)
    }
    return found
  }
}

extension Aggregator {
  /// Nil for null.
  fileprivate func number(_ value: Value, of name: String) throws(EvaluationError) -> Double? {
    switch value {
    case .null: return nil
    case .integer(let number): return Double(number)
    case .float(let number): return number
    default: throw .wrongArgument(name, value, expected: "numbers")
    }
  }
}
