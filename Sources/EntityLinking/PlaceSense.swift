import ArticleText

/// A site or the town where it stands: "Cléon embauche" or "la mairie de Cléon".
struct PlaceSense {
  let article: Article
  let matches: [Match]
  let index: FormIndex
  let catalogue: Catalogue
  let accepted: [Bool]
  /// Whether the article is about motor racing.
  let isAboutRacing: Bool

  func addSite(to sum: inout Weighing, _ position: Int) {
    let match = matches[position]
    sum.add(.usualSense, if: isUsuallySite(position))
    sum.add(.industrySentence, times: article.sentences.count(.industry, in: article.sentenceOf[match.first]))
    sum.add(.industryParagraph, times: article.paragraphs.count(.industry, in: paragraph(of: match)))
    sum.add(.siteNounBefore, if: isHeadOfMaking(headWord(match), match), at: headWord(match))
    sum.add(
      .siteNounBefore,
      if: !sum.has(.siteNounBefore)
        && (isWhereMade(position) || isOnProduct(position) || isHomeOfGoods(position) || startsGoods(match)),
      at: match.last + 1)
    sum.add(.coordinatedPlace, if: isListed(position, with: EntityKinds(.site)))
  }

  func addTown(to sum: inout Weighing, _ position: Int, sites: [Int]) {
    let match = matches[position]
    sum.add(.usualSense, if: !isUsuallySite(position))
    sum.add(.racingTown, if: isAboutRacing && isAmongRaces(match) && !sites.contains(where: isOfTeam))
    sum.add(.townSentence, times: article.sentences.count(.town, in: article.sentenceOf[match.first]))
    sum.add(.townParagraph, times: article.paragraphs.count(.town, in: paragraph(of: match)))
    if head(match).contains(.townNoun) && !isCrowdAtWork(headWord(match), position) || isOfNamedHouse(match)
      || head(match).contains(.town) && !head(match).contains(.industry) && !isFireAtWork(match)
    {
      sum.add(.townNounBefore, at: headWord(match))
    } else {
      sum.add(.townNounBefore, if: isTownNoun(after: match), at: match.last + 1)
    }
    if !sum.has(.townNounBefore), let at = townLife(position) { sum.add(.townNounBefore, at: at) }
    if let at = apposedTown(match) ?? ownTownWord(match) {
      sum.add(.townNounAfter, at: at)
    } else {
      sum.add(.townNounAfter, if: isBeforeTownWord(match) || isOfPublicHouse(match), at: match.last + 1)
    }
    sum.add(.dateline, if: isDateline(match) && !isBeforePlace(position) && !isBeforeList(match))
    sum.add(.headlinePlace, if: isHeadline(match) && isAboutTown(match))
    sum.add(
      .route,
      if: isRoute(position) || isResidence(match, position) || isOrigin(match) || isOfKin(match) || isBound(match) && !areGoods(position)
        || isVisited(match) || isOnDayOff(match) || isByTransport(match) && makesNothing(match) && !isStartOfGoods(match) || endsBetween(match)
        || isCourse(match))
    sum.add(.insideSite, if: followsSite(position))
    sum.add(.coordinatedPlace, if: isListed(position, with: EntityKinds(.place)))
  }

  /// The paragraph that tells of a place: that which a heading stands above, its own elsewhere.
  private func paragraph(of match: Match) -> Int32 {
    guard let last = article.heading(match.first), last + 1 < article.words.count else { return article.paragraphOf[match.first] }
    return article.paragraphOf[last + 1]
  }

