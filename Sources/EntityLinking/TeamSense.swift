/// A racing team or the brand whose name it bears.
struct TeamSense {
  let article: Article
  let isAboutRacing: Bool

  func addTeam(to sum: inout Weighing, _ match: Match) {
    let sentence = article.sentences.count(.racing, in: article.sentenceOf[match.first])
    guard
      isAboutRacing || sentence > 1 || article.hasInSentence(.motorsport, of: match.first)
        || sentence > 0 && article.hasInParagraph(.motorsport, of: match.first)
    else { return }
    if sentence == 0, article.sentences.count(.automotive, in: article.sentenceOf[match.first]) > 0 { return }
    if isCar(match), !article.hasInSentence(.motorsport, of: match.first) { return }
    sum.add(.racingSentence, times: sentence, atMost: 2)
    guard isAboutRacing else { return }
    sum.add(.racingParagraph, times: article.paragraphs.count(.racing, in: article.paragraphOf[match.first]), atMost: 2)
    sum.add(.racingArticle)
  }

  /// "les Alpine", "une future Alpine": cars, as a team has no article or adjective.
  private func isCar(_ match: Match) -> Bool {
    let before = article.classes(at: match.first - 1, inSentenceOf: match.first)
    return before.contains(.pluralArticle) || before.contains(.adjective)
  }
}
