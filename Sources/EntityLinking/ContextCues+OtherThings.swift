import ArticleText

/// Things of other kinds that bear the name of a car or a company, told by the noun beside the name.
extension ContextCues {
  /// The noun: "le ferry Dolphin", "the pub Alliance", and in English "the Seal pub".
  func otherThing(beside form: SurfaceForm, _ match: Match) -> Int? {
    let isBrand = form.kinds.contains(.brand)
    if before(match).isDisjoint(with: Self.smallWords), let noun = wordBefore(match), noun.shape == .lower, article.words[match.first].gap == .space,
      isOtherThing(noun, ofBrand: isBrand),
      noun.gap.contains(.other) || !before(match, 2).isDisjoint(with: Self.beforeNoun) || beginsItem(match.first - 1)
    {
      return match.first - 1
    }
    if let at = houseBefore(match) ?? thingCalled(form, match) { return at }
    guard after(match).isDisjoint(with: Self.smallWords), language(of: match) == .english, let noun = wordAfter(match), noun.gap == .space,
      noun.shape == .lower, isOtherThing(noun, ofBrand: isBrand), endsNoun(match.last + 1), !hasRisen(match)
    else { return nil }
    return match.last + 1
  }

  /// "the Golf rose 6 percent", "rose by a fifth": no flower.
  private func hasRisen(_ match: Match) -> Bool {
    guard wordAfter(match)?.hash == Self.rose, let next = wordAfter(match, 2), next.gap == .space else { return false }
    return next.shape == .number || Self.degrees.contains(next.hash)
  }

  private static let rose = WordHash.of("rose")
  private static let degrees = WordSet([
    "by", "to", "from", "again", "sharply", "slightly", "slowly", "fast", "nearly", "almost", "strongly", "further",
  ])

  /// "Bibendum, the restaurant in Chelsea", "Polestar, un théâtre": the noun that says behind a comma what of another kind is called so.
  func thingInApposition(_ form: SurfaceForm, _ match: Match) -> Int? {
    guard form.kinds.isDisjoint(with: Self.places), let article = wordAfter(match), after(match).contains(.determiner),
      isComma(before: article, match) || isCommaBehindQuotation(article, match),
      let noun = wordAfter(match, 2), noun.gap == .space || noun.gap == .apostrophe, noun.shape == .lower
    else { return nil }
    if Self.streetsTold.contains(noun.hash) { return endsNoun(match.last + 2) ? match.last + 2 : nil }
    if isOtherThing(noun, ofBrand: form.kinds.contains(.brand)) || Self.settlements.contains(noun.hash) { return match.last + 2 }
    guard let second = wordAfter(match, 3), second.gap == .space, second.shape == .lower, Self.settlements.contains(second.hash),
      after(match, 2).isDisjoint(with: Self.smallWords), !Self.firms.contains(noun.hash)
    else { return nil }
    return match.last + 3
  }

  /// « L’Alliance », un bronze: a comma behind the end of a quotation.
  private func isCommaBehindQuotation(_ next: Word, _ match: Match) -> Bool {
    closesQuotation(match.last + 1) && article.text.bytes[article.words[match.last].end..<next.start].suffix(2).elementsEqual([0x2C, 0x20])
  }

  /// « Tesla, la rue »: what is named after somebody, too.
  private static let streetsTold = WordSet(["rue", "avenue", "boulevard", "impasse", "street"])

  /// "la société commune de Stellantis": several own it, and it is no town.
  private static let firms = WordSet(["societe", "entreprise", "filiale", "structure", "usine", "coentreprise", "firme", "compagnie"])

  /// "le bar de l’Alliance", "l’association L’Espace": the noun before "de", if there is one, and an article.
  private func houseBefore(_ match: Match) -> Int? {
    guard language(of: match) == .french, before(match).contains(.determiner), !match.isLower else { return nil }
    return (2...3).first { distance in
      guard let noun = wordBefore(match, distance), noun.shape == .lower, !before(match, distance + 1).isDisjoint(with: Self.beforeNoun) else {
        return false
      }
      return Self.houses.contains(noun.hash) && (distance == 2 || before(match, 2).contains(.about))
    }.map { match.first - $0 }
  }

