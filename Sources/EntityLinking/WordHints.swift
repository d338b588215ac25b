import GraphModel

/// Tells in one look at a small table which kinds of words stand beside a name, so that a rule that asks for such words is not asked in vain. A word
/// that is none of them may seem to be one, never the other way round.
struct WordHints: Sendable {
  /// The kinds, by the rules that look for them.
  struct Kinds: OptionSet, Sendable {
    let rawValue: UInt8
    /// ``ContextCues/otherTrade(_:_:)``
    static let trades = Kinds(rawValue: 1)
    /// ``ContextCues/tradeTold(_:_:)``
    static let wares = Kinds(rawValue: 2)
    /// ``ContextCues/calledThing(_:_:)``
    static let things = Kinds(rawValue: 4)
    /// Animals, callings and shops that bear a name.
    static let bearers = Kinds(rawValue: 8)
    /// ``ContextCues/placeCalled(_:_:)``, ``ContextCues/ground(before:)``, ``ContextCues/bandCalled(_:)``
    static let grounds = Kinds(rawValue: 16)
    /// ``ContextCues/firmOfNames(_:)``
    static let firms = Kinds(rawValue: 32)
    /// Streets, and what else is named after somebody.
    static let streets = Kinds(rawValue: 64)
  }

  private static let size: UInt64 = 14
  private var marks = [UInt8](filledWith: 0, count: 1 << WordHints.size)

  /// - Parameter words: the words of each kind: all that a rule which is asked only near such words can go by.
  init(_ words: [(kind: Kinds, sets: [WordSet])]) {
    for (kind, sets) in words {
      for set in sets {
        for hash in set.hashes { marks[Self.place(of: hash)] |= kind.rawValue }
      }
    }
  }

  @inline(__always)
  private static func place(of hash: UInt64) -> Int { Int(truncatingIfNeeded: (hash &* 0x9E37_79B9_7F4A_7C15) &>> (64 &- size)) }

  /// The kinds of the words up to ``reach`` before and behind some others, from the first of a sentence to its end.
  @inline(__always)
  func kinds(beside words: ClosedRange<Int>, of all: [Word], from start: Int, to end: Int) -> Kinds {
    let behind = words.upperBound &+ 1
    return Kinds(
      rawValue: marks(of: all.span.extracting(max(start, words.lowerBound &- Self.reach)..<words.lowerBound))
        | marks(of: all.span.extracting(behind..<max(behind, min(end, behind &+ Self.reach)))))
  }

  @inline(__always)
  private func marks(of words: Span<Word>) -> UInt8 {
    let marks = marks.span
    var kinds: UInt8 = 0
    for word in words.indices { kinds |= marks[Self.place(of: words[word].hash)] }
    return kinds
  }

  /// How far off a word may stand that a rule goes by.
  static let reach = 7
}

extension ContextCues {
  static let hints = WordHints([
    (.trades, tradeHints), (.wares, wareHints), (.things, thingHints), (.bearers, bearerHints), (.grounds, groundHints), (.firms, firmHints),
    (.streets, streetHints),
  ])
}
