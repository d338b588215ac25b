import ArticleText

/// Names of makers and models that are no words of their own, where people, firms and meetings bear them.
extension ContextCues {
  /// What says so: "Kia Nurse scored", "the Volvo Ocean Race", "the Alliance saloon", "s’appelle Chez Ford".
  func addPlainName(to sum: inout Weighing, _ form: SurfaceForm, _ match: Match) {
    if form.kinds.contains(.brand) {
      if isFirstName(form, match) { sum.add(.personNoun, if: !sum.has(.personNoun), at: match.last + 1) }
      if let at = meeting(behind: match) { sum.add(.partOfOtherName, if: !sum.has(.partOfOtherName), at: at) }
      sum.add(.namedAfter, if: !sum.has(.namedAfter) && isHouseOf(match), at: match.first - 1)
      if let at = otherParty(of: match, form) { sum.add(.personNoun, if: !sum.has(.personNoun), at: at) }
      sum.add(.personNoun, if: !sum.has(.personNoun) && isBeforeSets(match), at: match.last + 1)
      if form.traits.contains(.familyName) {
        sum.add(.familySign, if: !sum.has(.familySign) && (isHouseOfKin(match) || isOtherFamily(match)), at: match.last + 1)
        if let at = feeling(beside: match) { sum.add(.personNoun, if: !sum.has(.personNoun), at: at) }
        sum.add(.familySign, if: !sum.has(.familySign) && isPartner(match), at: match.first - 1)
        sum.add(.personNoun, if: !sum.has(.personNoun) && isOfSomebody(match), at: match.last + 1)
        if let at = tradeOfKin(behind: match) { sum.add(.partOfOtherName, if: !sum.has(.partOfOtherName), at: at) }
      }
    } else if article.words[match.first].hash == Self.search, isSearch(match) {
      sum.add(.partOfOtherName, if: !sum.has(.partOfOtherName), at: match.last + 1)
    } else if form.kinds == EntityKinds(.group), isModelOfWord(form, match) {
      sum.add(.partOfOtherName, if: !sum.has(.partOfOtherName), at: match.last + 1)
    }
  }

  /// "Kia Nurse a inscrit", "Honda Yuka’s trio": where nothing around is said of cars and no maker is named, a name that people bear too, before a
  /// capitalised word that is no model and no land.
  private func isFirstName(_ form: SurfaceForm, _ match: Match) -> Bool {
    guard Self.borne.contains(form.words.firstHash), let next = wordAfter(match), next.gap == .space, next.shape == .capitalised,
      matchAt[match.last + 1] < 0,
      next.end - next.start > 2, !article.inCapitalLine[match.first], !article.isInTitle(match.first), saysNothingOfCars(match),
      isOnlyName(match) || wordAfter(match, 2)?.gap == .apostrophe && language(of: match) == .english, drivingWord(match) == nil,
      before(match).isDisjoint(with: [WordClasses(.determiner), WordClasses(.adjective), WordClasses(.makerPreposition)]),
      after(match).isDisjoint(with: [WordClasses(.function), WordClasses(.carTrait), WordClasses(.capitalWord), WordClasses(.adjective)])
    else { return false }
    return !Self.behindMakers.contains(next.hash) && wordAfter(match, 2)?.shape != .number
  }

  /// "Ford Cortina, tow bar": a maker before a model that no catalogue has to know, in any kind of text.
  func isBeforeModel(_ match: Match) -> Bool {
    guard index.kinds(of: match.form).contains(.brand), let next = wordAfter(match), next.gap == .space, next.shape != .lower else { return false }
    return Self.behindMakers.contains(next.hash)
  }

  /// Makers whose names people bear.
  private static let borne = WordSet(["kia", "nissan", "audi", "lada", "honda", "toyota", "ford", "jeep", "lancia", "opel", "alfa", "mg", "mercedes"])
  /// Models, lands and the offices of makers.
  private static let behindMakers = WordSet(
    [
      "sportage", "sorento", "picanto", "niro", "ceed", "stonic", "soul", "telluride", "carnival", "stinger", "seltos", "rio", "qashqai", "juke",
      "ariya", "navara", "patrol", "note", "pathfinder", "rogue", "sentra", "kicks", "murano", "skyline", "primera", "almera", "townstar",
      "interstar", "primastar", "sunny", "cube", "quattro", "niva", "vesta", "granta", "samara", "kalina", "jazz", "civic", "accord", "prelude",
      "insight", "corolla", "camry", "prius", "auris", "aygo", "hilux", "proace", "supra", "celica", "crown", "mirai", "land", "fiesta", "focus",
      "mustang", "transit", "escort", "puma", "kuga", "mondeo", "galaxy", "capri", "ranger", "bronco", "explorer", "sierra", "granada", "cortina",
      "anglia", "ka", "wrangler", "cherokee", "renegade", "compass", "grand", "gladiator", "fulvia", "stratos", "delta", "ypsilon", "appia",
      "aurelia", "thema", "beta", "gamma", "corsa", "astra", "mokka", "zafira", "kadett", "vectra", "insignia", "frontera", "combo", "vivaro",
      "manta", "ascona", "giulia", "giulietta", "stelvio", "tonale", "junior", "spider", "brera", "midget", "marvel", "cyberster", "benz", "classe",
      "class", "sprinter", "vito", "citan", "viano", "amg", "motor", "motors", "europe", "america", "north", "japan", "france", "uk", "deutschland",
      "iberia", "canada", "italia", "slovakia", "credit", "finance", "bank", "racing", "team", "gazoo", "stadium", "news", "plant", "factory",
      "works", "dealers",
    ])

