/// A sum of cues, with the reasons kept.
struct Weighing: Sendable {
  private(set) var total = 0
  private let weights: CueWeights
  /// The cues that are among the reasons.
  private(set) var fired = CueSet()
  /// The first reasons stand in the sum itself, so that most sums need no memory of their own; the others follow in `rest`.
  private(set) var count = 0
  private var first = InlineArray<8, Reason>(repeating: Reason(cue: .reviewed, weight: 0, word: -1))
  private var rest: [Reason] = []

  /// A cue that fired, its weight, and the word that it was read from.
  struct Reason: Sendable {
    let cue: Cue
    private let hundredths: Int32
    private let place: Int32

    init(cue: Cue, weight: Int, word: Int) {
      self.cue = cue
      hundredths = Int32(clamping: weight)
      place = Int32(truncatingIfNeeded: word)
    }

    var weight: Int { Int(hundredths) }
    /// The index of the word; -1 for a cue that is about the form itself, or about a whole sentence, paragraph or article.
    var word: Int { Int(place) }
  }

  init(_ weights: CueWeights) { self.weights = weights }

  /// Makes it the sum of nothing.
  mutating func removeAll() {
    total = 0
    fired = CueSet()
    count = 0
    if !rest.isEmpty { rest.removeAll() }
  }

  /// In the order in which they were weighed.
  var reasons: [Reason] {
    var reasons: [Reason] = []
    forEachReason { reasons.append($0) }
    return reasons
  }

  @inline(__always)
  func forEachReason(_ take: (Reason) -> Void) {
    let own = first.span
    for index in 0..<min(count, own.count) { take(own[index]) }
    for reason in rest { take(reason) }
  }

  mutating func add(_ cue: Cue, at word: Int = -1) { add(cue, times: 1, at: word) }

  @inline(__always)
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
    let reason = Reason(cue: cue, weight: weight, word: word)
    if count < first.count { first[count] = reason } else { rest.append(reason) }
    count += 1
    fired.insert(cue)
  }

  @inline(__always)
  func has(_ cue: Cue) -> Bool { fired.contains(cue) }
}
