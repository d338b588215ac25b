import ArticleText

/// Which of two things of one name is meant, where a writer tells them apart.
extension ContextCues {
  /// "le Rafale de route", "the Leaf on wheels", "La Spring, la voiture,": the one that drives.
  func isOnRoad(_ match: Match) -> Bool {
    guard !match.isLower, let next = wordAfter(match) else { return false }
    if next.gap == .space, let second = wordAfter(match, 2), second.gap == .space {
      let end = Self.numbers.contains(second.hash) ? wordAfter(match, 3) : second
      return Self.withWheels.contains(next.hash) && end.map { Self.wheels.contains($0.hash) } ?? false
    }
    guard isComma(before: next, match), after(match).contains(.determiner), let noun = wordAfter(match, 2), Self.cars.contains(noun.hash) else {
      return false
    }
    return wordAfter(match, 3).map { $0.gap.contains(.other) } ?? true
  }

  private static let withWheels = WordSet(["de", "a", "sur", "on", "with"])
  private static let numbers = WordSet(["quatre", "four", "4"])
  private static let wheels = WordSet(["route", "roues", "roulettes", "wheels"])
  private static let cars = WordSet(["voiture", "auto", "car", "automobile", "utilitaire", "fourgon", "van"])

  /// What tells a thing of another kind from the car.
  func toldApart(_ form: SurfaceForm, _ match: Match) -> Int? {
    horse(form, match) ?? flyingThing(form, match) ?? craft(form, match)
  }

  /// "Le Rafale, celui qui vole": the one that does what no car does.
  private func flyingThing(_ form: SurfaceForm, _ match: Match) -> Int? {
    guard form.kinds == EntityKinds(.vehicle), let next = wordAfter(match), isComma(before: next, match) || next.gap == [.space, .bracket],
      Self.ones.contains(next.hash)
    else { return nil }
    for distance in 2...4 {
      guard let word = wordAfter(match, distance), word.gap.isSubset(of: [.space, .apostrophe]),
        distance == 2 || next.hash != Self.definite || wordAfter(match, 2)?.hash == Self.one
      else { return nil }
      if Self.deeds.contains(word.hash) { return match.last + distance }
    }
    return nil
  }

  private static let (definite, one) = (WordHash.of("the"), WordHash.of("one"))
  private static let ones = WordSet(["celui", "celle", "the"])
  private static let deeds = WordSet([
    "vole", "volait", "court", "courait", "runs", "flies", "swims", "nage", "galope", "pousse", "fleurit", "barks", "aboie", "grows", "hennit",
    "floats", "flotte", "pond", "bites", "mange", "eats", "animal", "tree", "arbre", "avion", "plane", "bateau", "boat",
    "season", "saison",
  ])

  /// "The Avenger flew from a carrier", "la Dolphin a appareillé": what planes and ships do, and not "the Leaf sailed through its test".
  private func craft(_ form: SurfaceForm, _ match: Match) -> Int? {
    guard form.kinds == EntityKinds(.vehicle), !form.traits.contains(.number), before(match).contains(.determiner) else { return nil }
    let distance = wordAfter(match)?.hash == Self.has && language(of: match) == .french ? 2 : 1
    guard let verb = wordAfter(match, distance), verb.gap == .space, Self.voyages.contains(verb.hash) else { return nil }
    return wordAfter(match, distance + 1).map { Self.figures.contains($0.hash) } ?? false ? nil : match.last + distance
  }

  private static let has = WordHash.of("a")
  private static let voyages = WordSet([
    "flew", "flies", "sailed", "sails", "docked", "docks", "moored", "anchored", "berthed", "decolle", "decollait", "atterrit", "atterri",
    "appareille", "appareillait", "accoste", "accostait", "mouille", "amerrit",
  ])
  private static let figures = WordSet(["through", "past", "off", "by", "up"])

  /// "M. Tavares (non, pas Carlos Tavares !)", "Dr Ghosn (no, not Carlos)": the one of the catalogue, or a given name, behind a denial.
  func otherPerson(deniedBehind match: Match) -> Int? {
    guard let first = wordAfter(match), first.gap.contains(.bracket) || first.gap.contains(.other) else { return nil }
    for distance in 1...3 {
      guard let no = wordAfter(match, distance), Self.denials.contains(no.hash) else { return nil }
      guard let name = wordAfter(match, distance + 1) else { return nil }
      if first.gap.contains(.bracket), isOneOfOffice(distance + 1, match) { return match.last + distance }
      guard name.shape == .capitalised else { continue }
      let other = matchAt[match.last + distance + 1]
      if other >= 0 {
        let isSame = index.hasEntity(match.form) { entity in index.hasEntity(matches[Int(other)].form) { $0 == entity } }
        return isSame ? match.last + distance : nil
      }
      guard after(match, distance + 1).contains(.givenName) else { return nil }
      guard let surname = wordAfter(match, distance + 2), surname.shape == .capitalised, surname.gap == .space else { return match.last + distance }
      return surname.hash == article.words[match.last].hash ? match.last + distance : nil
    }
    return nil
  }

  /// "pas le président", "not that one", "pas celui de Stellantis".
  private func isOneOfOffice(_ distance: Int, _ match: Match) -> Bool {
    guard let one = wordAfter(match, distance), let noun = wordAfter(match, distance + 1) else { return false }
    if Self.others.contains(one.hash) { return true }
    return after(match, distance).contains(.determiner) && (after(match, distance + 1).contains(.role) || Self.another.contains(noun.hash))
  }

  private static let others = WordSet(["celui", "celle"])
  private static let another = WordSet(["one", "autre", "other", "famous"])
  private static let denials = WordSet(["non", "no", "not", "pas", "nothing", "rien"])

  /// "– Ford, Mrs. Dolores, 66", "Cooper, Edith (Mrs.)": at the head of an entry, a surname before a comma and a given name.
  func listedName(behind match: Match) -> Int? {
    guard !match.isLower, match.first == match.last, article.startsSentence(match.first) || article.followsDash(match.first),
      let next = wordAfter(match), next.shape == .capitalised, isComma(before: next, match)
    else { return nil }
    let distance = after(match).contains(.title) || Ranks.words.contains(next.hash) ? 2 : 1
    guard after(match, distance).contains(.givenName), wordAfter(match, distance)?.shape == .capitalised, matchAt[match.last + distance] < 0 else {
      return nil
    }
    guard let end = wordAfter(match, distance + 1) else { return match.last + distance }
    return end.gap.contains(.bracket) || end.gap == [.space, .other] && (end.shape == .number || end.shape == .lower) ? match.last + distance : nil
  }
}
