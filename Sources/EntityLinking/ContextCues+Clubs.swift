import ArticleText

/// Clubs that go by the bare name of their town.
extension ContextCues {
  /// The verb: "FOOTBALL : Sochaux s’impose", "au basket, Le Mans a perdu", in a paragraph on a sport of teams.
  func verbOfClub(_ match: Match) -> Int? {
    guard let next = wordAfter(match), next.gap == .space || next.gap == .line else { return nil }
    let distance = Self.helpers.contains(next.hash) ? 2 : 1
    guard let verb = wordAfter(match, distance), before(match).isDisjoint(with: [WordClasses(.placePreposition), WordClasses(.about)]) else {
      return nil
    }
    if Self.results.contains(verb.hash), speaksOfTeams(match) { return match.last + distance }
    return Self.transfers.contains(verb.hash) && namesPlayer(behind: match) ? match.last + distance : nil
  }

  /// "Sunderland 1, Brentford 1", "Coventry 2, Sunderland 3": the number of a result, with a comma between the two clubs.
  func result(beside match: Match) -> Int? {
    guard let own = wordAfter(match), own.gap == .space, isGoals(own) else { return nil }
    if let other = wordAfter(match, 2), other.gap == [.space, .other], other.shape == .capitalised {
      return (3...5).contains { distance in wordAfter(match, distance).map { $0.gap == .space && isGoals($0) } ?? false } ? match.last + 1 : nil
    }
    guard article.words[match.first].gap == [.space, .other], let goals = wordBefore(match), goals.gap == .space, isGoals(goals),
      let other = wordBefore(match, 2)
    else { return nil }
    return other.shape == .capitalised ? match.last + 1 : nil
  }

  private func isGoals(_ word: Word) -> Bool { word.shape == .number && word.end - word.start <= 2 }

  /// "Wolfsburg’s women", "Sunderland’s keeper": who plays for a club.
  func player(of match: Match) -> Int? {
    guard let sign = wordAfter(match), sign.gap == .apostrophe, let noun = wordAfter(match, 2), Self.players.contains(noun.hash) else { return nil }
    return match.last + 2
  }

  private static let players = WordSet([
    "women", "keeper", "goalkeeper", "striker", "strikers", "midfielder", "midfield", "winger", "wingers", "defenders", "defence", "bench",
    "forwards", "bowlers", "batsmen", "defender", "coach", "avant", "attaquant", "ailier", "milieu", "defenseur", "gardien", "entraineur",
    "entraineuse", "pivot", "arriere", "demi", "talonneur", "buteur", "lateral",
  ])

  private func speaksOfTeams(_ match: Match) -> Bool {
    let paragraph = article.paragraphOf[match.first]
    return (max(0, match.first - Self.teamReach)..<min(article.words.count, match.last + Self.teamReach)).contains {
      Self.teamSports.contains(article.words[$0].hash) && article.paragraphOf[$0] == paragraph
    }
  }

  /// "Sochaux recrute un avant-centre", "Sunderland have signed the winger": whom only a club takes on.
  private func namesPlayer(behind match: Match) -> Bool {
    (match.last + 2..<min(article.words.count, match.last + Self.nearby)).contains {
      article.sentenceOf[$0] == article.sentenceOf[match.last] && Self.players.contains(article.words[$0].hash)
    }
  }

  private static let transfers = WordSet(
    [
      "recrute", "signe", "engage", "separe", "limoge", "prete", "enrole", "attire", "signed", "sign", "sack", "sacked", "appoint", "appointed",
      "loan", "loaned", "buy", "bought", "want",
    ])

  private static let teamReach = 30
  private static let helpers = WordSet(["s", "se", "l", "a", "have", "has", "had", "were", "are", "was"])

  /// What clubs do to each other.
  private static let results = WordSet(
    [
      "bat", "battu", "battait", "impose", "imposait", "incline", "inclinait", "emporte", "emportait", "domine", "perd", "perdu", "perdait", "gagne",
      "mene", "menait", "affronte", "affrontera", "deplace", "tombe", "coule", "egalise", "accroche", "remporte", "concede", "beat", "beaten", "lost",
      "lose", "won", "drew", "face", "play", "played", "held", "edged", "thrashed", "scored", "conceded", "relegated", "promoted", "cale", "sombre",
      "arrache", "renverse", "ecrase", "surclasse", "climbed", "slumped", "crashed",
    ])
  private static let teamSports = WordSet(
    [
      "football", "foot", "basket", "basketball", "handball", "rugby", "volley", "volleyball", "hockey", "cricket", "netball", "footballeurs",
      "ligue", "league", "nationale", "mi", "wembley", "derby", "nul", "national", "liga", "bundesliga", "penalties", "goalkeeper", "buteur",
      "prolongations", "header", "equaliser", "equalizer", "goalless", "striker", "winger", "midfielder", "stoppage", "offside",
    ])
}
