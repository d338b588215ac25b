/// A regular expression for many texts: each set of states that its automaton is in gets a number when it is first met, and what a
/// scalar leads to is looked up.
///
/// Cost: a look-up a byte of ASCII, and a search in a table for each other scalar; expressions with very many sets are matched by
/// ``RegularExpression``.
struct MatchingTable: Sendable {
  /// Where a text has led to so far.
  enum Place {
    /// The number of a set.
    case set(Int)
    /// Nothing can match any more.
    case nowhere
    /// There are too many sets to tell.
    case unknown

    static var start: Place { .set(0) }
  }

  let expression: RegularExpression
  private var sets: [AutomatonStates] = []
  private var numbers: [AutomatonStates: Int32] = [:]
  /// Whether a text may end in each set.
  private var accepting: [Bool] = []
  /// For each set what each ASCII letter leads to.
  private var next: [Int32] = []
  /// The same for other scalars, by both.
  private var others: [Int: Int32] = [:]
  /// Of how many scalars in sets it is known where they lead.
  private(set) var known = 0

  private static let letters = 128
  private static let mostSets = 512
  private static let mostOthers = 1 << 14
  private static let unknown: Int32 = -1
  private static let dead: Int32 = -2

  init(_ expression: RegularExpression) {
    self.expression = expression
    _ = number(of: expression.firstStates)
  }

  mutating func matches(_ text: String) -> Bool {
    let place = follow(text.utf8Span.span, from: .start)
    return accepts(place) ?? expression.matches(text)
  }

  /// Whether a text may end at a place; nil where that is not known.
  func accepts(_ place: Place) -> Bool? {
    switch place {
    case .set(let set): accepting[set]
    case .nowhere: false
    case .unknown: nil
    }
  }

  /// Where some bytes, which are those of whole scalars, lead from a place.
  mutating func follow(_ bytes: Span<UInt8>, from start: Place) -> Place {
    guard case .set(var set) = start else { return start }
    var at = 0
    while true {
      (set, at) = Self.run(bytes, from: at, in: set, next)
      if at == bytes.count { return .set(set) }
      let (scalar, length) = Self.scalar(bytes, at)
      guard let found = follow(scalar, from: set) else { return .unknown }
      if found == Self.dead { return .nowhere }
      (set, at) = (Int(found), at + length)
    }
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

  /// The scalar at a place of a text, and of how many bytes it is.
  private static func scalar(_ bytes: Span<UInt8>, _ at: Int) -> (Unicode.Scalar, length: Int) {
    let first = UInt32(bytes[at])
    if first < 0x80 { return (Unicode.Scalar(UInt8(first)), 1) }
    let length = min(first < 0xE0 ? 2 : first < 0xF0 ? 3 : 4, bytes.count - at)
    var number = first & (0x7F >> UInt32(length))
    for place in at + 1..<at + length { number = number << 6 | UInt32(bytes[place]) & 0x3F }
    return (Unicode.Scalar(number) ?? "\u{FFFD}", length)
  }

  /// What a scalar leads to; nil where there are too many sets.
  private mutating func follow(_ scalar: Unicode.Scalar, from set: Int) -> Int32? {
    let key = set << 32 | Int(scalar.value)
    if let led = scalar.isASCII ? next[set * Self.letters + Int(scalar.value)] : others[key], led != Self.unknown { return led }
    let states = expression.states(after: sets[set], scalar)
    guard let found = states.isDead ? Self.dead : number(of: states) else { return nil }
    known += 1
    if scalar.isASCII {
      next[set * Self.letters + Int(scalar.value)] = found
    } else {
      if others.count >= Self.mostOthers { others = [:] }
      others[key] = found
    }
    return found
  }

  /// Nil where there are too many.
  private mutating func number(of set: AutomatonStates) -> Int32? {
    if let known = numbers[set] { return known }
    guard sets.count < Self.mostSets else { return nil }
    let number = Int32(sets.count)
    sets.append(set)
    accepting.append(expression.accepts(set))
    numbers[set] = number
    next += repeatElement(Self.unknown, count: Self.letters)
    return number
  }
}
