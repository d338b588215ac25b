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
    sum.add(.siteNounBefore, if: head(match).contains(.siteNoun), at: headWord(match))
  }

  func addTown(to sum: inout Weighing, _ position: Int, sites: [Int]) {
    let match = matches[position]
    let racing = article.sentences.count(.racing, in: article.sentenceOf[match.first])
    sum.add(.racingTown, if: racing > 0 && article.isAboutRacing && !sites.contains(where: isOfTeam))
    sum.add(.townSentence, times: article.sentences.count(.town, in: article.sentenceOf[match.first]))
    sum.add(.townParagraph, times: article.paragraphs.count(.town, in: article.paragraphOf[match.first]))
    if head(match).contains(.townNoun) {
      sum.add(.townNounBefore, at: headWord(match))
    } else {
      sum.add(.townNounBefore, if: isTownNoun(after: match), at: match.last + 1)
    }
    sum.add(.townNounAfter, if: isBeforeTownWord(match), at: match.last + 1)
    sum.add(.dateline, if: isDateline(match))
    sum.add(.headlinePlace, if: isHeadline(match) && article.sentences.count(.town, in: article.sentenceOf[match.first]) > 0)
    sum.add(.route, if: isRoute(match))
    sum.add(.insideSite, if: followsSite(position))
  }

  /// Whether a site belongs to a racing team, so that racing says nothing of its town.
  private func isOfTeam(_ site: Int) -> Bool {
    catalogue.neighbours[site].contains { catalogue.kinds[$0] == .team }
  }

  /// The noun that the name depends on: "la mairie de", "the town of", or right before it.
  private func headWord(_ match: Match) -> Int {
    let direct = article.classes(at: match.first - 1, inSentenceOf: match.first)
    return direct.contains(.function) || direct.isEmpty ? match.first - 2 : match.first - 1
  }

  private func head(_ match: Match) -> WordClasses { article.classes(at: headWord(match), inSentenceOf: match.first) }

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
    guard match.last + 1 < article.words.count else { return false }
    let gap = article.words[match.last + 1].gap
    guard startsParagraph(match) else { return follows(heading: match) && gap == [.space, .other] && isDate(match.last + 1) }
    return article.startsSentence(match.last + 1) && gap.contains(.dot) && !gap.contains(.paragraph)
      || gap.contains(.other) && !gap.contains(.paragraph) && article.words[match.last + 1].shape != .lower
      || gap.contains(.other) && gap.contains(.space) && isDate(match.last + 1)
  }

  private func startsParagraph(_ match: Match) -> Bool {
    match.first == 0 || article.paragraphOf[match.first] != article.paragraphOf[match.first - 1]
  }

  /// "Communiqué de presse – Le Mans, le 12 janvier": after a dash, at most four words into a paragraph.
  private func follows(heading match: Match) -> Bool {
    guard article.followsDash(match.first) else { return false }
    let back = max(0, match.first - 4)
    return back == 0 || article.paragraphOf[back - 1] != article.paragraphOf[match.first]
  }

  /// "Dieppe : la plage rouvre", at the start of a paragraph.
  private func isHeadline(_ match: Match) -> Bool {
    return startsParagraph(match) && match.last + 1 < article.words.count && article.words[match.last + 1].gap.contains(.colon)
  }

  private func isDate(_ index: Int) -> Bool {
    guard let second = article.word(at: index + 1, inSentenceOf: index) else { return false }
    return article.words[index].shape == .number || second.shape == .number
  }

  /// "Rouen-Cléon", "entre Dieppe et Newhaven", "passer par Tanger", where no goods move: geography only.
  private func isRoute(_ match: Match) -> Bool {
    if match.last + 1 < article.words.count, article.words[match.last + 1].gap == .hyphen,
      article.words[match.last + 1].shape == .capitalised
    {
      return true
    }
    if match.first > 0, article.words[match.first].gap == .hyphen, article.words[match.first - 1].shape == .capitalised {
      return true
    }
    let before = article.classes(at: match.first - 1, inSentenceOf: match.first)
    if before.contains(.between) { return true }
    return before.contains(.toward) && article.classes(at: match.first - 2, inSentenceOf: match.first).contains(.movement)
      && article.sentences.count(.industry, in: article.sentenceOf[match.first]) == 0
  }

  /// "the Manufacture Jean Rédélé in Dieppe": the site has been named, so what follows is where it is.
  private func followsSite(_ position: Int) -> Bool {
    guard position > 0, accepted[position - 1] else { return false }
    let (before, match) = (matches[position - 1], matches[position])
    let words = match.first - before.last - 1
    guard words == 1, article.sentenceOf[before.last] == article.sentenceOf[match.first],
      article.classes[match.first - 1].contains(.placePreposition)
    else { return false }
    return index.kinds(of: before.form) == EntityKinds(.site)
  }
}
