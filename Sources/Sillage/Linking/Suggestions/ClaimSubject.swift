import EntityLinking

/// Finds who does what a verb says: the name before it, and where the verb follows a comma that ends an apposition, the name that this is about.
struct ClaimSubject {
  private let sentence: SentenceMentions

  init(_ sentence: SentenceMentions) { self.sentence = sentence }

  /// The name that the words of a relation are about, at most so many words before them or behind what is said of it between commas.
  func mention(before cue: Range<Int>, reach: Int) -> SentenceMentions.Place? {
    if let head = headOfApposition(before: cue.lowerBound) { return head }
    guard let left = sentence.mentions.last(where: { $0.words.upperBound < cue.lowerBound }), cue.lowerBound - left.words.upperBound <= reach
    else { return nil }
    return left
  }

  /// « Le 7DL, assemblé à Cléon, équipe … »: the motor, and not the plant.
  private func headOfApposition(before cue: Int) -> SentenceMentions.Place? {
    let isNegated = cue > 0 && Self.negations.contains(sentence.words[cue - 1].folded)
    let verb = isNegated ? cue - 1 : cue
    guard sentence.words[verb].isBehindComma else { return nil }
    for opening in (0..<verb).reversed() where sentence.words[opening].isBehindComma {
      guard let head = sentence.mentions.last(where: { endsBefore(opening, $0) }), !beginsWithName(opening), !isBehindPreposition(head)
      else { continue }
      return head
    }
    return nil
  }

  /// "the 7DL motor, built": at most one noun stands between the name and the comma.
  private func endsBefore(_ comma: Int, _ mention: SentenceMentions.Place) -> Bool {
    let last = mention.words.upperBound
    return last == comma - 1 || last == comma - 2 && !sentence.words[comma - 1].isBehindComma
  }

  /// « En Chine, Renault, allié à Geely, détient … »: whether what a comma opens is the next name itself.
  private func beginsWithName(_ word: Int) -> Bool {
    let first = Self.articles.contains(sentence.words[word].folded) ? word + 1 : word
    return sentence.mentions.contains { $0.words.lowerBound == first }
  }

  private func isBehindPreposition(_ mention: SentenceMentions.Place) -> Bool {
    var before = mention.words.lowerBound - 1
    if before >= 0, Self.articles.contains(sentence.words[before].folded) { before -= 1 }
    return before >= 0 && Self.prepositions.contains(sentence.words[before].folded)
  }

  private static let negations: Set<String> = ["ne", "n"]
  private static let articles: Set<String> = ["le", "la", "l", "les", "the"]
  private static let prepositions: Set<String> = [
    "a", "au", "aux", "en", "de", "du", "des", "d", "par", "avec", "dans", "chez", "sur", "pour", "in", "at", "of", "from", "by", "with", "to", "for",
    "on", "near",
  ]
}
