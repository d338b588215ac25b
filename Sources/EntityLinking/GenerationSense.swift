/// Several generations of a model under one name: the present electric one, unless the text speaks of the past.
struct GenerationSense {
  let article: Article
  let catalogue: Catalogue

  func add(to sum: inout Weighing, _ match: Match, _ entity: Int, _ readings: ArraySlice<SurfaceForm.Reading>, near neighbourhood: Neighbourhood) {
    let (sentence, paragraph) = (article.sentenceOf[match.first], article.paragraphOf[match.first])
    if isElectric(entity) {
      sum.add(.electricDefault)
      if let at = electricWord(match) { sum.add(.newBeside, at: at) }
      return
    }
    let pasts = article.sentences.count(.past, in: sentence)
    let speaksOfPast =
      (article.sentences.hasOldYear(sentence) || pasts > 0 && !(pasts == 1 && hasAncestor(match))) && !isApartFromPast(match)
    sum.add(.pastSentence, if: speaksOfPast)
    if let at = oldYear(match) ?? oldWord(match) ?? firstOfAll(match) ?? millionsMade(match) { sum.add(.oldYearBeside, at: at) }
    sum.add(.oldModel, if: article.classes[match.first].contains(.oldModel) && electricWord(match) == nil)
    let electric = readings.map(\.entity).filter(isElectric)
    let besideOld = article.hasInSentence(.oldModel, of: match.first)
    let presentNamed = electric.contains { neighbourhood.isNamed($0, inParagraph: paragraph) }
    sum.add(.pastParagraph, if: !speaksOfPast && !presentNamed && (besideOld || followsOldYear(sentence, match) || article.isOld))
  }

  /// Whether one of the two sentences before, in the same paragraph, has a year before 2000: the story goes on in the past.
  private func followsOldYear(_ sentence: Int32, _ match: Match) -> Bool {
    let first = article.firstSentence(ofParagraph: article.paragraphOf[match.first])
    return (max(first, sentence - 2)..<sentence).contains { article.sentences.hasOldYear($0) }
  }

  /// "la nouvelle R5", "Twingo électrique".
  private func electricWord(_ match: Match) -> Int? {
    [match.first - 1, match.last + 1].first {
      article.classes(at: $0, inSentenceOf: match.first).contains(.electric)
    }
  }

  /// "la vieille twingo", "my old Renault 5".
  private func oldWord(_ match: Match) -> Int? {
    if isFirstGeneration(match.last + 1, match.last + 2, match) { return match.last + 1 }
    if article.classes(at: match.last + 1, inSentenceOf: match.last).contains(.about), isFirstGeneration(match.last + 2, match.last + 3, match) {
      return match.last + 2
    }
    if isFirstGeneration(match.first - 2, match.first - 1, match) { return match.first - 1 }
    if let next = article.word(at: match.last + 1, inSentenceOf: match.last), next.gap == .space, Self.restored.contains(next.hash) {
      return match.last + 1
    }
    let restoring = (match.first - 3...match.first - 2).first { index in
      article.word(at: index, inSentenceOf: match.first).map { Self.restoring.contains($0.hash) } ?? false
    }
    if let restoring { return restoring }
    guard let before = article.word(at: match.first - 1, inSentenceOf: match.first), Self.old.contains(before.hash) else { return nil }
    return match.first - 1
  }

  /// "twingo première génération", "first-generation Twingo".
  private func isFirstGeneration(_ first: Int, _ second: Int, _ match: Match) -> Bool {
    guard let ordinal = article.word(at: first, inSentenceOf: match.first), let noun = article.word(at: second, inSentenceOf: match.first)
    else { return false }
    return Self.first.contains(ordinal.hash) && Self.generation.contains(noun.hash)
  }

  private static let first = WordSet(["premiere", "1ere", "1re", "first", "original", "1st"])
  private static let generation = WordSet(["generation", "gen", "mouture", "serie"])

  private static let old = WordSet(["vieille", "vieilles", "vieux", "old", "vintage", "classic", "ancienne", "restored", "unrestored", "rusty"])
  private static let restoring = WordSet(["restaure", "restaurer", "restaurait", "retape", "retaper", "restored", "restoring", "restore", "restores"])
  private static let restored = WordSet(["restauree", "restaurees", "restaure", "rouillee", "retapee", "collection"])

  /// "R5 de 1976", "the 1993 Twingo", "Twingo (1993)".
  private func oldYear(_ match: Match) -> Int? {
    [match.first - 1, match.last + 1, match.last + 2].first { index in
      guard article.word(at: index, inSentenceOf: match.first)?.shape == .number else { return false }
      let isApart = index == match.last + 2 && !article.classes[match.last + 1].contains(.about)
      return !isApart && OldYear.isOne(index, article.words, article.classes, isOfModel: index > match.last)
    }
  }

  private func isElectric(_ entity: Int) -> Bool { catalogue.electric[entity] }
}
