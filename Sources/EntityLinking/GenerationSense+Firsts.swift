import ArticleText

/// What is said of the first cars of a name, and of those that came after them.
extension GenerationSense {
  /// « La première Twingo, dessinée par Le Quément », "The first Renault 5 was": the one before all others, and not the first of a series.
  func firstOfAll(_ match: Match) -> Int? {
    let sentence = article.sentenceOf[match.first]
    guard let ordinal = article.word(at: match.first - 1, inSentenceOf: match.first), Self.ordinals.contains(ordinal.hash),
      article.words[match.first].gap == .space, article.classes(at: match.first - 2, inSentenceOf: match.first).contains(.determiner),
      article.sentences.count(.electric, in: sentence) == 0
    else { return nil }
    guard let next = article.word(at: match.last + 1, inSentenceOf: match.last), next.gap == .space else {
      return article.sentences.count(.industry, in: sentence) == 0 ? match.first - 1 : nil
    }
    return Self.pasts.contains(next.hash) && article.sentences.count(.industry, in: sentence) == 0 ? match.first - 1 : nil
  }

  private static let ordinals = WordSet(["premiere", "1ere", "1re", "first", "original", "originale"])
  private static let pasts = WordSet(["etait", "avait", "fut", "eut", "was", "had", "sold", "looked"])

  /// « vendue à huit millions d’exemplaires », "sold eight million": how many were made of a car that is made no longer.
  func millionsMade(_ match: Match) -> Int? {
    for word in match.last + 1..<match.last + Self.reach {
      guard let million = article.word(at: word, inSentenceOf: match.last) else { return nil }
      guard Self.millions.contains(million.hash) else { continue }
      let isSold = (2...4).contains { article.word(at: word - $0, inSentenceOf: match.last).map { Self.sold.contains($0.hash) } ?? false }
      let areCars = (1...2).contains { article.word(at: word + $0, inSentenceOf: match.last).map { Self.copies.contains($0.hash) } ?? false }
      return isSold || areCars ? word : nil
    }
    return nil
  }

  private static let reach = 9
  private static let millions = WordSet(["million", "millions"])
  private static let sold = WordSet(["sold", "vendu", "vendue", "vendues", "vendus", "ecoulee", "produite", "built"])
  private static let copies = WordSet(["exemplaires", "copies", "unites", "units", "cars", "voitures"])

  /// "The Renault 5 was What Car of the year; the Renault 5 of 1972 won nothing": whether a semicolon parts it from all that is said of the past.
  func isApartFromPast(_ match: Match) -> Bool {
    let (start, end) = (clauseStart(match), clauseEnd(match))
    guard start.isParted || end.isParted else { return false }
    return !(start.word..<end.word).contains {
      article.classes[$0].contains(.past) || article.words[$0].shape == .number && OldYear.isOne($0, article.words, article.classes)
    }
  }

  private func clauseStart(_ match: Match) -> (word: Int, isParted: Bool) {
    var word = match.first
    while word > 0, match.first - word < Self.clause, article.sentenceOf[word - 1] == article.sentenceOf[match.first] {
      if isSemicolon(before: word) { return (word, true) }
      word -= 1
    }
    return (word, false)
  }

  private func clauseEnd(_ match: Match) -> (word: Int, isParted: Bool) {
    var word = match.last + 1
    while word < article.words.count, word - match.last < Self.clause, article.sentenceOf[word] == article.sentenceOf[match.last] {
      if isSemicolon(before: word) { return (word, true) }
      word += 1
    }
    return (word, false)
  }

  private func isSemicolon(before word: Int) -> Bool {
    word > 0 && article.words[word].gap.contains(.other)
      && article.text.bytes[article.words[word - 1].end..<article.words[word].start].contains(Self.semicolon)
  }

  private static let semicolon = UInt8(0x3B)
  private static let clause = 40

  /// « Clin d’œil à son aïeule, la R5 »: an ancestor that the car itself has.
  func hasAncestor(_ match: Match) -> Bool {
    let around = max(1, match.first - Self.reach)..<min(article.words.count, match.last + Self.reach)
    return around.contains { word in
      Self.ancestors.contains(article.words[word].hash) && Self.owners.contains(article.words[word - 1].hash)
        && article.sentenceOf[word] == article.sentenceOf[match.first]
    }
  }

  private static let ancestors = WordSet(["aieule", "ancetre", "ancetres", "ancestor", "ancestors", "forebear", "grandmother", "grand-mere"])
  private static let owners = WordSet(["son", "sa", "ses", "its"])
}
