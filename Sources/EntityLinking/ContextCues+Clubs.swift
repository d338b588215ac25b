import ArticleText

/// Clubs that go by the bare name of their town.
extension ContextCues {
  /// The verb: "FOOTBALL : Sochaux s’impose", "au basket, Le Mans a perdu", in a paragraph on a sport of teams.
  func verbOfClub(_ match: Match) -> Int? {
    guard let next = wordAfter(match), next.gap == .space || next.gap == .line else { return nil }
    let distance = Self.helpers.contains(next.hash) ? 2 : 1
    guard let verb = wordAfter(match, distance), Self.results.contains(verb.hash), before(match).isDisjoint(with: [WordClasses(.placePreposition), WordClasses(.about)]),
      speaksOfTeams(match)
    else { return nil }
    return match.last + distance
  }

  private func speaksOfTeams(_ match: Match) -> Bool {
    let paragraph = article.paragraphOf[match.first]
    return (max(0, match.first - Self.teamReach)..<min(article.words.count, match.last + Self.teamReach)).contains {
      Self.teamSports.contains(article.words[$0].hash) && article.paragraphOf[$0] == paragraph
    }
  }

  private static let teamReach = 30
  private static let helpers = WordSet(["s", "l", "a", "have", "has", "had", "were", "are", "was"])

  /// What clubs do to each other.
  private static let results = WordSet(
    [
      "bat", "battu", "battait", "impose", "imposait", "incline", "inclinait", "emporte", "emportait", "domine", "perd", "perdu", "perdait", "gagne", "mene", "menait",
      "affronte", "affrontera", "deplace", "tombe", "coule", "egalise", "accroche", "remporte", "concede", "beat", "beaten", "lost", "lose", "won", "drew",
      "face", "play", "played", "held", "edged", "thrashed", "scored", "conceded", "relegated", "promoted",
    ])
  private static let teamSports = WordSet(
    [
      "football", "foot", "basket", "basketball", "handball", "rugby", "volley", "volleyball", "hockey", "cricket", "netball", "footballeurs", "ligue", "league", "nationale",
      "mi", "wembley", "derby",
    ])
}
