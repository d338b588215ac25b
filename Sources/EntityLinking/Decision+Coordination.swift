import ArticleText

/// What names that stand side by side, in a list or in headings, say of each other.
extension Decision {
  /// What is joined by a comma, "et" or "and" to a mention of the same kind likely is one too, forward, then backward.
  mutating func weighCoordination() {
    for position in matches.indices.dropFirst() { coordinate(position, with: position - 1) }
    for position in matches.indices.dropLast().reversed() { coordinate(position, with: position + 1) }
  }

  /// Headings and cells that are one name each: where two are sure, those of the same kind that are everyday words are names too.
  mutating func weighLabels() {
    let labels = matches.indices.filter { position in
      guard mayBeLabel(matches[position]) else { return false }
      let words = matches[position].first...matches[position].last
      return article.isWholeSentence(words) || article.headsCell(words)
    }
    var sure: [EntityKind: Set<Int>] = [:]
    for position in labels where sums[position].total >= Self.likely {
      let form = matches[position].form
      for kind in EntityKind.allCases where index.kinds(of: form).contains(kind) { sure[kind, default: []].insert(form) }
    }
    for position in labels where sums[position].total < Self.beyondDoubt && !isPartOfAnotherName(sums[position]) {
      let form = matches[position].form
      if index.isOnly(.plural, form) { continue }
      let isOneOfMany = sure.contains { kind, others in
        index.kinds(of: form).contains(kind) && others.count - (others.contains(form) ? 1 : 0) > 1
      }
      let headsCell = article.headsCell(matches[position].first...matches[position].last)
      let isCar = isOneOfMany || headsCell && isCarOfTable(position, sure)
      sums.add(.coordinated, if: isCar && !sums[position].has(.coordinated), to: position)
      sums.add(.sameKindInSentence, if: isCar && headsCell && sums[position].has(.commonElsewhere), to: position)
    }
  }

  /// Whether a sentence or a cell may begin with a match, but for numbers.
  @inline(__always)
  private func mayBeLabel(_ match: Match) -> Bool {
    match.first == Int(match.sentenceStart) || article.words[match.first].gap.contains(.opaque) || article.words[match.first - 1].isNumber
  }

  /// From how many hundredths on a label counts for others.
  private static let likely = 60

  /// Whether a brand heads a cell of a table where two others are cars, or the other way round.
  private func isCarOfTable(_ position: Int, _ sure: [EntityKind: Set<Int>]) -> Bool {
    let kinds = index.kinds(of: matches[position].form)
    guard kinds.contains(.brand) || kinds.contains(.vehicle) else { return false }
    return (sure[.brand] ?? []).union(sure[.vehicle] ?? []).count > 1
  }

  private mutating func coordinate(_ position: Int, with other: Int) {
    guard sums[position].total < Self.beyondDoubt else { return }
    let (match, partner) = (matches[position], matches[other])
    guard sums[other].total >= 55 || areLikelyCars(position, other), !sums[position].has(.coordinated),
      match.form != partner.form, !index.traits(of: match.form).isDisjoint(with: ContextCues.doubtful) || match.isLower,
      !isPartOfAnotherName(sums[position]), let at = context.joint(match, partner),
      context.areAlike(match, partner)
    else { return }
    if isWordAmongNames(match, partner) { return }
    sums.add(.coordinated, to: position, at: at)
  }

  /// "le Master pour l’espace, le Trafic pour…": a word in small letters beside one that is a word, too, and has a capital.
  private func isWordAmongNames(_ match: Match, _ partner: Match) -> Bool {
    let words: FormTraits = [.frenchWord, .englishWord]
    return match.isLower && !partner.isLower && context.isOwnWord(index.form(match.form), match)
      && !index.traits(of: partner.form).isDisjoint(with: words)
  }

  /// What makes a car of a given name.
  private static let ofCars = CueSet([
    .article, .automotiveSentence, .drivingVerb, .carWordAfter, .typeNoun, .neighbourInSentence, .subjectName, .everydayInCapitalLine,
  ])

  /// "MASTER ET TRAFIC", "Austral ou 3008": two words that are cars both, of which at most one is a number, and neither a given name nor a word in
  /// small letters; two given names only where something says that they are cars.
  private func areLikelyCars(_ position: Int, _ other: Int) -> Bool {
    let (match, partner) = (matches[position], matches[other])
    guard isVehicle(match), isVehicle(partner) else { return false }
    let likely = min(sums[position].total, sums[other].total)
    let areNumbers = sums[position].has(.bareNumber) && sums[other].has(.bareNumber)
    let mayBePeople = [match, partner].contains { index.traits(of: $0.form).contains(.givenName) }
    if [match, partner].allSatisfy({ index.traits(of: $0.form).contains(.givenName) }),
      ![position, other].contains(where: { sums[$0].hasAny(of: Self.ofCars) })
    {
      return false
    }
    let areOther = sums[position].has(.otherSubject) || sums[other].has(.otherSubject)
    if mayBePeople, [match, partner].contains(where: { index.traits(of: $0.form).contains(.number) }), !areOther { return likely >= 20 }
    return likely >= 40 || likely >= 20 && !areNumbers && !areOther && !mayBePeople && !match.isLower && !partner.isLower
  }
}
