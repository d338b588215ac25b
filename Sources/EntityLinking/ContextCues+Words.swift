import ArticleText

extension ContextCues {
  /// What articles before a form, and verbs of driving, say of cars and of figures of speech.
  func addArticles(to sum: inout Weighing, _ form: SurfaceForm, _ match: Match, _ kinds: EntityKinds) {
    let direct = before(match).contains(.determiner) && !isAfterFrenchTo(match) && !isAfterSon(match) && !isNamedThing(match)
    let hasArticle =
      direct || isAfterAdjectives(match) || isYear(before: match, 1) && !isOwnWord(form, match) || isOwned(match) || isCounted(form, match)
    let isEveryday = !form.traits.isDisjoint(with: [.frenchWord, .englishWord])
    let isOwn = isOwnWord(form, match)
    let isCarOfBrand = kinds.contains(.brand) && language(of: match) == .french && before(match).contains(.feminineArticle)
    if kinds.contains(.vehicle) && hasArticle || isCarOfBrand {
      let trusted = form.traits.contains(.number) || form.traits.contains(.givenName) || form.traits.contains(.split)
      let isAmongCars = writesSmall(match) || article.sentences.count(.automotive, in: article.sentenceOf[match.first]) > 0
      let plausible =
        !match.isLower || article.isLowerCase(at: match.first) || speaksOfCars(match)
        || form.traits.contains(.givenName) && !isAboutOtherThings || article.hasSmallNames && !isOwn
      sum.add(
        .article, if: trusted && plausible || sum.has(.lowerShortCode) || isEveryday && !isOwn && match.isLower && plausible && isAmongCars,
        at: match.first - 1)
      let isFigure = kinds.contains(.vehicle) && isEveryday && !match.isLower && !sum.has(.everydayInCapitalLine)
      sum.add(.definiteNickname, if: isFigure, at: match.first - 1)
    }
    let isSeveral = language(of: match) == .french ? isInvariable(form, match) : kinds == EntityKinds(.vehicle) && isCounted(form, match)
    if isEveryday, isOwn, kinds.contains(.vehicle) || kinds.contains(.brand), !sum.has(.article), isSeveral {
      sum.add(.article, at: match.first - 1)
    }
    let isOneOfBrand = kinds.contains(.brand) && isOwn && sum.has(.everydayCapital) && isAfterArticleOfCar(match)
    sum.add(.definiteNickname, if: isOneOfBrand, at: match.first - 1)
    let mayBeDriven = kinds.contains(.vehicle) || kinds.contains(.brand)
    sum.add(.definiteNickname, if: mayBeDriven && sum.has(.everydayCapital) && isOnModel(match), at: match.first - 1)
    if kinds.contains(.vehicle) || kinds.contains(.brand), let at = drivingWord(match) {
      let isWordLikeCar =
        writesSmall(match) && isEveryday && isOwn && match.isLower && isObject(of: at, match) && (hasArticle || isAfterInside(match))
      let isNameLikeCar = form.traits.contains(.givenName) && !hasArticle
      let isCapitalLikeCar =
        (sum.has(.everydayCapital) || sum.has(.everydayAllCapitals) || sum.has(.foreignWord) && kinds.contains(.vehicle)) && hasArticle
        && isObject(of: at, match)
      let areCars = sum.has(.everydayAtStart) && index.isOnly(.plural, match.form) && !article.startsSentence(match.first) && isObject(of: at, match)
      sum.add(.drivingVerb, if: areCars || isWordLikeCar || isNameLikeCar || isCapitalLikeCar, at: at)
    } else if sum.has(.everydayCapital) || sum.has(.everydayAllCapitals) || sum.has(.foreignWord), kinds.contains(.vehicle), isInside(match) {
      sum.add(.article, at: match.first - 1)
    } else if sum.has(.everydayCapital), kinds == EntityKinds(.vehicle) || isCarOfBrand || before(match).contains(.feminineArticle),
      let at = owner(of: match)
    {
      sum.add(.drivingVerb, at: at)
    } else if kinds == EntityKinds(.vehicle), isEveryday, match.isLower, writesSmall(match), let at = seat(of: match) {
      sum.add(.drivingVerb, at: at)
    } else if form.traits.contains(.givenName), !match.isLower, isOnModel(match) || isLacked(match) {
      sum.add(.article, at: match.first - 1)
    }
    sum.add(.definiteNickname, if: form.traits.contains(.nickname) && direct, at: match.first - 1)
    addNextName(to: &sum, form, match, hasArticle: hasArticle)
  }

