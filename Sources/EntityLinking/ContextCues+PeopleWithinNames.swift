import ArticleText

/// Surnames that are the first word of another name: "Rowan Atkinson", "Adt Security".
extension ContextCues {
  /// The capital behind a surname that stands alone, in prose.
  func restOfName(behind match: Match, _ form: SurfaceForm) -> Int? {
    guard form.kinds == EntityKinds(.person), form.traits.contains(.surname), match.first == match.last, !match.isLower,
      !article.inCapitalLine[match.first], !article.isInTitle(match.first), let next = wordAfter(match), next.gap == .space,
      next.shape == .capitalised, next.end - next.start > 2, matchAt[match.last + 1] < 0, after(match).isDisjoint(with: Self.behindPeople),
      wordBefore(match).map({ $0.shape == .lower || article.words[match.first].gap != .space }) ?? true
    else { return nil }
    return match.last + 1
  }

  /// "Chelli, plombier à Lyon": what nobody in the catalogue is, behind a comma.
  func calling(behind match: Match, _ form: SurfaceForm) -> Int? {
    guard form.kinds == EntityKinds(.person), form.words.count == 1, let next = wordAfter(match) else { return nil }
    if next.gap == .space { return deedOfPlayer(behind: match, next) }
    return isComma(before: next, match) && Self.trades.contains(next.hash) ? match.last + 1 : profession(behind: match)
  }

  /// "Louis Renault, the Nobel laureate", « François Provost, le boucher de Plouha »: behind a full name and a comma, what nobody in the
  /// catalogue is.
  func profession(behind match: Match) -> Int? {
    guard let next = wordAfter(match), isComma(before: next, match) else { return nil }
    if Self.callings.contains(next.hash) || Self.scholars.contains(next.hash) { return match.last + 1 }
    guard Self.articles.contains(next.hash), next.end - next.start < 4 else { return nil }
    for distance in 2...3 {
      guard let noun = wordAfter(match, distance), noun.gap.isSubset(of: [.space, .apostrophe, .hyphen]), matchAt[match.last + distance] < 0 else {
        return nil
      }
      if noun.shape == .lower, Self.trades.contains(noun.hash) || Self.scholars.contains(noun.hash) || Self.shopkeepers.contains(noun.hash) {
        return endsNoun(match.last + distance) ? match.last + distance : nil
      }
    }
    return nil
  }

  /// "Tavares volleyed the second", « Vidal a ouvert le score »: what players do, and no manager.
  private func deedOfPlayer(behind match: Match, _ next: Word) -> Int? {
    if Self.deeds.contains(next.hash), next.shape == .lower { return match.last + 1 }
    let verb = next.hash == Self.has && language(of: match) == .french ? 2 : 1
    guard let deed = wordAfter(match, verb), deed.gap == .space, verb == 2 && Self.deeds.contains(deed.hash) || Self.beforeScore.contains(deed.hash)
    else { return nil }
    if Self.deeds.contains(deed.hash) { return match.last + verb }
    return (verb + 1...verb + 2).first { wordAfter(match, $0).map { Self.scores.contains($0.hash) } ?? false }.map { match.last + $0 }
  }

  private static let has = WordHash.of("a")
  private static let deeds = WordSet([
    "egalise", "egalisait", "equalised", "equalized", "volleyed", "dribbled", "nodded", "slotted", "curled",
  ])
  private static let beforeScore = WordSet(["ouvre", "ouvert", "reduit", "opened", "doubled"])
  private static let scores = WordSet(["score", "scoring", "lead"])

  private static let articles = WordSet(["le", "la", "l", "un", "une", "the", "a", "an"])
  private static let shopkeepers = WordSet([
    "boucher", "bouchere", "butcher", "boulanger", "boulangere", "baker", "coiffeur", "coiffeuse", "hairdresser", "epicier", "grocer", "fleuriste",
    "florist", "libraire", "bookseller", "charcutier", "fromager", "poissonnier", "fishmonger", "tailleur", "tailor", "bijoutier", "jeweller",
    "menuisier", "vigneron", "romancier", "romanciere", "novelist", "poete", "poet", "pianiste", "pianist", "violoniste", "violinist", "sculpteur",
    "sculptor", "cineaste", "footballeur", "footballer", "rugbyman", "cricketer", "postman", "dentiste", "dentist", "notaire", "accordeoniste",
    "guitariste", "guitarist", "actor", "actress", "acteur", "actrice", "patissier", "patissiere", "restaurateur", "cordonnier", "serrurier",
    "caviste", "horloger", "photographe", "photographer", "comedien", "comedienne", "humoriste", "comedian", "jockey",
  ])

  private static let trades = WordSet([
    "plombier", "plumber", "electricien", "electrician", "menuisier", "carpenter", "professeur", "teacher", "infirmier", "infirmiere", "nurse",
    "retraite", "retraitee", "pensioner", "agriculteur", "farmer", "maraicher", "pompier", "firefighter", "etudiant", "etudiante", "student",
    "lyceen", "lyceenne", "avocat", "avocate", "lawyer", "medecin", "doctor", "serveur", "serveuse", "waiter", "waitress", "chauffeur", "artisan",
  ])

  private static let behindPeople: WordClasses = [
    WordClasses(.function), WordClasses(.determiner), WordClasses(.verb), WordClasses(.frenchVerb), WordClasses(.copula), WordClasses(.conjunction),
    WordClasses(.capitalWord), WordClasses(.role), WordClasses(.title), WordClasses(.placePreposition),
  ]
}
