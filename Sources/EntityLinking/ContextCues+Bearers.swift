import ArticleText

/// People and animals that bear the name of a car or a maker.
extension ContextCues {
  func addBearer(to sum: inout Weighing, _ form: SurfaceForm, _ match: Match, _ kinds: EntityKinds) {
    addPet(to: &sum, form, match, kinds)
    let next = wordAfter(match)
    if let next, next.shape == .number { sum.add(.partOfOtherName, if: isAuthor(match, before: next), at: match.last + 1) }
    let isGivenName = form.traits.contains(.givenName)
    sum.add(.unknownNameAfter, if: isGivenName && !sum.has(.unknownNameAfter) && isBeforeInitial(match), at: match.last + 1)
    if sum.has(.personNoun) { return }
    if form.traits.contains(.familyName), !kinds.contains(.person), let at = officeOrListOfPeople(form, match) { sum.add(.personNoun, at: at) }
    if sum.has(.personNoun) { return }
    if isGivenName && isOfAge(match) || next.map({ isComma(before: $0, match) && Self.aged.contains($0.hash) }) ?? false {
      sum.add(.personNoun, at: match.last + 1)
    }
    if form.traits.contains(.familyName), let next, let at = signOfSomebody(match, next) { sum.add(.personNoun, at: at) }
    if form.traits.contains(.familyName), !kinds.contains(.person), isNamedSo(match) {
      sum.add(.personNoun, if: !sum.has(.personNoun), at: match.first - 1)
    }
    if form.traits.contains(.familyName), let birth = wordBefore(match), Self.births.contains(birth.hash), next?.shape != .number {
      sum.add(.personNoun, at: match.first - 1)
    }
    guard !match.isLower, isOneWord(match) else { return }
    if let at = widow(before: match) ?? keeper(before: match, kinds), !sum.has(.personNoun) { sum.add(.personNoun, at: at) }
    let mayBeBearer = match.near.contains(.bearers)
    if mayBeBearer, let at = animal(before: match), kinds.contains(.vehicle) || kinds.contains(.brand), !sum.has(.personNoun) {
      sum.add(.personNoun, at: at)
    } else if isThingOfSurname(form, match), !sum.has(.personNoun) {
      sum.add(.personNoun, at: match.first - 1)
    } else if mayBeBearer, isBehindBearer(match) {
      sum.add(.personNoun, at: match.first - 1)
    } else if let next, let at = definingNoun(form, match, next) {
      sum.add(.personNoun, at: at)
    } else if before(match).contains(.function), isHeadOfLetter(match), saysNothingOfCars(match), isAboutOtherThings {
      sum.add(.otherSense, at: match.first - 1)
      sum.add(.naming, at: match.first - 1)
    }
  }

  /// "Ford, 34, of Leeds", "Ford’s uncle", "Ford (Richard)": an age, kin, or a given name.
  private func signOfSomebody(_ match: Match, _ next: Word) -> Int? {
    if next.gap == [.space, .bracket], next.shape == .capitalised, after(match).contains(.givenName),
      wordAfter(match, 2)?.gap.contains(.bracket) ?? true
    {
      return match.last + 1
    }
    if next.shape == .number {
      guard next.end - next.start == 2, isComma(before: next, match), let second = wordAfter(match, 2), second.gap == [.space, .other],
        second.shape == .lower
      else { return nil }
      return match.last + 1
    }
    guard next.gap == .apostrophe, let kin = wordAfter(match, 2), Self.kinOf.contains(kin.hash) else { return nil }
    return match.last + 2
  }

  private static let kinOf = WordSet(
    [
      "uncle", "aunt", "wife", "husband", "mother", "father", "son", "daughter", "brother", "sister", "widow", "girlfriend", "boyfriend",
      "grandfather", "grandmother", "mum", "dad", "solicitor", "barrister", "parents", "children",
    ])

  /// Whether a match is one word, which may go on behind the end of its line.
  func isOneWord(_ match: Match) -> Bool { match.first == match.last || article.words[match.last].gap.contains(.brokenWord) }

