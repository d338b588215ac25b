import ArticleText

/// Bodies whose name begins with that of a car or a company.
extension ContextCues {
  func addOtherBody(to sum: inout Weighing, _ form: SurfaceForm, _ match: Match, _ kinds: EntityKinds) {
    guard !match.isLower else { return }
    sum.add(.familySign, if: !sum.has(.familySign) && isFirmOfKin(match), at: match.last + 1)
    if kinds.contains(.brand), match.near.contains(.firms), let at = firmOfNames(match) { sum.add(.partOfOtherName, at: at) }
    if !sum.has(.familySign), form.traits.contains(.surname) || form.traits.contains(.familyName) && !speaksOfCars(match), let at = partner(of: match)
    {
      sum.add(.familySign, at: at)
    }
    guard isOneWord(match) else { return }
    if let at = otherTrade(form, match) ?? tradeTold(form, match) ?? worksClub(form, match) {
      sum.add(.partOfOtherName, if: !sum.has(.partOfOtherName), at: at)
    }
    addPlainName(to: &sum, form, match)
    sum.add(.personNoun, if: after(match).contains(.personNoun) && !sum.has(.personNoun) && areSiblings(match), at: match.last + 1)
    sum.add(.unknownNameBefore, if: !sum.has(.unknownNameBefore) && beginsName(form, match), at: match.first - 1)
    if match.near.contains(.grounds), kinds.contains(.brand) || kinds.contains(.vehicle),
      let at = placeCalled(form, match) ?? ground(before: match) ?? bandCalled(match)
    {
      sum.add(.partOfOtherName, if: !sum.has(.partOfOtherName), at: at)
    }
    if !sum.has(.partOfOtherName), let at = thingInApposition(form, match) ?? calledThing(form, match) ?? toldApart(form, match) {
      sum.add(.partOfOtherName, at: at)
    }
    let isCommon = !form.traits.isDisjoint(with: [.frenchWord, .englishWord, .givenName])
    if isCommon, !sum.has(.partOfOtherName) {
      if isOfMembers(match, kinds) || isShip(match) || isHouseOfTwo(form, match) || isInStreet(match) || hasOwnArticle(match) {
        sum.add(.partOfOtherName, at: match.first - 1)
      } else if isOfSomething(match) {
        sum.add(.partOfOtherName, at: match.last + 1)
      } else if let at = namedHouse(before: match) {
        sum.add(.partOfOtherName, at: at)
      } else if isFilmOfYear(form, match) {
        sum.add(.partOfOtherName, at: match.last + 1)
      } else if let at = author(behind: form, match) ?? otherThing(beside: form, match) {
        sum.add(.partOfOtherName, at: at)
      }
    }
    if form.traits.contains(.nickname), kinds.contains(.company), !sum.has(.partOfOtherName), let at = otherThing(beside: form, match) {
      sum.add(.partOfOtherName, at: at)
    }
    guard let next = wordAfter(match), next.gap == .space, next.shape != .lower, next.shape != .number, matchAt[match.last + 1] < 0,
      !sum.has(.partOfOtherName)
    else { return }
    if next.shape == .capitalised, kinds.contains(.brand), cues.classes(of: form.words.firstHash).contains(.givenName), isUnknown(after: match),
      !article.inCapitalLine[match.first], isApartFromCars(match),
      before(match).isDisjoint(with: [WordClasses(.determiner), WordClasses(.adjective)]), !Self.models.contains(next.hash)
    {
      sum.add(.unknownNameAfter, at: match.last + 1)
    }
    let isPlainBrand = kinds.contains(.brand) && form.traits.isDisjoint(with: Self.words)
    if !isPlainBrand, Self.bodies.contains(next.hash) {
      sum.add(.partOfOtherName, at: match.last + 1)
    } else if next.shape == .capitalised, isUnknown(after: match), !article.inCapitalLine[match.first], !article.isInTitle(match.first),
      goesOn(form, match, kinds)
    {
      sum.add(.unknownNameAfter, at: match.last + 1)
    }
  }

