/// A sum of cues, with the reasons kept.
struct Weighing: Sendable {
  private(set) var total = 0
  private(set) var reasons: [Mention.Reason] = []
  private let weights: [Cue: Int]

  init(_ weights: [Cue: Int]) { self.weights = weights }

  mutating func add(_ cue: Cue) { add(cue, times: 1) }

  mutating func add(_ cue: Cue, if holds: Bool) {
    if holds { add(cue, times: 1) }
  }

  /// Adds a cue that fired several times, up to a limit.
  mutating func add(_ cue: Cue, times: Int, atMost limit: Int = 3) {
    let weight = (weights[cue] ?? 0) * min(times, limit)
    guard weight != 0 else { return }
    total += weight
    reasons.append(Mention.Reason(cue: cue, weight: weight))
  }

  func has(_ cue: Cue) -> Bool { reasons.contains { $0.cue == cue } }
}