  /// Whether the writer of a match leaves out capitals, or somebody in the article does so in names.
  func writesSmall(_ match: Match) -> Bool { article.isLowerCase(at: match.first) || article.hasSmallNames && match.isLower }

  /// "a petrol Clio", "ma bonne vieille Zoe", "a 2022 Clio": up to two words that say what car it is between an article and the form.
  private func isAfterAdjectives(_ match: Match) -> Bool {
    if article.words[match.first].gap.contains(.other) { return false }
    let compound = compoundAdjective(before: match)
    if compound > 0 { return before(match, compound + 1).contains(.determiner) }
    for distance in 1...2 {
      guard isYear(before: match, distance) || !before(match, distance).isDisjoint(with: Self.saidOfCars), !isOfChild(distance, match) else {
        return false
      }
      if before(match, distance + 1).contains(.determiner) { return true }
    }
    return false
  }

  /// "Tom’s Megane", "the daughter’s Clio".
  private func isOwned(_ match: Match) -> Bool {
    let at = before(match).contains(.adjective) ? 2 : 1
    guard language(of: match) == .english, let sign = wordBefore(match, at), sign.hash == Self.owned, sign.gap == .apostrophe,
      let owner = wordBefore(match, at + 1)
    else {
      return false
    }
    return
      (owner.shape == .capitalised
      || owner.shape == .lower && (before(match, at + 2).contains(.determiner) || before(match, at + 1).contains(.personNoun))
        && !before(match, at + 1).contains(.naming))
      && article.words[match.first].gap == .space
  }

  private static let owned = WordHash.of("s")

  /// "Bienvenue à Zoé": folded, it looks like the English article.
  func isAfterFrenchTo(_ match: Match) -> Bool { language(of: match) == .french && wordBefore(match)?.hash == Self.toInFrench }
  private static let toInFrench = WordHash.of("a")

  /// "a son, Logan": in English no owner, as it is in French.
  private func isAfterSon(_ match: Match) -> Bool { language(of: match) == .english && wordBefore(match)?.hash == Self.son }
  private static let son = WordHash.of("son")

  private func isYear(before match: Match, _ distance: Int) -> Bool {
    wordBefore(match, distance).map { $0.shape == .number && $0.end - $0.start == 4 } ?? false
  }

  private static let saidOfCars: WordClasses = [WordClasses(.adjective), WordClasses(.carTrait)]

  /// "une Alpine", "a Smart": one car of a brand.
  private func isAfterArticleOfCar(_ match: Match) -> Bool {
    if language(of: match) == .french { return before(match).contains(.feminineArticle) }
    return wordBefore(match).map { Self.indefinite.contains($0.hash) } ?? false
  }

  /// "Clio Martin", « Espace Seine », "the Alliance Quartet": a name that goes on is another name, where no article makes a car of it.
  private func addNextName(to sum: inout Weighing, _ form: SurfaceForm, _ match: Match, hasArticle: Bool) {
    let isOfSomebody = after(match).contains(.givenName) && language(of: match) == .french
    let isFigure = form.traits.contains(.nickname) && form.words.count == 1
    let isBare = language(of: match) == .french && form.kinds.contains(.vehicle) && !hasArticle && !match.isLower && !form.traits.contains(.givenName)
    let isCommon = isOwnWord(form, match) && (isFigure || isBare || opensQuotation(match.first) || form.kinds == EntityKinds(.group) || isOfSomebody)
    guard form.traits.contains(.givenName) && !hasArticle || isCommon, !isBeforeTrim(match),
      let next = wordAfter(match), next.gap == .space, next.shape == .capitalised, matchAt[match.last + 1] < 0,
      after(match).isDisjoint(with: [WordClasses(.function), WordClasses(.determiner)]), !isBeforeNumeral(match, next)
    else { return }
    sum.add(.unknownNameAfter, at: match.last + 1)
  }

