import ArticleText

extension ContextCues {
  /// The form inside the name of a person, a street, a club.
  func addOtherNames(to sum: inout Weighing, _ form: SurfaceForm, _ match: Match, _ kinds: EntityKinds) {
    let isPerson = kinds.contains(.person)
    let isBearable = isPerson || form.traits.contains(.familyName)
    if let previous = wordBefore(match), article.words[match.first].gap.isSubset(of: [.space, .hyphen, .line, .dot, .apostrophe]) {
      addNameBefore(to: &sum, form, match, previous, isPerson: isPerson, isBearable: isBearable)
    }
    if !sum.has(.givenNameBefore), isBearable && isAfterOtherInitial(match, isPerson: isPerson) || !isPerson && isAfterTitleAndInitial(match) {
      sum.add(.givenNameBefore, at: match.first - 1)
    }
    if !sum.has(.givenNameBefore), !sum.has(.titleBefore) { addEponyms(to: &sum, form, match) }
    if !form.traits.isDisjoint(with: Self.wordsOfBodies) {
      sum.add(.otherOrganisation, if: isOtherOrganisation(form, match, kinds), at: match.last + 1)
    }
    if isBearable {
      sum.add(.familySign, if: hasFamilySign(match), at: match.last + 1)
      sum.add(.compoundName, if: joinsName(match.last + 1) && matchAt[match.last + 1] < 0 || endsDoubleName(match), at: match.last + 1)
    }
    addBearer(to: &sum, form, match, kinds)
    addRemarks(to: &sum, form, match)
    addOtherBody(to: &sum, form, match, kinds)
    if form.traits.contains(.givenName) || kinds.contains(.brand) && form.traits.contains(.familyName) && isGivenNameOfMaker(form, match),
      let at = otherGivenName(beside: match)
    {
      sum.add(.unknownNameAfter, at: at)
    }
    if isPerson, let at = calling(behind: match, form) { sum.add(.personNoun, if: !sum.has(.personNoun), at: at) }
    if isPerson, let at = restOfName(behind: match, form) { sum.add(.unknownNameAfter, if: !sum.has(.unknownNameAfter), at: at) }
    if isBearable || form.traits.contains(.givenName) { addPersonNoun(to: &sum, match, isPerson: isPerson, isBearable: isBearable) }
  }

  /// Words, which bodies have as their names, too.
  private static let wordsOfBodies: FormTraits = [.frenchWord, .englishWord, .nickname]

  /// Streets, schools, clubs and universities that bear a name: "rue Ampère", "FC Sochaux", "University of Sunderland".
  func addEponyms(to sum: inout Weighing, _ form: SurfaceForm, _ match: Match) {
    sum.add(.namedAfter, if: isNamedAfter(match), at: match.first - 1)
    if before(match).contains(.function) || before(match).contains(.about) {
      sum.add(.namedAfter, if: isUniversityOf(match) || isPeer(match), at: match.first - 2)
    }
    let isPlace = !form.kinds.isDisjoint(with: Self.sitesAndPlaces)
    if isPlace, !hasSiteHead(match),
      let at = score(near: match) ?? result(beside: match) ?? verbOfClub(match) ?? player(of: match) ?? wordOfTeam(match)
    {
      sum.add(.partOfOtherName, at: at)
    }
    let isInOther = after(match).contains(.afterOtherName) && article.words[match.last + 1].shape != .lower && !isBeforeTrim(match)
    let isSchool = form.traits.contains(.familyName) && isOfSchool(match)
    sum.add(
      .partOfOtherName,
      if: (isInOther || isSchool || isPlace && (isStartOfPlaceName(match) || isPlaceOfOtherName(match))) && !sum.has(.partOfOtherName),
      at: match.last + 1)
    if isPlace || article.words[match.first].gap == .hyphen {
      sum.add(.unknownNameBefore, if: isEndOfPlaceName(match) && !sum.has(.namedAfter), at: match.first - 1)
    }
    if before(match).contains(.placePreposition) {
      sum.add(.partOfOtherName, if: isVillage(match) && !sum.has(.partOfOtherName), at: match.first - 1)
    }
    sum.add(.partOfOtherName, if: !sum.has(.partOfOtherName) && isQuotedAlone(form, match), at: match.first)
    if isPlace, before(match).isDisjoint(with: Self.smallBefore), let at = shipOfTown(match) {
      sum.add(.partOfOtherName, if: !sum.has(.partOfOtherName), at: at)
    }
    if isPlace, let at = nameAround(place: match) { sum.add(.partOfOtherName, if: !sum.has(.partOfOtherName), at: at) }
    if mayBeInTitle(form), let at = titleOfWork(around: match) ?? shortTitle(around: match) {
      sum.add(.partOfOtherName, if: !sum.has(.partOfOtherName), at: at)
    }
  }

