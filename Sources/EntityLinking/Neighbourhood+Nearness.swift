extension Neighbourhood.Nearness: Comparable {
  private var rank: Int {
    switch self {
    case .sentence: 0
    case .paragraph: 1
    case .article: 2
    case .none: 3
    }
  }

  /// Whether the one is nearer.
  static func < (a: Self, b: Self) -> Bool { a.rank < b.rank }
}
