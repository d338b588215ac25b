import ArticleText

/// What says that a word is a car: counting it, being in it, and how French writes its plural; and what is said of children instead.
extension ContextCues {
  /// "trente Clio s’élanceront", "taking two Dusters": in French, names of cars have no plural, and people are seldom counted by name.
  func isCounted(_ form: SurfaceForm, _ match: Match) -> Bool {
    guard !match.isLower, article.words[match.first].gap == .space,
      before(match).contains(.numberWord) || wordBefore(match).map({ $0.shape == .number && $0.end - $0.start <= 3 }) ?? false
    else { return false }
    return language(of: match) == .french ? form.traits.contains(.givenName) : index.isOnly(.plural, match.form) && isOwnWord(form, match)
  }

  /// "son ami (la voiture, hein)", "un Rafale (le SUV)": what a writer says in brackets that a word is.
  func isGlossed(_ match: Match, _ next: Word) -> Bool {
    guard next.gap == [.space, .bracket], after(match).contains(.determiner) || after(match).contains(.automotive) else { return false }
    return (1...2).contains { distance in wordAfter(match, distance).map { Self.glosses.contains($0.hash) } ?? false }
  }

  /// "40kWh", "90ch": a number and what is measured of cars alone, in one word.
  func isGluedMeasure(_ word: Word) -> Bool {
    let letters = article.text.bytes[word.start..<word.end]
    guard letters.count < 8, letters.first.map({ $0 >= 0x30 && $0 <= 0x39 }) ?? false else { return false }
    let unit = letters.drop { $0 >= 0x30 && $0 <= 0x39 }
    return Self.gluedUnits.contains { unit.lazy.map { $0 | 0x20 }.elementsEqual($0.utf8) }
  }

  private static let gluedUnits = ["kwh", "ch", "cv", "hp", "bhp", "kw"]

  private static let glosses = WordSet([
    "voiture", "auto", "suv", "car", "vehicule", "vehicle", "berline", "citadine", "utilitaire", "van", "hatchback", "model", "modele",
  ])

  /// "une petite Zoé", "le jeune Logan": what is said of people.
  func isOfChild(_ distance: Int, _ match: Match) -> Bool {
    index.traits(of: match.form).contains(.givenName) && wordBefore(match, distance).map { Self.ages.contains($0.hash) } ?? false
  }

  private static let ages = WordSet(["petite", "petit", "jeune", "young"])

  /// How many words an adjective of several has: "second-hand", "ten-year-old"; 0 where there is none.
  func compoundAdjective(before match: Match) -> Int {
    guard language(of: match) == .english, article.words[match.first].gap == .space else { return 0 }
    var count = 0
    while let word = wordBefore(match, count + 1), word.shape == .lower || word.shape == .number, count < 3 {
      count += 1
      if word.gap != .hyphen { break }
    }
    return count > 1 ? count : 0
  }

  /// "LES NOUVELLES ALPINE", "trois Duster": a common noun would have a plural behind a plural article; names of cars have none.
  func isInvariable(_ form: SurfaceForm, _ match: Match) -> Bool {
    guard !match.isLower || writesSmall(match), !index.isOnly(.plural, match.form), form.words.count == 1, article.words[match.first].gap == .space,
      let last = index.table.letters(of: match.form).last, !"sxz".utf8.contains(last)
    else { return false }
    let distance = before(match).contains(.adjective) ? 2 : 1
    guard before(match, distance).contains(.pluralArticle) || before(match, distance).contains(.numberWord) else { return false }
    return !isBeforeLowerWord(match) || !after(match).isDisjoint(with: Self.noNounAfter)
  }

  /// "a man in an old Leaf", "dans une Spring", "at the wheel of a Trafic": whoever is in one is in a car, where no other noun follows.
  func isInside(_ match: Match) -> Bool {
    let distance = before(match).contains(.adjective) ? 2 : 1
    guard before(match, distance).contains(.determiner), let within = wordBefore(match, distance + 1) else { return false }
    let isPart = before(match, distance + 1).contains(.about) && wordBefore(match, distance + 2).map { Self.insides.contains($0.hash) } ?? false
    guard isPart || Self.withins.contains(within.hash) else { return false }
    return !isBeforeLowerWord(match) || !after(match).isDisjoint(with: Self.noNounAfter)
      || wordAfter(match).map { article.text.bytes[$0.end - 1] == 0x64 } ?? false
  }

  /// "I sat in a spring at the show", « assis dans la zoe »: the verb of somebody who is in a car, where no other noun follows.
  func seat(of match: Match) -> Int? {
    guard isInside(match), let verb = wordBefore(match, 3), Self.seated.contains(verb.hash) else { return nil }
    return match.first - 3
  }