  /// "usine de Sochaux", "Sunderland plant": no club, whatever is played.
  private func hasSiteHead(_ match: Match) -> Bool {
    match.first != match.last
      && !(article.classes[match.first].isDisjoint(with: WordClasses(.siteNoun))
        && article.classes[match.last].isDisjoint(with: WordClasses(.siteNoun)))
  }

  static let sitesAndPlaces: EntityKinds = [EntityKinds(.site), EntityKinds(.place)]
  private static let smallBefore: WordClasses = [WordClasses(.function), WordClasses(.determiner)]

  /// "the Ampère school".
  private func isOfSchool(_ match: Match) -> Bool {
    guard before(match).contains(.determiner), index.traits(of: match.form).contains(.familyName), language(of: match) == .english,
      let next = wordAfter(match), next.gap == .space
    else { return false }
    return Self.schools.contains(next.hash)
  }

  private static let schools = WordSet(
    [
      "school", "schools", "college", "primary", "street", "road", "avenue", "square", "hospital", "stadium", "bridge", "lane", "gymnasium",
      "library",
    ])

  /// "Mrs J. Ford", "P. Provost": an initial that is not that of the person in the catalogue. "the U.S. Ford" and "FORMULA E. Nissan" have none.
  private func isAfterOtherInitial(_ match: Match, isPerson: Bool) -> Bool {
    guard article.words[match.first].gap.subtracting(.sentence) == [.dot, .space], let letter = wordBefore(match),
      letter.end - letter.start == 1, letter.shape == .capitalised, !before(match).contains(.title), matchAt[match.first - 1] < 0
    else { return false }
    if let head = wordBefore(match, 2) {
      if head.shape == .capitals, !article.inCapitalLine[match.first] || before(match, 2).contains(.racing) { return false }
      if !isPerson, letter.gap.contains(.dot), !letter.gap.contains(.space), head.end - head.start == 1 { return false }
      if letter.gap == .space, head.shape == .lower,
        before(match, 2).isDisjoint(with: [WordClasses(.function), WordClasses(.title), WordClasses(.personNoun)])
      {
        return false
      }
    }
    return !index.readings(of: match.form).contains { reading in
      catalogue.kinds[reading.entity] == .person
        && catalogue.entries[reading.entity].name.utf8.first == article.text.bytes[letter.start]
    }
  }

  /// "Mrs D. Master": whatever the word is, somebody is called so.
  private func isAfterTitleAndInitial(_ match: Match) -> Bool {
    guard article.words[match.first].gap.subtracting(.sentence) == [.dot, .space], let letter = wordBefore(match),
      letter.end - letter.start == 1, letter.shape == .capitalised, letter.gap.subtracting(.sentence).isSubset(of: [.dot, .space])
    else { return false }
    return before(match, 2).contains(.title) && !match.isLower
  }

  private func isNamedAfter(_ match: Match) -> Bool {
    if isStreet(match) { return true }
    guard let previous = wordBefore(match), article.words[match.first].gap == .space, matchAt[match.first - 1] < 0 else {
      return false
    }
    return before(match).contains(.namedAfter) || before(match).contains(.clubPrefix) && isClub(previous, match)
  }

  /// "FC Sochaux", "US Maubeuge", and not "the US Ford dealers" or "ROADS CLOSED AS DIEPPE MARKS".
  private func isClub(_ prefix: Word, _ match: Match) -> Bool {
    guard prefix.shape == .capitals else { return false }
    return !Self.wordsLikeClubs.contains(prefix.hash) || language(of: match) == .french && !article.inCapitalLine[match.first]
  }

  private static let wordsLikeClubs = WordSet(["as", "us", "oh", "ac"])

  /// "rue des Alpines", "avenue de la Régie", "rue de Dieppe".
  private func isStreet(_ match: Match) -> Bool {
    guard match.near.contains(.streets), before(match).contains(.function) else { return false }
    guard let head = wordBefore(match, before(match, 2).contains(.about) ? 3 : 2) else { return false }
    return Self.streets.contains(head.hash)
  }

  static let streetHints = [streets]
  private static let streets = WordSet(["rue", "avenue", "boulevard", "bd", "allee", "impasse"])

