/// The parts of a regular expression.
indirect enum RegularPart {
  case test(ScalarTest)
  case place(RegularExpression.Place)
  case sequence([RegularPart])
  case oneOf([RegularPart])
  case repeated(RegularPart, minimum: Int, maximum: Int?)
}

/// Lays out the parts of a regular expression as the states of an automaton.
struct AutomatonBuilder {
  private var steps: [RegularExpression.Step] = []
  private var parts = 0
  static let mostParts = 50_000

  func finished() -> [RegularExpression.Step] { steps + [.accept] }

  mutating func add(_ part: RegularPart) throws(RegularExpressionFault) {
    parts += 1
    guard parts <= Self.mostParts else {
      throw RegularExpressionFault(reason: "written out it has more than \(Self.mostParts) parts")
    }
    switch part {
    case .test(let test): steps.append(.take(test))
    case .place(let place): steps.append(.stand(place))
    case .sequence(let parts): for part in parts { try add(part) }
    case .oneOf(let parts): try add(oneOf: parts)
    case .repeated(let part, let minimum, let maximum): try add(part, minimum: minimum, maximum: maximum)
    }
  }

  private mutating func add(oneOf parts: [RegularPart]) throws(RegularExpressionFault) {
    var jumps: [Int] = []
    for (at, part) in parts.enumerated() {
      guard at < parts.count - 1 else {
        try add(part)
        break
      }
      let fork = reserve()
      try add(part)
      jumps.append(reserve())
      steps[fork] = .fork(fork + 1, steps.count)
    }
    for jump in jumps { steps[jump] = .jump(steps.count) }
  }

  private mutating func add(_ part: RegularPart, minimum: Int, maximum: Int?) throws(RegularExpressionFault) {
    for _ in 0..<minimum { try add(part) }
    guard let maximum else {
      let fork = reserve()
      try add(part)
      steps.append(.jump(fork))
      steps[fork] = .fork(fork + 1, steps.count)
      return
    }
    var forks: [Int] = []
    for _ in minimum..<max(minimum, maximum) {
      forks.append(reserve())
      try add(part)
    }
    for fork in forks { steps[fork] = .fork(fork + 1, steps.count) }
  }

  /// A place for a step whose target is not known yet.
  private mutating func reserve() -> Int {
    steps.append(.accept)
    return steps.count - 1
  }
}