  private static let seated = WordSet([
    "sat", "sit", "sits", "sitting", "climbed", "squeezed", "assis", "assise", "monte", "montee", "montes", "grimpe", "grimpes",
  ])

  /// "a red Polo", "every white Master", "two blue Clios".
  func isOneOrSeveral(_ distance: Int, _ match: Match) -> Bool {
    if !before(match, distance).isDisjoint(with: [WordClasses(.determiner), WordClasses(.numberWord)]) { return true }
    return wordBefore(match, distance).map { Self.every.contains($0.hash) } ?? false
  }

  private static let every = WordSet(["every", "each", "any", "no", "many", "several"])

  /// « Vends ami 2022 », "wanted: leaf 2019": at the start of an offer, what is sold and its year.
  func isOffered(_ match: Match, before next: Word) -> Bool {
    guard isYearOfCar(next), next.gap == .space, before(match).contains(.driving), match.first > 0, article.words[match.first].gap == .space
    else { return false }
    return article.startsSentence(match.first - 1) && article.words[match.first].hash != Self.degree
  }

  private static let degree = WordHash.of("master")

  /// « Il avait épousé une brodeuse, Mercedes Ortuno »: a verb that only helps another, where a comma parts it from the name and no article stands
  /// before that.
  func isAuxiliary(_ distance: Int, before match: Match) -> Bool {
    guard distance > 1, let verb = wordBefore(match, distance), Self.auxiliaryVerbs.contains(verb.hash), !before(match).contains(.determiner) else {
      return false
    }
    return (match.first - distance + 1...match.first).contains { article.words[$0].gap.contains(.other) }
  }

  private static let auxiliaryVerbs = WordSet(["avait", "avais", "eu", "had", "got"])

  private static let withins = WordSet(["in", "inside", "into", "dans", "beside", "aboard"])
  private static let insides = WordSet(["wheel", "back", "boot", "bonnet", "roof", "volant", "bord", "coffre", "capot", "arriere"])

  /// "we named her Megane": who or what gets the name, and no owner.
  func isNamedThing(_ match: Match) -> Bool {
    before(match, 2).contains(.naming) && wordBefore(match).map { Self.theNamed.contains($0.hash) } ?? false
  }

  private static let theNamed = WordSet(["her", "him", "it", "them"])

  /// "Clio 2014".
  func isYearOfCar(_ word: Word) -> Bool {
    guard word.shape == .number, word.end - word.start == 4 else { return false }
    let century = article.text.bytes[word.start..<word.start + 2]
    return century.elementsEqual("19".utf8) || century.elementsEqual("20".utf8)
  }

  /// "un Duster vert".
  static let frenchColours = WordSet([
    "blancs", "blanches", "noirs", "noires", "grises", "bleus", "bleues", "rouges", "jaunes", "verts", "vertes", "blanc", "blanche", "noir", "noire",
    "gris", "grise", "bleu", "bleue", "rouge", "jaune", "vert", "verte", "beige", "orange", "marron",
  ])

  /// "jantes pour Mégane Estate": in a sentence on cars, before what makers call the kinds of a model.
  func isBeforeTrim(_ match: Match) -> Bool {
    guard index.kinds(of: match.form).contains(.vehicle), let next = wordAfter(match), next.gap == .space, Self.trims.contains(next.hash) else {
      return false
    }
    return speaksOfCars(match)
  }

  /// "Used Zoe with battery lease".
  static let usedBefore = WordSet(["used", "secondhand", "preowned", "leased", "unsold", "unregistered"])

  /// Whether the paragraph has a word of cars or of driving, or another name of a car or a maker.
  func isInPostOnCars(_ match: Match) -> Bool {
    let paragraph = article.paragraphOf[match.first]
    if article.paragraphs.count(.automotive, in: paragraph) + article.paragraphs.count(.driving, in: paragraph) > 0 { return true }
    let around = max(0, match.first - Self.post)..<min(article.words.count, match.last + Self.post)
    return around.contains { word in
      guard matchAt[word] >= 0, !(match.first...match.last).contains(word), article.paragraphOf[word] == paragraph else { return false }
      let other = matches[Int(matchAt[word])]
      return other.form != match.form && !index.kinds(of: other.form).isDisjoint(with: Self.makers.union(EntityKinds(.vehicle)))
    }
  }

  private static let post = 40

  /// "whose electric Minis come", "diesel Golfs": in English, what drives a car, before a name with a capital.
  func isMotored(_ match: Match) -> Bool {
    guard language(of: match) == .english, let motor = wordBefore(match), motor.shape == .lower, article.words[match.first].gap == .space else {
      return false
    }
    return Self.drives.contains(motor.hash) && (index.isOnly(.plural, match.form) || before(match, 2).contains(.determiner))
  }

  private static let drives = WordSet(["electric", "petrol", "diesel", "hybrid"])
}
