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

  /// Fails where the pattern is none, or is too large.
  init(_ pattern: String) throws(RegularExpressionFault) {
    var parser = RegularExpressionParser(pattern)
    var program = AutomatonBuilder()
    try program.add(try parser.wholePattern())
    steps = program.finished()
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

  /// Where the automaton is before the first scalar; nil where what it does depends on places, too.
  var firstStates: AutomatonStates? {
    if steps.contains(where: { if case .stand = $0 { true } else { false } }) { return nil }
    var run = AutomatonRun(steps)
    _ = run.settle(between: nil, and: nil)
    return run.states
  }

  /// Where it is one scalar later; only where it does not depend on places.
  func states(after states: AutomatonStates, _ scalar: Unicode.Scalar) -> AutomatonStates {
    var run = AutomatonRun(steps, states)
    run.take(scalar)
    _ = run.settle(between: nil, and: nil)
    return run.states
  }
}

/// The states that an automaton is in.
struct AutomatonStates: Hashable {
  /// Those that take a scalar, ascending.
  var taking: [Int]
  /// Whether the text may end here.
  var isAccepting: Bool

  /// Whether nothing can match any more.
  var isDead: Bool { taking.isEmpty && !isAccepting }
}

/// Why a text is no regular expression, in words that follow a colon.
struct RegularExpressionFault: Error {
  var reason: String
}

/// One run of an automaton over a text.
private struct AutomatonRun {
  private let steps: [RegularExpression.Step]
  /// States to be settled, and those that take a scalar or accept.
  private var open: [Int] = [0]
  private var settled: [Int] = []
  /// The round in which a state was last reached.
  private var reached: [Int]
  private var round = 0
  private(set) var isAccepting = false

  init(_ steps: [RegularExpression.Step]) {
    self.steps = steps
    reached = [Int](filledWith: -1, count: steps.count)
  }

  /// In these states, ready for the next scalar.
  init(_ steps: [RegularExpression.Step], _ states: AutomatonStates) {
    self.init(steps)
    open = []
    settled = states.taking
  }

  var states: AutomatonStates { AutomatonStates(taking: settled.sorted(), isAccepting: isAccepting) }

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