  /// "the Irish Horse Board", "The Clio Consort sings", "analysts at Alpine Macro", "in Toronto, Minto Apartment": whether a capitalised word of
  /// which
  /// nothing is known makes another name of a form, which cars and brands have models behind, but not where nothing is said of cars.
  private func goesOn(_ form: SurfaceForm, _ match: Match, _ kinds: EntityKinds) -> Bool {
    if form.traits.contains(.surname) { return form.traits.contains(.familyName) && form.words.count == 1 }
    if form.traits.contains(.givenName) { return isApartFromCars(match) }
    guard !form.traits.isDisjoint(with: Self.words) else { return false }
    return !kinds.contains(.brand) || isApartFromCars(match) && before(match).isDisjoint(with: [WordClasses(.determiner), WordClasses(.adjective)])
  }

  /// "Clare Ford won": a word that begins the sentence and of which nothing is known, before a surname, where nothing is said of cars.
  private func beginsName(_ form: SurfaceForm, _ match: Match) -> Bool {
    guard form.traits.contains(.familyName) || form.traits.contains(.surname), form.traits.isDisjoint(with: Self.words), match.first > 0,
      article.startsSentence(match.first - 1),
      !article.startsSentence(match.first), !article.inCapitalLine[match.first], article.words[match.first].gap == .space,
      matchAt[match.first - 1] < 0,
      let first = wordBefore(match), first.shape == .capitalised, first.number == 0, first.end - first.start > 2, !hasEndingOfWord(first)
    else { return false }
    return article.sentences.count(.automotive, in: article.sentenceOf[match.first]) == 0 && !article.isInTitle(match.first)
  }

  /// "Troubled", "Struggling", "Elsewhere", "Analysts": what few given names end in.
  private func hasEndingOfWord(_ word: Word) -> Bool {
    let letters = article.text.bytes[word.start..<word.end]
    return Self.endings.contains { letters.suffix($0.utf8.count).elementsEqual($0.utf8) }
  }

  private static let endings = ["ed", "ing", "ly", "ers", "ts", "ds", "where", "ever", "while", "less", "ment", "tion", "eux", "ant", "ez", "ons"]

  /// "the teachers’ Alliance".
  private func isOfMembers(_ match: Match, _ kinds: EntityKinds) -> Bool {
    guard article.words[match.first].gap == [.apostrophe, .space], kinds.contains(.group) || kinds.contains(.company), let members = wordBefore(match)
    else {
      return false
    }
    return members.shape == .lower && article.text.bytes[members.end - 1] == 0x73
  }

  /// "HMS Avenger".
  private func isShip(_ match: Match) -> Bool {
    guard let prefix = wordBefore(match), prefix.shape == .capitals, article.words[match.first].gap == .space else { return false }
    return Self.ships.contains(prefix.hash)
  }

  private static let ships = WordSet(["hms", "uss", "rms", "mv", "hmas", "rrs", "ss"])

  /// "the Horse & Groom", "The Dolphin and Anchor", "Seal & Lash": an inn, or a firm.
  private func isHouseOfTwo(_ form: SurfaceForm, _ match: Match) -> Bool {
    guard let next = wordAfter(match), isOwnWord(form, match), language(of: match) == .english else { return false }
    if next.gap.contains(.ampersand) { return next.shape == .capitalised && matchAt[match.last + 1] < 0 }
    guard before(match).contains(.determiner), after(match).contains(.conjunction) else { return false }
    guard let second = wordAfter(match, 2), second.shape == .capitalised else { return false }
    return Self.signs.contains(second.hash) || matchAt[match.last + 2] < 0 && isHouse(at: match.last + 3, of: match)
  }

  /// "The Leaf and Bean café".
  private func isHouse(at word: Int, of match: Match) -> Bool {
    guard let house = article.word(at: word, inSentenceOf: match.first), house.gap == .space, house.shape != .capitals else { return false }
    return isOtherThing(house, ofBrand: false) || Self.rooms.contains(house.hash)
  }

  private static let rooms = WordSet(["club", "tearoom", "tearooms", "stall", "deli", "salon", "centre", "group", "fair", "society", "school"])

