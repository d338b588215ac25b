import ArticleText

/// Lines that say who wrote a post, and when.
extension ContextCues {
  /// "↳ Les Rouges de Batilly • 1 h": a line of a few words before a bullet and how long ago that was.
  func isAuthor(_ match: Match, before number: Word) -> Bool {
    let unit = match.last + 2
    guard number.gap.contains(.other), unit < article.words.count, Self.times.contains(article.words[unit].hash), isBullet(before: number, match),
      unit + 1 == article.words.count || article.words[unit + 1].gap.contains(.line)
    else { return false }
    return (max(0, match.first - Self.longestName)...match.first).contains { $0 == 0 || article.words[$0].gap.contains(.line) }
  }

  private static let longestName = 5
  private static let times = WordSet([
    "h", "min", "mn", "m", "j", "d", "s", "sem", "w", "hr", "hrs", "mins", "jours", "days", "heures", "hours", "minutes",
  ])

  /// A bullet or a point in the middle of the line, with a blank on either side.
  private func isBullet(before number: Word, _ match: Match) -> Bool {
    let between = article.text.bytes[article.words[match.last].end..<number.start]
    return between.elementsEqual([0x20, 0xE2, 0x80, 0xA2, 0x20]) || between.elementsEqual([0x20, 0xC2, 0xB7, 0x20])
  }
}
