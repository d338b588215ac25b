import ArticleText

/// What somebody rides in, and of what kind of car a part or a size is: French has no article there.
extension ContextCues {
  /// "roulait en 308", "arrivé en 208 de location", and not "en 308 pages".
  func isDrivenIn(_ match: Match) -> Bool {
    guard language(of: match) == .french, wordBefore(match)?.hash == Self.riddenIn, article.words[match.first].gap == .space else { return false }
    if let use = wordAfter(match, 2), after(match).contains(.about), Self.uses.contains(use.hash) { return true }
    guard let next = wordAfter(match), next.gap == .space else { return isRiding(match) }
    return Self.states.contains(next.hash) || isRiding(match) && (Self.howLong.contains(next.hash) || after(match).contains(.conjunction))
  }

  private static let riddenIn = WordHash.of("en")
  private static let uses = WordSet(["fonction", "location", "societe", "service", "police", "direction", "dotation", "livree"])
  private static let states = WordSet(["banalisee", "volee", "serigraphiee", "blanche", "noire", "grise", "bleue", "rouge", "break"])
  private static let howLong = WordSet(["depuis", "sur", "tous", "avec", "sans", "quand", "pour", "vers"])

  private func isRiding(_ match: Match) -> Bool {
    (2...4).contains { distance in wordBefore(match, distance).map { Self.riding.contains($0.hash) } ?? false }
  }

  private static let riding = WordSet([
    "roule", "roulait", "roulent", "roulaient", "rouler", "roulant", "circule", "circulait", "circulaient", "circulant", "circuler", "roulais",
  ])

  /// "un gabarit de Clio", "des jantes de 308": a part or the size of no certain car; of a person it would be a certain one.
  func isPartOfOne(_ match: Match) -> Bool {
    guard language(of: match) == .french, !match.isLower, before(match).contains(.about), !before(match).contains(.determiner),
      let part = wordBefore(match, 2), Self.parts.contains(part.hash)
    else { return false }
    guard let one = wordBefore(match, 3), part.gap == .space || part.gap == .apostrophe else { return true }
    return Self.anyOne.contains(one.hash)
  }

  private static let anyOne = WordSet(["un", "une", "des", "de", "d", "en", "a", "au", "deux", "quatre", "ancien", "anciens", "vieux", "vieilles"])
  private static let parts = WordSet(
    [
      "gabarit", "format", "encombrement", "chassis", "suspension", "suspensions", "soubassement", "capot", "nez", "volant", "phare", "phares",
      "jante", "jantes", "roue", "roues", "portiere", "portieres", "calandre", "essieu", "essieux", "moteur",
      "moteurs", "optiques", "retroviseur", "retroviseurs", "hayon", "commodo", "autoradio", "pneus", "habitacle", "enjoliveur",
      "enjoliveurs",
    ])
}
