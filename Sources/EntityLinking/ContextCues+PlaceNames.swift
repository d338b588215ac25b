import ArticleText

/// Names that begin or end with the name of a place, and places that bear other names.
extension ContextCues {
  /// "in Ford, near Arundel", "in Ford, Wiltshire": a place of that name.
  func isVillage(_ match: Match) -> Bool {
    if isInCounty(match) || isGoal(match) { return true }
    guard after(match).contains(.between), before(match).contains(.placePreposition), index.kinds(of: match.form).isDisjoint(with: Self.places),
      let next = wordAfter(match), isComma(before: next, match)
    else { return false }
    return wordAfter(match, 2)?.shape == .capitalised
  }

  /// "14 pupils are off to Pitești": where the catalogue has a site of that name only, whoever is off goes to the town.
  private func isGoal(_ match: Match) -> Bool {
    guard wordBefore(match)?.hash == Self.to, wordBefore(match, 2)?.hash == Self.off else { return false }
    let kinds = index.kinds(of: match.form)
    return match.first == match.last && kinds.contains(.site) && !kinds.contains(.place)
  }

  private static let to = WordHash.of("to")
  private static let off = WordHash.of("off")

  private func isInCounty(_ match: Match) -> Bool {
    guard language(of: match) == .english, before(match).contains(.placePreposition), index.kinds(of: match.form).isDisjoint(with: Self.places),
      !match.isLower,
      let county = wordAfter(match), county.shape == .capitalised, isComma(before: county, match), matchAt[match.last + 1] < 0,
      after(match).isDisjoint(with: [WordClasses(.givenName), WordClasses(.function), WordClasses(.title)])
    else { return false }
    return wordAfter(match, 2).map { $0.gap != .space && !$0.gap.contains(.brokenWord) } ?? true
  }

  /// "Cléon-d’Andran": a place that goes on with a small word behind a hyphen.
  func isStartOfPlaceName(_ match: Match) -> Bool {
    guard !index.kinds(of: match.form).isDisjoint(with: [EntityKinds(.site), EntityKinds(.place)]), let link = wordAfter(match), link.gap == .hyphen,
      link.shape == .lower || article.inCapitalLine[match.last]
    else { return false }
    return after(match).contains(.function) || link.end - link.start == 1
  }

  /// "Church Enstone", "Petit Dieppe": a place behind a capital that begins no sentence and is no maker, noun or weekday.
  func isEndOfPlaceName(_ match: Match) -> Bool {
    if article.words[match.first].gap == .hyphen, let small = wordBefore(match), small.gap == .hyphen, Self.withinNames.contains(small.hash) {
      return index.kinds(of: match.form).contains(.site)
    }
    guard index.kinds(of: match.form).contains(.place), let previous = wordBefore(match), article.words[match.first].gap == .space,
      previous.shape == .capitalised, previous.end - previous.start > 1, matchAt[match.first - 1] < 0, !article.startsSentence(match.first - 1),
      !article.isInTitle(match.first)
    else { return false }
    return before(match).isDisjoint(with: Self.commonBefore) && before(match).isDisjoint(with: Self.commonBehindPlace)
      && article.words[match.first - 1].gap.isDisjoint(with: [.other, .colon])
  }

  /// "Lambres-lez-Douai".
  private static let withinNames = WordSet(["lez", "les", "sur", "en", "sous", "pres", "devant", "upon", "next"])

  /// "Sunderland Echo", "Le Mans Métropole": a place before another capital, unless that is a noun such as "City".
  func isPlaceOfOtherName(_ match: Match) -> Bool {
    guard index.kinds(of: match.form).contains(.site), let next = wordAfter(match), next.gap == .space,
      next.shape == .capitalised || next.shape == .capitals, matchAt[match.last + 1] < 0, !article.inCapitalLine[match.first],
      !article.isInTitle(match.first), !match.isLower
    else { return false }
    return after(match).isDisjoint(with: Self.commonBehindPlace) || isBeforeTwoCapitals(match)
  }

  /// "the Tangier American Legation": behind a nationality, another capital.
  private func isBeforeTwoCapitals(_ match: Match) -> Bool {
    guard language(of: match) == .english, before(match).contains(.determiner), after(match).contains(.capitalWord), let second = wordAfter(match, 2)
    else { return false }
    return second.gap == .space && second.shape == .capitalised && matchAt[match.last + 2] < 0
  }

  private static let commonBehindPlace: WordClasses = [
    WordClasses(.function), WordClasses(.determiner), WordClasses(.townNoun), WordClasses(.siteNoun), WordClasses(.verb),
    WordClasses(.frenchVerb), WordClasses(.conjunction), WordClasses(.capitalWord),
  ]
}
