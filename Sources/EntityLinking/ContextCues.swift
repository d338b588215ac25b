import ArticleText

/// Weighs what stands around a form: whether its words are a name here, whatever it names.
///
/// The rules stand by subject in the extensions; what the words of each class are is data, see ``CueTable``.
final class ContextCues {
  let article: Article
  let index: FormIndex
  let catalogue: Catalogue
  /// For each word, the position of the match that it belongs to.
  let matchAt: [Int32]
  let matches: [Match]
  let cues: CompiledCues
  private let formCues: FormCueScopes
  /// Whether the article has few words about cars, and few sure names, for its length.
  let isAboutOtherThings: Bool
  /// Whether it has three words about cars, or a sure name of a maker or of something of theirs.
  let isOnCars: Bool

  init(
    article: Article, index: FormIndex, catalogue: Catalogue, matchAt: [Int32], matches: [Match], cues: CompiledCues
  ) {
    self.article = article
    self.index = index
    self.catalogue = catalogue
    self.matchAt = matchAt
    self.matches = matches
    self.cues = cues
    formCues = Self.formCues(article, index, matches, cues)
    var (sure, plain, namesMakers) = (0, 0, false)
    for match in matches {
      let (traits, kinds) = (index.traits(of: match.form), index.kinds(of: match.form))
      if traits.isDisjoint(with: Self.certainAlone) {
        if traits.isDisjoint(with: Self.notPlain), !kinds.isSubset(of: Self.places) { plain += 1 }
      } else if !kinds.isSubset(of: Self.places) {
        sure += 1
      }
      if traits.isDisjoint(with: Self.notMakers), !kinds.isDisjoint(with: Self.makers) { namesMakers = true }
    }
    let words = article.words.count
    let onCars = article.totals.count(.automotive, in: 0) + article.totals.count(.industry, in: 0) / 2
    isOnCars = sure > 0 || namesMakers || article.totals.count(.automotive, in: 0) >= 3
    isAboutOtherThings = words >= 60 && (onCars + 2 * sure) * 60 < words && (onCars + 2 * sure + plain) * 45 < words
  }

  /// The traits whose trust depends on the context.
  static let doubtful = FormTraits.doubtfulWord.union([.weakPhrase, .code, .contracted])

  /// The traits of names that can be nothing else.
  private static let certainAlone: FormTraits = [.longName, .code]
  /// Those of names that say nothing certain, or have cues of their own, and of such as no maker is known by.
  private static let notPlain = doubtful.union([.longName, .familyName, .hasOwnCues])
  private static let notMakers = doubtful.union(.familyName)

  /// Makers: what people speak of as of one company.
  static let makers: EntityKinds = [EntityKinds(.brand), EntityKinds(.group), EntityKinds(.company)]
  static let places: EntityKinds = [EntityKinds(.site), EntityKinds(.place), EntityKinds(.person)]

