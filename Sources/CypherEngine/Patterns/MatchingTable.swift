/// A regular expression for many texts: each set of states that its automaton is in gets a number when it is first met, and what an
/// ASCII letter leads to is looked up.
///
/// Not for expressions that test places, such as the end of a word. Cost: a look-up a byte; texts that are not ASCII, and expressions with
/// very many sets, are matched by ``RegularExpression``. Belongs to one thread.
final class MatchingTable {
  private let expression: RegularExpression
  private var sets: [AutomatonStates] = []
  private var numbers: [AutomatonStates: Int32] = [:]
  /// Whether a text may end in each set.
  private var accepting: [Bool] = []
  /// For each set what each letter leads to.
  private var next: [Int32] = []

  private static let letters = 128
  private static let mostSets = 512
  private static let unknown: Int32 = -1
  /// Nothing can match any more.
  private static let dead: Int32 = -2

  /// Nil where the expression tests places.
  init?(_ expression: RegularExpression) {
    guard let first = expression.firstStates else { return nil }
    self.expression = expression
    _ = number(of: first)
  }

  func matches(_ text: String) -> Bool {
    let bytes = text.utf8Span.span
    var (set, at) = (0, 0)
    while at < bytes.count {
      (set, at) = Self.run(bytes, from: at, in: set, next)
      if at == bytes.count { break }
      let byte = bytes[at]
      guard byte < Self.letters else { return expression.matches(text) }
      let place = set * Self.letters + Int(byte)
      if next[place] == Self.dead { return false }
      guard let made = number(of: expression.states(after: sets[set], Unicode.Scalar(byte))) else { return expression.matches(text) }
      next[place] = sets[Int(made)].isDead ? Self.dead : made
    }
    return accepting[set]
  }

  /// Goes on as far as it is known where letters lead, and something is left there: the set, and the place of the letter behind.
  private static func run(_ bytes: Span<UInt8>, from start: Int, in first: Int, _ next: [Int32]) -> (set: Int, at: Int) {
    let next = next.span
    var (set, at) = (first, start)
    while at < bytes.count, bytes[at] < letters {
      let to = next[set * letters + Int(bytes[at])]
      if to < 0 { break }
      (set, at) = (Int(to), at + 1)
    }
    return (set, at)
  }

  /// Nil where there are too many.
  private func number(of set: AutomatonStates) -> Int32? {
    if let known = numbers[set] { return known }
    guard sets.count < Self.mostSets else { return nil }
    let number = Int32(sets.count)
    sets.append(set)
    accepting.append(set.isAccepting)
    numbers[set] = number
    next += repeatElement(Self.unknown, count: Self.letters)
    return number
  }
}