  /// What inns have on their signs.
  private static let signs = WordSet(
    [
      "anchor", "hounds", "groom", "plough", "crown", "horses", "bell", "star", "castle", "compass", "compasses", "feathers", "trumpet", "jockey",
      "unicorn", "lamb", "keys", "fleece", "sun", "stag", "bull", "oak", "mermaid", "fox", "fiddle", "whistle", "eagle", "swan", "rose", "dragon",
    ])

  /// "The Dolphin, in Bridge Street": a house at an address.
  private func isInStreet(_ match: Match) -> Bool {
    guard before(match).contains(.determiner), after(match).contains(.placePreposition), let next = wordAfter(match), isComma(before: next, match)
    else {
      return false
    }
    return (2...4).contains { distance in
      wordAfter(match, distance).map { $0.shape == .capitalised && Self.streetsBehind.contains($0.hash) } ?? false
    }
  }

  /// "l’association L’Espace", "un journal qui s’appelle L’Alliance": an article with a capital, in the middle of a sentence, is part of the name.
  private func hasOwnArticle(_ match: Match) -> Bool {
    guard before(match).contains(.determiner), language(of: match) == .french, let own = wordBefore(match),
      own.shape == .capitalised || own.shape == .capitals, own.gap == .space,
      !article.inCapitalLine[match.first], !article.startsSentence(match.first - 1), let noun = wordBefore(match, 2), noun.shape == .lower
    else { return false }
    return true
  }

  /// "a Seat of Learning", "The Avenger of Calabria": in English, a word with what it is of, and not "the Zoe of 2014" or "the Spring of my aunt".
  private func isOfSomething(_ match: Match) -> Bool {
    guard language(of: match) == .english, let of = wordAfter(match), of.hash == Self.of, of.gap == .space, let owner = wordAfter(match, 2),
      owner.gap == .space
    else { return false }
    return owner.shape != .number && matchAt[match.last + 2] < 0 && after(match, 2).isDisjoint(with: WordClasses(.determiner))
  }

  private static let of = WordHash.of("of")
  private static let streetsBehind = WordSet(["street", "road", "lane", "square", "avenue", "terrace", "hill", "quay"])

  /// "Trafic, de Jacques Tati", "Spring, by Ali Smith": a work and who made it.
  private func author(behind form: SurfaceForm, _ match: Match) -> Int? {
    guard after(match).contains(.function), !form.traits.isDisjoint(with: Self.words), let by = wordAfter(match), Self.by.contains(by.hash),
      isComma(before: by, match)
        || by.gap == .space && form.kinds == EntityKinds(.vehicle) && !article.startsSentence(match.first)
          && before(match).isDisjoint(with: [WordClasses(.determiner), WordClasses(.adjective), WordClasses(.numberWord)]),
      after(match, 2).contains(.givenName), wordAfter(match, 2)?.shape == .capitalised, wordAfter(match, 3)?.shape == .capitalised
    else { return nil }
    return match.last + 1
  }

  private static let by = WordSet(["de", "d", "by"])

  /// "Film4: Trafic (1971)", "Logan (2017), avec Hugh Jackman": a work and its year, in an article on other things.
  private func isFilmOfYear(_ form: SurfaceForm, _ match: Match) -> Bool {
    guard isAboutOtherThings, let year = wordAfter(match), year.gap == [.space, .bracket], year.shape == .number, year.end - year.start == 4 else {
      return false
    }
    return form.kinds == EntityKinds(.vehicle) && !speaksOfCars(match)
  }

  /// "the Duster sisters".
  private func areSiblings(_ match: Match) -> Bool {
    guard before(match).contains(.determiner), let next = wordAfter(match), next.gap == .space else { return false }
    return Self.siblings.contains(next.hash)
  }

  private static let siblings = WordSet(["sisters", "brothers", "twins", "siblings"])

  /// Whether its sentence has no word of cars, and nobody drives or buys it.
  private func isApartFromCars(_ match: Match) -> Bool {
    article.sentences.count(.automotive, in: article.sentenceOf[match.first]) == 0 && drivingWord(match) == nil
  }

  /// What follows the one name of a maker that women bear, too.
  private static let models = WordSet([
    "benz", "classe", "class", "sprinter", "sprinters", "citan", "citans", "vito", "vitos", "viano", "amg", "maybach", "vans", "trucks", "grand",
    "prix", "team",
  ])