  /// "Georges Besse", whose name a site bears, and neither "Georges-Besse" nor "à Georges Besse" or "les ouvriers de Georges Besse".
  func isPersonOfSite(_ match: Match) -> Bool {
    guard match.last == match.first + 1, article.classes[match.first].contains(.givenName), !article.words[match.last].gap.contains(.hyphen) else {
      return false
    }
    if before(match).contains(.placePreposition), !before(match).contains(.about) { return false }
    let sentence = article.sentenceOf[match.first]
    let isAtWork = article.sentences.count(.industry, in: sentence) > 0 && article.sentences.count(.role, in: sentence) == 0
    if isAtWork, !before(match, 2).contains(.naming), !before(match).contains(.title) { return false }
    return !(before(match).contains(.about) && !before(match, 2).isDisjoint(with: [WordClasses(.industry), WordClasses(.siteNoun)]))
  }

  /// "Logan Pethick, 24,": a given name, another word in capitals and an age.
  private func isOfAge(_ match: Match) -> Bool {
    guard let surname = wordAfter(match), surname.gap == .space, surname.shape == .capitalised,
      matchAt[match.last + 1] < 0,
      let age = wordAfter(match, 2), age.shape == .number, age.gap == [.space, .other], age.end - age.start <= 2
    else { return false }
    guard let next = wordAfter(match, 3), next.gap == .space else { return true }
    return Self.years.contains(next.hash) || !after(match, 3).contains(.unit)
  }

  /// "le jeune Logan D.", and not "la Clio V.": a given name and the initial of a surname.
  private func isBeforeInitial(_ match: Match) -> Bool {
    guard !match.isLower, let letter = wordAfter(match), letter.gap == .space, letter.shape == .capitalised,
      letter.end - letter.start == 1, letter.end < article.text.bytes.count, article.text.bytes[letter.end] == 0x2E
    else { return false }
    return !Self.numerals.contains(letter.hash)
  }

  private static let numerals = WordSet(["i", "v", "x"])
  private static let years = WordSet(["ans", "an", "years", "year", "mois", "months"])

  /// "Ami, aged nine", "Zoé, âgée de 9 ans".
  private static let aged = WordSet(["aged", "age", "agee"])

  /// "un nommé Ford", "a couple named Renault", and not "une société nommée Renault".
  private func isNamedSo(_ match: Match) -> Bool {
    guard let verb = wordBefore(match), Self.namings.contains(verb.hash), let noun = wordBefore(match, 2), noun.gap != .paragraph else {
      return false
    }
    return before(match, 2).isDisjoint(with: [
      WordClasses(.brandNoun), WordClasses(.groupNoun), WordClasses(.companyNoun), WordClasses(.automotive), WordClasses(.industry),
    ])
  }

  private static let namings = WordSet(["nomme", "nommee", "nommes", "denomme", "denommee", "prenomme", "prenommee", "named", "surnamed"])

  /// "sous le Vidal de ma mère", "le latéral Espinosa": in French, a thing that is called by a surname that many bear, or somebody of another
  /// calling.
  private func isThingOfSurname(_ form: SurfaceForm, _ match: Match) -> Bool {
    guard form.traits.contains(.surname), form.traits.contains(.familyName), language(of: match) == .french, article.words[match.first].gap == .space
    else { return false }
    if before(match).contains(.personNoun), before(match).isDisjoint(with: [WordClasses(.role), WordClasses(.industry)]),
      before(match, 2).contains(.determiner)
    {
      return true
    }
    if before(match).contains(.about), let kind = wordBefore(match, 2), Self.kindsOf.contains(kind.hash) { return true }
    return wordBefore(match).map { Self.oneOf.contains($0.hash) || Self.pretended.contains($0.hash) } ?? false
  }

  /// "une sorte de Vidal".
  private static let kindsOf = WordSet(["sorte", "espece", "genre", "maniere"])
  private static let pretended = WordSet(["faux", "fausse", "pseudo"])

  private static let oneOf = WordSet(["le", "la", "un", "une", "ce", "cette"])

  /// "né Ford", "née Renault".
  private static let births = WordSet(["ne", "nee"])

  static let bearerHints = [animals, callings, shops, scholars, frenchSiblings]
  private static let frenchSiblings = WordSet(["freres", "soeurs", "epoux", "jumeaux", "jumelles", "cousins"])

