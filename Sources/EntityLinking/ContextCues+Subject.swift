import ArticleText

/// What says that a word is a maker that does something, or to which people and things belong.
extension ContextCues {
  /// "chez Horse", "un ancien d’ACC", "ingénieur de Mobilize".
  func makerWord(_ match: Match) -> Int? {
    if before(match).contains(.makerPreposition) || isOfTrade(match) && !match.isLower && article.words[match.first].gap == .space {
      return match.first - 1
    }
    return before(match).contains(.about) && before(match, 2).contains(.makerPreposition) ? match.first - 2 : nil
  }

  /// "LA DIRECTION D’AMPERE": in a line of capitals, what a noun other than a number is of, with no article, as a common noun has one.
  func ownerInCapitals(_ form: SurfaceForm, _ match: Match) -> Int? {
    guard article.inCapitalLine[match.first], language(of: match) == .french, before(match).contains(.about), !form.traits.contains(.nickname),
      form.traits.isDisjoint(with: [.acronym, .sharedAcronym]), !before(match).contains(.determiner), let noun = wordBefore(match, 2),
      noun.shape != .number, before(match, 2).isDisjoint(with: [WordClasses(.function), WordClasses(.numberWord), WordClasses(.unit)])
    else { return nil }
    return isOwnWord(form, match) && index.readings(of: match.form).contains { $0.origin != .plural } ? match.first - 1 : nil
  }

  /// "Horse is", "Ampere’s", "Mobilize, the", "Alpine lance": without an article, a noun at the start of a sentence is a name.
  func isSubject(_ match: Match) -> Bool {
    guard let next = wordAfter(match) else { return false }
    let classes = after(match)
    if language(of: match) == .french {
      if next.gap == [.space, .other] { return article.startsSentence(match.first) && (next.hash == Self.that || isFateOfFirm(match, next)) }
      guard next.gap == .space, article.startsSentence(match.first) || article.followsDash(match.first) else { return false }
      return classes.contains(.frenchVerb) || hasFrenchVerbEnding(next) || isVerbWithObject(match, next) || isPronounBeforeVerb(match, next)
    }
    if next.gap == .apostrophe { return next.hash == Self.possessive }
    guard next.gap == .space else {
      return next.gap == [.space, .other] && (classes.contains(.determiner) || isRelative(match, next) || isFateOfFirm(match, next))
    }
    return classes.contains(.verb) || isAdverb(next) && isVerb(match.last + 2, of: match) || isEnglishVerbWithObject(match, next)
  }

  /// "Horse, whose engines", "Horse, in which Geely holds 45%".
  private func isRelative(_ match: Match, _ next: Word) -> Bool {
    Self.relatives.contains(next.hash)
      || after(match).contains(.placePreposition) && wordAfter(match, 2).map { Self.relatives.contains($0.hash) } ?? false
  }

  private static let relatives = WordSet(["whose", "which"])

  /// "Ampere la promet", "Horse se prépare", "Alpine n’a pas": a pronoun or "ne" before the verb.
  private func isPronounBeforeVerb(_ match: Match, _ next: Word) -> Bool {
    if Self.alwaysBeforeVerb.contains(next.hash) { return next.shape == .lower }
    guard Self.objects.contains(next.hash), let verb = wordAfter(match, 2), verb.gap == .space || verb.gap == .apostrophe else { return false }
    return after(match, 2).contains(.frenchVerb) || hasFrenchVerbEnding(verb)
  }

  private static let alwaysBeforeVerb = WordSet(["se", "s", "ne", "n"])
  private static let objects = WordSet(["la", "le", "les", "l", "en", "y", "lui", "leur"])

  /// "now", "quietly".
  func isAdverb(_ word: Word) -> Bool {
    if Self.adverbs.contains(word.hash) { return true }
    let letters = article.text.bytes[word.start..<word.end]
    return letters.count > 4 && letters.suffix(2).elementsEqual("ly".utf8)
  }

