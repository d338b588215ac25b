import ArticleText

/// Ships, storms and houses that bear the name of a maker, and where crowds meet: things that a maker neither makes nor sells.
extension ContextCues {
  /// "the yacht Mercedes", "la tempête Dacia", "the Kia Oval": the noun before the name, or with a capital behind it.
  func calledThing(_ form: SurfaceForm, _ match: Match) -> Int? {
    guard match.near.contains(.things), form.kinds.isDisjoint(with: Self.places) else { return nil }
    if let noun = wordBefore(match), noun.shape == .lower || beginsItem(match.first - 1), article.words[match.first].gap == .space,
      Self.called.contains(noun.hash), !before(match, 2).isDisjoint(with: Self.beforeCalled) || beginsItem(match.first - 1)
    {
      return match.first - 1
    }
    guard let next = wordAfter(match), next.gap == .space, next.shape == .capitalised, Self.venues.contains(next.hash) else { return nil }
    return match.last + 1
  }

  /// "Barge Leaf", "vds piano, trottinette Spring": whether a noun begins a sentence or stands behind a comma or a word of selling, as in lists.
  func beginsItem(_ word: Int) -> Bool {
    if article.words[word].shape == .capitalised, word == 0 || article.startsSentence(word) { return true }
    guard word > 0, article.words[word].shape == .lower else { return false }
    return article.words[word].gap == [.space, .other] || Self.selling.contains(article.words[word - 1].hash)
  }

  private static let selling = WordSet([
    "vds", "vend", "vends", "loue", "perdu", "perdue", "trouve", "cherche", "donne", "wanted", "sale", "lost", "found",
  ])

  static let thingHints = [called, venues]
  private static let beforeCalled: WordClasses = [WordClasses(.function), WordClasses(.determiner), WordClasses(.adjective)]

  private static let called = WordSet(
    [
      "ship", "yacht", "ferry", "trawler", "tug", "barge", "schooner", "frigate", "steamer", "lifeboat", "submarine", "dinghy", "catamaran",
      "trimaran", "voilier", "chalutier", "remorqueur", "peniche", "paquebot", "navire", "fregate", "goelette", "caravelle", "galion", "galleon",
      "brig", "ketch", "sloop", "rocket", "satellite", "probe", "comet", "asteroid", "hurricane", "storm", "typhoon", "cyclone", "fusee", "sonde",
      "comete", "asteroide", "tempete", "ouragan", "typhon", "pub", "inn", "cinema", "theatre", "theater", "nightclub", "discotheque", "librairie",
      "bookshop", "auberge", "brewery", "tavern", "villa", "chalet", "cabinet", "traiteur", "mercerie", "refuge", "cabane", "hostel", "piano", "col",
      "volcan", "volcano", "musee", "couvent", "gallery", "orchard", "lodge", "stade", "stadium", "arena",
    ])
  private static let venues = WordSet([
    "abbey", "castle", "priory", "cathedral", "chapel", "hospice", "cemetery", "lighthouse", "infirmary", "stadium", "arena", "oval", "zoo", "dome",
    "bowl",
  ])

  /// "USS Tangier", "the tanker Dieppe", « le dragueur "Dieppe" »: a ship that bears the name of a town, and no line to it.
  func shipOfTown(_ match: Match) -> Int? {
    guard index.kinds(of: match.form).contains(.place), let noun = wordBefore(match), wordAfter(match)?.gap != .hyphen else { return nil }
    if noun.shape == .capitals { return article.words[match.first].gap == .space && Self.prefixesOfShips.contains(noun.hash) ? match.first - 1 : nil }
    guard noun.shape == .lower, Self.ships.contains(noun.hash), article.words[match.first].gap == .space || opensQuotation(match.first),
      before(match, 2).contains(.determiner)
    else { return nil }
    return match.first - 1
  }

  private static let prefixesOfShips = WordSet(["hms", "uss", "rms", "hmas", "hmcs", "ss", "mv"])
  private static let ships = WordSet(
    [
      "ship", "ferry", "trawler", "tug", "barge", "schooner", "frigate", "steamer", "lifeboat", "submarine", "destroyer", "cruiser", "minesweeper",
      "tanker", "freighter", "corvette", "chalutier", "remorqueur", "peniche", "paquebot", "navire", "fregate", "goelette", "croiseur", "destroyeur",
      "dragueur", "petrolier", "torpilleur", "aviso", "cargo",
    ])
}
