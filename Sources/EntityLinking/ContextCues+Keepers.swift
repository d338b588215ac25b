import ArticleText

/// People and animals that bear a name, by what is done with them and by what they were called before.
extension ContextCues {
  /// « Mme veuve Scénic », « née Dacia Popescu »: a title and a widow, or a name that goes on.
  func widow(before match: Match) -> Int? {
    guard let previous = wordBefore(match), article.words[match.first].gap == .space, Self.widows.contains(previous.hash) else { return nil }
    if before(match, 2).contains(.title) { return match.first - 1 }
    guard let next = wordAfter(match), next.gap == .space, next.shape == .capitalised, matchAt[match.last + 1] < 0 else { return nil }
    return after(match).isDisjoint(with: [WordClasses(.function), WordClasses(.automotive)]) ? match.first - 1 : nil
  }

  private static let widows = WordSet(["veuve", "veuf", "nee", "feu", "feue", "widow"])

  /// "To do: feed Ami", « promener Duster »: what is done with animals, and with nothing that has wheels, before a name without an article.
  func keeper(before match: Match, _ kinds: EntityKinds) -> Int? {
    guard kinds.contains(.vehicle) || kinds.contains(.brand), let verb = wordBefore(match), verb.shape != .capitals,
      article.words[match.first].gap == .space, Self.keeping.contains(verb.hash)
    else { return nil }
    return match.first - 1
  }

  private static let keeping = WordSet([
    "feed", "feeding", "stroke", "stroking", "petted", "groom", "grooming", "neuter", "neutered", "walking", "promener", "promenait", "nourrir",
    "nourrissait", "caresser", "caressait", "brosser", "dresser", "vacciner", "tondre",
  ])
}
