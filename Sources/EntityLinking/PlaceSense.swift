/// A site or the town where it stands: "Cléon embauche" or "la mairie de Cléon".
struct PlaceSense {
  let article: Article
  let matches: [Match]
  let index: FormIndex
  let catalogue: Catalogue
  let accepted: [Bool]

  func addSite(to sum: inout Weighing, _ position: Int) {
    let match = matches[position]
    sum.add(.usualSense)
    sum.add(.industrySentence, times: article.sentences.count(.industry, in: article.sentenceOf[match.first]))
    sum.add(.industryParagraph, times: article.paragraphs.count(.industry, in: article.paragraphOf[match.first]))
    sum.add(.siteNounBefore, if: head(match).contains(.siteNoun))
  }

  func addTown(to sum: inout Weighing, _ position: Int) {
    let match = matches[position]
    sum.add(.townSentence, times: article.sentences.count(.town, in: article.sentenceOf[match.first]))
    sum.add(.townParagraph, times: article.paragraphs.count(.town, in: article.paragraphOf[match.first]))
    sum.add(.townNounBefore, if: head(match).contains(.townNoun) || isTownNoun(after: match))
    sum.add(.townNounAfter, if: isBeforeTownWord(match))
    sum.add(.dateline, if: isDateline(match))
    sum.add(.route, if: isRoute(match))
    sum.add(.insideSite, if: followsSite(position))
  }

  /// The classes of the noun that the name depends on: "la mairie de", "the town of", or right before it.
  private func head(_ match: Match) -> WordClasses {
    let direct = article.classes(at: match.first - 1, inSentenceOf: match.first)
    guard direct.contains(.function) || direct.isEmpty else { return direct }
    return article.classes(at: match.first - 2, inSentenceOf: match.first)
  }

  /// "Sunderland City Council".
  private func isTownNoun(after match: Match) -> Bool {
    guard let next = article.word(at: match.last + 1, inSentenceOf: match.last), next.gap == .space else { return false }
    return next.shape == .capitalised && article.classes[match.last + 1].contains(.townNoun)
  }

  /// "Sunderland residents", as English has it.
  private func isBeforeTownWord(_ match: Match) -> Bool {
    guard article.language(at: match.first) == .english,
      let next = article.word(at: match.last + 1, inSentenceOf: match.last), next.gap == .space
    else { return false }
    return article.classes[match.last + 1].contains(.town) && !article.classes[match.last + 1].contains(.industry)
  }

  /// At the start of the article or a paragraph, before a comma, full stop or dash that the news follows.
  private func isDateline(_ match: Match) -> Bool {
    let startsParagraph =
      match.first == 0 || article.paragraphOf[match.first] != article.paragraphOf[match.first - 1]
    guard startsParagraph, match.last + 1 < article.words.count else { return false }
    let gap = article.words[match.last + 1].gap
    return article.startsSentence(match.last + 1) && gap.contains(.dot) && !gap.contains(.paragraph)
      || gap.contains(.other) && !gap.contains(.paragraph) && article.words[match.last + 1].shape != .lower
      || gap.contains(.other) && gap.contains(.space) && isDate(match.last + 1)
  }

  private func isDate(_ index: Int) -> Bool {
    guard let second = article.word(at: index + 1, inSentenceOf: index) else { return false }
    return article.words[index].shape == .number || second.shape == .number
  }

  /// "Rouen-Cléon", "entre Dieppe et Newhaven", "passer par Tanger": geography only.
  private func isRoute(_ match: Match) -> Bool {
    if match.first > 0, article.words[match.first].gap == .hyphen, article.words[match.first - 1].shape == .capitalised {
      return true
    }
    guard let before = article.word(at: match.first - 1, inSentenceOf: match.first) else { return false }
    let second = article.word(at: match.first - 2, inSentenceOf: match.first)
    if Self.between.contains(before.hash) { return true }
    return second.map { Self.movement.contains($0.hash) && Self.toward.contains(before.hash) } ?? false
  }

  private static let between = Set(["entre", "between", "near", "above", "around", "vers"].map(WordHash.of))
  private static let toward = Set(["par", "de", "a", "au", "du", "through", "to", "from", "en", "in"].map(WordHash.of))
  private static let movement = Set(
    """
    passez passer passe passant viennent vient venir vais va vont aller allez going go went live lives living habite \
    habitent habiter vit vivent travel travels drive partir part arrive arriver retour visite visiter
    """.split(whereSeparator: { $0 == " " || $0 == "\n" }).map { WordHash.of(String($0)) })

  /// "the Manufacture Jean Rédélé in Dieppe": the site has been named, so what follows is where it is.
  private func followsSite(_ position: Int) -> Bool {
    guard position > 0, accepted[position - 1] else { return false }
    let (before, match) = (matches[position - 1], matches[position])
    let words = match.first - before.last - 1
    guard words >= 1, words <= 2, article.sentenceOf[before.last] == article.sentenceOf[match.first],
      Self.places.contains(article.words[match.first - 1].hash)
    else { return false }
    return index.form(before.form).readings.allSatisfy { catalogue.kinds[$0.entity] == .site }
  }

  private static let places = Set(["in", "a", "at", "de"].map(WordHash.of))
}
