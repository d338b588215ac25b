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
    guard form.kinds == EntityKinds(.person), form.words.count == 1, let next = wordAfter(match), isComma(before: next, match),
      Self.callings.contains(next.hash) || Self.trades.contains(next.hash)
    else { return nil }
    return match.last + 1
  }

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
