/// A racing team or the brand whose name it bears.
struct TeamSense {
  let article: Article
  let isAboutRacing: Bool

  func addTeam(to sum: inout Weighing, _ match: Match) {
    if isPlaced(match) || isPitting(match) || isScoring(match) { return sum.add(.racingSentence, times: 2) }
    let sentence = article.sentences.count(.racing, in: article.sentenceOf[match.first])
    guard
      isAboutRacing || sentence > 1 || article.hasInSentence(.motorsport, of: match.first)
        || sentence > 0 && (article.hasInParagraph(.motorsport, of: match.first) || isOfCrew(match))
    else { return }
    if sentence == 0, article.sentences.count(.automotive, in: article.sentenceOf[match.first]) > 0 { return }
    if isCar(match), !article.hasInSentence(.motorsport, of: match.first) { return }
    sum.add(.racingSentence, times: sentence, atMost: 2)
    guard isAboutRacing else { return }
    sum.add(.racingParagraph, times: article.paragraphs.count(.racing, in: article.paragraphOf[match.first]), atMost: 2)
    sum.add(.racingArticle)
  }

  /// "Alpine finished sixth", "Alpine termine sixième".
  private func isPlaced(_ match: Match) -> Bool {
    guard let verb = article.word(at: match.last + 1, inSentenceOf: match.last), Self.finishing.contains(verb.hash),
      let place = article.word(at: match.last + 2, inSentenceOf: match.last)
    else { return false }
    return Self.places.contains(place.hash)
  }

  /// "les mécaniciens d’Alpine", "the Alpine mechanics": who works at races.
  private func isOfCrew(_ match: Match) -> Bool {
    let isOf = article.classes(at: match.first - 1, inSentenceOf: match.first).contains(.about)
    return [match.first - (isOf ? 2 : 1), match.last + 1].contains { index in
      article.word(at: index, inSentenceOf: match.first).map { Self.crew.contains($0.hash) } ?? false
    }
  }

  private static let crew = WordSet([
    "mecaniciens", "mecanicien", "mecanos", "stratege", "strateges", "pilote", "pilotes", "volant", "baquet", "mechanics", "mechanic", "strategist",
    "strategists", "driver", "drivers", "crew", "garage", "seat",
  ])

  /// "Alpine pitted him on lap 30": what only a team does.
  private func isPitting(_ match: Match) -> Bool {
    article.word(at: match.last + 1, inSentenceOf: match.last).map { $0.gap == .space && Self.pitting.contains($0.hash) } ?? false
  }

  private static let pitting = WordSet(["pitted", "pits", "outqualified", "podiumed"])

  /// "Alpine missed the points", « Alpine a encore marqué deux points »: what is counted at races.
  private func isScoring(_ match: Match) -> Bool {
    guard
      let verb = (1...3).first(where: { distance in
        article.word(at: match.last + distance, inSentenceOf: match.last).map { Self.scoring.contains($0.hash) && $0.gap == .space } ?? false
      })
    else { return false }
    return (2...3).contains { distance in
      guard let points = article.word(at: match.last + verb + distance, inSentenceOf: match.last), points.hash == Self.points else { return false }
      return article.word(at: match.last + verb + distance + 1, inSentenceOf: match.last).map {
        $0.gap != .space || !article.classes[match.last + verb + distance + 1].isDisjoint(with: Self.small) && !Self.of.contains($0.hash)
      } ?? true
    }
  }

  private static let scoring = WordSet(["missed", "misses", "scored", "scores", "manque", "rate", "marque", "inscrit", "rapporte", "empoche"])
  private static let points = WordHash.of("points")
  private static let of = WordSet(["de", "d", "of", "on", "sur"])
  private static let small: WordClasses = [WordClasses(.function), WordClasses(.placePreposition)]

  private static let finishing = WordSet(
    [
      "finished", "finish", "finishes", "finished", "qualified", "qualifies", "termine", "terminait", "terminera", "finit", "finira", "qualifie",
      "came", "ended",
    ])
  private static let places = WordSet(
    [
      "first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth", "last", "premiere", "deuxieme", "seconde",
      "troisieme", "quatrieme", "cinquieme", "sixieme", "septieme", "huitieme", "neuvieme", "dixieme", "derniere", "1st", "2nd", "3rd", "4th", "5th",
      "6th", "7th", "8th",
    ])

  /// "les Alpine", "une future Alpine": cars, as a team has no article or adjective.
  private func isCar(_ match: Match) -> Bool {
    let before = article.classes(at: match.first - 1, inSentenceOf: match.first)
    return before.contains(.pluralArticle) || before.contains(.adjective)
  }
}
