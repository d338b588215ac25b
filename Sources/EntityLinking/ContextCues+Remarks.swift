import ArticleText

/// What a writer remarks of a name beside it: that it is nobody known, whose it is, that it is a road.
extension ContextCues {
  func addRemarks(to sum: inout Weighing, _ form: SurfaceForm, _ match: Match) {
    let isPerson = form.kinds.contains(.person)
    if isPerson || form.traits.contains(.familyName) {
      if let at = denial(behind: match) {
        sum.add(isPerson ? .otherBearer : .personNoun, at: at)
      } else if let at = otherPerson(deniedBehind: match) ?? listedName(behind: match) {
        sum.add(.personNoun, if: !sum.has(.personNoun), at: at)
      }
      if !isPerson, let at = kin(before: match) { sum.add(.personNoun, if: !sum.has(.personNoun), at: at) }
    }
    if form.traits.contains(.givenName), let at = kin(behindYes: match) { sum.add(.personNoun, if: !sum.has(.personNoun), at: at) }
    if isPerson {
      if isAbbreviation(match) { sum.add(.expansion) }
      if let at = settlement(behind: match) { sum.add(.partOfOtherName, if: !sum.has(.partOfOtherName), at: at) }
      return
    }
    if match.last + 1 < article.words.count, article.words[match.last + 1].gap == [.space, .bracket], let at = bearer(inBracketsBehind: match) {
      sum.add(.personNoun, if: !sum.has(.personNoun), at: at)
    }
    if match.first == match.last, form.words.length == 2, article.words[match.first].hash == Self.classic, isOldModel(match) {
      sum.add(.partOfOtherName, if: !sum.has(.partOfOtherName), at: match.first - 1)
    }
  }

  /// "M. Krief – aucun rapport –", "Ford (no relation)": that the bearer is not the one who is known.
  private func denial(behind match: Match) -> Int? {
    guard let next = wordAfter(match) else { return nil }
    if next.gap == .space { return byName(behind: match, next) }
    for distance in 1...2 {
      guard let no = wordAfter(match, distance), let tie = wordAfter(match, distance + 1) else { return nil }
      if distance == 1, no.gap.isDisjoint(with: [.other, .bracket]) { return nil }
      if Self.denials.contains(no.hash), Self.ties.contains(tie.hash) || wordAfter(match, distance + 2).map({ Self.ties.contains($0.hash) }) ?? false
      {
        return match.last + distance
      }
    }
    return nil
  }

  /// "Espinosa de son nom", "Ford by name".
  private func byName(behind match: Match, _ small: Word) -> Int? {
    guard Self.by.contains(small.hash) else { return nil }
    let distance = small.hash == Self.byInEnglish ? 2 : 3
    return wordAfter(match, distance).map { Self.nouns.contains($0.hash) } ?? false ? match.last + distance : nil
  }

  private static let byInEnglish = WordHash.of("by")
  private static let by = WordSet(["de", "by"])
  private static let nouns = WordSet(["nom", "prenom", "name"])

  /// "Tavares, the lakeside town in Florida".
  private func settlement(behind match: Match) -> Int? {
    guard let next = wordAfter(match), isComma(before: next, match), after(match).contains(.determiner) else { return nil }
    return (2...3).first { distance in wordAfter(match, distance).map { $0.shape == .lower && Self.townsOrIslands.contains($0.hash) } ?? false }.map {
      match.last + $0
    }
  }

  private static let townsOrIslands = WordSet([
    "town", "city", "village", "island", "hamlet", "suburb", "river", "ville", "ile", "hameau", "bourgade", "commune", "riviere",
  ])

  /// "la DS de mon oncle", "the career of the DS": with an article and no number, the car that the maker was named after.
  private func isOldModel(_ match: Match) -> Bool {
    if isOfOldYears(match) { return true }
    let at = wordBefore(match).map { Self.oldWords.contains($0.hash) } ?? false ? 2 : 1
    guard let the = wordBefore(match, at), Self.oneCar.contains(the.hash) || at == 2 && Self.indefinite.contains(the.hash),
      the.shape == .lower || article.startsSentence(match.first - at),
      !article.inCapitalLine[match.first]
    else { return false }
    guard let next = wordAfter(match), next.gap == .space else { return true }
    return next.shape == .lower
      && after(match).isDisjoint(with: [WordClasses(.automotive), WordClasses(.vehicleNoun), WordClasses(.brandNoun), WordClasses(.finance)])
  }

