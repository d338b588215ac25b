import ArticleText

/// Bare numbers that are models, or are none, by what stands around them in a list, a table or a post.
extension ContextCues {
  /// "| Captur | 2012–2016 | 208 |": a number alone in a cell behind a cell of numbers that does not begin its row counts something.
  func isInColumnOfNumbers(_ match: Match) -> Bool {
    let (before, behind) = (match.first - 1, match.last + 1)
    guard before > 0, isCell(match.first), article.words[match.first].gap.isDisjoint(with: [.line, .paragraph]),
      article.words[before].shape == .number
    else { return false }
    if behind < article.words.count, !(isCell(behind) && article.words[behind].shape == .number), !article.startsSentence(behind),
      article.words[behind].gap.isDisjoint(with: [.line, .paragraph])
    {
      return false
    }
    var start = before
    while start > 0, before - start < Self.longestCell, article.words[start].shape == .number, !isCell(start) { start -= 1 }
    guard start > 0, article.words[start].shape == .number, isCell(start) else { return false }
    return article.words[start].gap.isDisjoint(with: [.line, .paragraph])
  }

  /// "| Kerbrat | Faurecia | ACC |", "| Zoe | 32 000 € |" below "| Clio |": alone in its cell, beside a maker in the row, or below or above a car.
  func nameBesideCell(_ form: SurfaceForm, _ match: Match) -> Int? {
    guard match.first > 0, isCell(match.first), endsCell(match.last), !match.isLower else { return nil }
    if startsRow(match.first) {
      guard form.kinds.contains(.vehicle) else { return nil }
      return [rowBefore(match.first), rowBehind(match.last)].lazy.compactMap { $0 }.first { isCertainCell($0, EntityKinds(.vehicle)) }
    }
    guard !form.kinds.isDisjoint(with: Self.makers) else { return nil }
    let behind = match.last + 1
    if matchAt[match.first - 1] >= 0 {
      let other = matches[Int(matchAt[match.first - 1])].first
      if isCertainCell(other, Self.makers), other != match.first { return other }
    }
    return behind < article.words.count && isCell(behind) && !startsRow(behind) && isCertainCell(behind, Self.makers) ? behind : nil
  }

  /// Whether a name of one of these kinds that can be nothing else is alone in the cell that begins at a word.
  private func isCertainCell(_ word: Int, _ kinds: EntityKinds) -> Bool {
    guard matchAt[word] >= 0, isCell(word) else { return false }
    let other = matches[Int(matchAt[word])]
    return other.first == word && endsCell(other.last) && !index.kinds(of: other.form).isDisjoint(with: kinds)
      && index.traits(of: other.form).isDisjoint(with: Self.doubtful.subtracting(.code))
  }

  private func endsCell(_ last: Int) -> Bool {
    last + 1 == article.words.count || isCell(last + 1) || startsRow(last + 1)
  }

  private func startsRow(_ word: Int) -> Bool { !article.words[word].gap.isDisjoint(with: [.line, .paragraph]) }

  private func rowBefore(_ word: Int) -> Int? { (max(1, word - Self.longestRow)..<word).last(where: startsRow) }

  private func rowBehind(_ word: Int) -> Int? { (word + 1..<max(word + 1, min(article.words.count, word + Self.longestRow))).first(where: startsRow) }

  private static let longestRow = 24

  /// Whether the sign of a cell, or a mark of the page, stands before a word.
  private func isCell(_ word: Int) -> Bool {
    if article.words[word].gap.contains(.opaque) { return true }
    guard article.words[word].gap.contains(.other) else { return false }
    return article.text.bytes[(word == 0 ? 0 : article.words[word - 1].end)..<article.words[word].start].contains(Self.bar)
  }

  private static let bar = UInt8(0x7C)

  private static let longestCell = 6

  /// "Sinon 3008 en BlueHDi", "308 en SW": at the head of a clause that counts nothing, what a car is ordered with.
  func isWithTrim(_ match: Match) -> Bool {
    guard let small = wordAfter(match), small.hash == Self.with, small.gap == .space, language(of: match) == .french,
      let trim = wordAfter(match, 2), trim.gap == .space
    else { return false }
    if let previous = wordBefore(match), !article.words[match.first].gap.contains(.colon) {
      guard previous.shape != .number, Self.beginnings.contains(previous.hash) || before(match).contains(.conjunction) else { return false }
    }
    let other = matchAt[match.last + 2]
    if other >= 0, !index.kinds(of: matches[Int(other)].form).isDisjoint(with: EntityKinds([.motor, .technology])) { return true }
    return after(match, 2).contains(.carTrait) || Self.trims.contains(trim.hash) || Self.versions.contains(trim.hash)
  }

  private static let with = WordHash.of("en")
  private static let beginnings = WordSet(["sinon", "ou", "plutot", "bref", "perso", "donc", "et", "prends", "vise", "regarde", "ben"])
  private static let versions = WordSet(["boite", "finition", "version", "gt", "sw", "bva", "bvm", "manuelle", "auto", "occasion", "lld", "loa"])

  /// "Looking at a leaf 40, an MG 4 or a Zoe": a word behind "a" and before a number of two digits, in a list with another car.
  func isNumberedInList(_ match: Match) -> Bool {
    guard match.isLower, language(of: match) == .english, let one = wordBefore(match), Self.indefinite.contains(one.hash),
      let number = wordAfter(match), number.gap == .space, number.shape == .number, number.end - number.start == 2,
      let next = wordAfter(match, 2), next.gap == [.space, .other] || after(match, 2).contains(.conjunction)
    else { return false }
    return (2...4).contains { distance in
      guard let other = wordAfter(match, distance), matchAt[match.last + distance] >= 0 else { return false }
      let kinds = index.kinds(of: matches[Int(matchAt[match.last + distance])].form)
      return other.gap.isSubset(of: [.space, .other]) && !kinds.isDisjoint(with: EntityKinds([.vehicle, .brand]))
    }
  }
}