  private func addNameBefore(
    to sum: inout Weighing, _ form: SurfaceForm, _ match: Match, _ previous: Word, isPerson: Bool, isBearable: Bool
  ) {
    let gap = article.words[match.first].gap
    let classes = before(match)
    let isCapital = previous.shape == .capitalised || article.inCapitalLine[match.first]
    let other = matchAt[match.first - 1]
    let at = match.first - 1
    if other >= 0 {
      let isGiven = index.traits(of: matches[Int(other)].form).contains(.givenName)
      sum.add(.givenNameBefore, if: isGiven && isBearable && gap == .space, at: at)
      sum.add(.unknownNameBefore, if: gap == .space && isModelOfBrand(form, match, matches[Int(other)]), at: at)
    } else if classes.contains(.givenName), isCapital, !gap.contains(.dot) {
      sum.add(.givenNameBefore, at: at)
    } else if classes.contains(.title) && (!isPronoun(previous) || article.isLowerCase(at: match.first)) && !judges(previous, match)
      || !classes.contains(.function) && isRank(previous, match), !isPerson, !form.traits.contains(.code)
    {
      sum.add(.titleBefore, at: at)
    } else if !isNamedAfter(match), isBearable || !form.traits.isDisjoint(with: [.code, .frenchWord, .englishWord, .givenName]) {
      addUnknownName(to: &sum, form, match, previous)
    }
  }

  /// "une Renault Alliance": a group’s name, which is a word too, right behind a brand is that of a car of the brand.
  private func isModelOfBrand(_ form: SurfaceForm, _ match: Match, _ other: Match) -> Bool {
    form.kinds == EntityKinds(.group) && isOwnWord(form, match) && !match.isLower && index.kinds(of: other.form).contains(.brand)
  }

  /// "me", and not "Me" or "capitaine".
  private func isPronoun(_ word: Word) -> Bool { word.shape == .lower && word.end - word.start <= 2 }

  /// A capitalised word that is no known name and does not start the sentence: "Harrison Ford", "Airbus A310", "au Grand Lion".
  private func addUnknownName(to sum: inout Weighing, _ form: SurfaceForm, _ match: Match, _ previous: Word) {
    let isCode = form.traits.contains(.code)
    guard isAside(article.words[match.first].gap), previous.shape == .capitalised || isCode && previous.shape == .capitals,
      !article.inCapitalLine[match.first], !article.startsSentence(match.first - 1),
      before(match).isDisjoint(with: Self.commonBefore) || form.traits.contains(.nickname) && before(match).contains(.adjective),
      previous.end - previous.start > 1, !article.isInTitle(match.first), !isBeforeDealer(form, match),
      !isInPlace(match.first - 2, match), !isOfKindOfCar(form, match)
    else { return }
    sum.add(isCode ? .otherMaker : .unknownNameBefore, at: match.first - 1)
  }

  /// A blank, or the apostrophe and the blank of "Residents’ Alliance".
  private func isAside(_ gap: Gap) -> Bool { gap == .space || gap == [.apostrophe, .space] }

  static let commonBefore: WordClasses = [
    WordClasses(.function), WordClasses(.determiner), WordClasses(.title), WordClasses(.brandNoun),
    WordClasses(.groupNoun), WordClasses(.companyNoun), WordClasses(.siteNoun), WordClasses(.vehicleNoun),
    WordClasses(.motorNoun), WordClasses(.platformNoun), WordClasses(.planNoun), WordClasses(.teamNoun),
    WordClasses(.automotive), WordClasses(.industry), WordClasses(.role), WordClasses(.adjective),
    WordClasses(.finance), WordClasses(.racing), WordClasses(.capitalWord), WordClasses(.verb), WordClasses(.driving),
  ]

  /// Whether a hyphen joins the word at an index, capitalised, to the one before.
  func joinsName(_ index: Int) -> Bool {
    guard index < article.words.count else { return false }
    return article.words[index].gap == .hyphen && article.words[index].shape == .capitalised
  }

  /// "Valentin Ferrand-Renault".
  private func endsDoubleName(_ match: Match) -> Bool {
    guard article.words[match.first].gap == .hyphen, let first = wordBefore(match), first.shape == .capitalised, matchAt[match.first - 1] < 0 else {
      return false
    }
    if Self.headsOfPlaces.contains(first.hash) { return true }
    guard first.gap == .space else { return false }
    return before(match, 2).contains(.givenName)
  }