  /// The word of driving, owning or buying near before, or in the sentence of "en Clio".
  func drivingWord(_ match: Match) -> Int? {
    if let distance = (1...4).first(where: { before(match, $0).contains(.driving) }), !isAuxiliary(distance, before: match),
      !(match.first - distance + 1...match.first).contains(where: { article.words[$0].gap.contains(.colon) })
    {
      return match.first - distance
    }
    guard isAfterInside(match), article.sentences.count(.driving, in: article.sentenceOf[match.first]) > 0 else { return nil }
    return match.first - 1
  }

  /// Whether only articles, adjectives and "en" stand between a verb and a match.
  private func isObject(of verb: Int, _ match: Match) -> Bool {
    (verb + 1..<max(verb + 1, match.first)).allSatisfy { index in
      article.words[index].hash == Self.inside || article.classes[index].contains(.determiner)
        || article.classes[index].contains(.adjective)
    }
  }

  /// "en Clio".
  private func isAfterInside(_ match: Match) -> Bool { wordBefore(match)?.hash == Self.inside }
  private static let inside = WordHash.of("en")

  /// "en Zoe", "sur Mégane": of a model.
  private func isOnModel(_ match: Match) -> Bool {
    isAfterInside(match) || language(of: match) == .french && wordBefore(match)?.hash == Self.upon
  }

  private static let upon = WordHash.of("sur")

  /// "elle n’a pas de Zoe": as of things, not of people.
  private func isLacked(_ match: Match) -> Bool {
    language(of: match) == .french && before(match).contains(.about) && !before(match).contains(.determiner)
      && wordBefore(match, 2).map { Self.negations.contains($0.hash) } ?? false
  }

  private static let negations = WordSet(["pas", "plus", "jamais", "guere"])

  func speaksOfCars(_ match: Match) -> Bool {
    let sentence = article.sentenceOf[match.first]
    return article.sentences.count(.automotive, in: sentence) + article.sentences.count(.driving, in: sentence) > 0
  }

  /// An everyday word: whether it is used here as the word that it is, or as no noun of that word could be.
  func addWordUse(to sum: inout Weighing, _ form: SurfaceForm, _ match: Match, _ kinds: EntityKinds) {
    guard form.words.count == 1, !form.traits.isDisjoint(with: [.frenchWord, .englishWord, .nickname, .givenName]) else {
      return
    }
    let isSmall = match.isLower
    if kinds.contains(.vehicle) || kinds.contains(.brand) {
      sum.add(.feminineArticle, if: isFeminineCar(form, match) && !sum.has(.unknownNameAfter), at: match.first - 1)
      let isOtherPhrase = sum.has(.listedAgainst) && sum.reasons.contains { $0.cue == .listedAgainst && $0.word == match.last + 1 }
      sum.add(.carWordAfter, if: !isOtherPhrase && (isBeforeCarWord(form, match) || isChosen(form, match)), at: match.last + 1)
      if isSmall, writesSmall(match) {
        let isOfCar = wordBefore(match).map { Self.beforeCars.contains($0.hash) } ?? false
        sum.add(.carWordAfter, if: isOfCar && !sum.has(.carWordAfter) && !isAttributive(form, match), at: match.first - 1)
      }
      if kinds == EntityKinds(.vehicle), !isSmall, let at = makerBehind(match) { sum.add(.carWordAfter, if: !sum.has(.carWordAfter), at: at) }
      if kinds.contains(.vehicle), isMeasured(match) { sum.add(.carWordAfter, if: !sum.has(.carWordAfter) && !isOtherPhrase, at: match.first - 1) }
      if form.traits.contains(.givenName), !isSmall, let state = wordBefore(match), Self.usedBefore.contains(state.hash) {
        sum.add(.carWordAfter, if: !sum.has(.carWordAfter), at: match.first - 1)
      }
      if isSmall, writesSmall(match) {
        let isAlone = article.isLowerCase(at: match.first) && isAdjectiveAlone(form, match) || kinds.contains(.vehicle) && isNounAlone(form, match)
        sum.add(.article, if: isAlone && !sum.has(.article), at: match.first - 1)
      }
    }
    if sum.has(.everydayAtStart) { sum.add(.attributive, if: isBeforePluralSubject(form, match), at: match.last + 1) }
    let isFigure = form.traits.contains(.nickname) && !isSmall && language(of: match) == .english && before(match).contains(.determiner)
    if sum.has(.everydayAllCapitals), isOwnWord(form, match) { sum.add(.adjectiveUse, if: isAdjectiveAfterNoun(form, match), at: match.first - 1) }
    guard isSmall || isFigure || isLabel(form, match), isOwnWord(form, match) else { return }
    sum.add(.attributive, if: isAttributive(form, match), at: match.last + 1)
    sum.add(.adjectiveUse, if: isAdjectiveAfterNoun(form, match), at: match.first - 1)
  }

