import ArticleText

/// People of other callings who bear the name of somebody in the catalogue, or of a maker.
extension ContextCues {
  /// "Capt. Delphine Le Vot": another given name before a surname of several words. "le juriste Louis Renault", "the laureate, Louis Renault": what
  /// he is before the full name.
  func addOtherOfSurname(to sum: inout Weighing, _ match: Match) {
    let gap = article.words[match.first].gap
    guard let previous = wordBefore(match), matchAt[match.first - 1] < 0 else { return }
    if index.traits(of: match.form).contains(.surname), gap == .space, before(match).contains(.givenName), previous.shape == .capitalised {
      sum.add(.givenNameBefore, if: !sum.has(.givenNameBefore), at: match.first - 1)
    }
    if gap == .space || gap == [.space, .other], previous.shape == .lower, Self.scholars.contains(previous.hash),
      before(match, 2).contains(.determiner)
    {
      sum.add(.personNoun, if: !sum.has(.personNoun), at: match.first - 1)
    }
  }

  /// "I am not one of those Fords", "no relation to the Peugeots": a family, and nothing behind it that is said of cars.
  func isOtherFamily(_ match: Match) -> Bool {
    guard index.isOnly(.plural, match.form), !match.isLower, wordAfter(match)?.gap != .space, let the = wordBefore(match) else { return false }
    if Self.those.contains(the.hash), let of = wordBefore(match, 2), Self.ofOrTo.contains(of.hash), let one = wordBefore(match, 3) {
      return one.hash == Self.one
        ? (4...6).contains { wordBefore(match, $0).map { Self.not.contains($0.hash) } ?? false }
        : Self.kinTo.contains(one.hash)
    }
    return false
  }

  /// "Ford jailed for theft", "Renault fut inhumé": what befalls only people.
  func isOfSomebody(_ match: Match) -> Bool {
    guard let next = wordAfter(match), next.gap == .space,
      let verb = Self.auxiliaries.contains(next.hash) ? wordAfter(match, 2) : next, verb.gap == .space
    else { return false }
    return Self.fates.contains(verb.hash)
  }

  private static let auxiliaries = WordSet(["was", "is", "est", "fut", "gets"])
  private static let fates = WordSet([
    "jailed", "imprisoned", "knighted", "remanded", "bailed", "hospitalised", "hospitalized", "weds", "widowed", "ecroue", "ecrouee", "incarcere",
    "incarceree", "inhume", "inhumee", "hospitalise", "hospitalisee", "decede", "decedee",
  ])
  private static let those = WordSet(["those", "the"])
  private static let ofOrTo = WordSet(["of", "to"])
  private static let one = WordHash.of("one")
  private static let not = WordSet(["not", "never", "t"])
  private static let kinTo = WordSet(["relation", "related", "relative", "kin", "connected"])

  /// What nobody of a maker is.
  static let scholars = WordSet([
    "juriste", "jurist", "magistrat", "historien", "historian", "medecin", "physician", "chimiste", "chemist", "instituteur", "cure", "botaniste",
    "botanist", "laureat", "laureate", "lawyer", "theologien", "theologian", "mathematicien", "mathematician", "astronome", "astronomer", "geologue",
    "geologist", "linguiste", "linguist", "egyptologue", "egyptologist", "explorateur", "explorer", "abbe", "chanoine", "missionnaire", "missionary",
  ])
}
