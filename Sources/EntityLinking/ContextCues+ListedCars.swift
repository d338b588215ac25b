import ArticleText

/// Numbers and given names that are cars in a list of figures or of ranks.
extension ContextCues {
  /// « Clio 7 412, 208 6 980, Sandero 5 110 », "1. Clio, 2. 208, 3. Sandero": the car that can be nothing else, some items off, between which only
  /// numbers stand.
  func listedCar(_ form: SurfaceForm, _ match: Match) -> Int? {
    guard form.kinds.contains(.vehicle), !match.isLower, match.first == match.last else { return nil }
    if let next = wordAfter(match), next.gap == .space, next.shape != .number { return nil }
    return car(ahead: match.last, hops: Self.hops) ?? car(behind: match.first)
  }

  private func car(ahead last: Int, hops: Int) -> Int? {
    var (word, hasSign, numbers) = (last + 1, false, 0)
    while word < article.words.count, word <= last + Self.longestItem, article.words[word].gap.isDisjoint(with: [.paragraph, .bracket]) {
      hasSign = hasSign || article.words[word].gap.contains(.other)
      if matchAt[word] >= 0, hasSign, numbers > 0 {
        let other = matches[Int(matchAt[word])]
        if isCertainCar(other) { return word }
        return hops > 0 && mayBeListed(other) ? car(ahead: other.last, hops: hops - 1) : nil
      }
      guard article.words[word].shape == .number else { return nil }
      (word, numbers) = (word + 1, numbers + 1)
    }
    return nil
  }

  private func car(behind first: Int) -> Int? {
    var (word, hasSign, numbers) = (first - 1, article.words[first].gap.contains(.other), 0)
    while word >= 0, word >= first - Self.longestItem, article.words[word + 1].gap.isDisjoint(with: [.paragraph, .bracket]) {
      if matchAt[word] >= 0, hasSign, numbers > 0 {
        let other = matches[Int(matchAt[word])]
        return isCertainCar(other) ? other.first : nil
      }
      guard article.words[word].shape == .number else { return nil }
      hasSign = hasSign || article.words[word].gap.contains(.other)
      (word, numbers) = (word - 1, numbers + 1)
    }
    return nil
  }

  private func isCertainCar(_ match: Match) -> Bool {
    index.kinds(of: match.form) == EntityKinds(.vehicle)
      && index.traits(of: match.form).isDisjoint(with: Self.doubtful.subtracting(.code).union(.number))
  }

  private func mayBeListed(_ match: Match) -> Bool { index.kinds(of: match.form).contains(.vehicle) }

  private static let longestItem = 4
  private static let hops = 2
}