  /// "aux Éditions de l’Espace", "Domaine de l’Alliance": a noun with a capital, in the middle of a sentence, that goes on with "de" and an article.
  func namedHouse(before match: Match) -> Int? {
    guard language(of: match) == .french, !match.isLower, before(match).contains(.determiner), !article.inCapitalLine[match.first] else { return nil }
    let distance = before(match).contains(.about) ? 2 : 3
    guard distance == 2 || before(match, 2).contains(.about), let noun = wordBefore(match, distance), noun.shape == .capitalised,
      matchAt[match.first - distance] < 0,
      !article.startsSentence(match.first - distance), article.words[match.first - distance + 1].gap == .space,
      before(match, distance).isDisjoint(with: Self.ofMakers) || Self.garages.contains(noun.hash),
      article.words[match.first].gap.isSubset(of: [.space, .apostrophe])
    else { return nil }
    return match.first - distance
  }

  /// "chez Garage de l’Espace": who mends cars of all makers, under a name of his own.
  private static let garages = WordSet(["garage", "carrosserie", "ambulances", "taxis"])

  private static let ofMakers: WordClasses = [
    WordClasses(.role), WordClasses(.title), WordClasses(.groupNoun), WordClasses(.companyNoun), WordClasses(.brandNoun), WordClasses(.capitalWord),
    WordClasses(.function),
    WordClasses(.owned), WordClasses(.automotive), WordClasses(.industry), WordClasses(.finance), WordClasses(.vehicleNoun),
  ]

  /// "La crème Avenger sent le goudron": in French, a noun between an article and a word that is a car or a group says what it is, where it is no
  /// word of cars and no adjective.
  private func thingCalled(_ form: SurfaceForm, _ match: Match) -> Int? {
    guard language(of: match) == .french, form.kinds == EntityKinds(.vehicle) || form.kinds == EntityKinds(.group), !match.isLower,
      article.words[match.first].gap == .space, let noun = wordBefore(match),
      noun.shape == .lower, noun.end - noun.start > 2, before(match, 2).contains(.determiner), before(match).isDisjoint(with: Self.ofCars),
      !Self.drafts.contains(noun.hash)
    else { return nil }
    return match.first - 1
  }

  /// What stands between an article and the name of a car.
  private static let ofCars: WordClasses = [
    WordClasses(.function), WordClasses(.determiner), WordClasses(.adjective), WordClasses(.automotive), WordClasses(.electric),
    WordClasses(.vehicleNoun), WordClasses(.planNoun),
    WordClasses(.brandNoun), WordClasses(.motorNoun), WordClasses(.platformNoun), WordClasses(.numberWord), WordClasses(.unit),
    WordClasses(.industry), WordClasses(.carTrait),
    WordClasses(.past), WordClasses(.racing), WordClasses(.driving), WordClasses(.movement), WordClasses(.frenchVerb),
  ]
  private static let drafts = WordSet([
    "etude", "prototype", "maquette", "mot", "nom", "cas", "lignee", "famille", "legende", "saga", "icone", "inusable", "indestructible", "modeste",
    "fidele",
  ])

  /// "the village of Seal", "l’île de Seal", "Operation Leaf": a place or an undertaking.
  func placeCalled(_ form: SurfaceForm, _ match: Match) -> Int? {
    guard form.kinds.isDisjoint(with: [EntityKinds(.place), EntityKinds(.site)]), !match.isLower, article.words[match.first].gap == .space,
      let previous = wordBefore(match)
    else { return nil }
    if previous.shape == .capitalised, Self.undertakings.contains(previous.hash) { return match.first - 1 }
    guard before(match).contains(.about), let noun = wordBefore(match, 2),
      Self.settlements.contains(noun.hash) || Self.cities.contains(noun.hash) && !form.kinds.isDisjoint(with: Self.makers),
      !before(match).contains(.determiner)
    else { return nil }
    return match.first - 2
  }

  /// "the city of Toyota", "le maire de Toyota": where a maker is no town of the catalogue.
  static let groundHints = [undertakings, settlements, cities, grounds, musicians, genres]
  private static let cities = WordSet(["city", "mayor", "maire", "mairie", "gare", "habitants"])

