/// Weighs how a form is written: by itself, without what stands around it.
struct FormCues {
  let article: Article
  let index: FormIndex

  func add(to sum: inout Weighing, _ match: Match) {
    let form = index.form(match.form)
    sum.add(cue(form.traits, form, match))
  }

  private func cue(_ traits: FormTraits, _ form: SurfaceForm, _ match: Match) -> Cue {
    let shape = article.words[match.first].shape
    let inCapitals = article.inCapitalLine[match.first]
    if traits.contains(.surname), form.words.count > 1 { return .longSurname }
    if traits.contains(.split) {
      if form.words.count > 2 { return .longName }
      return shape == .number ? .splitNumberFirst : .splitCode
    }
    if traits.contains(.glued) { return .gluedName }
    if traits.contains(.contracted) { return .contractedName }
    if traits.contains(.longName) { return .longName }
    if traits.contains(.weakPhrase) { return phraseCue(traits, match, inCapitals: inCapitals) }
    if traits.contains(.number) { return .bareNumber }
    if traits.contains(.code) { return codeCue(traits, match) }
    if traits.contains(.surname), form.words.length <= 3, shape == .capitals, !inCapitals { return .sharedAcronym }
    if traits.contains(.surname) { return traits.contains(.familyName) ? .surname : .rareSurname }
    if traits.contains(.sharedAcronym) { return .sharedAcronym }
    if traits.contains(.acronym), !match.isLower { return form.words.length <= 3 ? .shortAcronym : .acronym }
    if traits.contains(.givenName) { return match.isLower ? .givenNameLower : .givenNameCapital }
    if let cue = everydayCue(traits, form, match, inCapitals: inCapitals) { return cue }
    if match.isLower { return .lowerCaseName }
    return inCapitals ? .capitalLineName : .plainName
  }

  /// "LE CAR SCOLAIRE": in a line of capitals, an article and a noun need not be a name.
  private func phraseCue(_ traits: FormTraits, _ match: Match, inCapitals: Bool) -> Cue {
    if match.isLower, traits.contains(.modelName) { return .lowerCaseName }
    return inCapitals && article.classes[match.first].contains(.determiner) ? .everydayInCapitalLine : .phrase
  }

  private func codeCue(_ traits: FormTraits, _ match: Match) -> Cue {
    guard traits.contains(.shortCode) else { return .code }
    return article.words[match.first].shape == .lower ? .lowerShortCode : .shortCode
  }

  /// "AMI. Du latin amicus": a word that heads an entry, which goes on behind it in the same paragraph.
  private func isHeadWord(_ match: Match) -> Bool {
    guard article.startsSentence(match.first), match.last + 1 < article.words.count, article.startsSentence(match.last + 1) else { return false }
    return article.paragraphOf[match.last + 1] == article.paragraphOf[match.first] && !article.words[match.last + 1].gap.contains(.line)
  }

  /// "GOLF – Le Bordelais passe le cut": a word in capitals that begins a paragraph, before a dash or a colon.
  private func isRubric(_ match: Match) -> Bool {
    guard
      match.first == 0 || article.paragraphOf[match.first - 1] != article.paragraphOf[match.first] || article.words[match.first].gap.contains(.line)
    else { return false }
    return match.last + 1 < article.words.count && article.followsDash(match.last + 1)
  }

  /// "Seats", "Minis": the plural of a maker's name, which is rarer than that of the word.
  private func isSeveralOfBrand(_ match: Match) -> Bool {
    !index.kinds(of: match.form).contains(.vehicle) && index.readings(of: match.form).allSatisfy { $0.origin == .plural }
  }

  /// Whose names hardly anybody writes small.
  private static let companies: EntityKinds = [EntityKinds(.company), EntityKinds(.group)]

  /// « Spring is coming »: in a French paragraph, beside what only English has.
  private func isInEnglishWords(_ match: Match) -> Bool {
    if let next = article.word(at: match.last + 1, inSentenceOf: match.last), next.gap == .space, Self.englishVerbs.contains(next.hash) {
      return true
    }
    guard let previous = article.word(at: match.first - 1, inSentenceOf: match.first), article.words[match.first].gap == .space else { return false }
    return Self.englishOwners.contains(previous.hash)
  }

  private static let englishVerbs = WordSet(["is", "are", "was", "has", "will", "comes", "came", "of", "and"])
  private static let englishOwners = WordSet(["the", "your", "this", "next", "last", "every"])

  /// The cue of a form that is an everyday word, in the language of the article or in another.
  private func everydayCue(_ traits: FormTraits, _ form: SurfaceForm, _ match: Match, inCapitals: Bool) -> Cue? {
    if traits.contains(.lowerWord), match.isLower { return article.isLowerCase(at: match.first) ? .lowerCaseName : .everydayLower }
    guard !traits.isDisjoint(with: [.frenchWord, .englishWord]) else { return nil }
    let shape = article.words[match.first].shape
    let isOwn =
      traits.contains(article.language(at: match.first) == .french ? .frenchWord : .englishWord) || traits.contains(.nickname)
      || traits.contains(.englishWord) && isInEnglishWords(match)
    if shape == .lower {
      let isCompany = index.kinds(of: match.form).isSubset(of: Self.companies)
      if !isOwn, !isCompany || article.isLowerCase(at: match.first) { return .foreignLower }
      return article.isLowerCase(at: match.first) ? .everydayLowerText : .everydayLower
    }
    if !isOwn { return inCapitals ? .foreignInCapitalLine : shape == .capitals ? .everydayAllCapitals : .foreignWord }
    if inCapitals { return .everydayInCapitalLine }
    if isHeadWord(match) || shape == .capitals && isRubric(match) { return .everydayInCapitalLine }
    if shape == .capitals || shape == .mixed { return .everydayAllCapitals }
    let saysNothing = article.startsSentence(match.first) || article.followsDash(match.first) || article.isInTitle(match.first)
    if saysNothing, shape == .capitalised, traits.contains(.camelCase) { return .everydayLower }
    return saysNothing || isSeveralOfBrand(match) ? .everydayAtStart : .everydayCapital
  }
}
