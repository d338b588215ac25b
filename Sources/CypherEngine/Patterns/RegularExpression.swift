import GraphModel

/// A regular expression in the notation of Java, as openCypher has it, without back references and lookaround.
///
/// It is run as an automaton that is in all its possible states at once, so that matching takes time in proportion to the
/// length of the text times the number of states, whatever the expression.
struct RegularExpression: Sendable {
  /// What the automaton does in one state. The first state is 0, the last accepts.
  enum Step: Sendable {
    /// Takes one scalar and goes on with the next state.
    case take(ScalarTest)
    /// Goes on with the next state where the place is right.
    case stand(Place)
    case fork(Int, Int)
    case jump(Int)
    case accept
  }

  enum Place: Sendable {
    case start, end, lineStart, lineEnd, wordBoundary, noWordBoundary
  }

  private let steps: [Step]
  /// Whether it depends on what lies before and behind a place.
  private let testsPlaces: Bool

  /// Fails where the pattern is none, or is too large.
  init(_ pattern: String) throws(RegularExpressionFault) {
    var parser = RegularExpressionParser(pattern)
    var program = AutomatonBuilder()
    try program.add(try parser.wholePattern())
    steps = program.finished()
    testsPlaces = steps.contains { if case .stand = $0 { true } else { false } }
  }

  /// Whether the whole text matches.
  func matches(_ text: String) -> Bool {
    var run = AutomatonRun(steps)
    var previous: Unicode.Scalar?
    for scalar in text.unicodeScalars {
      guard run.settle(between: previous, and: scalar) else { return false }
      run.take(scalar)
      previous = scalar
    }
    _ = run.settle(between: previous, and: nil)
    return run.isAccepting
  }

  /// Where the automaton is before the first scalar.
  var firstStates: AutomatonStates { states(AutomatonRun(steps), behind: nil) }

  /// Where it is one scalar later.
  func states(after states: AutomatonStates, _ scalar: Unicode.Scalar) -> AutomatonStates {
    var run = AutomatonRun(steps, states.open)
    _ = run.settle(between: states.previous, and: scalar)
    run.take(scalar)
    return self.states(run, behind: scalar)
  }

  /// Whether a text may end here.
  func accepts(_ states: AutomatonStates) -> Bool {
    var run = AutomatonRun(steps, states.open)
    _ = run.settle(between: states.previous, and: nil)
    return run.isAccepting
  }

  /// Where no step tests a place, steps that take nothing are followed at once, so that there are fewer sets, and what lies behind is the same.
  private func states(_ run: AutomatonRun, behind scalar: Unicode.Scalar?) -> AutomatonStates {
    guard !testsPlaces else { return AutomatonStates(open: run.open.sorted(), previous: scalar.map(RegularExpression.Place.example(of:))) }
    var run = run
    _ = run.settle(between: nil, and: nil)
    return AutomatonStates(open: (run.settled + (run.isAccepting ? [steps.count - 1] : [])).sorted(), previous: nil)
  }
}

/// The states that an automaton is in between two scalars.
struct AutomatonStates: Hashable {
  /// From here steps that take nothing may still be followed. Ascending.
  var open: [Int]
  /// A scalar of the kind of that before, as far as places tell kinds apart; nil at the start, and where no place is tested.
  var previous: Unicode.Scalar?

  /// Whether nothing can match any more.
  var isDead: Bool { open.isEmpty }
}

/// Why a text is no regular expression, in words that follow a colon.
struct RegularExpressionFault: Error {
  var reason: String
}

/// One run of an automaton over a text.
private struct AutomatonRun {
  private let steps: [RegularExpression.Step]
  /// States to be settled, and those that take a scalar or accept.
  private(set) var open: [Int]
  private(set) var settled: [Int] = []
  /// The round in which a state was last reached.
  private var reached: [Int]
  private var round = 0
  private(set) var isAccepting = false

  /// In some states; the first alone at the start of a text.
  init(_ steps: [RegularExpression.Step], _ open: [Int] = [0]) {
    self.steps = steps
    self.open = open
    reached = [Int](filledWith: -1, count: steps.count)
  }

  /// Follows all steps that take nothing. False where no state is left.
  mutating func settle(between previous: Unicode.Scalar?, and next: Unicode.Scalar?) -> Bool {
    settled.removeAll(keepingCapacity: true)
    isAccepting = false
    round += 1
    while let state = open.popLast() {
      guard reached[state] != round else { continue }
      reached[state] = round
      switch steps[state] {
      case .take: settled.append(state)
      case .stand(let place): if place.fits(previous, next) { open.append(state + 1) }
      case .fork(let one, let other):
        open.append(other)
        open.append(one)
      case .jump(let target): open.append(target)
      case .accept: isAccepting = true
      }
    }
    return !settled.isEmpty
  }

  mutating func take(_ scalar: Unicode.Scalar) {
    for state in settled {
      if case .take(let test) = steps[state], test.contains(scalar) { open.append(state + 1) }
    }
  }
}

extension RegularExpression.Place {
  /// One scalar for all that places do not tell apart.
  fileprivate static func example(of scalar: Unicode.Scalar) -> Unicode.Scalar {
    if ScalarTest.word.contains(scalar) { return "a" }
    return ScalarTest.lineEnd.contains(scalar) ? "\n" : " "
  }

  fileprivate func fits(_ previous: Unicode.Scalar?, _ next: Unicode.Scalar?) -> Bool {
    func isWord(_ scalar: Unicode.Scalar?) -> Bool { scalar.map(ScalarTest.word.contains) ?? false }
    func isLineEnd(_ scalar: Unicode.Scalar?) -> Bool { scalar.map(ScalarTest.lineEnd.contains) ?? true }
    switch self {
    case .start: return previous == nil
    case .end: return next == nil
    case .lineStart: return isLineEnd(previous)
    case .lineEnd: return isLineEnd(next)
    case .wordBoundary: return isWord(previous) != isWord(next)
    case .noWordBoundary: return isWord(previous) == isWord(next)
    }
  }
}
