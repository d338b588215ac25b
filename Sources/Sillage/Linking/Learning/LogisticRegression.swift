import Foundation

/// A logistic regression on features that are there or not, with an L2 penalty, by coordinate descent on the dual: H.-F. Yu, F.-L. Huang, C.-J. Lin,
/// "Dual coordinate descent methods for logistic regression and maximum entropy models", Machine Learning 85 (2011), algorithm 5.
///
/// Each pass takes the examples in another order, always the same ones, so that the same examples give the same weights.
struct LogisticRegression {
  private var examples: [Example] = []
  private var weightsOfFeatures: [Double]
  /// The weight of a feature that every example has.
  private var start = 0.0

  private struct Example {
    var features: [Int32]
    var sign: Double
    /// The most that its dual variable can be: how much it counts.
    var limit: Double
    var alpha: Double
  }

  private static let passes = 40
  /// Newton steps for one variable.
  private static let steps = 12

  init(features: Int) { weightsOfFeatures = Array(repeating: 0, count: features) }

  /// Adds an example with the features that it has, each once.
  mutating func add(_ features: [Int32], isTrue: Bool, weight: Double = 1) {
    examples.append(Example(features: features, sign: isTrue ? 1 : -1, limit: weight, alpha: min(1e-3 * weight, 1e-8)))
  }

  /// The weights of the features and of none, in logits. Cost: forty passes over the features of all examples.
  mutating func weights() -> (weights: [Double], start: Double) {
    for example in examples { move(example, by: example.alpha) }
    var order = Shuffle(count: examples.count)
    for _ in 0..<Self.passes {
      order.shuffle()
      for index in order.places {
        let example = examples[index]
        let square = Double(example.features.count + 1)
        let slope = example.sign * example.features.reduce(start) { $0 + weightsOfFeatures[Int($1)] }
        let new = Self.best(example.alpha, limit: example.limit, square: square, slope: slope)
        move(example, by: new - example.alpha)
        examples[index].alpha = new
      }
    }
    return (weightsOfFeatures, start)
  }

  private mutating func move(_ example: Example, by step: Double) {
    let change = step * example.sign
    for feature in example.features { weightsOfFeatures[Int(feature)] += change }
    start += change
  }

  /// Where z log z + (limit - z) log (limit - z) + square/2 (z - alpha)^2 + slope (z - alpha) is least.
  private static func best(_ alpha: Double, limit: Double, square: Double, slope: Double) -> Double {
    var (low, high) = (0.0, limit)
    var z = min(max(alpha, limit * 1e-12), limit * (1 - 1e-12))
    for _ in 0..<steps {
      let derivative = log(z / (limit - z)) + square * (z - alpha) + slope
      if derivative > 0 { high = z } else { low = z }
      let newton = z - derivative / (limit / (z * (limit - z)) + square)
      let next = newton > low && newton < high ? newton : (low + high) / 2
      if abs(next - z) <= 1e-12 * limit { break }
      z = next
    }
    return z
  }
}

/// Numbers in an order that changes, by xorshift: G. Marsaglia, "Xorshift RNGs", Journal of Statistical Software 8 (2003).
private struct Shuffle {
  private(set) var places: [Int]
  private var random: UInt64 = 88_172_645_463_325_252

  init(count: Int) { places = Array(0..<count) }

  mutating func shuffle() {
    for place in places.indices.dropFirst().reversed() {
      random ^= random << 13
      random ^= random >> 7
      random ^= random << 17
      places.swapAt(place, Int(random % UInt64(place + 1)))
    }
  }
}
