import ArticleText

/// Weighs what stands around a form: whether its words are a name here, whatever it names.
struct ContextCues {
  let article: Article
  let index: FormIndex
  let catalogue: Catalogue
  /// For each word, the position of the match that it belongs to.
  let matchAt: [Int32]
  let matches: [Match]

  /// The traits whose trust depends on the context.
  private static let doubtful: FormTraits = [
    .weakPhrase, .number, .code, .acronym, .sharedAcronym, .frenchWord, .englishWord, .givenName, .surname, .nickname,
    .split, .contracted,
  ]

  func add(to sum: inout Weighing, _ match: Match) {
    let form = index.form(match.form)
    let kinds = form.readings.map { catalogue.kinds[$0.entity] }
    let doubtful = !form.traits.isDisjoint(with: Self.doubtful) || match.isLower
    addSigns(to: &sum, form, match)
    if form.traits.contains(.longName) {
      let isPerson = kinds.contains(.person)
      sum.add(.compoundName, if: isPerson && joinsName(match.last + 1))
      let isNamedAfter = isPerson && article.words[match.first].gap == .space && before(match).contains(.namedAfter)
      sum.add(.namedAfter, if: isNamedAfter)
      return
    }
    addOtherNames(to: &sum, form, match, kinds)
    addNumbers(to: &sum, form, match)
    guard doubtful else { return }
    addArticles(to: &sum, form, match, kinds)
    sum.add(.typeNoun, if: followsTypeNoun(match, kinds))
    sum.add(
      .lowerCaseText,
      if: article.isLowerCase && !sum.has(.everydayLower) && (match.isLower || sum.has(.lowerShortCode)))
    let isMaker = kinds.contains { Self.makers.contains($0) }
    sum.add(.makerPreposition, if: isMaker && before(match).contains(.makerPreposition))
    sum.add(.subjectName, if: isMaker && sum.has(.everydayAtStart) && isSubject(match))
    sum.add(.coordinated, if: isCoordinated(match, kinds))
    addDomain(to: &sum, match)
    addNaming(to: &sum, form, match)
  }

  private func before(_ match: Match, _ distance: Int = 1) -> WordClasses {
    article.classes(at: match.first - distance, inSentenceOf: match.first)
  }

  private func after(_ match: Match, _ distance: Int = 1) -> WordClasses {
    article.classes(at: match.last + distance, inSentenceOf: match.last)
  }

  /// Words that speak against this very form.
  private func addSigns(to sum: inout Weighing, _ form: SurfaceForm, _ match: Match) {
    guard form.words.count == 1 else { return }
    let hash = form.words.firstHash
    if article.counters.isBeside(hash, first: match.first, last: match.last) {
      sum.add(.counterWordBeside)
    } else if article.counters.inSentence(hash, article.sentenceOf[match.first]) {
      sum.add(.counterWordInSentence)
    } else if article.counters.inParagraph(hash, article.paragraphOf[match.first]) {
      sum.add(.counterWordInParagraph)
    }
  }

  /// "Horse is", "Mobilize, the": without an article, a noun at the start of an English sentence is a name.
  private func isSubject(_ match: Match) -> Bool {
    guard article.language(at: match.first) == .english,
      let next = article.word(at: match.last + 1, inSentenceOf: match.last)
    else { return false }
    let classes = after(match)
    return next.gap == .space ? classes.contains(.verb) : next.gap == [.space, .other] && classes.contains(.determiner)
  }

  /// The form inside the name of a person, a street, a club.
  private func addOtherNames(to sum: inout Weighing, _ form: SurfaceForm, _ match: Match, _ kinds: [EntityKind]) {
    let previous = article.word(at: match.first - 1, inSentenceOf: match.first)
    let gap = article.words[match.first].gap
    let isPerson = kinds.contains(.person)
    let previousIsMatch = match.first > 0 && matchAt[match.first - 1] >= 0
    if let previous, gap.isSubset(of: [.space, .hyphen, .line, .dot]), !previousIsMatch {
      let classes = before(match)
      let isCapital = previous.shape == .capitalised || article.inCapitalLine[match.first]
      if classes.contains(.givenName), isCapital, !gap.contains(.dot) {
        sum.add(.givenNameBefore)
      } else if classes.contains(.title), !isPerson, !form.traits.contains(.code) {
        sum.add(.titleBefore)
      } else if classes.contains(.namedAfter), gap == .space {
        sum.add(.namedAfter)
      } else if form.traits.contains(.familyName) || isPerson || !form.traits.isDisjoint(with: [.code]) {
        addUnknownName(to: &sum, form, match, previous)
      }
    }
    if match.last + 1 < article.words.count, after(match).contains(.afterOtherName) {
      sum.add(.partOfOtherName, if: article.words[match.last + 1].shape != .lower)
    }
    sum.add(.familySign, if: form.traits.contains(.familyName) && hasFamilySign(match))
    let mayBePerson = isPerson || form.traits.contains(.familyName)
    sum.add(.compoundName, if: mayBePerson && joinsName(match.last + 1) && matchAt[match.last + 1] < 0)
  }

