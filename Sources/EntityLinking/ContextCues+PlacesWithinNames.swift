import ArticleText

/// Countries and towns within the names of other things: "Air France", "Stade de France", "Paris Hilton", "Toulouse-Lautrec".
extension ContextCues {
  private static let lands = EntityKinds([.site, .place])

  /// The word that makes the name of a place a part of another name.
  func nameAround(place match: Match) -> Int? {
    let kinds = index.kinds(of: match.form)
    guard kinds.contains(.place), kinds.isSubset(of: Self.lands), !match.isLower, !article.inCapitalLine[match.first] else { return nil }
    return hyphen(beside: match) ?? head(before: match) ?? body(of: match) ?? bearer(behind: match) ?? quotation(around: match, kinds)
  }

  /// "Toulouse-Lautrec", "Ouest-France", "Île-de-France", and not "Dieppe-Newhaven", which is a way.
  private func hyphen(beside match: Match) -> Int? {
    if joinsName(match.last + 1), wordAfter(match).map({ Self.behindHyphen.contains($0.hash) }) ?? false { return match.last + 1 }
    guard article.words[match.first].gap == .hyphen, let previous = wordBefore(match), matchAt[match.first - 1] < 0 else { return nil }
    if previous.gap == .hyphen { return before(match).contains(.about) ? match.first - 1 : nil }
    return Self.beforeHyphen.contains(previous.hash) ? match.first - 1 : nil
  }

  private static let behindHyphen = WordSet([
    "lautrec", "match", "saclay", "orly", "blagnac", "bercy", "dauphine", "sorbonne", "nanterre", "soir", "presse", "normandie", "plage", "dakar",
    "roubaix", "nice", "brest", "express", "airlines",
  ])
  private static let beforeHyphen = WordSet(["ouest", "sud", "nord", "est", "saint", "sainte", "inter", "euro", "south", "north", "vieux", "cinema"])

  /// "Air France", "Bayern Munich": what stands before a place without a preposition, in a name.
  private func head(before match: Match) -> Int? {
    guard article.words[match.first].gap == .space, let head = wordBefore(match), head.shape == .capitalised || head.shape == .mixed,
      matchAt[match.first - 1] < 0, Self.heads.contains(head.hash)
    else { return nil }
    return match.first - 1
  }

  private static let heads = WordSet([
    "air", "radio", "bayern", "eintracht", "hertha", "borussia", "fortuna", "real", "olympique", "racing", "team", "miss", "mister", "gaz",
    "business", "vfb", "vfl", "tsv", "campus", "secours", "orange", "disneyland", "choose", "visit", "invest", "tele", "hotel",
    "emirates", "little", "mini", "atout", "inter",
  ])

  /// "Stade de France", "Bank of China", "savon de Marseille": a body, a contest, a paper or a ware that a place is in the name of.
  private func body(of match: Match) -> Int? {
    guard article.words[match.first].gap.isSubset(of: [.space, .apostrophe]) else { return nil }
    let isNamed = before(match).contains(.about)
    guard isNamed || before(match).contains(.determiner) && before(match, 2).contains(.about) else { return nil }
    let distance = isNamed ? 2 : 3
    guard let head = wordBefore(match, distance), matchAt[match.first - distance] < 0 else { return nil }
    if Self.wares.contains(head.hash) { return match.first - distance }
    guard head.shape == .capitalised ? Self.bodies.contains(head.hash) : head.shape == .lower && Self.contests.contains(head.hash) else { return nil }
    return match.first - distance
  }

  /// With a capital, and what is written small as often.
  private static let bodies = WordSet([
    "stade", "tour", "banque", "bank", "electricite", "olympique", "college", "coupe", "cup", "prix", "open", "masters", "rallye", "rally", "bourse",
    "institut", "institute", "ligue", "comite", "academie", "academy", "orchestre", "opera", "ballet", "gazette", "journal", "charbonnages",
    "houilleres", "chambre", "aeroports", "theatre", "musee", "museum", "festival", "foire", "marathon", "salon", "mondial", "jeux", "traite",
    "treaty",
    "bataille", "battle", "siege", "school", "ecole", "racing", "sporting", "union", "cercle", "equipe", "championnat", "championnats", "ambassade",
    "embassy", "consulat", "archives", "bibliotheque", "tribune", "courrier", "echo", "echos", "voix", "voice", "accords", "accord", "commune",
  ])
  private static let contests = WordSet(["stade", "tour", "coupe", "championnat", "championnats"])
  private static let wares = WordSet([
    "savon", "savons", "encre", "encres", "porcelaine", "porcelaines", "saucisse", "saucisses", "noix", "violette", "violettes", "jambon", "jambons",
    "ombres", "piment", "piments",
  ])

  /// "Paris Hilton", "France Travail", "Austin Powers": a capital behind a place that no preposition stands before.
  private func bearer(behind match: Match) -> Int? {
    guard let next = wordAfter(match), next.gap == .space, next.shape == .capitalised, next.end - next.start > 2, matchAt[match.last + 1] < 0,
      before(match).isDisjoint(with: [WordClasses(.placePreposition), WordClasses(.toward)]), !article.isInTitle(match.first),
      after(match).isDisjoint(with: Self.commonBehindLand) || Self.behindLands.contains(next.hash), !isHeadlineOfCapitals(match)
    else { return nil }
    return match.last + 1
  }

  /// What names go on with though it may be a noun.
  private static let behindLands = WordSet(["football", "travail", "info", "culture", "musique", "galop", "bleu", "judo", "rugby"])

  /// "China Cuts Subsidies For Plug-in Cars": whether the next words but one have capitals too, as in an English headline.
  private func isHeadlineOfCapitals(_ match: Match) -> Bool {
    guard article.startsSentence(match.first), let third = wordAfter(match, 2), let fourth = wordAfter(match, 3) else { return false }
    return third.shape != .lower && fourth.shape != .lower
  }

  private static let commonBehindLand: WordClasses = [
    WordClasses(.function), WordClasses(.determiner), WordClasses(.townNoun), WordClasses(.siteNoun), WordClasses(.verb), WordClasses(.frenchVerb),
    WordClasses(.conjunction), WordClasses(.capitalWord), WordClasses(.role), WordClasses(.title), WordClasses(.copula),
  ]

  /// « Casablanca »: a place alone in quotation marks, which is a title or the word itself; a site is named so in a paragraph on cars.
  private func quotation(around match: Match, _ kinds: EntityKinds) -> Int? {
    guard kinds == EntityKinds(.place) || saysNothingOfCars(match), opensQuotation(match.first) || opensText(match.first) else { return nil }
    return closesQuotation(match.last + 1) ? match.first : nil
  }

  /// Whether a quotation opens at the very beginning.
  private func opensText(_ word: Int) -> Bool {
    word == 0 && article.text.bytes[..<article.words[0].start].contains { $0 == 0x22 || $0 == 0xAB || $0 == 0x9C }
  }
}