  private static let words: FormTraits = [.frenchWord, .englishWord]

  /// "Wm. Master & Sons", "Espace et Fils".
  private func isFirmOfKin(_ match: Match) -> Bool {
    guard let next = wordAfter(match) else { return false }
    if next.gap.contains(.ampersand) { return Self.kin.contains(next.hash) }
    guard next.gap == .space, after(match).contains(.conjunction), let kin = wordAfter(match, 2), kin.shape == .capitalised else { return false }
    return Self.kin.contains(kin.hash)
  }

  /// "Tavares & Lima", "Lima & Tavares": beside a surname, the other name of a firm, of which nothing is known.
  private func partner(of match: Match) -> Int? {
    if let next = wordAfter(match), next.gap.contains(.ampersand), next.shape == .capitalised, matchAt[match.last + 1] < 0 { return match.last + 1 }
    guard article.words[match.first].gap.contains(.ampersand), let previous = wordBefore(match), previous.shape == .capitalised,
      matchAt[match.first - 1] < 0
    else {
      return nil
    }
    return match.first - 1
  }

  private static let kin = WordSet(["sons", "son", "fils", "freres", "filles", "daughters", "brothers", "bros"])

  /// Whether the next word is none that follows the name of a car, nor one that has a capital anywhere.
  private func isUnknown(after match: Match) -> Bool {
    let next = article.words[match.last + 1]
    if article.text.bytes[next.start..<next.end].contains(where: { $0 >= 0x30 && $0 <= 0x39 }) { return false }
    return next.end - next.start > 2 && after(match).isDisjoint(with: Self.known) && !Self.trims.contains(next.hash)
  }

  /// How makers call the kinds of a model.
  static let trims = WordSet(
    [
      "iconic", "techno", "evolution", "equilibre", "expression", "extreme", "journey", "essential", "stepway", "alltrack", "variant", "sportback",
      "tourer", "tekna", "acenta", "visia", "intens", "zen", "life", "initiale", "esprit", "launch", "estate", "williams", "gordini", "ultime",
      "performance", "sport", "style", "design", "dynamique", "privilege", "authentique", "clubman", "countryman", "aceman", "cabrio", "spider",
      "roadster", "targa", "excellence", "boost", "allure", "active", "comfort", "cargo", "combi", "grand", "surf", "cross", "electric", "hybrid",
      "plus",
    ])

  private static let known: WordClasses = [
    WordClasses(.function), WordClasses(.determiner), WordClasses(.verb), WordClasses(.frenchVerb), WordClasses(.conjunction), WordClasses(.carTrait),
    WordClasses(.capitalWord), WordClasses(.adjective), WordClasses(.electric), WordClasses(.automotive), WordClasses(.industry), WordClasses(.title),
  ]

  /// What a name ends in that is no car's: of ensembles, firms, houses and meetings.
  private static let bodies = WordSet(
    [
      "quartet", "trio", "quintet", "sextet", "octet", "ensemble", "band", "chorus", "singers", "players", "quatuor", "quintette", "orchestre",
      "chorale", "choeur", "theatre", "theater", "cinema", "gallery", "galerie", "records", "music", "press", "books", "editions", "films",
      "pictures", "productions", "studio", "studios", "hotel", "inn", "arms", "lodge", "tavern", "pub", "bar", "restaurant", "brasserie", "cafe",
      "coffee", "systems", "analysis", "analytics", "consulting", "consultants", "advisory", "advisors", "associates", "partners", "ventures",
      "investments", "securities", "insurance", "assurances", "assurance", "immobilier", "capital", "solutions", "technologies", "pharma", "foods",
      "beauty", "hostel", "hostels", "tours", "airlines", "homes", "metering", "bakeries", "resources", "minerals", "drilling", "royalty", "trust",
      "boutique", "salon", "academy", "society", "association", "federation", "league", "party", "church", "trophy", "trophee", "regatta", "derby",
      "marathon", "triathlon", "championship", "championships", "expedition", "summit", "conference", "congress", "awards", "award",
    ])
}
