/// A regular expression for many texts: each set of states that its automaton is in gets a number when it is first met, and what an
/// ASCII letter leads to is looked up.
///
/// Not for expressions that test places, such as the end of a word. Cost: a look-up a byte; texts that are not ASCII, and expressions with
/// very many sets, are matched by ``RegularExpression``. Belongs to one thread.
final class MatchingTable {
  private let expression: RegularExpression
  private var sets: [AutomatonStates] = []
  private var numbers: [AutomatonStates: Int32] = [:]
  /// For each set what each letter leads to.
  private var next: [Int32] = []

  private static let letters = 128
  private static let mostSets = 512
  private static let unknown: Int32 = -1

  /// Nil where the expression tests places.
  init?(_ expression: RegularExpression) {
    guard let first = expression.firstStates else { return nil }
    self.expression = expression
    _ = number(of: first)
  }

  func matches(_ text: String) -> Bool {
    var set = 0
    for byte in text.utf8 {
      guard byte < Self.letters else { return expression.matches(text) }
      var to = next[set * Self.letters + Int(byte)]
      if to == Self.unknown {
        guard let made = number(of: expression.states(after: sets[set], Unicode.Scalar(byte))) else { return expression.matches(text) }
        next[set * Self.letters + Int(byte)] = made
        to = made
      }
      set = Int(to)
      if sets[set].isDead { return false }
    }
    return sets[set].isAccepting
  }

  /// Nil where there are too many.
  private func number(of set: AutomatonStates) -> Int32? {
    if let known = numbers[set] { return known }
    guard sets.count < Self.mostSets else { return nil }
    let number = Int32(sets.count)
    sets.append(set)
    numbers[set] = number
    next += repeatElement(Self.unknown, count: Self.letters)
    return number
  }
}
