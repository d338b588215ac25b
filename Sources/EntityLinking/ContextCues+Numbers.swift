import ArticleText

extension ContextCues {
  /// The traits of forms that may count or measure something; one in small letters may, too.
  static let traitsOfNumbers: FormTraits = [.number, .split, .code, .shortCode]

  /// A number or a code that counts or measures something: "208 km", "16 ampères", "les 308 premiers".
  func addNumbers(to sum: inout Weighing, _ form: SurfaceForm, _ match: Match) {
    let isNumeral = form.traits.contains(.number) || form.traits.contains(.split)
    if form.traits.contains(.number) || form.traits.contains(.givenName), let at = listedCar(form, match) { return sum.add(.carWordAfter, at: at) }
    if let previous = wordBefore(match), article.words[match.first].gap.isSubset(of: [.space]),
      previous.shape == .number || before(match).contains(.numberWord),
      match.isLower && !form.kinds.contains(.motor) && !isCarOfYear(form, match, previous) || isNumeral,
      !isCountOfCars(form, match, previous), !isVote(previous)
    {
      sum.add(.afterNumber, at: match.first - 1)
    }
    sum.add(.typeNoun, if: form.traits.contains(.number) && (isTraded(match) || isPartOfOne(match)), at: match.first - 2)
    sum.add(.drivingVerb, if: form.traits.contains(.number) && isDrivenIn(match), at: match.first - 1)
    sum.add(.carWordAfter, if: form.traits.contains(.number) && (isBeforeMotor(match) || isDisplacement(match)), at: match.last + 1)
    sum.add(
      .carWordAfter, if: !sum.has(.carWordAfter) && form.traits.contains(.number) && before(match).contains(.numberWord) && isInListOfCounts(match),
      at: match.last + 1)
    if isNumeral, let number = wordBefore(match), article.words[match.first].gap == .space, isModelOfFourDigits(form, match, number) {
      sum.add(.carWordAfter, if: !sum.has(.carWordAfter), at: match.first - 1)
    }
    if form.traits.contains(.number) {
      sum.add(.carWordAfter, if: !sum.has(.carWordAfter) && isWithTrim(match), at: match.last + 2)
      sum.add(.afterNumber, if: !sum.has(.afterNumber) && isInColumnOfNumbers(match), at: match.first - 1)
    }
    sum.add(.afterNumber, if: form.traits.contains(.code) && isOrdinal(match), at: match.last + 1)
    sum.add(.beforeUnit, if: form.traits.contains(.number) && isLineOfBuses(match), at: match.last + 1)
    sum.add(.beforeUnit, if: form.traits.contains(.split) && isMeasure(match), at: match.last)
    sum.add(.beforeUnit, if: form.traits.contains(.shortCode) && isLitres(match), at: match.last)
    guard isNumeral, match.last + 1 < article.words.count,
      article.words[match.last + 1].gap.isSubset(of: [.space, .dot, .line])
    else { return }
    let isUnit = isUnit(after: match) || after(match).contains(.numberWord)
    let isCount = form.traits.contains(.number) && countsNoun(match) && after(match).isDisjoint(with: Self.noNouns)
    sum.add(.beforeUnit, if: isUnit || isCount || article.words[match.last + 1].shape == .number && !isDisplacement(match), at: match.last + 1)
  }

  /// "208 puretech", "308 diesel": the motor of a car, which no number counts.
  private func isBeforeMotor(_ match: Match) -> Bool {
    guard let next = wordAfter(match), next.gap == .space, !after(match).contains(.unit) else { return false }
    let other = matchAt[match.last + 1]
    let isMotor = other >= 0 && !index.kinds(of: matches[Int(other)].form).isDisjoint(with: [EntityKinds(.motor), EntityKinds(.technology)])
    return isMotor || after(match).contains(.carTrait)
  }

  /// "The 208 to Chipping Norton", "la 208 pour Lyon": a number and where it goes.
  private func isLineOfBuses(_ match: Match) -> Bool {
    guard let way = wordAfter(match), way.gap == .space, Self.ways.contains(way.hash), let goal = wordAfter(match, 2), goal.shape == .capitalised,
      goal.gap == .space
    else {
      return false
    }
    return matchAt[match.last + 2] < 0 && before(match).contains(.determiner)
  }