  /// Whether its paragraph speaks of making things, or nothing there speaks of a town and the article is more about making, or is on racing
  /// and the site a team's, or a maker is said to be there, or what is made is named beside it, or makers are named
  /// around what has no town in the catalogue; elsewhere a place is where people live.
  func isUsuallySite(_ position: Int) -> Bool {
    let match = matches[position]
    let paragraph = paragraph(of: match)
    let (making, towns) = (article.totals.count(.industry, in: 0), article.totals.count(.town, in: 0))
    let (here, townHere) = (article.paragraphs.count(.industry, in: paragraph), article.paragraphs.count(.town, in: paragraph))
    let sentence = article.sentenceOf[match.first]
    if article.sentences.count(.industry, in: sentence) > 0, article.sentences.count(.town, in: sentence) == 0 { return true }
    if here > 1 && here >= townHere || here == 1 && (townHere == 0 || making >= towns || townHere == 1 && isAmongMakers(position, in: paragraph)) {
      return true
    }
    if isAboutRacing || article.sentences.count(.racing, in: sentence) > 0, townHere == 0 || isAboutRacing,
      index.readings(of: match.form).contains(where: { isOfTeam($0.entity) })
    {
      return true
    }
    if followsMaker(position) || isAmongProducts(position) { return true }
    let hasNoTown = index.kinds(of: match.form) == EntityKinds(.site)
    if hasNoTown, article.sentences.count(.town, in: sentence) == 0, isAmongMakers(position, in: paragraph) { return true }
    return townHere == 0 && making >= max(towns, 3)
  }

  /// "AESC at Douai".
  private func followsMaker(_ position: Int) -> Bool {
    guard position > 0, accepted[position - 1] else { return false }
    let (before, match) = (matches[position - 1], matches[position])
    guard match.first - before.last == 2, article.sentenceOf[before.last] == article.sentenceOf[match.first],
      article.classes[match.first - 1].contains(.placePreposition),
      article.classes[match.first - 1].isDisjoint(with: [WordClasses(.about), WordClasses(.between)])
    else { return false }
    return !index.kinds(of: before.form).isDisjoint(with: ContextCues.makers)
  }

  /// Whether its own sentence, or more of the paragraph than of making things, is about a town.
  private func isAboutTown(_ match: Match) -> Bool {
    if article.sentences.count(.town, in: article.sentenceOf[match.first]) > 0 { return true }
    let paragraph = paragraph(of: match)
    return article.paragraphs.count(.town, in: paragraph) > article.paragraphs.count(.industry, in: paragraph)
  }

  /// Whether a site belongs to a racing team, so that racing says nothing of its town.
  private func isOfTeam(_ site: Int) -> Bool {
    catalogue.neighbours[site].contains { catalogue.kinds[$0] == .team }
  }

  /// The noun that the name depends on: "la mairie de", "the town of", or right before it; -1 where a comma parts them.
  private func headWord(_ match: Match) -> Int {
    let direct = article.classes(at: match.first - 1, inSentenceOf: match.first)
    if article.words[match.first].gap.contains(.colon) { return -1 }
    guard direct.contains(.function) || direct.isEmpty else { return isBehindWorksAndComma(match) ? -1 : match.first - 1 }
    guard match.first > 1, !article.words[match.first - 1].gap.contains(.other) else { return -1 }
    return isBehindMaker(match.first - 2) ? match.first - 3 : match.first - 2
  }

  private func head(_ match: Match) -> WordClasses { article.classes(at: headWord(match), inSentenceOf: match.first) }

  /// "usine de", "les moteurs de", "workers in": what decides before all other words of the sentence.
  private func isHeadOfMaking(_ head: Int, _ match: Match) -> Bool {
    guard let word = article.word(at: head, inSentenceOf: match.first) else { return false }
    let classes = article.classes[head]
    return classes.contains(.siteNoun) || Self.management.contains(word.hash) && article.words[match.first - 1].hash != Self.at
      || classes.contains(.industry) && classes.isDisjoint(with: [WordClasses(.town), WordClasses(.townNoun)]) && !Self.ofEither.contains(word.hash)
  }

  /// "le directeur de Douai", "les anciens de Flins": towns have a mayor, and one may go "à Dieppe".
  private static let management = WordSet(["directeur", "directrice", "direction", "director", "management", "anciens", "delegue", "deleguee"])
  private static let at = WordHash.of("a")

  /// Lines are of trains and teams of football, too.
  private static let ofEither = WordSet(["ligne", "lignes", "line", "lines", "equipe", "team", "crew"])

  /// "le garage Dacia de Dieppe": the noun before the name of a maker.
  private func isBehindMaker(_ head: Int) -> Bool {
    head > 0 && article.words[head].shape == .capitalised && article.words[head].gap == .space
      && !article.classes[head - 1].isDisjoint(with: [WordClasses(.siteNoun), WordClasses(.townNoun), WordClasses(.industry)])
  }

