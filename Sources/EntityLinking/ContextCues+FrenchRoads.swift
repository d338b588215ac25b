import ArticleText

/// French roads that have the code of a car: "prendre l’A390 vers Dijon", "L’A110 est fermée à la circulation".
extension ContextCues {
  /// The word that tells of a road, of a code with an A behind "l’".
  func frenchRoadWord(_ match: Match) -> Int? {
    guard language(of: match) == .french, match.first == match.last, isRoadNumber(article.words[match.first]), let elision = wordBefore(match),
      elision.hash == Self.elided
    else { return nil }
    if let verb = wordBefore(match, 2), Self.takings.contains(verb.hash) { return match.first - 2 }
    let reach = max(0, match.first - Self.roadReach)..<min(article.words.count, match.last + 1 + Self.roadReach)
    return reach.first { article.sentenceOf[$0] == article.sentenceOf[match.first] && isOfRoads($0) }
  }

  /// "bouchon", "sortie 12", "fermée à la circulation".
  private func isOfRoads(_ word: Int) -> Bool {
    let hash = article.words[word].hash
    if Self.ofRoads.contains(hash) { return true }
    if Self.exits.contains(hash) { return article.word(at: word + 1, inSentenceOf: word)?.shape == .number }
    guard hash == Self.traffic, let the = article.word(at: word - 1, inSentenceOf: word), let to = article.word(at: word - 2, inSentenceOf: word)
    else { return false }
    return the.hash == Self.la && to.hash == Self.at
  }

  private static let roadReach = 14
  private static let elided = WordHash.of("l")
  private static let la = WordHash.of("la")
  private static let at = WordHash.of("a")
  private static let traffic = WordHash.of("circulation")
  private static let exits = WordSet(["sortie", "echangeur", "bretelle"])
  private static let takings = WordSet([
    "prendre", "prenez", "prends", "emprunter", "empruntez", "suivre", "suivez", "quitter", "quittez", "rejoindre", "longe",
  ])
  private static let ofRoads = WordSet([
    "bouchon", "bouchons", "embouteillage", "embouteillages", "ralentissements", "peage", "peages", "echangeur", "carambolage", "autoroute", "rocade",
    "deviation",
  ])
}
