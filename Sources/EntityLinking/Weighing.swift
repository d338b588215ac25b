/// A sum of cues, with the reasons kept.
struct Weighing: Sendable {
  private(set) var total = 0
  private(set) var reasons: [Reason] = []
  private let weights: CueWeights
  /// A bit for each cue that is among the reasons.
  private var fired: (UInt64, UInt64) = (0, 0)

  /// A cue that fired, its weight, and the word that it was read from.
  struct Reason: Sendable {
    var cue: Cue
    var weight: Int
    /// The index of the word; -1 for a cue that is about the form itself, or about a whole sentence, paragraph or article.
    var word: Int
  }

  init(_ weights: CueWeights) { self.weights = weights }

  mutating func add(_ cue: Cue, at word: Int = -1) { add(cue, times: 1, at: word) }

  mutating func add(_ cue: Cue, if holds: Bool, at word: Int = -1) {
    if holds { add(cue, times: 1, at: word) }
  }

  /// Adds a cue that fired several times, up to a limit.
  mutating func add(_ cue: Cue, times: Int, atMost limit: Int = 3, at word: Int = -1) {
    add(cue, weight: weights[cue] * min(times, limit), at: word)
  }

  /// Adds a cue whose weight is given where it is listed.
  mutating func add(_ cue: Cue, weight: Int, at word: Int) {
    guard weight != 0 else { return }
    total += weight
    reasons.append(Reason(cue: cue, weight: weight, word: word))
    if cue.rawValue < 64 { fired.0 |= 1 << UInt64(cue.rawValue) } else { fired.1 |= 1 << UInt64(cue.rawValue - 64) }
  }

  func has(_ cue: Cue) -> Bool {
    cue.rawValue < 64 ? fired.0 >> UInt64(cue.rawValue) & 1 != 0 : fired.1 >> UInt64(cue.rawValue - 64) & 1 != 0
  }
}