  /// "Sunderland City Council", "Maubeuge’s town hall".
  private func isTownNoun(after match: Match) -> Bool {
    if let sign = article.word(at: match.last + 1, inSentenceOf: match.last), sign.gap == .apostrophe, sign.end - sign.start == 1 {
      return article.classes(at: match.last + 2, inSentenceOf: match.last).contains(.townNoun)
    }
    guard let next = article.word(at: match.last + 1, inSentenceOf: match.last), next.gap == .space else { return false }
    return next.shape == .capitalised && article.classes[match.last + 1].contains(.townNoun)
  }

  /// At the start of the article or a paragraph, before a comma, full stop or dash that the news follows.
  private func isDateline(_ match: Match) -> Bool {
    guard match.last + 1 < article.words.count else { return false }
    let gap = article.words[match.last + 1].gap
    guard startsParagraph(match) else {
      if isOwnSentence(match) { return true }
      return follows(heading: match) && isComma(after: match) && isDate(match.last + 1)
        || startsLine(match) && isComma(after: match) && isDay(match.last + 1)
    }
    if isInCountyBeforeDate(match) { return true }
    return article.startsSentence(match.last + 1) && gap.contains(.dot) && !gap.contains(.paragraph)
      || gap.contains(.other) && gap.isDisjoint(with: [.paragraph, .colon]) && article.words[match.last + 1].shape != .lower
      || gap.contains(.other) && gap.contains(.space) && !gap.contains(.colon) && isDate(match.last + 1)
  }

  private func isComma(after match: Match) -> Bool {
    article.text.bytes[article.words[match.last].end..<article.words[match.last + 1].start].elementsEqual([0x2C, 0x20])
  }

  private func startsParagraph(_ match: Match) -> Bool {
    match.first == 0 || article.paragraphOf[match.first] != article.paragraphOf[match.first - 1]
  }

  /// "Douai, Maubeuge et Ruitz": a list and no dateline.
  private func isBeforePlace(_ position: Int) -> Bool {
    guard position + 1 < matches.count, matches[position + 1].first == matches[position].last + 1 else { return false }
    return index.kinds(of: matches[position + 1].form).contains(.site)
  }

  private func startsLine(_ match: Match) -> Bool { article.words[match.first].gap.contains(.line) }

  /// "le 12", "12 March": a day, and no other number.
  private func isDay(_ index: Int) -> Bool {
    guard let second = article.word(at: index + 1, inSentenceOf: index) else { return false }
    let (first, isNumber) = (article.words[index], second.shape == .number)
    if isNumber, second.end - second.start <= 2 { return first.hash == Self.the || first.shape == .capitalised }
    return first.shape == .number && first.end - first.start <= 2 && OldYear.isMonth(second)
  }

  private static let the = WordHash.of("le")

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

  /// "relie Le Havre à Sandouville": by a line, so that its word says nothing of making.
  private func isLinked(_ match: Match) -> Bool {
    (2...5).contains { distance in
      article.word(at: match.first - distance, inSentenceOf: match.first).map { Self.linking.contains($0.hash) } ?? false
    }
  }

  /// "ne va pas à Tanger", "lives still in Douai".
  private func isStillMoving(_ match: Match) -> Bool {
    guard let adverb = article.word(at: match.first - 2, inSentenceOf: match.first), Self.adverbs.contains(adverb.hash) else { return false }
    return article.classes(at: match.first - 3, inSentenceOf: match.first).contains(.movement)
  }

  private static let adverbs = WordSet(["pas", "plus", "jamais", "toujours", "encore", "souvent", "back", "never", "still", "often", "away"])

  /// "drove it to Tangier", "l’a conduite hier à Dieppe".
  private func isCarried(_ match: Match) -> Bool {
    guard let object = article.word(at: match.first - 2, inSentenceOf: match.first), Self.objects.contains(object.hash) else { return false }
    return article.word(at: match.first - 3, inSentenceOf: match.first).map { Self.carrying.contains($0.hash) } ?? false
  }

  private static let carrying = WordSet([
    "drove", "drive", "driven", "driving", "took", "take", "flew", "rode", "sailed", "conduite", "conduit", "emmenee", "emmene",
  ])
  private static let objects = WordSet(["it", "them", "him", "her", "us", "me", "home", "there", "tous", "hier"])

