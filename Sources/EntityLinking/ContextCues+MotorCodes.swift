import ArticleText

/// Codes of motors that are times, currents, seats and classes elsewhere: "6AM", "5A".
extension ContextCues {
  /// Whether nothing says that a motor is meant: no word of cars or of making things in the paragraph, and no other name of a maker's near. Behind
  /// an article a longer code is a thing of that name, and one that begins with a letter is no time or current, where the text is on cars.
  func isCodeOfNothing(_ form: SurfaceForm, _ match: Match) -> Bool {
    guard form.kinds == EntityKinds(.motor), form.traits.contains(.code), saysNothingOfCars(match) else { return false }
    if !form.traits.contains(.shortCode), before(match).contains(.determiner) { return false }
    let beginsWithNumber = (0x30...0x39).contains(article.text.bytes[article.words[match.first].start])
    guard beginsWithNumber || article.totals.count(.automotive, in: 0) == 0 else { return false }
    let around = max(0, match.first - Self.codeReach)..<min(article.words.count, match.last + 1 + Self.codeReach)
    return !around.contains { word in
      guard matchAt[word] >= 0, article.paragraphOf[word] == article.paragraphOf[match.first] else { return false }
      let other = matches[Int(matchAt[word])]
      return other.first != match.first && speaksOfMakers(other)
    }
  }

  private static let codeReach = 30

  private func speaksOfMakers(_ other: Match) -> Bool {
    let form = index.form(other.form)
    if form.kinds.contains(.motor) { return !form.traits.contains(.shortCode) }
    return !other.isLower && form.traits.isDisjoint(with: Self.doubtful) && !form.kinds.isSubset(of: EntityKinds([.place, .person]))
  }
}