  /// "Mini conseil : exigez…": the first word of a label of two, which French has before the noun.
  private func isLabel(_ form: SurfaceForm, _ match: Match) -> Bool {
    guard language(of: match) == .french, isBeforeItsNoun(form), article.startsSentence(match.first), isBeforeLowerWord(match) else { return false }
    return wordAfter(match, 2)?.gap.contains(.colon) ?? false
  }

  /// "a used leaf", "jantes golf", "batterie zoe": what is said of cars, and parts of them.
  static let beforeCars = WordSet(
    [
      "used", "secondhand", "preowned", "leased", "unsold", "unregistered", "jante", "jantes", "pneu", "pneus", "attelage", "galerie", "toit",
      "phare", "phares", "optiques", "moteur", "choc", "chocs", "capot", "portiere", "retro", "retros", "retroviseur", "retroviseurs", "volant",
      "housses", "tapis", "autoradio", "embrayage", "batterie", "boite", "culasse", "turbo", "injecteurs", "alternateur", "demarreur", "echappement",
      "suspensions", "amortisseurs", "pieces", "calandre", "enjoliveurs", "hayon", "coffre", "banquette", "compteur", "reseau", "concession",
      "concess", "garage", "entretien", "fourgon", "fourgonnette", "alloys", "wheels", "tyres", "tires", "bumper", "headlights", "gearbox", "clutch",
      "towbar", "spares", "hubcaps", "tailgate", "dashboard",
    ])

  /// "l’alpine dort au garage", "the mini is quick": an adjective between an article and no noun.
  private func isAdjectiveAlone(_ form: SurfaceForm, _ match: Match) -> Bool {
    let own = cues.classes(of: form.words.firstHash)
    guard own.contains(.adjectival), before(match).contains(.determiner), isOwnWord(form, match),
      language(of: match) == .english || !own.contains(.masculineNoun)
    else { return false }
    return !isBeforeLowerWord(match) || !after(match).isDisjoint(with: Self.noNounAfter) && !after(match).contains(.determiner)
  }

  /// "a leaf for town", "the new golf is up": in an English text on cars, an article and no other noun.
  private func isNounAlone(_ form: SurfaceForm, _ match: Match) -> Bool {
    guard language(of: match) == .english, isOwnWord(form, match), !isAboutOtherThings, isInPostOnCars(match)
    else { return false }
    let isAfterArticle = before(match).contains(.determiner) || before(match).contains(.adjective) && before(match, 2).contains(.determiner)
    return isAfterArticle && (!isBeforeLowerWord(match) || !after(match).isDisjoint(with: Self.noNounAfter))
  }

  static let noNounAfter: WordClasses = [
    WordClasses(.function), WordClasses(.verb), WordClasses(.frenchVerb), WordClasses(.copula), WordClasses(.conjunction),
    WordClasses(.adjective), WordClasses(.carTrait),
  ]