  /// "descendus jusqu’à Tanger", "all the way to Dieppe", in a sentence of going somewhere.
  private func isGoal(_ match: Match) -> Bool {
    guard let way = article.word(at: match.first - 2, inSentenceOf: match.first), Self.goals.contains(way.hash) else { return false }
    return article.hasInSentence(.movement, of: match.first)
  }

  private static let goals = WordSet(["jusqu", "jusque", "way"])

  /// "From Enstone to the standing stones", "de Cléon à la mer", and not "l’avenir de Cléon a changé".
  private func isStartOfWay(_ match: Match) -> Bool {
    guard let start = article.word(at: match.first - 1, inSentenceOf: match.first), Self.from.contains(start.hash),
      let end = article.word(at: match.last + 1, inSentenceOf: match.last)
    else { return false }
    return Self.to.contains(end.hash) && end.end - end.start > 1
  }

  private static let to = WordSet(["to", "a", "jusqu"])

  private static let toward = WordHash.of("to")

  /// "from Calais to Tangier", "de Rouen à Cléon", "London to Tangier".
  private func isEndOfWay(_ match: Match) -> Bool {
    guard let start = article.word(at: match.first - 2, inSentenceOf: match.first), start.shape == .capitalised else { return false }
    if article.startsSentence(match.first - 2), article.words[match.first - 1].hash == Self.toward, article.classes[match.first - 2].isEmpty {
      return true
    }
    return article.word(at: match.first - 3, inSentenceOf: match.first).map { Self.from.contains($0.hash) } ?? false
  }

  static let linking = WordSet(
    [
      "relie", "relient", "relier", "reliait", "reliant", "reliera", "dessert", "desservent", "link", "links", "linking", "linked",
      "connects", "connecting", "desservira", "desservait", "desserve", "desservir", "desserviront",
    ])
  private static let from = WordSet(["from", "de", "depuis"])
  private static let middle = WordSet(["entre", "between"])

  func isDate(_ index: Int) -> Bool {
    guard let second = article.word(at: index + 1, inSentenceOf: index) else { return false }
    if isYear(article.words[index]) { return false }
    return article.words[index].shape == .number || second.shape == .number
  }

  /// "Billancourt, 1936-1945": no day.
  private func isYear(_ word: Word) -> Bool { word.shape == .number && word.end - word.start == 4 }

  /// "Rouen-Cléon", "entre Dieppe et Newhaven", "près de Douai", "passer par Tanger", where no goods move: geography only.
  private func isRoute(_ position: Int) -> Bool {
    let match = matches[position]
    if match.last + 1 < article.words.count, article.words[match.last + 1].gap == .hyphen, isName(match.last + 1) { return true }
    let gap = article.words[match.first].gap
    let makesNothing = makesNothing(match)
    if match.first > 0, gap == .hyphen || gap == [.hyphen, .space] && makesNothing, isName(match.first - 1) {
      return true
    }
    let before = article.classes(at: match.first - 1, inSentenceOf: match.first)
    let farther = article.classes(at: match.first - 2, inSentenceOf: match.first)
    if before.contains(.between) || before.contains(.about) && farther.contains(.between) {
      let isMiddle = article.word(at: match.first - 1, inSentenceOf: match.first).map { Self.middle.contains($0.hash) } ?? false
      return makesNothing || !isMiddle
    }
    if isServed(match) || isOnTheWay(match) { return true }
    if before.contains(.toward), isLinked(match) || isGoal(match) && makesNothing { return true }
    return before.contains(.toward) && !areGoods(position) && !isMakersWay(position)
      && (farther.contains(.movement) || isCarried(match) || isStillMoving(match) || isEndOfWay(match) || isStartOfWay(match)) && makesNothing
  }

  private func makesNothing(_ match: Match) -> Bool { article.sentences.count(.industry, in: article.sentenceOf[match.first]) == 0 }

  /// Whether a word may be a name by its capitals.
  private func isName(_ index: Int) -> Bool {
    article.words[index].shape == .capitalised || article.words[index].shape == .capitals && article.inCapitalLine[index]
  }
}
