/// A sum of cues, with the reasons kept.
struct Weighing: Sendable {
  private(set) var total = 0
  private(set) var reasons: [Mention.Reason] = []
  private let weights: CueWeights
  /// A bit for each cue that is among the reasons.
  private var fired: (UInt64, UInt64) = (0, 0)

  init(_ weights: CueWeights) { self.weights = weights }

  mutating func add(_ cue: Cue) { add(cue, times: 1) }

  mutating func add(_ cue: Cue, if holds: Bool) {
    if holds { add(cue, times: 1) }
  }

  /// Adds a cue that fired several times, up to a limit.
  mutating func add(_ cue: Cue, times: Int, atMost limit: Int = 3) {
    let weight = weights[cue] * min(times, limit)
    guard weight != 0 else { return }
    total += weight
    reasons.append(Mention.Reason(cue: cue, weight: weight))
    if cue.rawValue < 64 { fired.0 |= 1 << UInt64(cue.rawValue) } else { fired.1 |= 1 << UInt64(cue.rawValue - 64) }
  }

  func has(_ cue: Cue) -> Bool {
    cue.rawValue < 64 ? fired.0 >> UInt64(cue.rawValue) & 1 != 0 : fired.1 >> UInt64(cue.rawValue - 64) & 1 != 0
  }
}

/// The weight of each cue, found by its number.
struct CueWeights: Sendable {
  private let weights: [Int]

  init(_ table: [Cue: Int]) { weights = Cue.allCases.map { table[$0] ?? 0 } }

  subscript(cue: Cue) -> Int { weights[Int(cue.rawValue)] }
}
