import ArticleText

/// Who has a car, works for a maker or goes to court.
extension ContextCues {
  /// "My brother has the Seal", "the vicar’s Leaf": somebody whose car it is, before a word with a capital that no noun follows.
  func owner(of match: Match) -> Int? {
    if language(of: match) == .french { return ownerInFrench(of: match) }
    guard match.first == match.last, !Self.offices.contains(article.words[match.first].hash), endsClause(match),
      !article.inCapitalLine[match.first], !article.isInTitle(match.first), article.words[match.first].gap == .space
    else { return nil }
    if let own = wordBefore(match), own.gap == .apostrophe, own.hash == Self.own {
      return isSomebody(2, match) && !Self.events.contains(wordAfter(match)?.hash ?? 0) ? match.first - 2 : nil
    }
    guard before(match).contains(.determiner), let verb = wordBefore(match, 2), Self.having.contains(verb.hash), isSomebody(3, match) else {
      return nil
    }
    return match.first - 2
  }

  /// "L’Alpine de mon voisin", "le Duster du curé": whose it is.
  private func ownerInFrench(of match: Match) -> Int? {
    guard before(match).contains(.determiner), after(match).contains(.about), let small = wordAfter(match), small.gap == .space,
      !Self.offices.contains(article.words[match.first].hash), let owner = wordAfter(match, 2), owner.shape == .lower
    else { return nil }
    let isContracted = small.hash == Self.contracted
    guard isContracted || after(match, 2).contains(.determiner), after(match, isContracted ? 2 : 3).contains(.personNoun) else { return nil }
    return match.last + (isContracted ? 2 : 3)
  }

  private static let contracted = WordHash.of("du")

  private func isSomebody(_ distance: Int, _ match: Match) -> Bool {
    guard let who = wordBefore(match, distance), who.shape == .lower || Self.pronouns.contains(who.hash) else { return false }
    if Self.authors.contains(who.hash) { return false }
    return Self.pronouns.contains(who.hash) && distance == 3
      || (Self.kin.contains(who.hash) || before(match, distance).contains(.personNoun)) && before(match, distance + 1).contains(.determiner)
  }

  private static let own = WordHash.of("s")
  private static let having = WordSet(["has", "have"])
  private static let pronouns = WordSet(["i", "we", "she", "he"])
  private static let kin = WordSet([
    "brother", "sister", "mother", "father", "mum", "mom", "dad", "wife", "husband", "son", "daughter", "uncle", "aunt", "cousin", "nephew", "niece",
    "gran", "grandad", "grandma", "boss", "neighbour", "neighbor", "mate", "friend", "colleague", "vicar", "curate", "landlord", "landlady",
    "boyfriend", "girlfriend", "partner", "teacher", "nurse", "doctor", "postman", "plumber",
  ])
  private static let authors = WordSet([
    "poet", "novelist", "writer", "author", "painter", "composer", "singer", "playwright", "sculptor", "director", "dancer", "artist", "band",
  ])
  private static let offices = WordSet(["master", "horse", "ami", "duo", "jogger"])
  /// What somebody’s name for a song, a boat or a horse goes on with.
  private static let events = WordSet(["by", "won", "wins", "sank", "sails", "of"])

  /// "Alpine engineers were told", "Mini dealers are next": people whom only makers have, at the head of a sentence.
  func isBeforeStaff(_ match: Match) -> Bool {
    guard language(of: match) == .english, let staff = wordAfter(match), staff.gap == .space, staff.shape == .lower else { return false }
    return Self.dealers.contains(staff.hash) || Self.staff.contains(staff.hash) && article.words[match.first].hash != Self.clever
  }

  private static let clever = WordHash.of("smart")
  private static let dealers = WordSet(["dealers", "dealerships", "executives", "showrooms", "shareholders"])
  private static let staff = WordSet(["engineers", "designers", "bosses", "owners", "workers"])

  /// "Clio V", and not "Clio V.": the number of a generation.
  func isBeforeNumeral(_ match: Match, _ next: Word) -> Bool {
    guard index.kinds(of: match.form).contains(.vehicle), next.end - next.start == 1, Self.numerals.contains(next.hash) else { return false }
    return next.end == article.text.bytes.count || article.text.bytes[next.end] != 0x2E
  }

  private static let numerals = WordSet(["v", "x", "i"])

  /// "Clio 6 : le prix fâche", and neither "Zoé 7 ans" nor "Clio 6, Léa 4": one digit behind a name that nobody else is listed with.
  func isGeneration(_ digit: Word, _ match: Match) -> Bool {
    guard isOnCars, digit.shape == .number, digit.end - digit.start == 1,
      after(match, 2).isDisjoint(with: [WordClasses(.unit), WordClasses(.numberWord)])
    else { return false }
    guard let next = wordAfter(match, 2) else { return true }
    return next.shape != .number && next.gap != .hyphen && !(next.gap == [.space, .other] && next.shape == .capitalised)
      && !Self.counted.contains(next.hash)
  }

  private static let counted = WordSet(["ans", "an", "mois", "jours", "years", "months", "points", "buts", "goals", "h", "heures", "a", "et", "and"])

  /// "Ford v Chief Constable": a party in court, where no car is spoken of.
  func otherParty(of match: Match, _ form: SurfaceForm) -> Int? {
    guard form.traits.contains(.familyName), language(of: match) == .english, !speaksOfCars(match) else { return nil }
    if let next = wordAfter(match), next.gap == .space, next.hash == Self.versus, let other = wordAfter(match, 2), other.shape != .lower,
      matchAt[match.last + 2] < 0, article.startsSentence(match.first)
    {
      return match.last + 1
    }
    guard let versus = wordBefore(match), versus.hash == Self.versus, let other = wordBefore(match, 2), Self.crown.contains(other.hash) else {
      return nil
    }
    return match.first - 1
  }

  private static let versus = WordHash.of("v")
  private static let crown = WordSet(["regina", "rex", "r", "crown", "state", "people"])
}
