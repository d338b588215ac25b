import ArticleText

/// People who bear the name of a maker or of a car and are called by it alone farther on.
extension Decision {
  /// "Mary Renault wrote it … since Renault": a name that its paragraph gives to somebody by a full name, and says nothing of cars; the more so
  /// where it speaks. Cost: linear in the names.
  mutating func weighNamesakes() {
    if !sums.fired.contains(.givenNameBefore) { return }
    for (position, match) in matches.enumerated()
    where sums[position].has(.givenNameBefore) && isMakerOrFamily(match.form) && article.words[match.first].gap != .hyphen {
      guard context.saysNothingOfCars(match) else { continue }
      let paragraph = article.paragraphOf[match.first]
      let around = max(0, position - Self.namesAround)..<min(matches.count, position + Self.namesAround)
      for other in around where matches[other].form == match.form && article.paragraphOf[matches[other].first] == paragraph {
        let before = context.before(matches[other])
        let isOther =
          !article.inCapitalLine[matches[other].first] && !isPartOfAnotherName(sums[other]) && !sums[other].has(.otherBearer)
          && !before.contains(.determiner)
        guard isOther else { continue }
        sums.add(.otherBearer, to: other)
        let speaks = context.after(matches[other]).contains(.role) && before.isDisjoint(with: Self.ofMakers)
        sums.add(.personNoun, if: other > position && speaks, to: other, at: matches[other].last + 1)
      }
    }
  }

  private static let ofMakers: WordClasses = [WordClasses(.makerPreposition), WordClasses(.about)]

  /// A maker, or a car that many people are called like: "Gary Cooper … Cooper won it".
  private func isMakerOrFamily(_ form: Int) -> Bool {
    index.kinds(of: form).contains(.brand) || index.kinds(of: form).contains(.vehicle) && index.traits(of: form).contains(.familyName)
  }

  private static let namesAround = 12

  /// "Larkspur Ford Appointed Chief" above "the appointment of Larkspur Ford": a name that stands behind another word with a capital as the name of
  /// somebody is so behind the same word in a headline or at the start of a sentence. Cost: linear in the names.
  mutating func weighRepeatedNames() {
    if sums.fired.isDisjoint(with: Self.behindName) { return }
    var bearers = Set<NameBehind>()
    for (position, match) in matches.enumerated() where match.first > 0 && sums[position].hasAny(of: Self.behindName) {
      bearers.insert(NameBehind(first: article.words[match.first - 1].hash, form: match.form))
    }
    if bearers.isEmpty { return }
    for (position, match) in matches.enumerated()
    where match.first > 0 && article.words[match.first].gap == .space && isMention(position) && !isPartOfAnotherName(sums[position]) {
      let first = article.words[match.first - 1]
      guard first.shape != .lower, bearers.contains(NameBehind(first: first.hash, form: match.form)) else { continue }
      sums.add(.unknownNameBefore, to: position, at: match.first - 1)
    }
  }

  private static let behindName = CueSet([.givenNameBefore, .unknownNameBefore])

  /// A form behind a word.
  private struct NameBehind: Hashable {
    let first: UInt64
    let form: Int
  }
}
