import ArticleText

/// What a text says, behind a comma, in brackets or before the name, that a firm makes or sells, where that is nothing that makers of cars do.
extension ContextCues {
  /// The word of the other trade: "Lotus, the Belgian biscuit maker", "Alpine (the hi-fi people)", "PSA, l’opérateur portuaire de Singapour",
  /// "Spring is China’s largest budget carrier", "the wine importer Bibendum", and "a glass of Renault".
  func tradeTold(_ form: SurfaceForm, _ match: Match) -> Int? {
    guard match.near.contains(.wares), form.kinds.isDisjoint(with: [EntityKinds(.site), EntityKinds(.place)]), !match.isLower else { return nil }
    let isFirm = form.kinds.contains(.person) || form.kinds.contains(.company) && form.traits.isDisjoint(with: [.frenchWord, .englishWord])
    return tradeBehind(match, isFirm: isFirm) ?? tradeBefore(match, isFirm: isFirm) ?? vessel(before: match) ?? drink(beside: match)
  }

  private func tradeBehind(_ match: Match, isFirm: Bool) -> Int? {
    guard let next = wordAfter(match) else { return nil }
    let isCopula = next.gap == .space && after(match).contains(.copula)
    guard isCopula || isComma(before: next, match) || next.gap == [.space, .bracket] else { return nil }
    guard isCopula || after(match).contains(.determiner) || next.shape == .lower && after(match).isDisjoint(with: Self.noNoun) else { return nil }
    let isBare = !isCopula && !after(match).contains(.determiner)
    for distance in (isCopula ? 2 : 1)...Self.reachOfTrade {
      guard let word = wordAfter(match, distance), distance == 1 || word.gap.isSubset(of: [.space, .hyphen, .apostrophe]),
        !Self.clauses.contains(word.hash), matchAt[match.last + distance] < 0
      else { return nil }
      if isCopula, after(match, distance).contains(.function), after(match, distance).isDisjoint(with: WordClasses(.determiner)),
        language(of: match) == .english
      {
        return nil
      }
      if isBare, after(match, distance).contains(.determiner) { return nil }
      if word.shape == .lower, isTrade(word, ofFirm: isFirm), !isBeforeCapital(match.last + distance) {
        return isCopula || endsApposition(match.last + distance) ? match.last + distance : nil
      }
    }
    return nil
  }

  /// Whether a comma, a bracket or the end of the sentence follows behind few words without a verb: "Sur la 308, un courtier a calculé" has none.
  private func endsApposition(_ trade: Int) -> Bool {
    for word in trade + 1...trade + Self.reachOfTrade {
      guard let next = article.word(at: word, inSentenceOf: trade), next.gap.isSubset(of: [.space, .hyphen, .apostrophe]) else { return true }
      if !article.classes[word].isDisjoint(with: Self.verbs), article.classes[word].isDisjoint(with: WordClasses(.function)) { return false }
      if next.hash == Self.has, next.end - next.start == 1, article.language(at: word) == .french { return false }
    }
    return false
  }

  private static let has = WordHash.of("a")

  private func isBeforeCapital(_ word: Int) -> Bool {
    word + 1 < article.words.count && matchAt[word + 1] >= 0 && article.words[word + 1].gap == .space
  }

  /// "the wine importer Bibendum", "la marque d’autoradios Alpine": a firm right before the name, and what it makes before or behind that.
  private func tradeBefore(_ match: Match, isFirm: Bool) -> Int? {
    guard article.words[match.first].gap == .space, let last = wordBefore(match), last.shape == .lower,
      before(match).isDisjoint(with: Self.noNoun)
    else { return nil }
    var found: Int?
    var hasFirm = false
    for distance in 1...Self.reachOfTrade {
      guard let word = wordBefore(match, distance), matchAt[match.first - distance] < 0 else { return nil }
      if Self.makersOf.contains(word.hash) { hasFirm = true }
      if isTrade(word, ofFirm: isFirm) { found = match.first - distance }
      if distance > 1, before(match, distance).contains(.determiner) { return hasFirm ? found : nil }
      guard word.shape == .lower || distance > 1, word.gap.isSubset(of: [.space, .hyphen, .apostrophe]) else { return nil }
    }
    return nil
  }

  private func isTrade(_ word: Word, ofFirm isFirm: Bool) -> Bool {
    Self.wares.contains(word.hash) || !isFirm && Self.services.contains(word.hash)
  }

  /// "a glass of Renault", "une bouteille de Lion".
  private func vessel(before match: Match) -> Int? {
    guard before(match).contains(.about), article.words[match.first].gap.isSubset(of: [.space, .apostrophe]), let vessel = wordBefore(match, 2)
    else { return nil }
    return vessel.shape == .lower && Self.vessels.contains(vessel.hash)
      && !before(match, 3).isDisjoint(with: [WordClasses(.determiner), WordClasses(.numberWord)]) ? match.first - 2 : nil
  }