  /// "his dog Duster", "le rugbyman Provost", "la boucherie Peugeot".
  private func isBehindBearer(_ match: Match) -> Bool {
    if let kin = wordBefore(match), Self.frenchSiblings.contains(kin.hash), before(match, 2).contains(.pluralArticle),
      article.words[match.first].gap == .space
    {
      return true
    }
    guard before(match).isDisjoint(with: Self.small), let noun = wordBefore(match), noun.shape == .lower,
      article.words[match.first].gap.isSubset(of: [.space, .line]), before(match, 2).contains(.determiner)
    else { return false }
    return Self.animals.contains(noun.hash) || Self.shops.contains(noun.hash) || Self.callings.contains(noun.hash)
      || Self.scholars.contains(noun.hash)
  }

  /// "ninety men and one dog, Master", "Premier chien : Duster", "un cheval nommé Captur": the animal that bears a name.
  private func animal(before match: Match) -> Int? {
    let distance = before(match).contains(.naming) ? 2 : 1
    guard let noun = wordBefore(match, distance), Self.animals.contains(noun.hash),
      noun.hash != Self.steed || distance == 2 || before(match, 2).contains(.determiner) && article.words[match.first].gap.contains(.other)
    else { return nil }
    let gap = article.words[match.first].gap
    guard gap == .space || gap.contains(.colon) || gap == [.space, .other] && isComma(before: article.words[match.first], after: match.first - 1)
    else { return nil }
    return match.first - distance
  }

  /// Whether nothing but a comma and a blank stands between two words.
  func isComma(before next: Word, after word: Int) -> Bool {
    isCommaAndBlank(from: article.words[word].end, to: next.start)
  }

  /// A maker of engines is called by this word.
  private static let steed = WordHash.of("horse")

  /// What is no noun.
  private static let small: WordClasses = [WordClasses(.function), WordClasses(.determiner)]

  /// "R comme Renault", "D is for Dolphin": an entry of an alphabet, under its letter.
  private func isHeadOfLetter(_ match: Match) -> Bool {
    guard let link = wordBefore(match), Self.letterLinks.contains(link.hash) else { return false }
    let distance = wordBefore(match, 2).map { $0.hash == Self.being } ?? false ? 3 : 2
    guard let letter = wordBefore(match, distance), letter.end - letter.start == 1 else { return false }
    return article.text.bytes[letter.start] == article.text.bytes[article.words[match.first].start]
  }

  private static let letterLinks = WordSet(["comme", "for"])
  private static let being = WordHash.of("is")

  /// "a Shire named Captur", "we called one Mercedes": in a sentence without a word on cars or another name.
  private func addPet(to sum: inout Weighing, _ form: SurfaceForm, _ match: Match, _ kinds: EntityKinds) {
    guard kinds.contains(.vehicle) || kinds.contains(.brand), form.traits.isDisjoint(with: Self.doubtful),
      let at = (1...2).first(where: { before(match, $0).contains(.naming) }), !speaksOfCars(match), isOnlyName(match),
      article.sentences.count(.industry, in: article.sentenceOf[match.first]) == 0
    else { return }
    sum.add(.personNoun, at: match.first - at)
  }

  /// Whether no other name that is nothing else stands in the sentence, some words around.
  func isOnlyName(_ match: Match) -> Bool {
    let around = max(0, match.first - Self.nearby)..<min(article.words.count, match.last + Self.nearby)
    return !around.contains { word in
      guard matchAt[word] >= 0, !(match.first...match.last).contains(word) else { return false }
      return article.sentenceOf[word] == article.sentenceOf[match.first]
        && index.traits(of: matches[Int(matchAt[word])].form).isDisjoint(with: .doubtfulWord)
    }
  }

  /// "Ford, my neighbour, said", "Zoé et Mercedes, deux infirmières", and not "Renault, mon fils dit": a noun of a person at a distance behind a
  /// match, of which nothing else is told.
  func isPersonTold(at distance: Int, behind match: Match) -> Bool {
    guard let noun = wordAfter(match, distance) else { return false }
    if after(match, distance + 1).contains(.role), after(match, distance + 1).contains(.frenchVerb), wordAfter(match, distance + 1)?.gap == .space {
      return false
    }
    if after(match, distance).contains(.personNoun) { return true }
    guard distance == 2, after(match).contains(.numberWord), noun.shape == .lower, article.text.bytes[noun.end - 1] == 0x73 else { return false }
    return cues.classes(of: WordHash.of(article.text.bytes[noun.start..<noun.end - 1].span)).contains(.personNoun)
      || after(match, distance).contains(.town)
  }
}