  func add(to sum: inout Weighing, _ match: Match) {
    let form = index.form(match.form)
    let kinds = form.kinds
    addFormCues(to: &sum, form, match)
    if form.traits.contains(.longName) {
      addLongName(to: &sum, match, kinds)
      return
    }
    addOtherNames(to: &sum, form, match, kinds)
    if match.isLower || !form.traits.isDisjoint(with: Self.traitsOfNumbers) { addNumbers(to: &sum, form, match) }
    if !form.traits.isDisjoint(with: Self.traitsOfCodes) { addCodes(to: &sum, form, match) }
    if isHomonym(form), saysNothingOfCars(match), !before(match).contains(.determiner), !isToldAsTown(match) {
      sum.add(.otherSense, if: isAboutOtherThings || isOtherNews(form, match))
    }
    guard !form.traits.isDisjoint(with: Self.doubtful) || match.isLower else { return }
    addArticles(to: &sum, form, match, kinds)
    addWordUse(to: &sum, form, match, kinds)
    addTypeNoun(to: &sum, match, kinds)
    if kinds.contains(.vehicle) || kinds.contains(.brand), !(match.isLower && sum.has(.listedAgainst)), let at = wordOfCars(form, match) {
      sum.add(.tellingPhrase, at: at)
    }
    sum.add(
      .lowerCaseText,
      if: article.isLowerCase(at: match.first) && !sum.has(.everydayLower) && !sum.has(.everydayLowerText)
        && (match.isLower || sum.has(.lowerShortCode)))
    let isMaker = !kinds.isDisjoint(with: Self.makers)
    if isMaker || kinds.contains(.site) && form.traits.contains(.sharedAcronym), !sum.has(.familySign), !sum.has(.namedAfter),
      let at = makerWord(match) ?? ownerInCapitals(form, match)
    {
      sum.add(.makerPreposition, at: at)
    }
    let mayBeSubject =
      sum.has(.everydayAtStart) || sum.has(.everydayCapital) && before(match).isDisjoint(with: Self.nounSigns)
      || sum.has(.everydayLowerText) && !before(match).contains(.determiner)
      || sum.has(.everydayInCapitalLine) && article.startsSentence(match.first)
      || sum.has(.sharedAcronym) && (article.startsSentence(match.first) || article.followsDash(match.first)) && !after(match).contains(.copula)
    let isTopic = sum.has(.everydayInCapitalLine) && isHead(form, match) && (isMaker || kinds.contains(.vehicle) && speaksOfMaking(match))
    if match.last + 1 < article.words.count, article.words[match.last + 1].gap.contains(.colon), isRubricOfSport(form, match) {
      sum.add(.otherSense, if: !sum.has(.otherSense), at: match.last + 1)
    }
    sum.add(
      .subjectName,
      if: isMaker && mayBeSubject && isSubject(match) || isTopic || isHeadOfCars(form, match)
        || mayBeTraded(form, sum) && isBeforeTrade(form, match), at: match.last + 1)
    if isMaker, !sum.has(.everydayCapital), sum.has(.subjectName) || sum.has(.foreignInCapitalLine) && isSubject(match), let at = deedOfFirm(match) {
      sum.add(.tellingPhrase, at: at)
    }
    addDomain(to: &sum, form, match, mayRace: kinds.contains(.team) || kinds.contains(.person))
    addNaming(to: &sum, form, match)
    sum.add(.expansion, if: form.traits.contains(.sharedAcronym) && spellsOut(match))
  }

  // MARK: The words around

  @inline(__always)
  func before(_ match: Match) -> WordClasses { match.before }

  @inline(__always)
  func before(_ match: Match, _ distance: Int) -> WordClasses {
    let index = match.first &- distance
    return index >= Int(match.sentenceStart) ? article.classes[index] : []
  }

  @inline(__always)
  func after(_ match: Match) -> WordClasses { match.after }

  @inline(__always)
  func after(_ match: Match, _ distance: Int) -> WordClasses {
    let index = match.last &+ distance
    return index < Int(match.sentenceEnd) ? article.classes[index] : []
  }

  @inline(__always)
  func wordBefore(_ match: Match, _ distance: Int = 1) -> Word? {
    let index = match.first &- distance
    return index >= Int(match.sentenceStart) ? article.words[index] : nil
  }

  @inline(__always)
  func wordAfter(_ match: Match, _ distance: Int = 1) -> Word? {
    let index = match.last &+ distance
    return index < Int(match.sentenceEnd) ? article.words[index] : nil
  }

  @inline(__always)
  func language(of match: Match) -> ArticleLanguage { article.language(at: match.first) }

  /// Whether a form is an everyday word of the language around the match.
  @inline(__always)
  func isOwnWord(_ form: SurfaceForm, _ match: Match) -> Bool {
    form.traits.contains(language(of: match) == .french ? .frenchWord : .englishWord)
  }

  /// Whether the next word follows after nothing but a space, written small.
  func isBeforeLowerWord(_ match: Match) -> Bool {
    guard let next = wordAfter(match) else { return false }
    return next.gap == .space && next.shape == .lower
  }

  // MARK: Rules

  /// Cues that are listed for this very form, or for the singular of it.
  private func addFormCues(to sum: inout Weighing, _ form: SurfaceForm, _ match: Match) {
    guard form.traits.contains(.hasOwnCues) else { return }
    let (own, singular) = Self.hashes(of: match, article, index)
    let isThing = form.traits.contains(.givenName) && !match.isLower && before(match).contains(.determiner) && !isAfterFrenchTo(match)
    formCues.add(to: &sum, own, match, article, language(of: match), isThing: isThing)
    if let singular { formCues.add(to: &sum, singular, match, article, language(of: match), isThing: isThing) }
  }

