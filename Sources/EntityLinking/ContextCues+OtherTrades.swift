import ArticleText

/// Firms and bodies of other trades whose name begins with that of a maker or a car.
extension ContextCues {
  /// The word of the other trade: "Hyundai Merchant Marine", "SKODA TRANSPORTATION", "the Master Toolmakers’ Guild", "Mercedes-Benz Stadium".
  /// Makers have models, lands and offices behind their name. In a line of capitals and in a headline, where any noun may follow, only
  /// what is said of nothing else tells.
  func otherTrade(_ form: SurfaceForm, _ match: Match) -> Int? {
    guard match.near.contains(.trades), form.kinds.isDisjoint(with: [EntityKinds(.site), EntityKinds(.place)]), !match.isLower else { return nil }
    if article.inCapitalLine[match.first] || article.isInTitle(match.first) {
      return wordAfter(match).map { $0.gap == .space && $0.shape != .lower && Self.onlyOfFirms.contains($0.hash) } ?? false ? match.last + 1 : nil
    }
    let mayHaveBodies = !form.kinds.contains(.person) && !form.kinds.contains(.brand) && !form.kinds.contains(.company)
    for distance in 1...Self.longestTrade {
      guard let word = wordAfter(match, distance), word.shape == .capitalised || word.shape == .capitals || word.shape == .mixed,
        word.gap == .space || word.gap == [.apostrophe, .space] || word.gap.contains(.ampersand) && distance > 1, matchAt[match.last + distance] < 0
      else { return nil }
      if Self.onlyOfFirms.contains(word.hash) || Self.trades.contains(word.hash) { return match.last + distance }
      if distance > 1, Self.clubs.contains(word.hash), let sport = wordAfter(match, distance - 1), Self.sports.contains(sport.hash) {
        return match.last + distance
      }
      if word.hash == Self.cup, form.kinds == EntityKinds(.vehicle) { return isOwnedOrDriven(match) ? nil : match.last + distance }
      if mayHaveBodies, Self.bodiesOfTrades.contains(word.hash) { return match.last + distance }
    }
    return nil
  }

  /// "sa Clio Cup": a car that is called after the races that it was made for.
  private func isOwnedOrDriven(_ match: Match) -> Bool {
    drivingWord(match) != nil || wordBefore(match).map { Self.owners.contains($0.hash) } ?? false || before(match).contains(.adjective)
  }

  static let tradeHints = [onlyOfFirms, trades, bodiesOfTrades, clubs, WordSet(cup)]

  /// "the Volvo Football Club".
  private static let clubs = WordSet(["club", "league", "association", "team"])
  private static let sports = WordSet([
    "football", "rugby", "cricket", "basket", "basketball", "handball", "volley", "volleyball", "hockey", "tennis", "bowling", "bowls", "athletic",
    "sailing", "rowing", "judo", "cycling", "darts", "angling", "chess", "brass", "choral", "petanque", "escalade",
  ])
  private static let cup = WordHash.of("cup")
  private static let owners = WordSet(["sa", "ma", "ta", "sa", "une", "leur", "his", "her", "my", "your", "their", "a", "an", "deux", "trois", "two"])
  private static let longestTrade = 3

  private static let onlyOfFirms = WordSet([
    "transportation", "bakeries", "foundation", "airlines", "airways", "breweries", "brewery", "pharma", "pharmaceuticals", "ufj", "healthcare",
    "shipbuilding", "stadium", "winery", "saveurs",
  ])

  /// What makers of cars, and their branches, do not do.
  private static let trades = WordSet([
    "heavy", "merchant", "chemical", "chemicals", "elevator", "elevators", "escalators", "steel", "pencil", "pencils", "department", "energo",
    "bakery", "biscuits", "foods", "brewing", "distillery", "distillers", "distilleries", "vineyards", "cognac", "champagne", "pizza", "homes",
    "realty", "properties", "apartments", "securities", "outlets", "navigation", "cement", "fertilisers", "fertilizers", "packaging", "textiles",
    "furniture", "meubles", "jewellery", "jewelers", "toys", "opticians", "optique", "pharmacy", "pharmacie", "dental", "hospitals", "clinics",
    "publishing", "symphony", "orchestra", "philharmonic", "museum", "theatre", "theater", "guild", "arena", "dome", "coliseum", "opera", "ballet",
    "fellowship", "scholarship", "scholarships", "assurances", "traiteur", "boulangerie", "conserves", "fromagerie", "salaisons", "croisieres",
    "cruises", "hotels", "resorts", "casino", "casinos", "kitchens", "cuisines", "carpets", "ceramics", "fisheries", "seafood", "dairies", "dairy",
    "sugar", "tobacco", "coffee", "undertakers", "funeral", "obseques", "notes", "paints", "coatings", "hospice", "ministries", "exploration",
    "petroleum", "minerals", "mining", "shipyard", "shipyards", "shipping", "outfitters", "menswear", "lingerie", "soap", "house", "takeaway",
    "cosmetics", "perfumes", "asset", "pilates", "yoga", "fitness", "karate", "crossfit", "jumps", "nails", "tattoo", "barbers",
  ])

  /// What goes by a word or by the name of a car: "C3 AI", "the Master Technician Award", "208 Rally Cup".
  private static let bodiesOfTrades = WordSet([
    "ai", "iot", "labs", "award", "awards", "apprenticeship", "toolmakers", "builders", "tires", "tyres", "holdings", "biosciences", "therapeutics",
    "biotech", "genomics", "robotics", "logistics", "recovery", "coiffure", "immobilier", "paysages",
  ])
}
