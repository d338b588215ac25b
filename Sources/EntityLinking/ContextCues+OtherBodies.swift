import ArticleText

/// Bodies whose name begins with that of a car or a company.
extension ContextCues {
  func addOtherBody(to sum: inout Weighing, _ form: SurfaceForm, _ match: Match, _ kinds: EntityKinds) {
    sum.add(.familySign, if: !sum.has(.familySign) && isFirmOfKin(match), at: match.last + 1)
    guard form.words.count == 1, !match.isLower, let next = wordAfter(match), next.gap == .space, next.shape != .lower, next.shape != .number,
      matchAt[match.last + 1] < 0, !sum.has(.partOfOtherName)
    else { return }
    let isPlainBrand = kinds.contains(.brand) && form.traits.isDisjoint(with: Self.words)
    if !isPlainBrand, Self.bodies.contains(next.hash) {
      sum.add(.partOfOtherName, at: match.last + 1)
    } else if next.shape == .capitalised, !kinds.contains(.brand), !form.traits.isDisjoint(with: Self.words), isUnknown(after: match),
      !article.inCapitalLine[match.first], !article.isInTitle(match.first), !speaksOfCars(match), isOnlyName(match)
    {
      sum.add(.unknownNameAfter, at: match.last + 1)
    }
  }

  private static let words: FormTraits = [.frenchWord, .englishWord]

  /// "Wm. Master & Sons", "Espace et Fils".
  private func isFirmOfKin(_ match: Match) -> Bool {
    guard !match.isLower, let next = wordAfter(match) else { return false }
    if next.gap.contains(.ampersand) { return Self.kin.contains(next.hash) }
    guard next.gap == .space, after(match).contains(.conjunction), let kin = wordAfter(match, 2), kin.shape == .capitalised else { return false }
    return Self.kin.contains(kin.hash)
  }

  private static let kin = WordSet(["sons", "son", "fils", "freres", "filles", "daughters", "brothers", "bros"])

  /// Whether the next word is none that follows the name of a car, nor one that has a capital anywhere.
  private func isUnknown(after match: Match) -> Bool {
    article.words[match.last + 1].end - article.words[match.last + 1].start > 2 && after(match).isDisjoint(with: Self.known)
  }

  private static let known: WordClasses = [
    WordClasses(.function), WordClasses(.determiner), WordClasses(.verb), WordClasses(.frenchVerb), WordClasses(.conjunction), WordClasses(.carTrait),
    WordClasses(.capitalWord), WordClasses(.adjective), WordClasses(.electric), WordClasses(.automotive), WordClasses(.industry), WordClasses(.title),
  ]

  /// What a name ends in that is no car's: of ensembles, firms, houses and meetings.
  private static let bodies = WordSet(
    [
      "quartet", "trio", "quintet", "sextet", "octet", "ensemble", "band", "chorus", "singers", "players", "quatuor", "quintette", "orchestre", "chorale",
      "choeur", "theatre", "theater", "cinema", "gallery", "galerie", "records", "music", "press", "books", "editions", "films", "pictures",
      "productions", "studio", "studios", "hotel", "inn", "arms", "lodge", "tavern", "pub", "bar", "restaurant", "brasserie", "cafe", "coffee",
      "systems", "analysis", "analytics", "consulting", "consultants", "advisory", "advisors", "associates", "partners", "ventures", "investments",
      "securities", "insurance", "assurances", "assurance", "immobilier", "capital", "solutions", "technologies", "pharma", "foods", "beauty",
      "society", "association", "federation", "league", "party", "church", "trophy", "trophee", "regatta", "derby", "marathon", "triathlon",
      "championship", "championships", "expedition", "summit", "conference", "congress", "awards", "award",
    ])
}
