import ArticleText

/// Firms that are called by several names, of which a maker’s is the first.
extension ContextCues {
  /// What it is: "Ford Minto Partners", "Ford Sinclair & Hale Solicitors": up to three words with a capital behind the name, the last of which only
  /// firms of a profession have.
  func firmOfNames(_ match: Match) -> Int? {
    guard !article.inCapitalLine[match.first], !article.isInTitle(match.first) else { return nil }
    for distance in 1...Self.longest {
      guard let word = wordAfter(match, distance), word.shape == .capitalised || word.shape == .capitals,
        word.gap == .space || word.gap.contains(.ampersand)
      else { return nil }
      if distance > 1, Self.professions.contains(word.hash) { return match.last + distance }
    }
    return nil
  }

  private static let longest = 4
  static let firmHints = [professions]
  private static let professions = WordSet([
    "partners", "associates", "associes", "llp", "solicitors", "barristers", "chambers", "advisory", "advisors", "advisers", "consulting",
    "consultants", "securities", "architects", "architectes", "notaires", "avocats", "surveyors", "accountants", "auctioneers", "opticians",
    "funerals", "estates",
  ])
}