  /// "Château-Renault".
  private static let headsOfPlaces = WordSet(["chateau", "bourg", "saint", "mont", "pont", "puy", "roche", "villa", "port", "bois"])

  /// "et fils", "and sons", "by marriage".
  private func hasFamilySign(_ match: Match) -> Bool {
    guard let next = wordAfter(match), let second = wordAfter(match, 2) else { return false }
    return cues.classes(of: next.hash, second.hash).contains(.familySign)
  }

  /// "University of Sunderland", "Université de Tanger", with a capital.
  private func isUniversityOf(_ match: Match) -> Bool {
    guard before(match).contains(.function), let head = wordBefore(match, 2) else { return false }
    return head.shape != .lower && before(match, 2).contains(.institution)
  }

  /// "la Régie des transports", "the Alliance of Small States": a common noun, after an article, with what it is about; "les Amis du vélo".
  private func isOtherOrganisation(_ form: SurfaceForm, _ match: Match, _ kinds: EntityKinds) -> Bool {
    if isOwnWord(form, match), index.isOnly(.plural, match.form), before(match).contains(.pluralArticle), after(match).contains(.about) {
      return wordAfter(match, 2)?.shape != .number && matchAt[min(match.last + 2, matchAt.count - 1)] < 0
    }
    if isFigureOfOthers(form, match) { return true }
    guard isOwnWord(form, match) || form.traits.contains(.nickname), kinds.contains(.group) || kinds.contains(.company),
      before(match).contains(.determiner) && !isAfterFrenchTo(match) || article.startsSentence(match.first) || article.inCapitalLine[match.first],
      let next = wordAfter(match), next.gap == .space, cues.classes(of: next.hash).contains(.about), !isAccented(next), !isPurpose(match)
    else { return false }
    let noun = match.last + 2
    guard noun < article.words.count, article.sentenceOf[noun] == article.sentenceOf[match.last] else { return false }
    return matchAt[noun] < 0 && !(noun + 1 < matchAt.count && matchAt[noun + 1] >= 0)
  }

  /// "Sochaux a battu Valenciennes 2-0": beside a score a town is its club, unless a noun such as "club de" stands before it.
  func score(near match: Match) -> Int? {
    guard !(before(match).contains(.function) && before(match, 2).contains(.townNoun)) else { return nil }
    let first = max(1, Int(match.sentenceStart), match.first - Self.nearby)
    let end = min(Int(article.sentenceEnd(match.first)), match.last + Self.nearby)
    return first < end ? (first..<end).first { article.words[$0].isNumber && isScore($0) } : nil
  }

  static let nearby = 12

  /// Whether a number is the second of a score: "2-0", not "2-3 ans" or "12-14 mars".
  private func isScore(_ index: Int) -> Bool {
    let (word, other) = (article.words[index], article.words[index - 1])
    guard other.shape == .number, word.gap == .hyphen, !other.gap.contains(.hyphen),
      word.end - word.start <= 2, other.end - other.start <= 2
    else { return false }
    guard let next = article.word(at: index + 1, inSentenceOf: index), next.gap == .space else { return true }
    return next.shape == .lower && !article.classes[index + 1].isDisjoint(with: [WordClasses(.function), WordClasses(.placePreposition)])
  }

  /// "M. Provost, de Tours": told by where he is from, so nobody known.
  func isFromSomewhere(_ match: Match) -> Bool {
    guard let next = wordAfter(match), isComma(before: next, match), let place = wordAfter(match, 2) else { return false }
    return after(match).contains(.about) && place.shape == .capitalised && matchAt[match.last + 2] < 0
  }

  /// "Mégane, Zoé et Nino": the given name that stands in a list beside one that is a car's, too.
  private func otherGivenName(beside match: Match) -> Int? {
    let after = match.last + 1
    if after + 1 < article.words.count, article.classes[after].contains(.conjunction), isOtherGivenName(after + 1, match) { return after + 1 }
    if after < article.words.count, article.words[after].gap == [.space, .other], isOtherGivenName(after, match) { return after }
    if article.words[match.first].gap == [.space, .other], isOtherGivenName(match.first - 1, match) { return match.first - 1 }
    return before(match).contains(.conjunction) && isOtherGivenName(match.first - 2, match) ? match.first - 2 : nil
  }

  private func isOtherGivenName(_ word: Int, _ match: Match) -> Bool {
    guard word >= 0, article.sentenceOf[word] == article.sentenceOf[match.first], matchAt[word] < 0 else { return false }
    return article.words[word].shape == .capitalised && article.classes[word].contains(.givenName)
  }
}
