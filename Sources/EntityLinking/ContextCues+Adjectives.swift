import ArticleText

/// Forms that are adjectives, or have some beside them.
extension ContextCues {
  /// "no smart hatchback", "the scenic A83": an adjective in small letters where the writer uses capitals.
  func isSmallAdjective(_ match: Match) -> Bool {
    match.isLower && !writesSmall(match) && match.first == match.last
      && cues.classes(of: article.words[match.first].hash).contains(.adjectival)
  }

  /// "la golf", "ma master": the word itself is masculine in French, the car is not.
  func isFeminineCar(_ form: SurfaceForm, _ match: Match) -> Bool {
    guard language(of: match) == .french, cues.classes(of: form.words.firstHash).contains(.masculineNoun) else { return false }
    let distance = before(match).contains(.adjective) ? 2 : 1
    return before(match, distance).contains(.feminineArticle)
  }

  /// "mini golf", "horse boxes", "leaf fall": before another noun the word is no car and no company.
  func isAttributive(_ form: SurfaceForm, _ match: Match) -> Bool {
    guard isBeforeLowerWord(match), matchAt[match.last + 1] < 0, language(of: match) == .english || isBeforeItsNoun(form),
      !(wordAfter(match).map(isAdverb) ?? false)
    else { return false }
    return after(match).isDisjoint(with: Self.notAttributed)
  }

  /// "mini", which French has before the noun, and not "alpine".
  func isBeforeItsNoun(_ form: SurfaceForm) -> Bool {
    let own = cues.classes(of: form.words.firstHash)
    return own.contains(.adjectival) && own.contains(.masculineNoun)
  }

  private static let notAttributed: WordClasses = [
    WordClasses(.function), WordClasses(.verb), WordClasses(.driving), WordClasses(.carTrait), WordClasses(.conjunction),
    WordClasses(.role), WordClasses(.vehicleNoun),
  ]

  /// "une route alpine", "boots are mini": after a noun or a verb of being, the word is an adjective.
  func isAdjectiveAfterNoun(_ form: SurfaceForm, _ match: Match) -> Bool {
    guard cues.classes(of: form.words.firstHash).contains(.adjectival), let previous = wordBefore(match),
      previous.shape == .lower, article.words[match.first].gap == .space
    else { return false }
    if before(match).contains(.copula) { return true }
    return language(of: match) == .french && before(match).isDisjoint(with: Self.noNoun)
      && !(writesSmall(match) && Self.beforeCars.contains(previous.hash))
  }

  private static let noNoun: WordClasses = [
    WordClasses(.function), WordClasses(.determiner), WordClasses(.driving), WordClasses(.vehicleNoun),
    WordClasses(.brandNoun), WordClasses(.adjective), WordClasses(.numberWord), WordClasses(.conjunction),
  ]
}
