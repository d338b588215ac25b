/// A racing team or the brand whose name it bears.
struct TeamSense {
  let article: Article

  func addTeam(to sum: inout Weighing, _ match: Match) {
    let sentence = article.sentences.count(.racing, in: article.sentenceOf[match.first])
    sum.add(.racingSentence, times: sentence, atMost: 2)
    let words = max(1, article.words.count)
    let total = article.totals.count(.racing, in: 0)
    sum.add(.racingArticle, if: total >= 4 && total * 50 >= words)
  }
}
