import ArticleText

/// Lines that say who wrote a post, and when.
extension ContextCues {
  /// "↳ Les Rouges de Batilly • 1 h": a line of a few words before a bullet and how long ago that was.
  func isAuthor(_ match: Match) -> Bool {
    var word = match.last + 1
    while word < article.words.count, word <= match.last + Self.longestName, article.words[word].gap.isDisjoint(with: [.line, .other]) { word += 1 }
    guard word + 1 < article.words.count, word <= match.last + Self.longestName, isBullet(before: word), article.words[word].shape == .number,
      Self.times.contains(article.words[word + 1].hash), word + 2 == article.words.count || article.words[word + 2].gap.contains(.line)
    else { return false }
    return (max(0, match.first - Self.longestName)...match.first).contains { $0 == 0 || article.words[$0].gap.contains(.line) }
  }

  private static let longestName = 5
  private static let times = WordSet(["h", "min", "mn", "m", "j", "d", "s", "sem", "w", "hr", "hrs", "mins", "jours", "days", "heures", "hours", "minutes"])

  /// A bullet or a point in the middle of the line, with a blank on either side.
  private func isBullet(before word: Int) -> Bool {
    let between = article.text.bytes[article.words[word - 1].end..<article.words[word].start]
    return between.elementsEqual([0x20, 0xE2, 0x80, 0xA2, 0x20]) || between.elementsEqual([0x20, 0xC2, 0xB7, 0x20])
  }
}
