import ArticleText

/// Teams that are spoken of by the bare name of their town, told by the words of a game beside it.
extension ContextCues {
  /// The word: "Sunderland fans", "le maillot de Sochaux", "prêté par Wolfsburg", "Sunderland v Hull", "FOOTBALL : Wolfsburg reçoit Brême".
  func wordOfTeam(_ match: Match) -> Int? {
    guard !match.isLower else { return nil }
    if let at = followers(behind: match) ?? clubPrefix(before: match) ?? clubOfTown(before: match) ?? versus(beside: match) { return at }
    guard speaksOfGame(match) else { return nil }
    return player(beside: match) ?? opponent(before: match) ?? deedOfTeam(match) ?? sportHeading(over: match)
  }

  /// "Sunderland fans", "Valladolid’s striker", "les supporters de Mulhouse": what nothing but a team has.
  private func followers(behind match: Match) -> Int? {
    if language(of: match) == .english {
      let distance = wordAfter(match).map { $0.gap == .apostrophe && $0.hash == Self.owning } ?? false ? 2 : 1
      guard let noun = wordAfter(match, distance), noun.gap == .space || noun.gap == .line, noun.shape == .lower || article.inCapitalLine[match.first]
      else { return nil }
      return Self.ofTeams.contains(noun.hash) || Self.ofTeams.contains(wordAfter(match, distance + 1)?.hash ?? 0) && Self.season == noun.hash
        ? match.last + distance : nil
    }
    guard before(match).contains(.function), let noun = wordBefore(match, 2), Self.ofFrenchTeams.contains(noun.hash),
      article.words[match.first].gap == .space
    else { return nil }
    return match.first - 2
  }

  private static let owning = WordHash.of("s")
  private static let season = WordHash.of("season")
  private static let ofTeams = WordSet([
    "fans", "fan", "tickets", "striker", "strikers", "midfielder", "goalkeeper", "keeper", "winger", "fullback", "defender", "defenders", "scarf",
    "scarves", "shirt", "shirts", "ultras", "loanee", "goal", "goals", "penalty",
  ])
  private static let ofFrenchTeams = WordSet([
    "supporters", "supporter", "supportrices", "maillot", "maillots", "attaquant", "attaquante", "defenseur", "buteur", "buteuse", "ailier",
    "ailiere", "gardienne", "ultras", "joueurs", "joueuses", "joueur", "joueuse",
  ])

  /// "Real Valladolid", "Racing Mulhouse", "Étoile de Maubeuge": what clubs are called, with a capital before a town.
  private func clubPrefix(before match: Match) -> Int? {
    let distance = before(match).contains(.about) ? 2 : 1
    guard let prefix = wordBefore(match, distance), prefix.shape == .capitalised, article.words[match.first].gap == .space,
      article.words[match.first - distance + 1].gap == .space
    else { return nil }
    if distance == 2 { return Self.ofTowns.contains(prefix.hash) && !article.startsSentence(match.first - 2) ? match.first - 2 : nil }
    return Self.clubs.contains(prefix.hash) ? match.first - 1 : nil
  }

  private static let clubs = WordSet([
    "real", "racing", "olympique", "sporting", "dynamo", "dinamo", "athletic", "atletico", "borussia", "inter", "vfl", "vfb", "tsv", "red", "entente",
    "etoile", "union", "stade",
  ])
  private static let ofTowns = WordSet(["etoile", "entente", "avenir", "olympique", "racing", "stade", "eveil", "jeanne"])

  /// "Sunderland v Hull": who meets whom.
  private func versus(beside match: Match) -> Int? {
    if let next = wordAfter(match), next.gap == .space, Self.against.contains(next.hash), wordAfter(match, 2)?.shape == .capitalised {
      return match.last + 1
    }
    guard let versus = wordBefore(match), Self.against.contains(versus.hash), wordBefore(match, 2)?.shape == .capitalised else { return nil }
    return match.first - 1
  }

  private static let against = WordSet(["v", "vs", "versus"])

  /// "the Sunderland manager", "le coach de Dieppe", where a game is spoken of: who works for a team, or for others.
  private func player(beside match: Match) -> Int? {
    if language(of: match) == .english, let noun = wordAfter(match), noun.gap == .space, Self.staff.contains(noun.hash) { return match.last + 1 }
    guard before(match).contains(.function), let noun = wordBefore(match, 2), Self.staff.contains(noun.hash) else { return nil }
    return match.first - 2
  }

  private static let staff = WordSet([
    "manager", "boss", "coach", "captain", "player", "players", "side", "squad", "team", "game", "match", "season", "forward", "academy", "board",
    "bench", "defence", "legend", "entraineur", "capitaine", "gardien", "milieu", "academie", "vestiaire", "banc", "equipe", "onze", "effectif",
    "reserve", "formation", "defense", "attaque", "victoire", "defaite", "succes",
  ])