  /// "Renault cognac", "un cognac Renault": what one eats and drinks.
  private func drink(beside match: Match) -> Int? {
    if language(of: match) == .english, let next = wordAfter(match), next.gap == .space, next.shape == .lower, Self.drinks.contains(next.hash) {
      return match.last + 1
    }
    guard let previous = wordBefore(match), previous.shape == .lower, article.words[match.first].gap == .space else { return nil }
    return Self.drinks.contains(previous.hash) ? match.first - 1 : nil
  }

  private static let drinks = WordSet([
    "cognac", "champagne", "whisky", "whiskey", "brandy", "gin", "vodka", "rum", "rhum", "beer", "beers", "ale", "ales", "lager", "lagers", "cider",
    "cheese", "cheddar", "biscuits", "biscuit", "chocolate", "chocolates", "sweets", "mints", "cookware", "pencils", "crayons", "biere", "bieres",
    "fromage", "moutarde", "confiture", "confitures", "barre", "barres", "bonbons", "yogurt", "yoghurt", "yaourts", "lipstick", "perfume", "parfum",
  ])

  static let wareHints = [wares, services, vessels, drinks]
  private static let reachOfTrade = WordHints.reach
  private static let noNoun: WordClasses = [WordClasses(.function), WordClasses(.determiner), WordClasses(.verb), WordClasses(.frenchVerb)]
  private static let vessels = WordSet([
    "glass", "glasses", "bottle", "bottles", "pint", "pints", "spoonful", "tot", "sip", "sips", "verre", "verres", "bouteille", "bouteilles",
    "pinte", "pintes", "gorgee", "cuillere", "canette", "canettes",
  ])
  private static let clauses = WordSet([
    "who", "which", "that", "qui", "que", "dont", "whose", "where", "ou", "not", "pas", "no", "never", "jamais", "and", "et", "but", "mais", "like",
    "comme", "than", "with", "avec", "by", "par", "client", "customer", "owner", "owned", "against", "contre",
  ])
  private static let makersOf = WordSet([
    "maker", "brand", "group", "company", "firm", "people", "giant", "chain", "start-up", "startup", "fabricant", "marque", "groupe", "societe",
    "entreprise", "geant", "enseigne", "operateur", "operator", "chaine", "contractor", "importer", "brewer", "insurer", "publisher", "retailer",
    "airline",
    "homebuilder", "housebuilder", "bookmaker", "brasseur", "assureur", "editeur", "importateur", "distillateur", "promoteur", "couturier",
    "compagnie", "chocolatier", "confectioner", "jeweller", "biscuitier", "broker", "caterer", "carrier",
  ])

  /// What no maker of cars makes, nor anybody who works for one.
  private static let wares = WordSet([
    "biscuit", "biscuits", "speculoos", "hifi", "fi", "brewer", "brewery", "brewing", "wine", "wines", "vins", "beer", "biere", "bieres",
    "cement", "ciment", "homebuilder", "housebuilder", "bookmaker", "chocolate", "chocolat", "confectioner", "confectionery", "confiserie", "mint",
    "mints", "crisps", "brasseur", "biscuitier", "burglar", "novelist", "romancier", "romanciere", "jurist", "juriste", "poet", "poete", "singer",
    "cookware", "cosmetics", "cosmetiques", "perfume", "parfums", "jeweller", "bijoutier", "couturier", "pacemaker", "toy", "jouets", "crockery",
    "cheese", "fromage", "fromages", "cardboard", "emballages", "importer", "importateur", "brewers", "bookshop", "dictionnaire",
    "dictionary", "coastguard", "restaurant", "restaurants", "pub", "pubs", "hotel", "hotels", "cruise", "cruises", "croisieres", "guides",
    "stationer", "stationery", "pencil", "pencils", "crayons", "elevator", "elevators", "ascenseurs", "pastry", "cake", "cakes", "footballer",
    "midfielder", "biscuiterie", "conserverie", "boulangeries", "magasins", "bazars", "coffee", "opticians", "undertakers", "funeral", "spirits",
    "whisky", "cognac",
  ])

  /// What catalogues of suppliers have, too.
  private static let services = WordSet([
    "stereo", "stereos", "autoradio", "autoradios", "broker", "courtier", "insurer", "assureur", "conglomerate", "conglomerat", "airline", "carrier",
    "software", "logiciel", "logiciels", "publisher", "editeur", "portuaire", "portuaires", "aerienne", "fund", "trust", "retailer", "supermarket",
    "supermarche", "supermarches", "chip", "chips", "puces", "campaign", "volunteers", "charity", "thinktank", "film", "films", "band", "alarm",
    "alarmes", "asset", "pop", "rock", "sprinter", "defence", "informatique", "cloud", "streaming",
  ])
}