  private static let adverbs = WordSet(
    ["now", "also", "still", "never", "once", "already", "then", "soon", "always", "again", "even", "just", "only", "often", "later", "long"])

  private func isVerb(_ position: Int, of match: Match) -> Bool {
    article.classes(at: position, inSentenceOf: match.last).contains(.verb) || hasVerbEnding(position, match)
  }

  /// "alignera", "vendait": what only a verb ends in.
  func hasFrenchVerbEnding(_ word: Word) -> Bool {
    guard word.shape == .lower else { return false }
    let letters = article.text.bytes[word.start..<word.end]
    return letters.count > 6 && Self.frenchEndings.contains { letters.suffix($0.utf8.count).elementsEqual($0.utf8) }
  }

  private static let frenchEndings = ["era", "eront", "erait", "eraient", "aient", "irait", "iront", "issait"]

  /// "winds", "rented": what a verb of a third person, or of the past, ends in.
  private func hasVerbEnding(_ position: Int, _ match: Match) -> Bool {
    guard let word = article.word(at: position, inSentenceOf: match.last), word.shape == .lower, word.end - word.start > 3 else { return false }
    let letters = article.text.bytes[word.start..<word.end]
    return letters.suffix(2).elementsEqual("ed".utf8) || letters.last == 0x73 && letters.dropLast().last != 0x73
  }

  /// "Ampere winds its own coils": a word that may be a verb before an article or what is owned.
  private func isEnglishVerbWithObject(_ match: Match, _ next: Word) -> Bool {
    hasVerbEnding(match.last + 1, match) && article.classes[match.last + 1].isDisjoint(with: [WordClasses(.function), WordClasses(.conjunction)])
      && (after(match, 2).contains(.determiner) || wordAfter(match, 2).map { $0.gap == .space && Self.persons.contains($0.hash) } ?? false)
  }

  /// "Alpine borrowed him".
  private static let persons = WordSet(["him", "her", "it", "them", "us", "me"])

  private static let possessive = WordHash.of("s")
  /// "Ampere, c’est fini".
  private static let that = WordHash.of("c")

  /// "ACC gèle son site", "Mobilize séduit les loueurs": a word before an article that is no preposition is a verb.
  func isVerbWithObject(_ match: Match, _ next: Word) -> Bool {
    (next.shape == .lower || article.inCapitalLine[match.first]) && after(match).isDisjoint(with: [WordClasses(.function), WordClasses(.adjective)])
      && after(match, 2).contains(.determiner) && after(match, 2).isDisjoint(with: [WordClasses(.about), WordClasses(.toward)])
  }

  /// "ALPINE : GASLY PROLONGE": what a line of capitals is about.
  func isHead(_ form: SurfaceForm, _ match: Match) -> Bool {
    guard article.startsSentence(match.first), !form.traits.contains(.nickname), let next = wordAfter(match) else { return false }
    return next.gap.contains(.colon)
  }

  func speaksOfMaking(_ match: Match) -> Bool {
    speaksOfCars(match) || article.sentences.count(.industry, in: article.sentenceOf[match.first]) > 0
  }

  /// "ZOE : LA COTE REMONTE": a given name that heads a line of capitals above a paragraph on cars.
  func isHeadOfCars(_ form: SurfaceForm, _ match: Match) -> Bool {
    guard form.traits.contains(.givenName), article.inCapitalLine[match.first], article.startsSentence(match.first),
      let next = wordAfter(match), next.gap.contains(.colon)
    else { return false }
    return article.paragraphs.count(.automotive, in: article.paragraphOf[match.first]) > 0
  }

  /// Whether the writing of a form leaves open that something is made and sold under it.
  func mayBeTraded(_ form: SurfaceForm, _ sum: Weighing) -> Bool {
    (sum.has(.everydayAtStart) || sum.has(.givenNameCapital) || sum.has(.everydayInCapitalLine)) && !isAboutOtherThings
  }
}