  /// "the Volvo Ocean Race", "the BMW International Open": up to three words with a capital, of which the last is a meeting that bears the name of
  /// who pays for it.
  private func meeting(behind match: Match) -> Int? {
    for distance in 1...3 {
      guard let word = wordAfter(match, distance), word.gap == .space, word.shape == .capitalised || word.shape == .capitals,
        matchAt[match.last + distance] < 0
      else { return nil }
      if Self.meetings.contains(word.hash) { return article.inCapitalLine[match.first] ? nil : match.last + distance }
    }
    return nil
  }

  private static let meetings = WordSet(["open", "invitational", "pga", "ocean", "tennis", "regatta", "marathon", "golf", "proms"])

  /// "le garage s’appelle Chez Ford": in the middle of a sentence, a capital that only the name of a house has.
  private func isHouseOf(_ match: Match) -> Bool {
    guard let chez = wordBefore(match), chez.hash == Self.chez, chez.shape == .capitalised, article.words[match.first].gap == .space else {
      return false
    }
    return chez.gap == .space && wordBefore(match, 2)?.shape == .lower && !article.startsSentence(match.first - 1)
  }

  private static let chez = WordHash.of("chez")

  /// "sourit Renault", "Ford laughed", "chez les Peugeot": what only people do, and a family.
  private func feeling(beside match: Match) -> Int? {
    if language(of: match) == .english, let verb = wordAfter(match), verb.gap == .space, verb.shape == .lower, Self.feelings.contains(verb.hash),
      !before(match).contains(.about)
    {
      return match.last + 1
    }
    guard let previous = wordBefore(match), previous.shape == .lower, article.words[match.first].gap == .space else { return nil }
    if Self.feelings.contains(previous.hash), !article.startsSentence(match.first - 1) { return match.first - 1 }
    return before(match).contains(.pluralArticle) && wordBefore(match, 2)?.hash == Self.chez ? match.first - 2 : nil
  }

  private static let feelings = WordSet(
    [
      "smiled", "smiles", "laughed", "laughs", "whispered", "whispers", "wept", "weeps", "nodded", "nods", "sighed", "sighs", "grinned", "grins",
      "chuckled", "winked", "blushed", "sobbed", "muttered", "frowned", "sourit", "soupire", "plaisante", "rigole", "pleure", "murmure", "sanglote",
      "chuchote", "rougit",
    ])

  /// "the Fords of Leicester", "the Peugeots next door", "le garage Renault frères": a family.
  private func isHouseOfKin(_ match: Match) -> Bool {
    guard let next = wordAfter(match), next.gap == .space else { return false }
    if Self.brothers.contains(next.hash) { return true }
    guard index.isOnly(.plural, match.form), language(of: match) == .english, before(match).contains(.determiner), let second = wordAfter(match, 2)
    else { return false }
    return next.hash == Self.of && second.shape == .capitalised && matchAt[match.last + 2] < 0 || next.hash == Self.next && second.hash == Self.door
  }

  private static let brothers = WordSet(["freres", "brothers", "bros"])
  private static let (of, next, door) = (WordHash.of("of"), WordHash.of("next"), WordHash.of("door"))

  /// "Head-hunters Blythe & Ford": the second name of a firm, where nothing is said of cars.
  private func isPartner(_ match: Match) -> Bool {
    guard article.words[match.first].gap.contains(.ampersand), let first = wordBefore(match), first.shape == .capitalised,
      matchAt[match.first - 1] < 0
    else { return false }
    return !speaksOfCars(match) && isOnlyName(match)
  }

  /// "Peugeot Avocats", "Ford Solicitors": what a family does that makes no cars.
  private func tradeOfKin(behind match: Match) -> Int? {
    guard let next = wordAfter(match), next.gap == .space, next.shape == .capitalised, matchAt[match.last + 1] < 0,
      !article.inCapitalLine[match.first]
    else { return nil }
    return Self.tradesOfKin.contains(next.hash) ? match.last + 1 : nil
  }

