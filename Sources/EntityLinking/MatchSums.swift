/// What was weighed of all matches of an article: the sums side by side, and their reasons in two flat lists.
struct MatchSums {
  /// The sum of one match.
  struct Sum {
    fileprivate(set) var total: Int
    fileprivate(set) var fired: CueSet
    /// The reasons found first, in `reasons`, and the first of those found later, in `later`, or -1.
    fileprivate let start: Int32
    fileprivate let end: Int32
    fileprivate var later: Int32 = -1

    @inline(__always)
    func has(_ cue: Cue) -> Bool { fired.contains(cue) }
    @inline(__always)
    func hasAny(of cues: CueSet) -> Bool { !fired.isDisjoint(with: cues) }
  }

  /// A reason found after all matches had been weighed once, and the next of the same match, or -1.
  private struct Later {
    let reason: Weighing.Reason
    var next: Int32 = -1
  }

  private let weights: CueWeights
  private var sums: [Sum] = []
  private var reasons: [Weighing.Reason] = []
  private var later: [Later] = []
  /// The cues that have fired for some match.
  private(set) var fired = CueSet()

  /// Weighs so many matches one after the other.
  init(_ weights: CueWeights, count: Int, _ weigh: (Int, inout Weighing) -> Void) {
    self.weights = weights
    sums.reserveCapacity(count)
    reasons.reserveCapacity(count * 2)
    var sum = Weighing(weights)
    for position in 0..<count {
      sum.removeAll()
      weigh(position, &sum)
      let start = Int32(truncatingIfNeeded: reasons.count)
      sum.forEachReason { reasons.append($0) }
      fired.formUnion(sum.fired)
      sums.append(Sum(total: sum.total, fired: sum.fired, start: start, end: Int32(truncatingIfNeeded: reasons.count)))
    }
  }

  @inline(__always)
  subscript(position: Int) -> Sum { sums[position] }

  /// For each match, whether its sum is so many hundredths or more.
  func areAtLeast(_ hundredths: Int) -> [Bool] { sums.map { $0.total >= hundredths } }

  /// Adds a cue to the sum of a match, less what a weaker one that it stands for has given.
  mutating func add(_ cue: Cue, if holds: Bool = true, to position: Int, at word: Int = -1, less weaker: Cue? = nil) {
    if holds { add(cue, weight: weights[cue] - (weaker.map { weights[$0] } ?? 0), to: position, at: word) }
  }

  /// Adds a cue with a weight of its own.
  mutating func add(_ cue: Cue, weight: Int, to position: Int, at word: Int = -1) {
    guard weight != 0 else { return }
    sums[position].total += weight
    sums[position].fired.insert(cue)
    fired.insert(cue)
    let new = Int32(truncatingIfNeeded: later.count)
    later.append(Later(reason: Weighing.Reason(cue: cue, weight: weight, word: word)))
    guard sums[position].later >= 0 else {
      sums[position].later = new
      return
    }
    var last = Int(sums[position].later)
    while later[last].next >= 0 { last = Int(later[last].next) }
    later[last].next = new
  }

  /// Hands out the reasons of a match in the order in which they were weighed.
  @inline(__always)
  func forEachReason(of position: Int, _ take: (Weighing.Reason) -> Void) {
    let sum = sums[position]
    for index in Int(sum.start)..<Int(sum.end) { take(reasons[index]) }
    var next = sum.later
    while next >= 0 {
      take(later[Int(next)].reason)
      next = later[Int(next)].next
    }
  }

  func reasons(of position: Int) -> [Weighing.Reason] {
    var reasons: [Weighing.Reason] = []
    forEachReason(of: position) { reasons.append($0) }
    return reasons
  }
}

/// A set of cues, a bit for each.
struct CueSet: Sendable {
  private var bits: (UInt64, UInt64) = (0, 0)

  init() {}

  init(_ cues: [Cue]) {
    for cue in cues { insert(cue) }
  }

  @inline(__always)
  mutating func insert(_ cue: Cue) {
    if cue.rawValue < 64 { bits.0 |= 1 << UInt64(cue.rawValue) } else { bits.1 |= 1 << UInt64(cue.rawValue - 64) }
  }

  @inline(__always)
  func contains(_ cue: Cue) -> Bool {
    cue.rawValue < 64 ? bits.0 >> UInt64(cue.rawValue) & 1 != 0 : bits.1 >> UInt64(cue.rawValue - 64) & 1 != 0
  }

  @inline(__always)
  mutating func formUnion(_ other: CueSet) { bits = (bits.0 | other.bits.0, bits.1 | other.bits.1) }

  @inline(__always)
  func isDisjoint(with other: CueSet) -> Bool { bits.0 & other.bits.0 | bits.1 & other.bits.1 == 0 }
}
