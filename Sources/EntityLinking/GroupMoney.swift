import ArticleText

/// "Renault lève 600 millions", "Volkswagen is worth less than BYD": the money that a group raises, and what it is worth.
struct GroupMoney {
  let article: Article

  func isRaisedOrWorth(_ match: Match) -> Bool {
    guard let verb = article.word(at: match.last + 1, inSentenceOf: match.last), verb.gap == .space else { return false }
    if Self.raising.contains(verb.hash) || Self.auxiliary.contains(verb.hash) && isRaised(match.last + 2, match) {
      return isSum(behind: match.last + 1)
    }
    if Self.buying.contains(verb.hash) { return isOfCapital(behind: match.last + 1) }
    if Self.isWorth.contains(verb.hash) { return isMeasure(match.last + 2, match) }
    guard Self.copulas.contains(verb.hash) else { return false }
    return (2...3).contains { distance in
      article.word(at: match.last + distance, inSentenceOf: match.last)?.hash == Self.worth && isMeasure(match.last + distance + 1, match)
    }
  }

  private func isRaised(_ word: Int, _ match: Match) -> Bool {
    article.word(at: word, inSentenceOf: match.last).map { Self.raised.contains($0.hash) } ?? false
  }

  /// "bought 36.8 per cent of the capital".
  private func isOfCapital(behind verb: Int) -> Bool {
    (verb + 3...verb + Self.farthest).contains { article.word(at: $0, inSentenceOf: verb)?.hash == Self.capital }
  }

  private static let buying = WordSet([
    "bought", "buys", "acquired", "acquires", "owns", "owned", "holds", "held", "sold", "sells", "achete", "acquiert",
  ])
  private static let capital = WordHash.of("capital")
  private static let farthest = 9

  private static let raising = WordSet(["leve", "levera", "emprunte", "empruntera", "raises", "raised", "borrows", "borrowed"])
  private static let auxiliary = WordSet(["a", "has", "avait", "had", "va", "will"])
  private static let raised = WordSet(["leve", "emprunte", "emis", "raised", "borrowed", "lever", "emprunter", "raise", "borrow"])

  /// Whether millions of money follow within some words.
  private func isSum(behind verb: Int) -> Bool {
    var hasNumber = false
    for word in verb + 1...verb + Self.reach {
      guard let next = article.word(at: word, inSentenceOf: verb) else { return false }
      if next.shape == .number || Self.one.contains(next.hash) || article.classes[word].contains(.numberWord) { hasNumber = true }
      if hasNumber, Self.millions.contains(next.hash) { return true }
    }
    return false
  }

  private static let reach = 6
  private static let one = WordSet(["un", "a", "one"])
  private static let millions = WordSet(["million", "millions", "milliard", "milliards", "billion", "bn"])

  private static let isWorth = WordSet(["vaut", "valait", "vaudrait"])
  private static let copulas = WordSet(["is", "was", "be"])
  private static let worth = WordHash.of("worth")

  /// "less than", "moins que", "8 milliards".
  private func isMeasure(_ word: Int, _ match: Match) -> Bool {
    article.word(at: word, inSentenceOf: match.last).map { Self.measures.contains($0.hash) || $0.shape == .number } ?? false
  }

  private static let measures = WordSet(["less", "more", "about", "barely", "roughly", "moins", "plus", "environ", "pres", "quelque"])
}
