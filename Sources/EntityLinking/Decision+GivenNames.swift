import ArticleText

/// Cars that are called by a given name.
extension Decision {
  /// "Zoe needs a battery check": the first word of a sentence on cars, in an article where it is a car for sure and nobody.
  mutating func weighGivenNames() {
    if !sums.fired.contains(.givenNameCapital) { return }
    let asking = matches.indices.filter { mayBegin($0) }
    if asking.isEmpty || context.isAboutOtherThings { return }
    var (cars, people) = (FormSet(), FormSet())
    for (position, match) in matches.enumerated() where index.traits(of: match.form).contains(.givenName) {
      if sums[position].total >= 55 { cars.insert(match.form) }
      if sums[position].hasAny(of: Self.ofPeople) { people.insert(match.form) }
    }
    for position in asking {
      let form = matches[position].form
      sums.add(.sureElsewhere, if: cars.contains(form) && !people.contains(form), to: position)
    }
  }

  private static let ofPeople = CueSet([.unknownNameAfter, .personNoun, .listedAgainst, .naming, .otherSense])

  /// "Zoe. Check that the battery is owned": a sentence of one word that others of the paragraph follow.
  private func isAnswer(_ match: Match) -> Bool {
    article.isWholeSentence(match.first...match.last) && match.last + 1 < article.words.count
      && article.paragraphOf[match.last + 1] == article.paragraphOf[match.last]
      && !article.words[match.last + 1].gap.contains(.line)
  }

  private func mayBegin(_ position: Int) -> Bool {
    let (match, sum) = (matches[position], sums[position])
    return sum.total < Self.threshold && sum.has(.givenNameCapital) && (sum.has(.automotiveSentence) || isAnswer(match))
      && article.startsSentence(match.first)
      && !isPartOfAnotherName(sum) && !sum.has(.naming)
  }
}
