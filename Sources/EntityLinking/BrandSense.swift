/// A brand, where its group or its racing team has the same name.
struct BrandSense {
  let article: Article
  let matches: [Match]
  let index: FormIndex
  let catalogue: Catalogue

  /// "Alpine, the French sports car brand", "Renault, marque préférée des Français": the noun that says behind a comma, within a few words, that it
  /// is a brand.
  func apposition(_ match: Match) -> Int? {
    guard let next = article.word(at: match.last + 1, inSentenceOf: match.last), next.gap == [.space, .other] else { return nil }
    if article.classes[match.last + 1].contains(.brandNoun) { return match.last + 1 }
    guard article.classes[match.last + 1].contains(.determiner) else { return nil }
    for word in match.last + 2...match.last + 2 + Self.adjectives {
      guard let noun = article.word(at: word, inSentenceOf: match.last), noun.gap == .space || noun.gap == .hyphen,
        article.classes[word].isDisjoint(with: Self.ends), !Self.relatives.contains(noun.hash)
      else { return nil }
      if article.classes[word].contains(.brandNoun) { return word }
    }
    return nil
  }

  /// How many words may stand between the article and the noun.
  private static let adjectives = 4
  private static let ends: WordClasses = [
    WordClasses(.about), WordClasses(.toward), WordClasses(.placePreposition), WordClasses(.copula), WordClasses(.determiner),
  ]
  private static let relatives = WordSet(["who", "which", "that", "whose", "qui", "que", "dont", "and", "et", "or", "ou", "with", "avec"])

  /// "Dacia and Renault": the first word of a brand of the same group, which is the name of no group, right behind a joint or before one.
  func sister(of position: Int, _ brand: Int) -> Int? {
    [position - 1, position + 1].first { other in
      guard matches.indices.contains(other), !index.kinds(of: matches[other].form).contains(.group),
        areJoined(matches[min(position, other)], matches[max(position, other)])
      else { return false }
      return index.hasEntity(matches[other].form) { catalogue.kinds[$0] == .brand && isOfSameGroup(brand, $0) }
    }.map { matches[$0].first }
  }

  private func areJoined(_ a: Match, _ b: Match) -> Bool {
    guard b.first == a.last + 2, article.sentenceOf[a.last] == article.sentenceOf[b.first] else { return false }
    return article.classes[a.last + 1].contains(.conjunction) && article.words[a.last + 1].gap == .space && article.words[b.first].gap == .space
  }

  private func isOfSameGroup(_ brand: Int, _ other: Int) -> Bool {
    catalogue.neighbours[brand].contains { catalogue.kinds[$0] == .group && catalogue.neighbours[other].contains($0) }
  }
}