  /// "ma DS de 1967", "une DS 21": the number or a year of that car.
  private func isOfOldYears(_ match: Match) -> Bool {
    guard let next = wordAfter(match), next.gap == .space else { return false }
    if next.shape == .number { return Self.oldNumbers.contains(next.hash) && !after(match, 2).contains(.unit) || Self.oldYears.contains(next.hash) }
    return after(match).contains(.about) && wordAfter(match, 2).map { Self.oldYears.contains($0.hash) } ?? false
  }

  private static let oldNumbers = WordSet(["19", "20", "21", "23"])
  private static let oldYears = WordSet((1955...1976).map(String.init))
  private static let classic = WordHash.of("ds")
  private static let oldWords = WordSet(["vieille", "ancienne", "old", "vintage", "classic"])
  private static let oneCar = WordSet(["la", "une", "the"])

  private static let denials = WordSet(["no", "aucun", "aucune", "sans", "simple", "pur", "rien", "pas"])
  private static let ties = WordSet([
    "relation", "relative", "kin", "connection", "rapport", "lien", "liens", "parente", "homonyme", "homonymie", "voir", "cousin",
  ])

  /// "le lion (mon chien, un leonberg)", "ma mégane (8 ans…": an animal, somebody of the family or an age in brackets.
  private func bearer(inBracketsBehind match: Match) -> Int? {
    guard let first = wordAfter(match), first.gap == [.space, .bracket] else { return nil }
    if first.shape == .number, first.end - first.start <= 2, let unit = wordAfter(match, 2), Self.yearsOfAge.contains(unit.hash) {
      return index.kinds(of: match.form).contains(.vehicle) && wordAfter(match, 3)?.gap != .space ? match.last + 1 : nil
    }
    guard Self.mine.contains(first.hash), let noun = wordAfter(match, 2), noun.gap == .space else { return nil }
    return Self.animals.contains(noun.hash) || after(match, 2).contains(.personNoun) ? match.last + 2 : nil
  }

  private static let mine = WordSet(["mon", "ma", "notre", "son", "sa", "my", "our", "his", "her"])
  private static let yearsOfAge = WordSet(["ans", "years", "yrs"])

  /// "the alarm people at ADT": a surname in capitals, where others have none, is an abbreviation.
  private func isAbbreviation(_ match: Match) -> Bool {
    guard match.first == match.last, !article.inCapitalLine[match.first] else { return false }
    let word = article.words[match.first]
    return word.shape == .capitals && word.end - word.start <= 3 && !article.startsSentence(match.first)
  }

  /// "My grandmother was a Renault".
  private func kin(before match: Match) -> Int? {
    guard let one = wordBefore(match), Self.indefinite.contains(one.hash) || Self.oneInFrench.contains(one.hash), before(match, 2).contains(.copula),
      let who = wordBefore(match, 3)
    else {
      return nil
    }
    return Self.kinspeople.contains(who.hash) ? match.first - 3 : nil
  }

  /// "My daughter (yes, Zoe, the car came second)", « mon fils — oui, Logan — »: somebody of the family, whose name the writer owns to.
  private func kin(behindYes match: Match) -> Int? {
    guard let yes = wordBefore(match), Self.affirmations.contains(yes.hash), article.words[match.first].gap == [.space, .other],
      !yes.gap.isDisjoint(with: [.bracket, .other, .hyphen]), before(match, 2).contains(.personNoun)
    else { return nil }
    return match.first - 2
  }

  private static let affirmations = WordSet(["yes", "oui", "indeed", "really", "si"])

  private static let kinspeople = WordSet(
    [
      "mother", "father", "grandmother", "grandfather", "wife", "husband", "aunt", "uncle", "granny", "gran", "she", "mere", "pere", "grand",
      "epouse", "femme", "tante", "oncle", "aieule", "bisaieule",
    ])

  /// "He sang “Mercedes Benz”": a song of that name.
  func songCalled(_ match: Match) -> Int? {
    guard opensQuotation(match.first), let verb = wordBefore(match), Self.singing.contains(verb.hash) else { return nil }
    return match.first - 1
  }

  private static let singing = WordSet([
    "sang", "sings", "sing", "song", "songs", "hit", "single", "album", "chante", "chantait", "chanson", "tube", "morceau", "fredonne", "hums",
  ])
}