  /// The words that may speak for or against the forms that occur.
  private static func formCues(
    _ article: Article, _ index: FormIndex, _ matches: [Match], _ cues: CompiledCues
  ) -> FormCueScopes {
    var forms: [UInt64] = []
    for match in matches where index.traits(of: match.form).contains(.hasOwnCues) {
      let (own, singular) = hashes(of: match, article, index)
      forms.append(own)
      if let singular { forms.append(singular) }
    }
    return FormCueScopes(article, forms: forms, cues: cues)
  }

  /// The hashes by which cues are listed for a form: that of its letters, and that of the singular.
  private static func hashes(of match: Match, _ article: Article, _ index: FormIndex) -> (own: UInt64, singular: UInt64?) {
    let form = index.form(match.form)
    let isOne = form.words.count == 1
    let letters = article.words[match.first].start..<article.words[match.last].end
    let bytes = article.text.bytes
    let hash = isOne ? form.words.firstHash : WordReader.hash(of: letters, in: bytes.span)
    guard isOne, index.isOnly(.plural, match.form) else { return (hash, nil) }
    return (hash, WordReader.hash(of: letters.dropLast(), in: bytes.span))
  }

  private func addLongName(to sum: inout Weighing, _ match: Match, _ kinds: EntityKinds) {
    let isPerson = kinds.contains(.person)
    if kinds.contains(.brand), let at = songCalled(match) ?? otherTrade(index.form(match.form), match) ?? calledThing(index.form(match.form), match) {
      sum.add(.partOfOtherName, at: at)
    }
    guard isPerson || kinds.contains(.place) || kinds.contains(.site) else { return }
    sum.add(.compoundName, if: isPerson && joinsName(match.last + 1), at: match.last + 1)
    sum.add(.personNoun, if: isPerson && (isFromSomewhere(match) || before(match).contains(.title) && isOneOfOurs(match)), at: match.last + 1)
    if isPerson, let at = profession(behind: match) { sum.add(.personNoun, if: !sum.has(.personNoun), at: at) }
    if isPerson { addOtherOfSurname(to: &sum, match) }
    if isPerson, !sum.has(.personNoun), let at = otherPerson(deniedBehind: match) { sum.add(.personNoun, at: at) }
    sum.add(.titleBefore, if: !isPerson && before(match).contains(.title), at: match.first - 1)
    sum.add(.personNoun, if: kinds == EntityKinds(.site) && isPersonOfSite(match), at: match.first)
    addEponyms(to: &sum, index.form(match.form), match)
  }

  /// What stands before an everyday word and leaves it one.
  private static let nounSigns: WordClasses = [WordClasses(.determiner), WordClasses(.adjective), WordClasses(.about)]

  /// "Dacia", "Tesla": names that people, lands and units of other subjects have, too.
  private func isHomonym(_ form: SurfaceForm) -> Bool {
    form.traits.contains(.hasOwnCues) && form.words.count == 1 && cues.classes(of: form.words.firstHash).contains(.homonym)
  }

  /// Whether the paragraph of a match has no word of cars or of making things.
  func saysNothingOfCars(_ match: Match) -> Bool {
    let paragraph = article.paragraphOf[match.first]
    return article.paragraphs.count(.automotive, in: paragraph) + article.paragraphs.count(.industry, in: paragraph) == 0
  }

  private static let ofCars = CueSet([.typeNoun, .makerPreposition, .drivingVerb, .carWordAfter, .article, .tellingPhrase])

  private func addDomain(to sum: inout Weighing, _ form: SurfaceForm, _ match: Match, mayRace: Bool) {
    let isOther = !isAboutOtherThings && sum.fired.isDisjoint(with: Self.ofCars) && isOtherNews(form, match)
    let sentence = article.sentenceOf[match.first]
    let ofCars = article.sentences.count(.automotive, in: sentence)
    if ofCars > 0, ofCars > ownWordsOfCars(match) {
      sum.add(.automotiveSentence)
    } else if mayRace, article.sentences.count(.racing, in: sentence) > 0 {
      sum.add(.racingSentence)
    } else if isOnCars, !isOther {
      sum.add(.automotiveArticle)
    }
    let mayBeArt =
      !form.traits.isDisjoint(with: [.frenchWord, .englishWord, .givenName]) || form.traits.contains(.surname) && form.traits.contains(.familyName)
    if mayBeArt, !match.isLower, !sum.has(.otherSense), sum.fired.isDisjoint(with: Self.ofCars), let at = leisure(over: match) {
      sum.add(.otherSense, at: at)
    }
    let isWord =
      !form.traits.isDisjoint(with: [.frenchWord, .englishWord, .givenName, .nickname, .sharedAcronym, .acronym])
      || form.traits.contains(.surname) && form.traits.contains(.familyName)
    sum.add(
      .otherSubject,
      if: isWord && ofCars == 0 && (isAboutOtherThings || isOther) && !(form.traits.contains(.givenName) && sum.has(.article)))
  }

