/// SplitMix64: the same numbers for the same seed, everywhere.
struct SeededRandom: RandomNumberGenerator {
  private var state: UInt64

  /// Seeds that are neighbours give streams that have nothing in common.
  init(_ seed: UInt64) { state = Self.mixed(Self.mixed(seed) &+ 0x1234_5678_9ABC_DEF1) }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    return Self.mixed(state)
  }

  private static func mixed(_ number: UInt64) -> UInt64 {
    var mixed = number
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }

  mutating func number(_ range: ClosedRange<Int>) -> Int { Int.random(in: range, using: &self) }

  /// True in so many cases of a hundred.
  mutating func chance(_ percent: Int) -> Bool { number(0...99) < percent }

  mutating func pick<Item>(_ items: [Item]) -> Item { items[number(0...items.count - 1)] }

  /// The position of one of the weights, each as often as it weighs.
  mutating func weighted(_ weights: [Int]) -> Int {
    var left = number(0...max(0, weights.reduce(0, +) - 1))
    for (at, weight) in weights.enumerated() {
      if left < weight { return at }
      left -= weight
    }
    return 0
  }
}
