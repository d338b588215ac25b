import ArticleText

/// People who bear the name of a maker, told by their office or by how lists of people are written.
extension ContextCues {
  /// "le président Peugeot", "le juge Ford", "FORD, Alice": in French an office right before the name, which a maker’s head has "de" behind; a
  /// surname in capitals that begins a sentence, and a given name behind a comma.
  func officeOrListOfPeople(_ form: SurfaceForm, _ match: Match) -> Int? {
    guard form.traits.contains(.familyName), !match.isLower, isOneWord(match) else { return nil }
    if language(of: match) == .french, article.words[match.first].gap == .space, let office = wordBefore(match), Self.offices.contains(office.hash),
      office.shape == .lower, before(match, 2).contains(.determiner)
    {
      return match.first - 1
    }
    if let at = kinSaid(behind: match) { return at }
    guard article.words[match.first].shape == .capitals, article.startsSentence(match.first) || article.words[match.first].gap.contains(.line),
      let given = wordAfter(match), isComma(before: given, match),
      after(match).contains(.givenName), given.shape == .capitalised, matchAt[match.last + 1] < 0,
      wordAfter(match, 2).map({ $0.gap != .space || $0.shape == .capitalised }) ?? true
    else { return nil }
    return match.last + 1
  }

  /// "Ford was a baker", "Austin and Ford were cousins": what somebody is said to be, in a sentence that says nothing of cars.
  private func kinSaid(behind match: Match) -> Int? {
    guard after(match).contains(.copula), !speaksOfCars(match), !before(match).contains(.determiner) else { return nil }
    let distance = after(match, 2).contains(.determiner) ? 3 : 2
    return after(match, distance).contains(.personNoun) && wordAfter(match, distance)?.shape == .lower ? match.last + distance : nil
  }

  private static let offices = WordSet([
    "president", "presidente", "juge", "procureur", "procureure", "ministre", "senateur", "senatrice", "depute", "deputee", "maire", "prefet",
    "commissaire", "inspecteur", "brigadier", "adjudant", "lieutenant", "capitaine", "colonel", "general", "professeur", "docteur", "abbe",
    "chanoine", "pasteur", "sergent", "caporal", "conseiller", "conseillere", "rapporteur", "batonnier", "greffier",
  ])
}