  /// "scenic 87 kWh", "Clio 90 ch": what is measured of cars alone.
  private static let measures = WordSet(["kwh", "ch", "cv", "hp", "bhp", "kw", "chevaux"])
  /// "I’m a Renault owner": people who have a car, and nobody of its name.
  func isUsed(_ match: Match) -> Bool { wordAfter(match).map { Self.users.contains($0.hash) } ?? false }

  /// "a red Polo".
  private static let colours = WordSet([
    "red", "blue", "black", "white", "grey", "gray", "silver", "yellow", "orange", "beige", "maroon", "turquoise", "purple",
  ])

  /// "Clio owners".
  private static let users = WordSet(["owner", "owners", "driver", "drivers", "buyer", "buyers"])

  /// "40 kWh leaf", "a 90ch Clio": a measure of cars before a name.
  func isMeasured(_ match: Match) -> Bool {
    guard let measure = wordBefore(match), article.words[match.first].gap == .space else { return false }
    if isGluedMeasure(measure) { return true }
    return Self.measures.contains(measure.hash) && measure.gap.isSubset(of: [.space, .hyphen]) && wordBefore(match, 2)?.shape == .number
  }

  /// "e-golf".
  private static let electricPrefix = WordHash.of("e")

  /// "phase 1", "diesel", "L2", "de 2018", "#5": what only a car has behind its name.
  private func isBeforeCarWord(_ form: SurfaceForm, _ match: Match) -> Bool {
    if article.words[match.first].gap == .hyphen, wordBefore(match)?.hash == Self.electricPrefix { return true }
    guard let next = wordAfter(match) else { return false }
    if isGlossed(match, next) || form.kinds == EntityKinds(.vehicle) && isOnRoad(match) { return true }
    if next.shape == .number, form.kinds.contains(.brand), article.text.bytes[article.words[match.last].end..<next.start].elementsEqual([0x20, 0x23])
    {
      return true
    }
    guard next.gap == .space else { return false }
    if next.shape == .number, wordAfter(match, 2).map({ Self.measures.contains($0.hash) }) ?? false { return true }
    if isSmallAdjective(match) { return false }
    if form.traits.contains(.givenName), !match.isLower, isYearOfCar(next) || isGeneration(next, match) { return true }
    if !match.isLower, form.kinds.contains(.vehicle), next.shape == .lower, language(of: match) == .french,
      isOneOrSeveral(before(match).contains(.adjective) ? 2 : 1, match), Self.frenchColours.contains(next.hash)
    {
      return true
    }
    if !match.isLower, isMotored(match) { return true }
    if !match.isLower, form.kinds.contains(.vehicle), let colour = wordBefore(match), Self.colours.contains(colour.hash), isOneOrSeveral(2, match) {
      return true
    }
    if match.isLower, form.kinds.contains(.vehicle), isOffered(match, before: next) { return true }
    if form.traits.contains(.givenName), !match.isLower, Self.users.contains(next.hash) { return true }
    if after(match).contains(.carTrait) || after(match).contains(.about) && after(match, 2).contains(.carTrait) { return true }
    if writesSmall(match), next.end - next.start == 1, next.shape == .capitalised || next.shape == .capitals { return true }
    if writesSmall(match), next.shape == .number, next.end - next.start <= 2 {
      return !after(match, 2).contains(.unit) && !after(match, 2).contains(.numberWord)
    }
    let letters = article.text.bytes[next.start..<next.end]
    if isGluedMeasure(next) { return true }
    if next.shape == .capitals || article.isLowerCase(at: match.first) && letters.count <= 3 && letters[letters.startIndex] > 0x39,
      letters.contains(where: { (0x30...0x39).contains($0) })
    {
      return true
    }
    guard after(match).contains(.about), let year = wordAfter(match, 2), year.shape == .number, year.end - year.start == 4
    else { return false }
    return article.text.bytes[year.start] == 0x31 || article.text.bytes[year.start] == 0x32
  }
}