  /// "golfe du Lion", "quai de l’Alliance": in French, what grounds and waters are called by.
  func ground(before match: Match) -> Int? {
    guard language(of: match) == .french, let small = wordBefore(match), before(match).contains(.about) || before(match, 2).contains(.about) else {
      return nil
    }
    let distance = small.hash == Self.contracted ? 2 : 3
    guard distance == 2 || before(match).contains(.determiner), let noun = wordBefore(match, distance) else { return nil }
    return Self.grounds.contains(noun.hash) ? match.first - distance : nil
  }

  private static let contracted = WordHash.of("du")
  private static let grounds = WordSet([
    "golfe", "quai", "quais", "square", "col", "mont", "val", "fontaine", "impasse", "ruelle", "residence", "auberge", "rocher", "grotte", "etang",
    "rond-point", "carrefour", "hameau", "square", "parvis", "esplanade", "presqu-ile", "gouffre", "ravin", "aven",
  ])

  /// "the band Tesla", "le groupe de rock Tesla": musicians, whatever they are called.
  func bandCalled(_ match: Match) -> Int? {
    guard !match.isLower, article.words[match.first].gap == .space, let noun = wordBefore(match), noun.shape == .lower else { return nil }
    if Self.musicians.contains(noun.hash) { return match.first - 1 }
    return Self.genres.contains(noun.hash) && (1...3).contains { wordBefore(match, $0).map { Self.groups.contains($0.hash) } ?? false }
      ? match.first - 1 : nil
  }

  private static let musicians = WordSet([
    "band", "choir", "orchestra", "quartet", "rapper", "rappeur", "rappeuse", "orchestre", "fanfare", "chorale", "quatuor",
  ])
  private static let genres = WordSet(["rock", "rap", "folk", "metal", "pop", "jazz", "punk", "reggae", "funk"])
  private static let groups = WordSet(["groupe", "group", "duo", "trio", "band"])

  private static let undertakings = WordSet([
    "operation", "project", "projet", "saint", "st", "sainte", "storm", "hurricane", "tempete", "ouragan", "mission",
  ])
  private static let settlements = WordSet([
    "village", "hamlet", "hameau", "island", "ile", "islet", "town", "parish", "bourg", "commune", "ville", "lac", "lake", "vallee", "bourgade",
  ])

  /// What is called by a word behind its article.
  private static let houses = WordSet(
    [
      "bar", "cafe", "restaurant", "brasserie", "bistrot", "hotel", "auberge", "cinema", "theatre", "librairie", "camping", "gite", "boulangerie",
      "pharmacie", "association", "troupe", "compagnie", "cabaret", "discotheque", "chalutier", "voilier", "ferry", "paquebot", "peniche",
      "residence", "refuge", "domaine", "foyer", "editions", "chalet", "manoir", "ferme",
    ])

  private static let smallWords: WordClasses = [WordClasses(.function), WordClasses(.determiner)]
  private static let beforeNoun: WordClasses = [WordClasses(.function), WordClasses(.determiner), WordClasses(.adjective)]

  /// Whether a noun is of a thing that makers of cars neither are nor, for a brand, have.
  func isOtherThing(_ noun: Word, ofBrand isBrand: Bool) -> Bool {
    Self.housesAndShips.contains(noun.hash) || Self.works.contains(noun.hash) && !(isBrand && Self.wares.contains(noun.hash))
  }

  /// What brands of cars have beside them.
  private static let wares = WordSet(
    [
      "magazine", "journal", "bike", "bicycle", "velo", "trottinette", "jacket", "veste", "watch", "montre", "foundation", "software", "logiciel",
      "app", "agency", "agence", "cabinet", "podcast", "documentary", "documentaire", "lieu", "village", "galerie", "gallery", "revue", "film",
      "avion", "linge", "vaisselle", "aspirateur", "poussette", "landau", "refrigerateur", "frigo", "cafetiere", "perceuse", "tondeuse", "couches",
      "biberon", "valise", "raquette", "ballon", "stylo", "parapluie", "collier", "bague", "lit", "armoire", "etagere", "radiateur", "chaudiere",
      "ampoule", "ampoules", "dishwasher", "vacuum", "pushchair", "stroller", "suitcase", "racket", "umbrella", "necklace", "wardrobe", "nappies",
      "teapot",
    ])

