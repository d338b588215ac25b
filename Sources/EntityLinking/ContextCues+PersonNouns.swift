import ArticleText

/// A name beside a noun of a person: somebody who is called like a maker or like somebody in the catalogue.
extension ContextCues {
  /// "un vendeur Renault", "a Ford mechanic": who sells and mends the cars of a maker.
  func isOfTrade(_ match: Match) -> Bool { wordBefore(match).map { Self.trade.contains($0.hash) } ?? false }

  private static let trade = WordSet(
    [
      "vendeur", "vendeuse", "vendeurs", "commercial", "mecanicien", "mecano", "garagiste", "concessionnaire", "agent", "agents", "salesman",
      "saleswoman", "mechanic", "dealer",
    ])

  /// "also a Renault, who never drove": what is told of people.
  private func isSomebody(_ match: Match) -> Bool {
    guard language(of: match) == .english, let next = wordAfter(match), next.hash == Self.who else { return false }
    return index.kinds(of: match.form) == EntityKinds(.vehicle) || wordBefore(match).map { Self.indefinite.contains($0.hash) } ?? false
  }

  private static let who = WordHash.of("who")

  /// "a Mr Espinosa", "un M. Vidal": somebody of whom nothing else is known.
  private func isAnybody(_ match: Match) -> Bool {
    guard let one = wordBefore(match, 2) else { return false }
    return language(of: match) == .french ? Self.oneInFrench.contains(one.hash) : Self.indefinite.contains(one.hash)
  }

  static let indefinite = WordSet(["a", "an"])
  static let oneInFrench = WordSet(["un", "une"])

  /// "M. Provost, notre délégué": somebody whom the writer knows, who holds no office.
  func isOneOfOurs(_ match: Match) -> Bool {
    guard let next = wordAfter(match), isComma(before: next, match) else { return false }
    return Self.ours.contains(next.hash) && after(match, 2).isDisjoint(with: WordClasses(.role))
  }

  private static let ours = WordSet(["notre", "nos", "mon", "ma", "mes", "our", "my"])

  /// Whether nothing but a comma and a blank stands before the next word.
  func isComma(before next: Word, _ match: Match) -> Bool {
    next.gap == [.space, .other] && isCommaAndBlank(from: article.words[match.last].end, to: next.start)
  }

  /// Whether the bytes from one to another are a comma and a blank.
  func isCommaAndBlank(from start: Int, to end: Int) -> Bool {
    end - start == 2 && article.text.bytes[start] == 0x2C && article.text.bytes[start + 1] == 0x20
  }

  /// "le pilier Peugeot", "Peugeot, le pilier", "Son principal, M. Vidal", "the Ford sisters": somebody else of that name.
  func addPersonNoun(to sum: inout Weighing, _ match: Match, isPerson: Bool, isBearable: Bool) {
    let afterTitle = before(match).contains(.title) ? 1 : 0
    if isPerson, afterTitle == 1 {
      sum.add(
        .personNoun, if: isFromSomewhere(match) || isOneOfOurs(match) || index.traits(of: match.form).contains(.familyName) && isAnybody(match),
        at: match.last + 1)
    }
    if isPerson, wordBefore(match).map({ $0.gap != .apostrophe && Self.shops.contains($0.hash) }) ?? false {
      sum.add(.personNoun, at: match.first - 1)
    }
    if isPerson, afterTitle == 0 || sum.has(.personNoun) { return }
    sum.add(.personNoun, if: !isPerson && isSomebody(match), at: match.last + 1)
    if sum.has(.personNoun) { return }
    if isBearable, isCertain(match) {
      sum.add(.personNoun, at: match.first - 1)
    } else if before(match, 1 + afterTitle).contains(.personNoun), isPerson || !isOfTrade(match), !article.words[match.first].gap.contains(.colon) {
      sum.add(.personNoun, at: match.first - 1 - afterTitle)
    } else if let next = wordAfter(match), isComma(before: next, match) {
      let noun = after(match).contains(.determiner) || after(match).contains(.numberWord) ? 2 : 1
      let isAge =
        next.shape == .number && next.end - next.start <= 2 && after(match, 2).contains(.unit) && wordAfter(match, 3)?.gap != .space
        && (isPerson || !speaksOfCars(match))
      sum.add(.personNoun, if: isPersonTold(at: noun, behind: match) || isAge, at: match.last + noun)
    } else if isBearable, language(of: match) == .english, isBeforeLowerWord(match), isOnlyName(match), !isUsed(match) {
      sum.add(.personNoun, if: after(match).contains(.personNoun), at: match.last + 1)
    }
  }
}
