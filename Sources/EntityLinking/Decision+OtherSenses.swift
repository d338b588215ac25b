extension Decision {
  /// In an article on other things than cars, a name that is something else at one place likely is so at the others: "Dacia" of the
  /// Romans. Not where its own sentence speaks of cars or names what is tied to it.
  mutating func weighOtherSenses() {
    guard context.isAboutOtherThings else { return }
    var others = FormSet()
    for (position, match) in matches.enumerated() where !isMention(position) && sums[position].hasAny(of: Self.listed) {
      others.insert(match.form)
    }
    for (position, match) in matches.enumerated() where isMention(position) && others.contains(match.form) {
      if context.isToldAsTown(match) { continue }
      guard index.traits(of: match.form).isDisjoint(with: .doubtfulWord), !context.before(match).contains(.determiner) else { continue }
      sums.add(.otherSense, if: !sums[position].has(.otherSense) && !sums[position].hasAny(of: Self.ofCars), to: position)
    }
  }

  /// "A390 shut … stuck on the A390": a code that is a road at one place is so at each where an article stands before it and no maker does.
  mutating func weighRoads() {
    guard sums.fired.contains(.partOfOtherName), matches.indices.contains(where: isRoad) else { return }
    var roads = FormSet()
    for position in matches.indices where isRoad(position) { roads.insert(matches[position].form) }
    for (position, match) in matches.enumerated() where isMention(position) && roads.contains(match.form) && context.isBehindThe(match) {
      sums.add(.partOfOtherName, if: !sums[position].hasAny(of: Self.ofCar), to: position)
    }
  }

  private func isRoad(_ position: Int) -> Bool {
    sums[position].has(.partOfOtherName) && index.traits(of: matches[position].form).contains(.code) && context.road(matches[position]) != nil
  }

  private static let ofCar = CueSet([.carWordAfter, .drivingVerb, .typeNoun])

  /// A name of a town in a sentence that has a word of towns, though words around are of somebody of that name: "la gare de Cléon".
  mutating func weighTownsOfOtherSense() {
    if !sums.fired.contains(.listedAgainstFarther) { return }
    for (position, match) in matches.enumerated() where sums[position].has(.listedAgainstFarther) && context.isToldAsTown(match) {
      sums.add(.townSentence, to: position)
    }
  }

  private static let listed = CueSet([.listedAgainst, .listedAgainstFarther])
  private static let ofCars = CueSet([.automotiveSentence, .neighbourInSentence, .sameKindInSentence, .listedFor, .coordinated, .longName])
}
