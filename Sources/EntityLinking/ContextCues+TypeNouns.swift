import ArticleText

/// Nouns that say what a name is.
extension ContextCues {
  /// "marque Alpine", "le moteur 7DL", "plan Refactory", a preposition between or not; in English also "the APP platform".
  func addTypeNoun(to sum: inout Weighing, _ match: Match, _ kinds: EntityKinds) {
    let distance = before(match).contains(.function) && !names(before(match), kinds) ? 2 : 1
    if names(before(match, distance), kinds) {
      sum.add(.typeNoun, at: match.first - distance)
    } else if kinds.contains(.vehicle), before(match).contains(.about),
      !before(match, 2).isDisjoint(with: Self.partsOfCars) || isTraded(match) || isPartOfOne(match),
      index.traits(of: match.form).contains(.givenName)
    {
      sum.add(.typeNoun, at: match.first - 2)
    } else if language(of: match) == .english, isBeforeLowerWord(match), names(after(match), kinds), !isBeforeCarPark(match) {
      sum.add(.typeNoun, at: match.last + 1)
    } else if kinds.contains(.vehicle), let next = wordAfter(match), isGlossed(match, next) {
      sum.add(.typeNoun, at: match.last + 1)
    } else if let at = nameBesideCell(index.form(match.form), match) {
      sum.add(.coordinated, at: at)
    } else if let at = apposition(match, kinds) {
      sum.add(.typeNoun, at: at)
    } else if !kinds.isDisjoint(with: Self.makers), article.inCapitalLine[match.first], language(of: match) == .english, let next = wordAfter(match),
      next.gap == .space,
      Self.officesOfMakers.contains(next.hash)
    {
      sum.add(.typeNoun, at: match.last + 1)
    } else if sum.has(.everydayAtStart), !kinds.isDisjoint(with: Self.makers), isBeforeStaff(match) {
      sum.add(.typeNoun, at: match.last + 1)
    }
  }

  /// "the Dolphin car park": a place, and no car.
  private func isBeforeCarPark(_ match: Match) -> Bool {
    wordAfter(match, 2).map { $0.gap == .space && Self.placesOfCars.contains($0.hash) } ?? false
  }

  private static let placesOfCars = WordSet(["park", "parks", "ferry", "wash", "boot", "deck"])

  /// "SEAT BOSS STEPS DOWN": who and what makers have, in a line of capitals.
  private static let officesOfMakers = WordSet([
    "boss", "ceo", "chief", "chairman", "dealers", "dealer", "plant", "factory", "shares", "workers", "engineers", "profits", "profit", "sales",
  ])

  /// "ACC, the battery venture": the noun that says behind a comma what a name is, at most two words behind its article.
  private func apposition(_ match: Match, _ kinds: EntityKinds) -> Int? {
    guard let next = wordAfter(match), next.gap == [.space, .other], after(match).contains(.determiner) else { return nil }
    for distance in 2...4 {
      guard let word = wordAfter(match, distance), word.gap == .space || word.gap == .apostrophe, word.shape == .lower else { return nil }
      if names(after(match, distance), kinds) { return match.last + distance }
    }
    return nil
  }

  /// "base de Mégane", "moteur de Clio".
  private static let partsOfCars: WordClasses = [WordClasses(.motorNoun), WordClasses(.platformNoun)]

  private func names(_ classes: WordClasses, _ kinds: EntityKinds) -> Bool {
    !classes.isDisjoint(with: Self.anyNoun)
      && EntityKind.allCases.contains { kind in kinds.contains(kind) && Self.nouns(of: kind).map { classes.contains($0) } ?? false }
  }

  private static let anyNoun = EntityKind.allCases.reduce(into: WordClasses([])) { all, kind in
    if let noun = nouns(of: kind) { all.insert(WordClasses(noun)) }
  }

  static func nouns(of kind: EntityKind) -> WordClass? {
    switch kind {
    case .group: .groupNoun
    case .brand: .brandNoun
    case .company: .companyNoun
    case .site: .siteNoun
    case .place: .townNoun
    case .vehicle: .vehicleNoun
    case .motor: .motorNoun
    case .platform: .platformNoun
    case .plan: .planNoun
    case .team: .teamNoun
    case .technology, .person, .other: nil
    }
  }
}
