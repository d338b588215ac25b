/// A racing team or the brand whose name it bears.
struct TeamSense {
  let article: Article

  func addTeam(to sum: inout Weighing, _ match: Match) {
    let sentence = article.sentences.count(.racing, in: article.sentenceOf[match.first])
    sum.add(.racingSentence, times: sentence, atMost: 2)
    guard article.isAboutRacing else { return }
    sum.add(.racingParagraph, times: article.paragraphs.count(.racing, in: article.paragraphOf[match.first]), atMost: 2)
    sum.add(.racingArticle)
  }
}
