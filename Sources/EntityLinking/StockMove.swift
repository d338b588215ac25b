import ArticleText

/// "Renault gagne 3 %", "VW fell as much as 5.1%": a maker that goes up or down itself, as its shares do, and not what it sells.
struct StockMove {
  let article: Article

  /// The most words between the verb and the number.
  private static let reach = 5

  func isMade(by match: Match) -> Bool {
    if isInList(match), !tellsOfTrade(match) { return true }
    let before = article.classes(at: match.first - 1, inSentenceOf: match.first)
    guard before.isDisjoint(with: [WordClasses(.determiner), WordClasses(.about), WordClasses(.brandNoun)]),
      let verb = article.word(at: match.last + 1, inSentenceOf: match.last), verb.gap == .space, verb.shape == .lower,
      !Self.intentions.contains(verb.hash), let number = percentage(behind: match.last + 1), !hasObject(behind: number)
    else { return false }
    return !tellsOfTrade(match)
  }

  /// "Renault cédait 0,6 % et Volkswagen 0,2 %": a number of per cent right behind a maker, joined to what came before it.
  private func isInList(_ match: Match) -> Bool {
    guard
      article.classes(at: match.first - 1, inSentenceOf: match.first).contains(.conjunction) || article.words[match.first].gap == [.space, .other],
      let number = article.word(at: match.last + 1, inSentenceOf: match.last), number.shape == .number, number.gap == .space
    else { return false }
    let last = (match.last + 1...match.last + 2).last { article.word(at: $0, inSentenceOf: match.last)?.shape == .number } ?? match.last + 1
    return isPercent(behind: last)
  }

  /// The number of per cent that a verb is followed by, with no other noun than those of measures between.
  private func percentage(behind verb: Int) -> Int? {
    for index in verb + 1...verb + Self.reach {
      guard let word = article.word(at: index, inSentenceOf: verb) else { return nil }
      if word.shape == .number, isPercent(behind: index) { return index }
      let classes = article.classes[index]
      guard word.gap == .space || word.shape == .number, word.shape == .lower || word.shape == .number,
        classes.isDisjoint(with: Self.objects) || classes.contains(.about), word.hash != Self.to
      else { return nil }
    }
    return nil
  }

  private static let objects: WordClasses = [WordClasses(.determiner), WordClasses(.driving), WordClasses(.industry), WordClasses(.automotive)]
  private static let to = WordHash.of("to")

  /// Whether "%", "percent", "pour cent" or "per cent" follows a number.
  private func isPercent(behind index: Int) -> Bool {
    let end = article.words[index].end
    guard index + 1 < article.words.count else { return article.text.bytes[end...].prefix(4).contains(0x25) }
    let next = article.words[index + 1]
    if article.text.bytes[end..<next.start].prefix(4).contains(0x25) { return true }
    return Self.percent.contains(next.hash) || index + 2 < article.words.count && article.words[index + 2].hash == Self.cent
  }

  private static let percent = WordSet(["percent", "pct", "pc"])
  private static let cent = WordHash.of("cent")

  /// "réduit de 10 % ses effectifs", "owns 30% of it": the share of something else.
  private func hasObject(behind number: Int) -> Bool {
    let last = isPercentWord(number + 2) && isPercentWord(number + 1) ? number + 2 : isPercentWord(number + 1) ? number + 1 : number
    guard let next = article.word(at: last + 1, inSentenceOf: number), next.gap.isDisjoint(with: [.dot, .colon]) else { return false }
    return !Self.shares.isDisjoint(with: article.classes[last + 1]) && !article.text.bytes[article.words[last].end..<next.start].contains(0x2C)
  }

  private func isPercentWord(_ index: Int) -> Bool {
    index < article.words.count && (Self.percent.contains(article.words[index].hash) || Self.percentParts.contains(article.words[index].hash))
  }

  private static let percentParts = WordSet(["per", "pour", "cent"])

  private static let shares: WordClasses = [WordClasses(.determiner), WordClasses(.about)]

  /// What a maker means to do, and does not with its shares.
  private static let intentions = WordSet(
    ["veut", "vise", "promet", "compte", "prevoit", "espere", "souhaite", "entend", "plans", "wants", "aims", "targets", "hopes", "expects", "vows"])

  /// Whether its paragraph, some words around, speaks of what is sold.
  private func tellsOfTrade(_ match: Match) -> Bool {
    let around = max(0, match.first - Self.nearby)..<min(article.words.count, match.last + Self.nearby)
    return around.contains { article.paragraphOf[$0] == article.paragraphOf[match.first] && Self.trades.contains(article.words[$0].hash) }
  }

  private static let nearby = 60

  private static let trades = WordSet(
    [
      "vente", "ventes", "immatriculation", "immatriculations", "livraison", "livraisons", "marche", "marches", "volume", "volumes", "commandes",
      "production", "prix", "tarif", "tarifs", "sales", "registration", "registrations", "deliveries", "market", "markets", "orders", "prices",
      "output", "acea", "smmt", "emissions",
    ])
}
