import ArticleText

/// Teams, grounds and meetings that bear the name of the maker that pays for them, and people before whom an abbreviation is an office.
extension ContextCues {
  /// The word: "Jeonbuk Hyundai beat Pohang 2-1", "the Kia Tigers", "GM Magnus Carlsen".
  func worksClub(_ form: SurfaceForm, _ match: Match) -> Int? {
    guard form.kinds.contains(.brand) || form.kinds.contains(.group), !match.isLower else { return nil }
    if let next = wordAfter(match), next.gap == .space, next.shape == .capitalised || next.shape == .capitals {
      if Self.mascots.contains(next.hash) { return match.last + 1 }
      if Self.officer == article.words[match.first].hash, after(match).contains(.givenName), wordAfter(match, 2)?.shape == .capitalised {
        return match.last + 1
      }
    }
    let sentence = article.sentenceOf[match.first]
    guard article.sentences.count(.automotive, in: sentence) + article.sentences.count(.racing, in: sentence) == 0 else { return nil }
    return score(near: match)
  }

  private static let officer = WordHash.of("gm")
  private static let mascots = WordSet([
    "tigers", "twins", "lions", "bears", "eagles", "hawks", "verblitz", "heat", "steelers", "cheetahs", "falcons", "bulls", "sharks", "panthers",
    "wolves", "dragons", "giants", "kings", "knights", "rockets", "skywalkers", "phoebus", "ladies", "cubs", "dinos", "braves", "dolphins", "raiders",
    "titans", "warriors", "wildcats", "united", "mares", "marines", "grampus", "frogs", "field", "championship", "classic",
  ])
}