  private static let ways = WordSet(["to", "pour"])

  /// "4 L of oil", "4 L d’huile", "a 4 L jerrycan": a number and a unit, and not "la 4 L de mon père".
  private func isMeasure(_ match: Match) -> Bool {
    guard article.words[match.first].shape == .number, article.words[match.last].end - article.words[match.last].start == 1,
      let next = wordAfter(match), next.gap == .space,
      next.shape == .lower
    else { return false }
    if after(match).contains(.about) { return !after(match, 2).contains(.determiner) && wordAfter(match, 2).map { $0.shape == .lower } ?? false }
    return language(of: match) == .english
      && after(match).isDisjoint(with: [WordClasses(.function), WordClasses(.copula), WordClasses(.verb), WordClasses(.conjunction)])
  }

  /// "208 1.2 puretech": behind its name, the litres of a motor.
  private func isDisplacement(_ match: Match) -> Bool {
    guard let litres = wordAfter(match), litres.end - litres.start == 1, litres.gap == .space, let tenth = wordAfter(match, 2) else { return false }
    return tenth.shape == .number && tenth.end - tenth.start == 1 && tenth.gap == .dot
  }

  /// "208 m", "16 A", and neither "la 208 à moteur essence" nor "la 208 m’a plu".
  private func isUnit(after match: Match) -> Bool {
    guard after(match).contains(.unit) else { return false }
    let unit = article.words[match.last + 1]
    if unit.hash == Self.ampere { return unit.shape == .capitalised && unit.end - unit.start == 1 }
    return unit.end - unit.start > 1 || wordAfter(match, 2)?.gap != .apostrophe
  }

  private static let ampere = WordHash.of("a")

  /// "The 208 is fine".
  private static let noNouns: WordClasses = [WordClasses(.function), WordClasses(.copula), WordClasses(.verb)]

  private static let inDigits: FormTraits = [.code, .number, .split, .acronym]

  /// "a 2019 zoe", "40 zoes", « trois quatrelle »: a year, or how many, before a name that is no word of the language.
  private func isCarOfYear(_ form: SurfaceForm, _ match: Match, _ number: Word) -> Bool {
    guard form.kinds.contains(.vehicle) else { return false }
    let isYear = number.shape == .number && number.end - number.start == 4
    if isOwnWord(form, match) { return isYear && article.hasSmallNames && before(match, 2).contains(.determiner) }
    if language(of: match) == .french, form.traits.isDisjoint(with: Self.inDigits) { return true }
    return isYear || index.isOnly(.plural, match.form)
  }

  /// "+1 zoe", as forums agree.
  private func isVote(_ number: Word) -> Bool {
    number.end - number.start == 1 && number.start > 0 && article.text.bytes[number.start - 1] == 0x2B
  }

  /// "j’ai eu trois 308", "deux 308, trois Clios": a number in words before a model in digits that nothing follows which it could count.
  private func isCountOfCars(_ form: SurfaceForm, _ match: Match, _ number: Word) -> Bool {
    if isModelOfFourDigits(form, match, number) { return true }
    guard form.traits.contains(.number), number.shape != .number else { return false }
    if isInListOfCounts(match) { return true }
    guard speaksOfCars(match) else { return false }
    return after(match).isDisjoint(with: [WordClasses(.unit), WordClasses(.numberWord)]) && wordAfter(match)?.shape != .number
      && !countsNoun(match)
  }

  /// "41 000 3008", "850 3008 par jour": a number has its digits by threes, so that four more are a model, where no other number follows.
  func isModelOfFourDigits(_ form: SurfaceForm, _ match: Match, _ number: Word) -> Bool {
    guard form.traits.contains(.number), match.first == match.last, number.shape == .number, number.end - number.start <= 3 else { return false }
    let digits = article.text.bytes[article.words[match.first].start..<article.words[match.first].end].count { $0 >= 0x30 && $0 <= 0x39 }
    return digits == 4 && wordAfter(match)?.shape != .number && !isUnit(after: match) && namesMaker(match)
  }

