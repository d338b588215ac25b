import ArticleText

/// Roads that have the code of a car.
extension ContextCues {
  /// The word before: "by the A390", "along the A110", "broke down on the A310", where a road of a letter and three digits is meant.
  func roadWord(_ match: Match) -> Int? {
    guard language(of: match) == .english, match.first == match.last, isRoadNumber(article.words[match.first]), before(match).contains(.determiner),
      let way = wordBefore(match, 2)
    else { return nil }
    if Self.ways.contains(way.hash) { return match.first - 2 }
    guard Self.beside.contains(way.hash) else { return nil }
    let around = max(0, match.first - Self.reach)..<min(article.words.count, match.last + Self.reach)
    return around.contains { article.sentenceOf[$0] == article.sentenceOf[match.first] && Self.onRoads.contains(article.words[$0].hash) }
      ? match.first - 2 : nil
  }

  private func isRoadNumber(_ word: Word) -> Bool {
    let letters = article.text.bytes[word.start..<word.end]
    return letters.count == 4 && letters.first == 0x41 && letters.dropFirst().allSatisfy { $0 >= 0x30 && $0 <= 0x39 }
  }

  private static let reach = 12
  private static let ways = WordSet(["along", "via", "off", "onto"])
  private static let beside = WordSet([
    "on", "by", "down", "up", "from", "of", "near", "beside", "across", "to", "over", "under", "joins", "take", "leave", "cross", "where",
  ])

  /// What happens on roads, and no car is told by.
  private static let onRoads = WordSet([
    "broke", "roundabout", "junction", "lay", "layby", "traffic", "roadworks", "bypass", "carriageway", "queue", "queues", "tailback", "tailbacks",
    "diversion", "crash", "collision", "accident", "turn", "leave", "miles", "mile", "northbound", "southbound", "eastbound", "westbound", "pothole",
    "potholes", "speeding", "flooded", "snowdrift", "lane", "lanes", "petrol", "hitched", "walkers", "cyclists", "village", "shut", "closed",
  ])
}
