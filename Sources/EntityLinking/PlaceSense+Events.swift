import ArticleText

/// What happens at a place, and when.
extension PlaceSense {
  /// "INCENDIE À BATILLY : LA LIGNE À L’ARRÊT": what happens in towns and at works, where its sentence or two words of its paragraph are of making.
  func isFireAtWork(_ match: Match) -> Bool {
    guard let event = article.word(at: match.first - 2, inSentenceOf: match.first), Self.events.contains(event.hash) else { return false }
    return article.sentences.count(.industry, in: article.sentenceOf[match.first]) > 0
      || article.paragraphs.count(.industry, in: article.paragraphOf[match.first]) > 1
  }

  private static let events = WordSet([
    "incendie", "incendies", "feu", "explosion", "accident", "drame", "fuite", "fire", "blaze", "explosions", "flood", "floods", "inondation",
    "cambriolage", "vol", "deces", "police",
  ])

  /// "voir un Captur samedi à Maubeuge", "on Sunday in Sunderland", where nothing is made: on days when works rest.
  func isOnDayOff(_ match: Match) -> Bool {
    guard let preposition = article.word(at: match.first - 1, inSentenceOf: match.first), Self.at.contains(preposition.hash),
      let day = article.word(at: match.first - 2, inSentenceOf: match.first), preposition.gap == .space
    else { return false }
    guard Self.daysOff.contains(day.hash), article.sentences.count(.industry, in: article.sentenceOf[match.first]) == 0 else { return false }
    return (max(0, match.first - Self.clause)..<min(article.words.count, match.last + Self.clause)).contains {
      Self.persons.contains(article.words[$0].hash) && article.sentenceOf[$0] == article.sentenceOf[match.first]
    }
  }

  private static let clause = 15
  private static let persons = WordSet(["je", "j", "on", "ma", "mon", "mes", "i", "we", "my", "me", "our"])

  /// "le lycée professionnel de Dieppe", "consulat général de Tanger": in French, a noun of towns with an adjective behind it.
  func isOfTownNounWithAdjective(_ match: Match) -> Bool {
    guard article.language(at: match.first) == .french, article.classes(at: match.first - 1, inSentenceOf: match.first).contains(.about),
      article.words[match.first].gap.isSubset(of: [.space, .apostrophe]),
      let adjective = article.word(at: match.first - 2, inSentenceOf: match.first), adjective.shape == .lower, adjective.gap == .space,
      article.classes[match.first - 2].isDisjoint(with: Self.noAdjective)
    else { return false }
    let noun = article.classes(at: match.first - 3, inSentenceOf: match.first)
    return noun.contains(.townNoun) && !noun.contains(.function)
  }

  private static let noAdjective: WordClasses = [
    WordClasses(.function), WordClasses(.industry), WordClasses(.siteNoun), WordClasses(.determiner), WordClasses(.frenchVerb),
    WordClasses(.automotive), WordClasses(.role),
  ]

  /// "contre la fermeture de la poste", "the closure of the library": what of a town is closed or opened, though the word is of works, too.
  func isOfPublicHouse(_ match: Match) -> Bool {
    let around = max(0, match.first - Self.clause)..<min(article.words.count, match.last + Self.clause)
    return around.contains { word in
      guard Self.closing.contains(article.words[word].hash), article.sentenceOf[word] == article.sentenceOf[match.first] else { return false }
      return (word + 2...word + 3).contains { house in
        article.word(at: house, inSentenceOf: match.first).map { Self.publicHouses.contains($0.hash) } ?? false
      }
    }
  }

  private static let closing = WordSet([
    "fermeture", "reouverture", "ouverture", "suppression", "renovation", "closure", "closing", "reopening", "opening", "close", "closes", "ferme",
  ])
  private static let publicHouses = WordSet([
    "poste", "maternite", "ecole", "ecoles", "college", "lycee", "classe", "classes", "piscine", "bibliotheque", "mediatheque", "gare", "guichet",
    "tresorerie", "tribunal", "cinema", "marche", "boulangerie", "epicerie", "hopital", "urgences", "library", "libraries", "school", "schools",
    "pool", "hospital", "station", "post", "bakery", "pub", "museum", "musee", "patinoire", "creche", "mairie",
  ])

  private static let at = WordSet(["a", "in", "at", "near"])
  private static let daysOff = WordSet(["samedi", "dimanche", "saturday", "sunday", "week-end", "weekend", "end"])
}