  /// The words of cars within a name, which say nothing for it.
  private func ownWordsOfCars(_ match: Match) -> Int {
    (match.first...match.last).count { article.classes[$0].contains(.automotive) }
  }

  private func addNaming(to sum: inout Weighing, _ form: SurfaceForm, _ match: Match) {
    let isDoubtfulName = !form.traits.isDisjoint(with: [.givenName, .frenchWord, .englishWord])
    if isDoubtfulName, !(form.traits.contains(.givenName) && sum.has(.article)),
      let distance = (1...4).first(where: { before(match, $0).contains(.naming) })
    {
      sum.add(.naming, at: match.first - distance)
    }
    let mayBeOther =
      isDoubtfulName && match.isLower && !sum.has(.article) && !sum.has(.carWordAfter) && !sum.has(.tellingPhrase)
      && !form.traits.contains(.givenName)
      && !article.hasSmallNames
      && !(sum.has(.typeNoun) && !isBeforeLowerWord(match))
    sum.add(.capitalElsewhere, if: mayBeOther && isCapitalElsewhere(form, match))
    if sum.has(.everydayAtStart), !sum.has(.subjectName), !sum.has(.carWordAfter), headsPhrase(form, match) {
      sum.add(.commonElsewhere, at: match.last + 1)
    }
    if sum.has(.everydayAllCapitals), isSolution(match) { sum.add(.commonElsewhere, at: match.first) }
    guard form.words.count == 1, !match.isLower, !sum.has(.commonElsewhere), article.lowerCaseWords.contains(form.words.firstHash) else { return }
    let saysNothing = sum.has(.everydayAtStart) || sum.has(.everydayInCapitalLine)
    sum.add(.commonElsewhere, if: saysNothing && !sum.has(.subjectName) || form.traits.contains(.surname))
  }

  /// "Trafic d’ivoire", "Alliance perdue": in French, a noun at the start of a sentence that goes on with what it is of, or with a word that is no
  /// verb.
  private func headsPhrase(_ form: SurfaceForm, _ match: Match) -> Bool {
    guard language(of: match) == .french, isOwnWord(form, match), article.startsSentence(match.first), isBeforeLowerWord(match),
      let next = wordAfter(match)
    else { return false }
    if after(match).contains(.about) { return wordAfter(match, 2)?.shape == .lower && !after(match, 2).contains(.determiner) }
    return after(match).isDisjoint(with: Self.nextToName) && !hasFrenchVerbEnding(next) && !isVerbWithObject(match, next)
  }

  private static let nextToName: WordClasses = [
    WordClasses(.function), WordClasses(.frenchVerb), WordClasses(.copula), WordClasses(.conjunction), WordClasses(.role), WordClasses(.driving),
    WordClasses(.carTrait),
    WordClasses(.electric), WordClasses(.automotive), WordClasses(.naming), WordClasses(.comparison),
  ]

  /// "Phoque anglais : SEAL.": a word in capitals behind a colon, which ends the sentence.
  private func isSolution(_ match: Match) -> Bool {
    guard article.words[match.first].gap.contains(.colon), !article.startsSentence(match.first) else { return false }
    return match.last + 1 == article.words.count || article.startsSentence(match.last + 1)
  }

  /// Whether a writer who uses capitals writes this word with one elsewhere, so that here it is another word.
  private func isCapitalElsewhere(_ form: SurfaceForm, _ match: Match) -> Bool {
    guard !article.isLowerCase(at: match.first), form.words.count == 1 else { return false }
    return article.capitalWords.contains(form.words.firstHash)
  }
}
