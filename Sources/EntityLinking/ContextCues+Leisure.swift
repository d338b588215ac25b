import ArticleText

/// Short news of arts and sports under a word that says so.
extension ContextCues {
  /// The word: "HIPPISME. À Vincennes, Rafale d’Été…", "MUSIQUE : SEAL À L’OLYMPIA", "Music. Lotus Eaters play…": that a paragraph begins with or
  /// that is a
  /// sentence of its own before the match, where the sentence has no word of cars and names no car or maker for sure.
  func leisure(over match: Match) -> Int? {
    let sentence = article.sentenceOf[match.first]
    guard article.sentences.count(.automotive, in: sentence) + article.sentences.count(.industry, in: sentence) == 0, isOnlyName(match) else {
      return nil
    }
    let paragraph = article.paragraphOf[match.first]
    for word in (max(0, match.first - Self.rubricReach)..<match.first).reversed() {
      if article.paragraphOf[word] != paragraph { return isHeading(word, above: paragraph) ? word : nil }
      if isRubric(word) { return Self.leisures.contains(article.words[word].hash) ? word : nil }
    }
    return nil
  }

  private static let rubricReach = 45

  /// Whether a word is all that its sentence has, or a dash or a colon follows it where a sentence or a line begins.
  private func isRubric(_ word: Int) -> Bool {
    guard article.words[word].shape != .lower, article.words[word].shape != .number,
      word == 0 || article.startsSentence(word) || article.words[word].gap.contains(.line),
      word + 1 < article.words.count
    else { return false }
    return article.startsSentence(word + 1) || article.words[word + 1].gap.contains(.line) || article.followsDash(word + 1)
  }

  /// Whether a word is the whole paragraph right above another.
  private func isHeading(_ word: Int, above paragraph: Int32) -> Bool {
    article.paragraphOf[word] + 1 == paragraph && isRubric(word) && (word == 0 || article.paragraphOf[word - 1] != article.paragraphOf[word])
      && Self.leisures.contains(article.words[word].hash)
  }

  private static let leisures = WordSet(
    [
      "musique", "music", "cinema", "film", "films", "livres", "livre", "lire", "lecture", "lectures", "books", "book", "fiction", "poetry", "poesie",
      "theatre", "stage", "scene", "expo", "expos", "exposition", "expositions", "exhibition", "exhibitions", "art", "arts", "tele", "tv",
      "television", "screen", "serie", "series", "ecouter", "disque", "disques", "jeux", "jeu", "games", "puzzle", "puzzles", "crossword", "quiz",
      "chess", "echecs", "cuisine", "food", "table", "tables", "restaurants", "gastronomie", "drink", "jardin", "jardins", "garden", "gardens",
      "gardening", "nature", "hippisme", "turf", "equitation", "tennis", "football", "foot", "rugby", "basket", "basketball", "handball", "volley",
      "cyclisme", "cycling", "velo", "voile", "sailing", "rowing", "aviron", "ski", "skiing", "golf", "polo", "natation", "swimming", "athletisme",
      "athletics", "boxe", "boxing", "judo", "cricket", "hockey", "netball", "bowls", "snooker", "darts", "petanque", "surf", "naissances", "births",
      "deaths", "deces", "mariages", "weddings", "marriages", "society", "carnet", "church", "walks", "randonnee", "fashion", "mode", "danse",
      "dance", "opera", "concert", "concerts", "festival", "science", "sciences", "meteo", "weather",
    ])

  /// "GOLF : MCALLISTER WINS": a game over a colon, with what players do.
  func isRubricOfSport(_ form: SurfaceForm, _ match: Match) -> Bool {
    guard article.startsSentence(match.first), form.words.count == 1, Self.games.contains(form.words.firstHash), let next = wordAfter(match),
      next.gap.contains(.colon)
    else { return false }
    return (1...5).contains { distance in wordAfter(match, distance).map { Self.playing.contains($0.hash) } ?? false }
  }

  private static let games = WordSet(["golf", "polo"])
  private static let playing = WordSet([
    "wins", "win", "beats", "leads", "lead", "takes", "title", "cup", "champion", "gagne", "remporte", "titre", "coupe", "tete", "victoire",
    "champions", "final", "finale", "defends",
  ])
}