  /// A capitalised word that is no known name and does not start the sentence: "Harrison Ford", "Airbus A310".
  private func addUnknownName(to sum: inout Weighing, _ form: SurfaceForm, _ match: Match, _ previous: Word) {
    let classes = before(match)
    guard article.words[match.first].gap == .space, previous.shape == .capitalised,
      !article.inCapitalLine[match.first], !article.startsSentence(match.first - 1),
      classes.isDisjoint(with: Self.commonBefore), previous.end - previous.start > 1
    else { return }
    sum.add(form.traits.contains(.code) ? .otherMaker : .unknownNameBefore)
  }

  private static let commonBefore: WordClasses = [
    WordClasses(.function), WordClasses(.determiner), WordClasses(.title), WordClasses(.brandNoun),
    WordClasses(.groupNoun), WordClasses(.companyNoun), WordClasses(.siteNoun), WordClasses(.vehicleNoun),
    WordClasses(.motorNoun), WordClasses(.platformNoun), WordClasses(.planNoun), WordClasses(.teamNoun),
    WordClasses(.automotive), WordClasses(.industry), WordClasses(.role), WordClasses(.adjective),
    WordClasses(.finance), WordClasses(.racing),
  ]

  /// Whether a hyphen joins the word at an index, capitalised, to the one before.
  private func joinsName(_ index: Int) -> Bool {
    guard index < article.words.count else { return false }
    return article.words[index].gap == .hyphen && article.words[index].shape == .capitalised
  }

  /// "et fils", "and sons", "by marriage".
  private func hasFamilySign(_ match: Match) -> Bool {
    guard let next = article.word(at: match.last + 1, inSentenceOf: match.last),
      let second = article.word(at: match.last + 2, inSentenceOf: match.last)
    else { return false }
    return Self.familySigns.contains(WordHash.adding(UInt8(truncatingIfNeeded: second.hash), to: next.hash))
  }

  private static let familySigns = Set(
    [("et", "fils"), ("et", "cie"), ("and", "sons"), ("and", "son"), ("by", "marriage"), ("et", "freres")].map {
      WordHash.adding(UInt8(truncatingIfNeeded: WordHash.of($1)), to: WordHash.of($0))
    })

  private func addNumbers(to sum: inout Weighing, _ form: SurfaceForm, _ match: Match) {
    let previous = article.word(at: match.first - 1, inSentenceOf: match.first)
    let gap = article.words[match.first].gap
    let afterNumber =
      previous.map { ($0.shape == .number || before(match).contains(.numberWord)) && gap.isSubset(of: [.space]) } ?? false
    if afterNumber, match.isLower || form.traits.contains(.split) || form.traits.contains(.number) {
      sum.add(.afterNumber)
    }
    guard form.traits.contains(.number) || form.traits.contains(.split),
      match.last + 1 < article.words.count, article.words[match.last + 1].gap.isSubset(of: [.space, .dot, .line])
    else { return }
    let isUnit = after(match).contains(.unit) || after(match).contains(.numberWord)
    let isCount = form.traits.contains(.number) && countsNoun(match)
    sum.add(.beforeUnit, if: isUnit || isCount || article.words[match.last + 1].shape == .number)
  }

  /// "les 308 premiers": a plural article before and a plural noun after make a number of it.
  private func countsNoun(_ match: Match) -> Bool {
    guard let article = self.article.word(at: match.first - 1, inSentenceOf: match.first),
      Self.pluralArticles.contains(article.hash)
    else { return false }
    let next = self.article.words[match.last + 1]
    return next.shape == .lower && "sx".utf8.contains(self.article.text.bytes[next.end - 1])
  }

  private static let pluralArticles = Set(["les", "des", "ces", "the", "these"].map(WordHash.of))