  /// Whether the sentence has another name, of a maker or a car.
  private func namesMaker(_ match: Match) -> Bool {
    let around = max(0, match.first - Self.nearby)..<min(article.words.count, match.last + Self.nearby)
    return around.contains { word in
      matchAt[word] >= 0 && word != match.first && article.sentenceOf[word] == article.sentenceOf[match.first]
        && !index.kinds(of: matches[Int(matchAt[word])].form).isDisjoint(with: Self.makers.union(EntityKinds(.vehicle)))
    }
  }

  /// "deux 308, trois Clios", "deux 308 et une Clio": before a car that can be nothing else, as many as a word in front of it says.
  private func isInListOfCounts(_ match: Match) -> Bool {
    guard let count = wordAfter(match), let at = count.gap == [.space, .other] ? 1 : after(match).contains(.conjunction) ? 2 : nil,
      let other = wordAfter(match, at + 1), other.gap == .space,
      !after(match, at).isDisjoint(with: [WordClasses(.numberWord), WordClasses(.determiner)]),
      matchAt[match.last + at + 1] >= 0
    else { return false }
    let form = index.form(matches[Int(matchAt[match.last + at + 1])].form)
    return form.kinds == EntityKinds(.vehicle)
      && (form.traits.isDisjoint(with: Self.doubtful.union(.number)) || index.isOnly(.plural, matches[Int(matchAt[match.last + at + 1])].form))
  }

  /// "la demande de 308", "les ventes de 3008": where it is no number that counts, the name of what is made and sold.
  func isTraded(_ match: Match) -> Bool {
    guard before(match).contains(.about), let trade = wordBefore(match, 2) else { return false }
    return Self.trades.contains(trade.hash)
  }

  private static let trades = WordSet(
    [
      "demande", "vente", "ventes", "commandes", "production", "livraisons", "immatriculations", "fabrication", "assemblage", "montage", "stock",
      "stocks", "carnet", "volumes", "version", "versions", "restylage", "batterie", "batteries", "panne", "pannes", "remplacante", "heritiere",
      "soeur", "cousine", "base", "lancement", "conducteur", "conducteurs", "conductrice", "proprietaire", "proprietaires", "essai", "volant",
      "cadence", "cadences", "sales", "orders", "demand", "deliveries", "registrations", "owner", "owners", "successor",
    ])

  /// "la 500e fois", "le 500e": in French, digits with an e count where a noun follows or the article is masculine, as no car is.
  private func isOrdinal(_ match: Match) -> Bool {
    let letters = article.text.bytes[article.words[match.first].start..<article.words[match.first].end]
    guard language(of: match) == .french, letters.last == 0x65, letters.dropLast().allSatisfy({ $0 >= 0x30 && $0 <= 0x39 })
    else { return false }
    if before(match).contains(.determiner), before(match).isDisjoint(with: [WordClasses(.feminineArticle), WordClasses(.pluralArticle)]) {
      return true
    }
    return isBeforeLowerWord(match) && after(match).isDisjoint(with: Self.notCounted)
      && wordAfter(match).map { !Self.adverbs.contains($0.hash) } ?? true
  }

  /// "la 500e loin derrière".
  private static let adverbs = WordSet(["loin", "bien", "mal", "presque", "vraiment", "seulement", "notamment", "comprise", "incluse"])

  private static let notCounted: WordClasses = [
    WordClasses(.function), WordClasses(.frenchVerb), WordClasses(.conjunction), WordClasses(.carTrait), WordClasses(.adjective),
    WordClasses(.electric), WordClasses(.copula), WordClasses(.role),
  ]

  /// "les 308 premiers": a plural article before and a plural noun after make a number of it.
  private func countsNoun(_ match: Match) -> Bool {
    guard match.last + 1 < article.words.count, let article = wordBefore(match), cues.classes(of: article.hash).contains(.pluralArticle) else {
      return false
    }
    let next = self.article.words[match.last + 1]
    return next.shape == .lower && "sx".utf8.contains(self.article.text.bytes[next.end - 1])
  }

  /// "4l of oil", "4l d’huile": in small letters, what there is so much of.
  private func isLitres(_ match: Match) -> Bool {
    guard match.isLower, match.first == match.last, article.text.bytes[article.words[match.first].end - 1] == 0x6C,
      !before(match).contains(.determiner), after(match).contains(.about)
    else { return false }
    return wordAfter(match, 2)?.shape == .lower && !after(match, 2).contains(.determiner)
  }
}
