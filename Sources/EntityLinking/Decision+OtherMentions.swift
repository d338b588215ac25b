import ArticleText

/// What a form means at other places of the article.
extension Decision {
  /// What a form means for sure at one place, it likely means where its writing says little.
  mutating func weighOtherMentions() {
    let asking = matches.indices.filter { sums[$0].total < Self.beyondDoubt && sums[$0].hasAny(of: Self.writingSaysLittle) }
    if asking.isEmpty { return }
    var sure = EntityMarks(capacity: Self.readingCount(matches, index, catalogue))
    /// The forms that are cars though they are everyday words in small letters.
    var smallCars = FormSet()
    /// The forms that are written small somewhere, as cars, and as the words that they are.
    var (smallMentions, smallWords) = (FormSet(), FormSet())
    for (position, match) in matches.enumerated() where match.isLower {
      if isMention(position) { smallMentions.insert(match.form) } else { smallWords.insert(match.form) }
    }
    /// The forms that name something themselves: a figure of speech or a given name is not made sure by another name of its entity.
    var sureForms = FormSet()
    for (position, match) in matches.enumerated() where sums[position].total >= 55 {
      let sum = sums[position]
      if sum.has(.everydayLowerText) || sum.has(.foreignLower), sum.has(.carWordAfter) || sum.has(.drivingVerb) || sum.has(.feminineArticle) {
        smallCars.insert(match.form)
      }
      if sum.has(.article) { sureForms.insert(match.form) }
      guard
        sum.has(.everydayCapital) || sum.has(.everydayAllCapitals) || sum.has(.foreignWord)
          || sum.total >= Self.beyondDoubt
      else { continue }
      sureForms.insert(match.form)
      index.forEachEntity(of: match.form) { sure.insert(.named, at: $0) }
    }
    for position in asking {
      let (match, sum) = (matches[position], sums[position])
      if sum.has(.everydayLowerText) || sum.has(.foreignLower), smallCars.contains(match.form), isNamedCar(match, smallCars) {
        sums.add(.sureElsewhere, to: position)
        continue
      }
      if sum.has(.commonElsewhere), sum.has(.everydayAtStart), smallMentions.contains(match.form), !smallWords.contains(match.form),
        !isBeforeNoun(match)
      {
        sums.add(.sureElsewhere, to: position, less: .commonElsewhere)
        continue
      }
      if isRepeated(position, sureForms) {
        sums.add(.sureElsewhere, to: position)
        continue
      }
      if isInOtherNews(position) { continue }
      guard saysNothing(sum, match, smallCars), !sum.has(.everydayInCapitalLine) || standsFree(match) else { continue }
      let isSure =
        index.traits(of: match.form).isDisjoint(with: [.nickname, .givenName])
        ? index.hasEntity(match.form) { sure[$0].contains(.named) } : sureForms.contains(match.form)
      guard isSure else { continue }
      sums.add(.sureElsewhere, to: position)
    }
  }

  /// "He drove a Golf … The Golf belonged to his aunt": a car behind a definite article, in an article on other things that has named it for sure.
  private func isRepeated(_ position: Int, _ sure: FormSet) -> Bool {
    let (match, sum) = (matches[position], sums[position])
    guard sum.has(.otherSubject), sum.has(.everydayCapital) || sum.has(.foreignWord), sum.has(.definiteNickname), isVehicle(match),
      !isPartOfAnotherName(sum)
    else { return false }
    return sure.contains(match.form) && !isBeforeNoun(match)
  }

  /// "Spring rally": whether another noun may follow that the word belongs to.
  private func isBeforeNoun(_ match: Match) -> Bool {
    context.isBeforeLowerWord(match) && context.after(match).isDisjoint(with: Self.noNouns)
  }

  private static let noNouns: WordClasses = [
    WordClasses(.function), WordClasses(.verb), WordClasses(.copula), WordClasses(.frenchVerb), WordClasses(.conjunction), WordClasses(.carTrait),
  ]

  /// The cues of a writing that may say little.
  private static let writingSaysLittle = CueSet([
    .everydayAtStart, .everydayInCapitalLine, .foreignInCapitalLine, .everydayLowerText, .givenNameLower, .foreignLower, .otherSubject,
  ])

  /// Whether the writing of a match says little: a word at the start of a sentence, or one in small letters where all are.
  private func saysNothing(_ sum: MatchSums.Sum, _ match: Match, _ smallCars: FormSet) -> Bool {
    sum.has(.everydayAtStart) || sum.has(.everydayInCapitalLine) || sum.has(.foreignInCapitalLine)
      || sum.has(.everydayLowerText) && isNamedCar(match, smallCars)
      || sum.has(.givenNameLower) && sum.has(.lowerCaseText) && sum.has(.automotiveSentence)
  }

  /// "the leaf" in a text that leaves out capitals; in French only where the word is a car elsewhere too.
  private func isNamedCar(_ match: Match, _ smallCars: FormSet) -> Bool {
    isVehicle(match) && (article.language(at: match.first) == .english || smallCars.contains(match.form))
      && article.classes(at: match.first - 1, inSentenceOf: match.first).contains(.determiner)
  }

  /// Whether a word of a line in capitals may be a noun by itself: it begins the sentence, not as its heading, or an article or
  /// "et" stands before it; a maker also behind a colon or "POURQUOI", where no article makes a common noun of it.
  private func standsFree(_ match: Match) -> Bool {
    let before = article.classes(at: match.first - 1, inSentenceOf: match.first)
    let isHead = match.last + 1 < article.words.count && article.words[match.last + 1].gap.contains(.colon)
    let isMaker = !index.kinds(of: match.form).isDisjoint(with: ContextCues.makers)
    if isMaker, !isHead, before.isDisjoint(with: [WordClasses(.about), WordClasses(.determiner)]) {
      if before.contains(.function) || article.followsDash(match.first) { return true }
    }
    return article.startsSentence(match.first) && !isHead || before.contains(.determiner) || before.contains(.conjunction)
  }
}
