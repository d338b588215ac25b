import ArticleText

/// Horses, clubs and plural subjects that begin with a name of the catalogue.
extension ContextCues {
  /// « MICRA DES BOIS », "Duster du Bocage", where a race, a mare or a rider is spoken of: what horses are called.
  func horse(_ form: SurfaceForm, _ match: Match) -> Int? {
    guard !form.kinds.isDisjoint(with: EntityKinds([.vehicle, .brand])), !match.isLower, let small = wordAfter(match), small.gap == .space,
      let noun = wordAfter(match, 2), noun.gap.isSubset(of: [.space, .apostrophe]), noun.shape != .lower, noun.shape != .number,
      matchAt[match.last + 2] < 0, Self.of.contains(small.hash), drivingWord(match) == nil
    else { return nil }
    let around = max(0, match.first - Self.field)..<min(article.words.count, match.last + Self.field)
    return around.first { Self.ofHorses.contains(article.words[$0].hash) && abs(article.paragraphOf[$0] - article.paragraphOf[match.first]) <= 1 }
  }

  private static let field = 25
  private static let of = WordSet(["de", "du", "des", "d", "of", "from"])
  private static let ofHorses = WordSet([
    "hippique", "hippiques", "hippisme", "turf", "trot", "trotteur", "trotteuse", "jument", "pouliche", "poulain", "etalon", "cheval", "hongre",
    "alezan", "alezane", "bai", "baie", "cavaliere", "cavalier", "jockey", "driver", "quinte", "tierce", "galop", "galopeur", "vincennes",
    "auteuil", "longchamp", "chantilly", "horse", "horses", "mare", "filly", "gelding", "stallion", "colt", "foal", "showjumping", "dressage",
    "steeplechase", "hurdle", "ascot", "epsom", "aintree", "cheltenham", "newmarket", "greyhound", "greyhounds", "levrier",
  ])

  /// "l’Étoile sportive de Flins", "Cercle nautique de Dieppe": with a capital and an adjective of sport, a club that bears the name of its town.
  func clubOfTown(before match: Match) -> Int? {
    guard before(match).contains(.about) else { return nil }
    guard let kind = wordBefore(match, 2), let noun = wordBefore(match, 3), noun.shape == .capitalised, kind.gap == .space else { return nil }
    return Self.sporting.contains(kind.hash) && Self.clubs.contains(noun.hash) ? match.first - 3 : nil
  }

  private static let sporting = WordSet([
    "sportive", "sportif", "laique", "athletique", "nautique", "omnisports", "olympique", "cycliste", "gymnique", "pongiste", "bouliste", "club",
  ])
  private static let clubs = WordSet([
    "etoile", "union", "entente", "association", "amicale", "jeunesse", "sporting", "football", "racing", "cercle", "club", "rugby", "tennis", "judo",
    "basket", "handball", "volley", "velo", "stade", "avenir", "eveil", "sport", "aviron",
  ])

  /// "Alpine weekends were in the contract", and not "Alpine engineers were": in English, at the head of a sentence, a word before several things
  /// that nobody makes or sells and that are what the sentence is about.
  func isBeforePluralSubject(_ form: SurfaceForm, _ match: Match) -> Bool {
    guard language(of: match) == .english, isOwnWord(form, match), let noun = wordAfter(match), noun.gap == .space, noun.shape == .lower,
      noun.end - noun.start > 3, article.text.bytes[noun.end - 1] == 0x73, let verb = wordAfter(match, 2), verb.gap == .space,
      Self.plural.contains(verb.hash)
    else { return false }
    return after(match).isDisjoint(with: Self.ofMakers) && !Self.peopleOfMakers.contains(noun.hash)
  }

  private static let plural = WordSet(["were", "are", "have", "do", "tempt", "remain", "seem", "cost", "need", "come", "make"])
  private static let ofMakers: WordClasses = [
    WordClasses(.automotive), WordClasses(.industry), WordClasses(.finance), WordClasses(.role), WordClasses(.personNoun), WordClasses(.racing),
    WordClasses(.function), WordClasses(.verb), WordClasses(.vehicleNoun),
  ]
  private static let peopleOfMakers = WordSet([
    "engineers", "dealers", "owners", "drivers", "buyers", "designers", "fans", "bosses", "executives", "customers", "shareholders", "mechanics",
    "prices", "models", "stands", "adverts", "ads", "colours", "interiors", "figures", "people", "enthusiasts", "insiders", "loyalists", "orders",
  ])
}
