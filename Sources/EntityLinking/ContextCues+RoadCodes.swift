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

  func isRoadNumber(_ word: Word) -> Bool {
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
    "police", "stuck", "lorry", "overturned", "resurfaced", "left", "motorists",
  ])

  /// "A390 shut for five hours", "stuck on the A390, said police", "the A110 between Hull and Goole": a road, by what happens on it.
  func road(_ match: Match) -> Int? {
    let code = article.words[match.first]
    guard match.first == match.last, language(of: match) == .english, code.end - code.start == 4,
      Self.initials.contains(article.text.bytes[code.start]), matchAt[max(0, match.first - 1)] < 0 || match.first == 0
    else { return nil }
    let distance = after(match).contains(.copula) ? 2 : 1
    if let verb = wordAfter(match, distance), verb.gap == .space, Self.happenings.contains(verb.hash) { return match.last + distance }
    guard let the = wordBefore(match), the.hash == Self.theInEnglish else { return nil }
    if let between = wordAfter(match), between.hash == Self.between, wordAfter(match, 2)?.shape == .capitalised, matchAt[match.last + 2] < 0 {
      return match.last + 1
    }
    let isOn = wordBefore(match, 2).map { Self.ons.contains($0.hash) } ?? false
    let isAlong = wordAfter(match).map { Self.alongs.contains($0.hash) } ?? false && wordAfter(match, 2)?.shape == .capitalised
    guard isOn || isAlong else { return nil }
    let around = max(0, match.first - Self.stretch)..<min(article.words.count, match.last + Self.stretch)
    return around.first { Self.onRoads.contains(article.words[$0].hash) && article.paragraphOf[$0] == article.paragraphOf[match.first] }
  }

  /// "the A390", and not "an A390".
  func isBehindThe(_ match: Match) -> Bool { wordBefore(match)?.hash == Self.theInEnglish }

  private static let theInEnglish = WordHash.of("the")
  private static let between = WordHash.of("between")
  /// Those of roads: "A390", "R240".
  private static let initials: [UInt8] = [0x41, 0x52, 0x61, 0x72]
  private static let stretch = 40
  private static let happenings = WordSet([
    "shut", "closed", "reopened", "reopens", "blocked", "flooded", "gridlocked", "closes", "crash", "closure", "closures", "roadworks", "eastbound",
    "westbound", "northbound", "southbound",
  ])
  private static let alongs = WordSet(["near", "towards", "past", "through", "from", "to"])
  private static let ons = WordSet(["on", "off", "along", "onto", "down", "up", "across"])
}