  private func addArticles(to sum: inout Weighing, _ form: SurfaceForm, _ match: Match, _ kinds: [EntityKind]) {
    let direct = before(match).contains(.determiner)
    let hasArticle =
      direct || before(match).contains(.adjective) && before(match, 2).contains(.determiner)
    let isEveryday = !form.traits.isDisjoint(with: [.frenchWord, .englishWord])
    let isOwn = form.traits.contains(article.language(at: match.first) == .french ? .frenchWord : .englishWord)
    if kinds.contains(.vehicle), hasArticle {
      let trusted = form.traits.contains(.number) || form.traits.contains(.givenName) || form.traits.contains(.split)
      let plausible = !match.isLower || article.isLowerCase || speaksOfCars(match)
      sum.add(
        .article, if: trusted && plausible || sum.has(.lowerShortCode) || isEveryday && !isOwn && match.isLower)
      sum.add(.definiteNickname, if: isEveryday && !match.isLower && !sum.has(.everydayInCapitalLine))
      sum.add(.drivingVerb, if: isEveryday && isOwn && match.isLower && followsDriving(match))
    }
    if kinds.contains(.vehicle), !hasArticle, form.traits.contains(.givenName) {
      sum.add(.drivingVerb, if: followsDriving(match) || isDrivenIn(match))
    }
    sum.add(.definiteNickname, if: form.traits.contains(.nickname) && direct)
    let next = article.word(at: match.last + 1, inSentenceOf: match.last)
    if form.traits.contains(.givenName), !hasArticle, let next, next.gap == .space, next.shape == .capitalised,
      after(match).isDisjoint(with: [WordClasses(.function), WordClasses(.determiner)])
    {
      sum.add(.unknownNameAfter)
    }
  }

  private func followsDriving(_ match: Match) -> Bool {
    (1...4).contains { before(match, $0).contains(.driving) }
  }

  /// "rouler en Clio", also with more words between.
  private func isDrivenIn(_ match: Match) -> Bool {
    guard article.word(at: match.first - 1, inSentenceOf: match.first)?.hash == Self.inside else { return false }
    return article.sentences.count(.driving, in: article.sentenceOf[match.first]) > 0
  }

  private static let makers: Set<EntityKind> = [.brand, .group, .company]
  private static let inside = WordHash.of("en")

  private func speaksOfCars(_ match: Match) -> Bool {
    let sentence = article.sentenceOf[match.first]
    return article.sentences.count(.automotive, in: sentence) + article.sentences.count(.driving, in: sentence) > 0
  }

  /// "marque Alpine", "le moteur 7DL", "plan Refactory"; a preposition may stand between.
  private func followsTypeNoun(_ match: Match, _ kinds: [EntityKind]) -> Bool {
    let classes = before(match).union(before(match).contains(.function) ? before(match, 2) : [])
    return kinds.contains { kind in Self.nouns(of: kind).map { classes.contains($0) } ?? false }
  }

  static func nouns(of kind: EntityKind) -> WordClass? {
    switch kind {
    case .group: .groupNoun
    case .brand: .brandNoun
    case .company: .companyNoun
    case .site: .siteNoun
    case .place: .townNoun
    case .vehicle: .vehicleNoun
    case .motor: .motorNoun
    case .platform: .platformNoun
    case .plan: .planNoun
    case .team: .teamNoun
    case .technology, .person, .other: nil
    }
  }

  /// Joined by a comma, "et", "and" to a trusted name of the same kind.
  private func isCoordinated(_ match: Match, _ kinds: [EntityKind]) -> Bool {
    var previous = match.first - 1
    if before(match).contains(.determiner) { previous -= 1 }
    guard article.classes(at: previous, inSentenceOf: match.first).contains(.conjunction), previous > 0,
      article.sentenceOf[previous - 1] == article.sentenceOf[match.first]
    else { return false }
    let other = matchAt[previous - 1]
    guard other >= 0 else { return false }
    let form = index.form(matches[Int(other)].form)
    guard form.traits.contains(.longName) || form.traits.isDisjoint(with: Self.doubtful) else { return false }
    return form.readings.contains { reading in
      let kind = catalogue.kinds[reading.entity]
      return kinds.contains(kind) || Self.makers.contains(kind) && kinds.contains { Self.makers.contains($0) }
    }
  }

  private func addDomain(to sum: inout Weighing, _ match: Match) {
    if article.sentences.count(.automotive, in: article.sentenceOf[match.first]) > 0 {
      sum.add(.automotiveSentence)
    } else {
      sum.add(.automotiveArticle, if: article.totals.count(.automotive, in: 0) >= 3)
    }
  }

  private func addNaming(to sum: inout Weighing, _ form: SurfaceForm, _ match: Match) {
    let isDoubtfulName = !form.traits.isDisjoint(with: [.givenName, .frenchWord, .englishWord])
    sum.add(.naming, if: isDoubtfulName && (1...3).contains { before(match, $0).contains(.naming) })
    sum.add(.capitalElsewhere, if: isDoubtfulName && match.isLower && isCapitalElsewhere(form))
    guard form.words.count == 1, !match.isLower, article.lowerCaseWords.contains(form.words.firstHash) else { return }
    let saysNothing = sum.has(.everydayAtStart) || sum.has(.everydayInCapitalLine)
    sum.add(.commonElsewhere, if: saysNothing || form.traits.contains(.surname))
  }

  /// Whether a writer who uses capitals writes this word with one elsewhere, so that here it is another word.
  private func isCapitalElsewhere(_ form: SurfaceForm) -> Bool {
    guard !article.isLowerCase, form.words.count == 1 else { return false }
    return article.capitalWords.contains(form.words.firstHash)
  }
}