  private static let tradesOfKin = WordSet(
    [
      "avocats", "notaires", "architectes", "immobilier", "traiteur", "plomberie", "paysages", "opticiens", "coiffure", "antiquites", "vins",
      "couverture", "maconnerie", "menuiserie", "models", "invest", "gestion", "patrimoine", "law", "solicitors", "dental", "florist", "florists",
      "bakery", "opticians", "antiques", "architects", "butchers", "house", "hall", "manor", "farm", "farms", "lodge", "brook", "hill", "park",
      "wood", "orchards", "vineyards", "estates",
    ])

  /// "beat Honda 6-4, 6-3": what players of tennis win and lose by.
  private func isBeforeSets(_ match: Match) -> Bool {
    guard let first = wordAfter(match), first.gap == .space, first.shape == .number, first.end - first.start == 1, let second = wordAfter(match, 2),
      second.gap == .hyphen,
      second.shape == .number, second.end - second.start == 1, let third = wordAfter(match, 3), third.gap == [.space, .other] || third.gap == .space
    else { return false }
    return third.shape == .number && wordAfter(match, 4)?.gap == .hyphen
  }

  /// "Google the recipe": in English, a sentence that begins with the name and goes on with what is looked for.
  private func isSearch(_ match: Match) -> Bool {
    guard match.first == match.last, language(of: match) == .english, let next = wordAfter(match), next.gap == .space else { return false }
    return article.startsSentence(match.first) && Self.sought.contains(next.hash)
  }

  private static let search = WordHash.of("google")
  private static let sought = WordSet(["the", "whether", "how", "what", "why", "your", "his", "her", "it"])

  /// "the Alliance saloon": in English, a group’s name that is a word too, before the noun of a kind of car, is that of a model.
  private func isModelOfWord(_ form: SurfaceForm, _ match: Match) -> Bool {
    guard language(of: match) == .english, isOwnWord(form, match), let next = wordAfter(match), next.gap == .space, next.shape == .lower else {
      return false
    }
    return Self.bodies.contains(next.hash)
  }

  private static let bodies = WordSet(["saloon", "sedan", "hatchback", "convertible", "coupe", "estate", "cabriolet", "wagon"])

  /// "Earl of Sunderland", "duc de Tanger": a peer, and not where he lives.
  func isPeer(_ match: Match) -> Bool {
    guard before(match).contains(.about), index.kinds(of: match.form).contains(.site), let peer = wordBefore(match, 2) else { return false }
    return Self.peers.contains(peer.hash)
  }

  static let peers = WordSet([
    "earl", "duke", "duchess", "countess", "viscount", "baron", "marquess", "comte", "comtesse", "duc", "duchesse", "marquis", "vicomte",
  ])

  /// "Skoda R5", "C3 R5": a code right behind another car, or behind a maker that the car of that code is not tied to, is a class of races.
  func isBehindOtherMaker(_ match: Match) -> Bool {
    guard match.first > 0, article.words[match.first].gap == .space, matchAt[match.first - 1] >= 0 else { return false }
    let other = matches[Int(matchAt[match.first - 1])]
    let kinds = index.kinds(of: other.form)
    if kinds == EntityKinds(.vehicle) { return !other.isLower }
    guard kinds.contains(.brand), article.sentenceOf[other.last] == article.sentenceOf[match.first] else { return false }
    return !index.hasEntity(match.form) { entity in index.hasEntity(other.form) { catalogue.neighbours[entity].contains($0) } }
  }

  /// The one name of a maker that women bear, where nothing is said of cars.
  func isGivenNameOfMaker(_ form: SurfaceForm, _ match: Match) -> Bool {
    form.kinds.contains(.brand) && form.traits.isDisjoint(with: Self.doubtful) && form.words.count == 1
      && cues.classes(of: form.words.firstHash).contains(.givenName) && !speaksOfCars(match) && isOnlyName(match)
  }

  /// "a Dinky Citroën delivery van": what a maker has built, whatever stands before.
  func isOfKindOfCar(_ form: SurfaceForm, _ match: Match) -> Bool {
    guard language(of: match) == .english, form.kinds.contains(.brand), isBeforeLowerWord(match) else { return false }
    return after(match).contains(.vehicleNoun) || wordAfter(match, 2)?.gap == .space && after(match, 2).contains(.vehicleNoun)
      || wordAfter(match).map { Self.vans.contains($0.hash) } ?? false
  }

  private static let vans = WordSet(["vans", "cars", "trucks", "lorries", "tractors", "saloons"])
}