  /// "contre Maubeuge", "lost to Sunderland", "supported Sunderland", "signé à Wolfsburg".
  private func opponent(before match: Match) -> Int? {
    guard let word = wordBefore(match) else { return nil }
    if Self.opposing.contains(word.hash) { return match.first - 1 }
    guard !before(match).isDisjoint(with: [WordClasses(.placePreposition), WordClasses(.toward), WordClasses(.function)]) else { return nil }
    return (2...4).first { distance in wordBefore(match, distance).map { Self.moves.contains($0.hash) } ?? false }.map { match.first - $0 }
  }

  private static let opposing = WordSet([
    "contre", "against", "beat", "beating", "thrashed", "edged", "battu", "bat", "face", "supported", "supports", "supporting", "affronte",
    "affronter", "affrontera", "host", "hosts", "visit", "visiting", "joined", "rejoint",
  ])
  private static let moves = WordSet([
    "lost", "drew", "signed", "loaned", "prete", "pretee", "signe", "forme", "formee", "transfere", "deplace", "deplacement", "incline", "inclines",
    "gagne", "perd", "perdu", "away", "home", "trip", "defeat", "win", "promoted", "relegated", "drawn", "draw", "oppose", "victoire", "defaite",
    "nul", "match", "spell", "came", "played", "joue", "jouait", "jouera", "evolue", "evoluait",
  ])

  /// "Le Mans a limogé son entraîneur", "Wolfsburg have signed": what only a team does to a coach, a player or another team.
  private func deedOfTeam(_ match: Match) -> Int? {
    guard before(match).isDisjoint(with: [WordClasses(.placePreposition), WordClasses(.about), WordClasses(.toward)]) else { return nil }
    return (1...2).first { distance in wordAfter(match, distance).map { Self.deeds.contains($0.hash) && $0.gap != .paragraph } ?? false }.map {
      match.last + $0
    }
  }

  private static let deeds = WordSet([
    "sacked", "sack", "fired", "limoge", "vire", "tombe", "domine", "battu", "signed", "sign", "transfere", "recrute", "aligne", "alignait", "monte",
    "descend", "remonte", "went", "go", "goes", "are", "have", "were", "appointed", "hired", "kick", "host", "hosts", "visit", "travel", "face",
    "qualifie", "termine",
  ])

  /// "Football: Sochaux …", "Basket : Le Mans …": the sport that its sentence or line begins with.
  private func sportHeading(over match: Match) -> Int? {
    guard before(match).isDisjoint(with: [WordClasses(.placePreposition), WordClasses(.about), WordClasses(.toward), WordClasses(.between)]) else {
      return nil
    }
    if index.kinds(of: match.form).contains(.place),
      [wordBefore(match), wordAfter(match)].contains(where: { $0.map { Self.receiving.contains($0.hash) } ?? false })
    {
      return nil
    }
    var word = match.first - 1
    while word >= 0, match.first - word <= Self.headReach, article.paragraphOf[word] == article.paragraphOf[match.first] {
      if Self.teamSports.contains(article.words[word].hash), article.words[word].shape != .lower,
        word == 0 || article.startsSentence(word) || article.words[word].gap.contains(.line),
        article.words[word + 1].gap.contains(.colon) || article.followsDash(word + 1) || article.startsSentence(word + 1)
      {
        return word
      }
      word -= 1
    }
    return nil
  }

  private static let headReach = 24
  /// Towns receive guests, too.
  private static let receiving = WordSet(["recoit", "recevra", "recevait", "accueille", "accueillera"])
  private static let teamSports = WordSet([
    "football", "foot", "basket", "basketball", "handball", "hand", "rugby", "volley", "volleyball", "hockey", "futsal", "netball", "soccer",
    "petanque", "cricket", "polo", "boules", "bowls", "darts",
  ])

  /// Whether the sentence, or what stands near in the paragraph, has a word that only games between teams have.
  private func speaksOfGame(_ match: Match) -> Bool {
    let around = max(0, match.first - Self.gameReach)..<min(article.words.count, match.last + Self.gameReach)
    return around.contains { Self.ofGames.contains(article.words[$0].hash) && article.paragraphOf[$0] == article.paragraphOf[match.first] }
  }

  private static let gameReach = 16

  private static let ofGames = WordSet([
    "football", "foot", "basket", "basketball", "handball", "hand", "rugby", "volley", "volleyball", "hockey", "futsal", "netball", "soccer",
    "footballeur", "footballeurs", "footballer", "ligue", "league", "bundesliga", "liga", "mi", "penalty", "penalties", "penaltys", "tirs", "buteur",
    "attaquant", "attaquante", "ailier", "lateral", "defenseur", "gardien", "entraineur", "coach", "arbitre", "referee", "goalkeeper", "striker",
    "midfielder", "winger", "matchs", "matches", "supporters", "kick", "relegation", "relegated", "cup", "goalless", "brassard", "domicile",
    "spectateurs", "sporting", "supported",
  ])
}
