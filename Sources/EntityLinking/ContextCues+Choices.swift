import ArticleText

/// How people who talk of cars name one that they would choose.
extension ContextCues {
  /// "Clio en 1.5 dCi", "Zoé en 2012", "Jogger sans hésiter", "Zoe, no contest".
  func isChosen(_ form: SurfaceForm, _ match: Match) -> Bool {
    guard form.kinds.contains(.vehicle), let next = wordAfter(match) else { return false }
    if Self.beginnings.contains(next.hash), let second = wordAfter(match, 2), Self.choices.contains(WordHash.pair(next.hash, second.hash)) {
      return true
    }
    return form.traits.contains(.givenName) && next.gap == .space && Self.fitted.contains(next.hash) && isFitting(match)
  }

  /// "Leaf production", "Seal owners", "Clio sales": in English what is made and sold, behind a car, a brand or a company with a capital.
  func isBeforeTrade(_ form: SurfaceForm, _ match: Match) -> Bool {
    guard language(of: match) == .english, !match.isLower, let next = wordAfter(match), next.gap == .space else { return false }
    return (next.shape == .lower || article.inCapitalLine[match.first]) && Self.tradesBehind.contains(next.hash)
  }

  private static let tradesBehind = WordSet(
    [
      "production", "output", "prices", "price", "owner", "owners", "driver", "drivers", "buyer", "buyers", "dealer", "dealers", "deliveries",
      "orders", "registrations", "sales", "batteries", "engines", "taxis", "workers", "assembly", "range", "lineup", "dealership", "dealerships",
      "customers",
    ])

  /// A motor of the catalogue, or a year that the sentence says nothing but cars of.
  private func isFitting(_ match: Match) -> Bool {
    if let year = wordAfter(match, 2), year.shape == .number, year.end - year.start == 4, speaksOfCars(match) { return true }
    return (match.last + 2...match.last + 3).contains { word in
      guard word < matchAt.count, matchAt[word] >= 0, article.sentenceOf[word] == article.sentenceOf[match.last] else { return false }
      return index.kinds(of: matches[Int(matchAt[word])].form).contains(.motor)
    }
  }

  private static let fitted = WordSet(["with", "avec", "en", "in", "au", "a"])

  private static let beginnings = WordSet(["sans", "haut", "no", "every", "hands", "any", "all"])

  /// What is said of a choice.
  private static let choices: Set<UInt64> = Set(
    [
      ("sans", "hesiter"), ("sans", "reflechir"), ("sans", "hesitation"), ("sans", "discussion"), ("haut", "main"), ("no", "contest"),
      ("no", "brainer"), ("no", "question"), ("every", "time"), ("hands", "down"), ("any", "day"), ("all", "day"),
    ].map { WordHash.pair(WordHash.of($0), WordHash.of($1)) })

  /// "the Hartley Renault dealership": the name before a brand is that of the house that sells it.
  func isBeforeDealer(_ form: SurfaceForm, _ match: Match) -> Bool {
    guard form.kinds.contains(.brand), let next = wordAfter(match), next.gap == .space else { return false }
    return Self.dealers.contains(next.hash)
  }

  private static let dealers = WordSet(
    [
      "dealer", "dealers", "dealership", "dealerships", "garage", "garages", "showroom", "showrooms", "franchise", "concession", "concessions",
      "workshop",
    ])

  /// "In Tokyo Nissan rose", "À Paris Renault": the word before the name is of the place that a preposition opens.
  func isInPlace(_ preposition: Int, _ match: Match) -> Bool {
    guard let word = article.word(at: preposition, inSentenceOf: match.first) else { return false }
    return word.hash == Self.inside || article.startsSentence(preposition) && Self.placed.contains(word.hash)
  }

  private static let inside = WordHash.of("in")
  private static let placed = WordSet(["a", "at"])
}
