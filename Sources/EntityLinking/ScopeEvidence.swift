/// Finds the words behind a cue that counts words of a class in a sentence, a paragraph or the article.
struct ScopeEvidence {
  let article: Article

  private enum Scope { case sentence, paragraph, article }

  /// How many words are named at most, and how far off they are looked for.
  private static let limit = 4
  private static let reach = 200

  /// The words around a match that made a cue fire; none for a cue that does not count words.
  func words(of cue: Cue, _ match: Match) -> [Int] {
    guard let (wordClass, scope) = Self.counted(cue) else { return [] }
    return Array(range(scope, match).lazy.filter { article.classes[$0].contains(wordClass) }.prefix(Self.limit))
  }

  private static func counted(_ cue: Cue) -> (WordClass, Scope)? {
    switch cue {
    case .automotiveSentence: (.automotive, .sentence)
    case .automotiveArticle: (.automotive, .article)
    case .industrySentence: (.industry, .sentence)
    case .industryParagraph: (.industry, .paragraph)
    case .townSentence: (.town, .sentence)
    case .townParagraph: (.town, .paragraph)
    case .financeSentence: (.finance, .sentence)
    case .racingSentence: (.racing, .sentence)
    case .racingParagraph, .racingTown: (.racing, .paragraph)
    case .racingArticle: (.racing, .article)
    case .pastSentence: (.past, .sentence)
    default: nil
    }
  }

  private func range(_ scope: Scope, _ match: Match) -> Range<Int> {
    let places: [Int32]
    switch scope {
    case .sentence: places = article.sentenceOf
    case .paragraph: places = article.paragraphOf
    case .article: return article.words.indices.prefix(2 * Self.reach)
    }
    var (low, high) = (match.first, match.last + 1)
    while low > 0, match.first - low < Self.reach, places[low - 1] == places[match.first] { low -= 1 }
    while high < places.count, high - match.last < Self.reach, places[high] == places[match.first] { high += 1 }
    return low..<high
  }
}