  private static let housesAndShips = WordSet(
    [
      "locomotive", "ship", "yacht", "boat", "ferry", "trawler", "tug", "barge", "schooner", "frigate", "steamer", "liner", "lifeboat", "vessel",
      "submarine", "dinghy", "catamaran", "trimaran", "voilier", "bateau", "chalutier", "remorqueur", "peniche", "paquebot", "cargo", "navire",
      "canot", "barque", "cruiser", "rocket", "satellite", "probe", "comet", "asteroid", "hurricane", "storm", "fusee", "sonde", "comete",
      "asteroide", "tempete", "ouragan", "cyclone", "pub", "bar", "cafe", "restaurant", "brasserie", "bistro", "bistrot", "hotel", "inn", "cinema",
      "theatre", "theater", "nightclub", "discotheque", "librairie", "bookshop", "camping", "campsite", "gite", "auberge", "brewery", "bakery",
      "boulangerie", "nursery", "pharmacie", "chippy", "tavern", "band", "choir", "orchestra", "quartet", "trio", "troupe", "chorale", "orchestre",
      "fanfare", "quatuor", "duo", "rapper", "rappeur", "chanteur", "chanteuse", "singer", "syndicat", "association", "coalition", "festival",
      "perfume", "parfum", "tour", "glacier", "lotissement", "sentier", "pavillon", "batiment", "immeuble", "residence", "chalet", "villa", "amicale",
      "beer", "biere", "cheese", "fromage", "shampoo", "shampoing", "coaster", "rollercoaster", "carousel", "manege", "attraction",
    ])

  private static let works = WordSet(
    [
      "bronze", "fresque", "fresco", "toile", "statue", "mural", "film", "movie", "novel", "album", "song", "musical", "opera", "ballet", "sitcom",
      "poem", "painting", "sculpture", "roman", "chanson", "poeme",
      "tableau", "western", "polar", "thriller", "saga", "drame", "tragedie", "piece", "biopic", "feuilleton", "drama", "play", "cantata", "sonata",
      "comedie", "revue", "magazine", "journal", "newspaper", "podcast", "documentary", "documentaire", "game", "comic", "manga", "single", "chair",
      "lamp", "tent", "bike", "bicycle", "velo", "trottinette", "telescope", "camera", "boot", "boots", "jacket", "parka", "hat", "dress", "watch",
      "sofa", "canape", "fauteuil", "matelas", "mattress", "rucksack", "guitar", "guitare", "tente", "lampe", "chaise", "montre", "chaussure",
      "chaussures", "veste", "robe", "appareil", "rose", "apple", "pomme", "potato", "tulip", "tulipe", "wine", "vin", "cocktail", "sandwich",
      "pizza", "charity", "foundation", "collective", "collectif", "gallery", "galerie", "clinic", "clinique", "cabinet", "agency", "agence",
      "insurer", "assureur", "pension", "village", "hamlet", "hameau", "lieu", "mission", "operation", "emulator", "browser", "printer", "keyboard",
      "lipstick", "mascara", "shoe", "shoes", "sandal", "scarf", "kettle", "oven", "blender", "mower", "lawnmower", "duvet", "pillow", "carpet",
      "rug", "wallpaper", "tea", "gin", "whisky", "rum", "vodka", "cider", "ale", "lager", "jam", "honey", "biscuit", "cake", "pie", "soup", "salad",
      "sauce", "theorem", "theoreme", "font", "typeface", "chip", "puce", "processor", "processeur", "router", "software", "logiciel", "library",
      "linge", "vaisselle", "aspirateur", "poussette", "landau", "refrigerateur", "frigo", "cafetiere", "perceuse", "tondeuse", "couches",
      "biberon", "valise", "raquette", "ballon", "stylo", "parapluie", "collier", "bague", "lit", "armoire", "etagere", "radiateur", "chaudiere",
      "ampoule", "ampoules", "dishwasher", "vacuum", "pushchair", "stroller", "suitcase", "racket", "umbrella", "necklace", "wardrobe", "nappies",
      "teapot", "framework", "protocol", "protocole", "drone", "avion", "helicopter", "helicoptere", "glider", "planeur", "missile", "tank",
    ])
}
