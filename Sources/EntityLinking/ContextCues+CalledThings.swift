import ArticleText

/// Ships, storms and houses that bear the name of a maker, and where crowds meet: things that a maker neither makes nor sells.
extension ContextCues {
  /// "the yacht Mercedes", "la tempête Dacia", "the Kia Oval": the noun before the name, or with a capital behind it.
  func calledThing(_ form: SurfaceForm, _ match: Match) -> Int? {
    guard form.kinds.isDisjoint(with: Self.places) else { return nil }
    if let noun = wordBefore(match), noun.shape == .lower, article.words[match.first].gap == .space, Self.called.contains(noun.hash), !before(match, 2).isDisjoint(with: Self.beforeCalled) {
      return match.first - 1
    }
    guard let next = wordAfter(match), next.gap == .space, next.shape == .capitalised, Self.venues.contains(next.hash) else { return nil }
    return match.last + 1
  }

  private static let beforeCalled: WordClasses = [WordClasses(.function), WordClasses(.determiner), WordClasses(.adjective)]

  private static let called = WordSet(
    [
      "ship", "yacht", "ferry", "trawler", "tug", "barge", "schooner", "frigate", "steamer", "lifeboat", "submarine", "dinghy", "catamaran", "trimaran", "voilier",
      "chalutier", "remorqueur", "peniche", "paquebot", "navire", "fregate", "goelette", "caravelle", "galion", "galleon", "brig", "ketch", "sloop",
      "rocket", "satellite", "probe", "comet", "asteroid", "hurricane", "storm", "typhoon", "cyclone", "fusee", "sonde", "comete", "asteroide", "tempete", "ouragan", "typhon",
      "pub", "inn", "cinema", "theatre", "theater", "nightclub", "discotheque", "librairie", "bookshop", "auberge", "brewery", "tavern", "villa", "chalet", "stade", "stadium", "arena",
    ])
  private static let venues = WordSet(["stadium", "arena", "oval", "zoo", "dome", "bowl"])
}
