import ArticleText
import GraphModel

/// What a form means at other places of the article.
extension Decision {
  /// What a form means for sure at one place, it likely means where its writing says little.
  mutating func weighOtherMentions() {
    let asking = matches.indices.filter { sums[$0].total < Self.beyondDoubt && sums[$0].hasAny(of: Self.writingSaysLittle) }
    if asking.isEmpty { return }
    var sure = EntityMarks(capacity: min(catalogue.entries.count, matches.reduce(0) { $0 + index.readingCount(of: $1.form) }))
    let known = noteForms(&sure)
    for position in asking {
      let (match, sum, form) = (matches[position], sums[position], known[forms[position]])
      if sum.has(.everydayLowerText) || sum.has(.foreignLower), form.contains(.smallCar), isNamedCar(match, form) {
        sums.add(.sureElsewhere, to: position)
        continue
      }
      if sum.has(.commonElsewhere), sum.has(.everydayAtStart), form.contains(.smallMention), !form.contains(.smallWord), !isBeforeNoun(match) {
        sums.add(.sureElsewhere, to: position, less: .commonElsewhere)
        continue
      }
      if isRepeated(position, form) {
        sums.add(.sureElsewhere, to: position)
        continue
      }
      if isInOtherNews(position) || sum.has(.everydayInCapitalLine) && sum.has(.listedAgainstFarther) { continue }
      guard saysNothing(sum, match, form), !sum.has(.everydayInCapitalLine) || standsFree(match) else { continue }
      let isSure =
        index.traits(of: match.form).isDisjoint(with: [.nickname, .givenName])
        ? index.hasEntity(match.form) { sure[$0].contains(.named) } : form.contains(.sure)
      guard isSure else { continue }
      sums.add(.sureElsewhere, to: position)
    }
  }

  /// What a form is somewhere in the article.
  private struct Elsewhere: OptionSet {
    let rawValue: UInt8
    /// A car, though it is an everyday word in small letters.
    static let smallCar = Elsewhere(rawValue: 1)
    /// Written small as a mention, and as the word that it is.
    static let smallMention = Elsewhere(rawValue: 2)
    static let smallWord = Elsewhere(rawValue: 4)
    /// It names something itself: a figure of speech or a given name is not made sure by another name of its entity.
    static let sure = Elsewhere(rawValue: 8)
  }

  /// What each form is somewhere, by its number, and the entities that are named for sure.
  private func noteForms(_ entities: inout EntityMarks) -> [Elsewhere] {
    var all = [Elsewhere](filledWith: [], count: forms.count)
    var known = all.mutableSpan
    for position in matches.indices {
      let (sum, form) = (sums[position], forms[position])
      if matches[position].isLower { known[form].insert(isMention(position) ? .smallMention : .smallWord) }
      guard sum.total >= 55 else { continue }
      if sum.has(.everydayLowerText) || sum.has(.foreignLower), sum.has(.carWordAfter) || sum.has(.drivingVerb) || sum.has(.feminineArticle) {
        known[form].insert(.smallCar)
      }
      if sum.has(.article) { known[form].insert(.sure) }
      guard sum.total >= Self.beyondDoubt || sum.hasAny(of: Self.wordsInCapitals) else { continue }
      known[form].insert(.sure)
      index.forEachEntity(of: matches[position].form) { entities.insert(.named, at: $0) }
    }
    return all
  }

  private static let wordsInCapitals = CueSet([.everydayCapital, .everydayAllCapitals, .foreignWord])

  /// "He drove a Golf … The Golf belonged to his aunt": a car behind a definite article, in an article on other things that has named it for sure.
  private func isRepeated(_ position: Int, _ form: Elsewhere) -> Bool {
    let (match, sum) = (matches[position], sums[position])
    guard sum.has(.otherSubject), sum.has(.everydayCapital) || sum.has(.foreignWord), sum.has(.definiteNickname), isVehicle(match),
      !isPartOfAnotherName(sum)
    else { return false }
    return form.contains(.sure) && !isBeforeNoun(match)
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
  private func saysNothing(_ sum: MatchSums.Sum, _ match: Match, _ form: Elsewhere) -> Bool {
    sum.has(.everydayAtStart) || sum.has(.everydayInCapitalLine) || sum.has(.foreignInCapitalLine)
      || sum.has(.everydayLowerText) && isNamedCar(match, form)
      || sum.has(.givenNameLower) && sum.has(.lowerCaseText) && sum.has(.automotiveSentence)
  }

  /// "the leaf" in a text that leaves out capitals; in French only where the word is a car elsewhere too.
  private func isNamedCar(_ match: Match, _ form: Elsewhere) -> Bool {
    isVehicle(match) && (article.language(at: match.first) == .english || form.contains(.smallCar))
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
