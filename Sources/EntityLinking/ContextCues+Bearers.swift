import ArticleText

/// People and animals that bear the name of a car or a maker.
extension ContextCues {
  func addBearer(to sum: inout Weighing, _ form: SurfaceForm, _ match: Match, _ kinds: EntityKinds) {
    addPet(to: &sum, form, match, kinds)
    sum.add(.partOfOtherName, if: isAuthor(match), at: match.last + 1)
    if sum.has(.personNoun) { return }
    if form.traits.contains(.givenName), isOfAge(match) { sum.add(.personNoun, at: match.last + 1) }
    if form.traits.contains(.familyName), let birth = wordBefore(match), Self.births.contains(birth.hash), wordAfter(match)?.shape != .number {
      sum.add(.personNoun, at: match.first - 1)
    }
    guard form.words.count == 1, !match.isLower else { return }
    if let animal = wordBefore(match), article.words[match.first].gap.isSubset(of: [.space, .line]), Self.animals.contains(animal.hash), before(match, 2).contains(.determiner) {
      sum.add(.personNoun, at: match.first - 1)
    } else if let at = apposedTrade(match) {
      sum.add(.personNoun, at: at)
    } else if isHeadOfLetter(match), saysNothingOfCars(match), isAboutOtherThings {
      sum.add(.otherSense, at: match.first - 1)
      sum.add(.naming, at: match.first - 1)
    }
  }

  /// "Georges Besse", whose name a site bears, and neither "Georges-Besse" nor "à Georges Besse" or "les ouvriers de Georges Besse".
  func isPersonOfSite(_ match: Match) -> Bool {
    guard match.last == match.first + 1, article.classes[match.first].contains(.givenName), !article.words[match.last].gap.contains(.hyphen) else {
      return false
    }
    if before(match).contains(.placePreposition), !before(match).contains(.about) { return false }
    return !(before(match).contains(.about) && !before(match, 2).isDisjoint(with: [WordClasses(.industry), WordClasses(.siteNoun)]))
  }

  /// "Logan Pethick, 24,": a given name, another word in capitals and an age.
  private func isOfAge(_ match: Match) -> Bool {
    guard let surname = wordAfter(match), surname.gap == .space, surname.shape == .capitalised, matchAt[match.last + 1] < 0,
      let age = wordAfter(match, 2), age.shape == .number, age.gap == [.space, .other], age.end - age.start <= 2
    else { return false }
    guard let next = wordAfter(match, 3), next.gap == .space else { return true }
    return Self.years.contains(next.hash) || !after(match, 3).contains(.unit)
  }

  private static let years = WordSet(["ans", "an", "years", "year", "mois", "months"])

  /// "né Ford", "née Renault".
  private static let births = WordSet(["ne", "nee"])

  /// "his dog Duster".
  private static let animals = WordSet(
    [
      "dog", "cat", "pony", "mare", "foal", "donkey", "parrot", "rabbit", "hamster", "labrador", "spaniel", "terrier", "collie", "puppy", "kitten",
      "cow", "goat", "chien", "chienne", "chat", "chatte", "jument", "poney", "poulain", "ane", "anesse", "perroquet", "lapin", "chiot", "chaton",
      "vache", "chevre", "pouliche", "cheval", "horse", "racehorse", "greyhound", "levrier", "caniche", "epagneul", "setter", "cockatiel", "tortue",
    ])

  /// "Seal, le chanteur", "Provost, the hairdresser": what no maker and no manager of one is.
  private func apposedTrade(_ match: Match) -> Int? {
    guard let next = wordAfter(match), isComma(before: next, match), after(match).contains(.determiner),
      let trade = wordAfter(match, 2), trade.gap == .space, Self.trades.contains(trade.hash)
    else { return nil }
    return match.last + 2
  }

  private static let trades = WordSet(
    [
      "chanteur", "chanteuse", "singer", "rappeur", "rappeuse", "rapper", "musicien", "musicienne", "musician", "pianiste", "pianist", "guitariste",
      "guitarist", "batteur", "drummer", "acteur", "actrice", "actor", "actress", "comedien", "comedienne", "comedian", "humoriste", "comique",
      "danseur", "danseuse", "dancer", "peintre", "painter", "sculpteur", "sculptor", "poete", "poet", "romancier", "romanciere", "novelist",
      "ecrivain", "ecrivaine", "writer", "cineaste", "realisateur", "realisatrice", "philosophe", "philosopher", "physicien", "physicist", "savant",
      "coiffeur", "coiffeuse", "hairdresser", "boulanger", "boulangere", "baker", "boucher", "bouchere", "butcher", "facteur", "postman", "boxeur",
      "boxer", "catcheur", "wrestler", "footballeur", "footballer", "magicien", "magician", "dompteur", "clown", "general", "amiral", "admiral",
      "demagogue", "orateur", "orator", "muse", "dieu", "deesse", "god", "goddess", "titan", "heros",
    ])

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
}
