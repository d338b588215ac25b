import ArticleText

/// Figures of speech for a maker: what they are of, and what is done by whom they mean.
extension ContextCues {
  /// "le Lion des mers", "The Lion in Winter": a figure for a brand, by one word, with what it is of or in, which is no year and nothing of cars.
  func isFigureOfOthers(_ form: SurfaceForm, _ match: Match) -> Bool {
    guard form.traits.contains(.nickname), form.words.count == 1, form.kinds.contains(.brand), !match.isLower, let link = wordAfter(match),
      link.gap == .space
    else { return false }
    let noun = Self.ofSeveral.contains(link.hash) ? 2 : link.hash == Self.of && wordAfter(match, 2)?.hash == Self.feminine ? 3 : 0
    if noun == 0 {
      return link.hash == Self.inside && wordAfter(match, 2)?.shape == .capitalised && matchAt[match.last + 2] < 0 && language(of: match) == .english
    }
    guard let owner = wordAfter(match, noun), owner.shape == .lower, owner.end - owner.start > 2 else { return false }
    return after(match, noun).isDisjoint(with: [
      WordClasses(.past), WordClasses(.automotive), WordClasses(.numberWord), WordClasses(.unit), WordClasses(.industry),
    ])
      && !Self.times.contains(owner.hash)
  }

  private static let ofSeveral = WordSet(["des", "du"])
  private static let of = WordHash.of("de")
  private static let feminine = WordHash.of("la")
  private static let inside = WordHash.of("in")
  private static let times = WordSet([
    "annees", "debuts", "temps", "siecle", "groupe", "marque", "constructeur", "coin", "jour", "moment", "mois", "tout", "reste", "meme",
  ])

  /// "la Régie pour compenser la fermeture": in French, what something is done for, and not what the body is for.
  func isPurpose(_ match: Match) -> Bool {
    guard language(of: match) == .french, wordAfter(match)?.hash == Self.inOrderTo, let verb = wordAfter(match, 2), verb.shape == .lower,
      verb.end - verb.start > 4
    else { return false }
    let letters = article.text.bytes[verb.start..<verb.end]
    return ["er", "ir", "re"].contains { letters.suffix(2).elementsEqual($0.utf8) }
  }

  private static let inOrderTo = WordHash.of("pour")
}
