/// Towns overseas that have the name of one in the catalogue.
extension Decision {
  /// "Tangier, Virginia … Tangier has one school": a place that is told to be in another country is there wherever it is named, but where its
  /// sentence speaks of making things, as of a site that the catalogue has there. Cost: linear.
  mutating func weighPlacesElsewhere() {
    var elsewhere = FormSet()
    var isAnyElsewhere = false
    for (position, match) in matches.enumerated()
    where mayBeElsewhere(match) && isMention(position) && context.isOverseas(match) && !isOfMaking(match) {
      elsewhere.insert(match.form)
      isAnyElsewhere = true
      sums.add(.partOfOtherName, to: position, at: match.last + 1)
    }
    guard isAnyElsewhere else { return }
    for (position, match) in matches.enumerated() where isMention(position) && elsewhere.contains(match.form) && !isOfMaking(match) {
      sums.add(.otherSense, to: position)
    }
  }

  @inline(__always)
  private func mayBeElsewhere(_ match: Match) -> Bool { !index.kinds(of: match.form).isDisjoint(with: ContextCues.sitesAndPlaces) }

  /// Whether the sentence has a word of cars, or two of making things, of which many are everyday words.
  private func isOfMaking(_ match: Match) -> Bool {
    let sentence = article.sentenceOf[match.first]
    return article.sentences.count(.automotive, in: sentence) > 0 || article.sentences.count(.industry, in: sentence) > 1
  }
}

extension ContextCues {
  /// "Tangier, Virginia", "Dieppe (Nouveau-Brunswick)": a place before the state or province that it lies in.
  func isOverseas(_ match: Match) -> Bool {
    guard !index.kinds(of: match.form).isDisjoint(with: Self.sitesAndPlaces) else { return false }
    if isOfState(match) { return true }
    guard let next = wordAfter(match),
      isComma(before: next, match) || next.gap.contains(.bracket) || next.gap == .space
    else { return false }
    if next.gap == .space || next.shape == .lower { return isIn(match, next) }
    if Self.states.contains(next.hash) || Self.departments.contains(next.hash) && language(of: match) == .french { return true }
    guard Self.beforeStates.contains(next.hash), let second = wordAfter(match, 2) else { return false }
    return Self.endsOfStates.contains(second.hash)
  }

  /// "Ontario’s Sunderland", "Nova Scotia’s Tangier".
  private func isOfState(_ match: Match) -> Bool {
    guard language(of: match) == .english, let own = wordBefore(match), own.gap == .apostrophe, own.hash == Self.own,
      article.words[match.first].gap == .space, let state = wordBefore(match, 2), state.shape != .lower
    else { return false }
    if Self.states.contains(state.hash) { return true }
    return Self.endsOfStates.contains(state.hash) && wordBefore(match, 3).map { Self.beforeStates.contains($0.hash) } ?? false
  }

  private static let own = WordHash.of("s")

  /// "Valladolid in Yucatán", "Viry, dans le Jura", "Dieppe au Nouveau-Brunswick": behind a small word, the land.
  private func isIn(_ match: Match, _ small: Word) -> Bool {
    guard Self.within.contains(small.hash) else { return false }
    for distance in 2...3 {
      guard let land = wordAfter(match, distance), land.gap.isSubset(of: [.space, .apostrophe]) else { return false }
      if land.shape == .lower { if distance == 2, after(match, 2).contains(.determiner) { continue } else { return false } }
      if Self.states.contains(land.hash) || Self.departments.contains(land.hash) && language(of: match) == .french { return true }
      guard Self.beforeStates.contains(land.hash), let second = wordAfter(match, distance + 1) else { return false }
      return Self.endsOfStates.contains(second.hash)
    }
    return false
  }

  private static let within = WordSet(["in", "en", "au", "dans", "aux", "on", "sur"])

  /// Where in France no place of the catalogue lies.
  private static let departments = WordSet([
    "ain", "aisne", "allier", "ardeche", "ardennes", "ariege", "aube", "aude", "aveyron", "calvados", "cantal", "charente", "cher", "correze",
    "creuse", "dordogne", "drome", "finistere", "gard", "gers", "gironde", "herault", "indre", "isere", "jura", "landes", "loiret", "lot", "lozere",
    "manche", "marne", "mayenne", "morbihan", "nievre", "oise", "orne", "rhone", "savoie", "tarn", "var", "vaucluse", "vendee", "vienne", "vosges",
    "yonne",
  ])

  private static let states = WordSet([
    "yucatan", "mexico", "mexique", "guatemala", "canada", "australia", "australie", "jamaica", "jamaique", "malaysia", "malaisie", "uruguay",
    "argentina", "argentine", "colombia", "colombie", "chile", "chili", "philippines", "honduras", "indonesia", "indonesie", "yucatan", "alabama",
    "alaska", "arizona", "arkansas", "california", "colorado", "connecticut", "delaware", "florida", "georgia", "hawaii", "idaho", "illinois",
    "indiana", "iowa", "kansas", "kentucky", "louisiana", "maine", "maryland", "massachusetts", "michigan", "minnesota", "mississippi", "missouri",
    "montana", "nebraska", "nevada", "ohio", "oklahoma", "oregon", "pennsylvania", "tennessee", "texas", "utah", "vermont", "virginia", "washington",
    "wisconsin", "wyoming", "alberta", "manitoba", "newfoundland", "ontario", "quebec", "saskatchewan", "queensland", "tasmania", "californie",
    "floride", "louisiane", "pennsylvanie", "virginie", "tasmanie",
  ])
  private static let beforeStates = WordSet(["new", "north", "south", "west", "nova", "british", "rhode", "nouveau", "nouvelle"])
  private static let endsOfStates = WordSet([
    "jersey", "york", "mexico", "hampshire", "brunswick", "wales", "zealand", "carolina", "dakota", "virginia", "scotia", "columbia", "island",
    "galles", "ecosse", "zelande", "australia",
  ])
}
