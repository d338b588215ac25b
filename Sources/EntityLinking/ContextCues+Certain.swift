import ArticleText

/// People of whom nothing but a name is told.
extension ContextCues {
  /// "a certain Renault", "un certain Ford", "chez les Peugeot": somebody, or a family, of that name.
  func isCertain(_ match: Match) -> Bool {
    guard let word = wordBefore(match), let one = wordBefore(match, 2), article.words[match.first].gap == .space else { return false }
    if Self.certain.contains(word.hash) { return Self.indefinite.contains(one.hash) || Self.oneInFrench.contains(one.hash) }
    return word.hash == Self.several && one.hash == Self.atHome && index.kinds(of: match.form).contains(.brand)
  }

  private static let certain = WordSet(["certain", "certaine"])
  private static let several = WordHash.of("les")
  private static let atHome = WordHash.of("chez")
}
