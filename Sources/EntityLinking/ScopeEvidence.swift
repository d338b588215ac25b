/// Finds again the words behind a cue that counts words of a class in a sentence, a paragraph or the article, or asks whether there are
/// such.
struct ScopeEvidence {
  let article: Article

  private enum Scope { case sentence, paragraph, article }

  /// How many words are named at most, and how far off they are looked for.
  private static let limit = 4
  private static let reach = 200

  /// The words around a match that made a cue fire; none for a cue of another kind.
  func words(of cue: Cue, _ match: Match) -> [Int] {
    if cue == .route { return wayWords(match) }
    if cue == .pastSentence { return pastWords(match) }
    guard let (wordClass, scope) = Self.counted(cue) else { return [] }
    let isOther = { (word: Int) in !(match.first...match.last).contains(word) && article.classes[word].contains(wordClass) }
    return Array(range(scope, match).lazy.filter(isOther).prefix(Self.limit))
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
    default: nil
    }
  }

  /// Words of the past, and years before 2000.
  private func pastWords(_ match: Match) -> [Int] {
    let found = range(.sentence, match).lazy.filter { index in
      article.classes[index].contains(.past)
        || article.words[index].shape == .number && OldYear.isOne(index, article.words, article.classes)
    }
    return Array(found.prefix(Self.limit))
  }

  /// "entre", "jusqu’à", "drove to": what a way is told by right beside a place; elsewhere the word before it, or behind it.
  private func wayWords(_ match: Match) -> [Int] {
    let near = (Array(match.first - Self.wayReach..<match.first) + [match.last + 1, match.last + 2]).filter {
      article.word(at: $0, inSentenceOf: match.first) != nil
    }
    let ofWay = near.filter { index in
      let classes = article.classes[index]
      return classes.contains(.movement) || classes.contains(.toward) || classes.contains(.between)
        || PlaceSense.linking.contains(article.words[index].hash)
    }
    if !ofWay.isEmpty { return ofWay }
    return [match.first - 1, match.last + 1].first { near.contains($0) }.map { [$0] } ?? []
  }

  private static let wayReach = 4

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
