/// What other names of its sentence say of a place.
extension PlaceSense {
  private static let longestList = 6

  /// "Douai, Maubeuge et Ruitz": whether it stands in a list with a name that can only be of one kind of place.
  func isListed(_ position: Int, with kind: EntityKinds) -> Bool {
    leads(position, to: kind, by: 1) || leads(position, to: kind, by: -1)
  }

  private func leads(_ position: Int, to kind: EntityKinds, by step: Int) -> Bool {
    var here = position
    for _ in 0..<Self.longestList {
      let next = here + step
      guard matches.indices.contains(next), areListed(matches[min(here, next)], matches[max(here, next)]) else { return false }
      let kinds = index.kinds(of: matches[next].form)
      if kinds == kind { return accepted[next] }
      guard kinds == Self.places else { return false }
      here = next
    }
    return false
  }

  private static let places: EntityKinds = [EntityKinds(.site), EntityKinds(.place)]

  /// Whether a comma or "et" parts two names, and no more than a small word with it.
  private func areListed(_ a: Match, _ b: Match) -> Bool {
    guard article.sentenceOf[a.last] == article.sentenceOf[b.first], b.first > a.last else { return false }
    let between = a.last + 1..<b.first
    guard let first = between.first else { return article.words[b.first].gap == [.space, .other] }
    let classes = article.classes[first]
    if classes.contains(.conjunction) {
      return between.count == 1 || between.count == 2 && !article.classes[first + 1].isDisjoint(with: Self.small)
    }
    return between.count == 1 && article.words[first].gap == [.space, .other] && !classes.isDisjoint(with: Self.small)
  }

  /// What each name of a list may repeat.
  private static let small: WordClasses = [WordClasses(.about), WordClasses(.toward), WordClasses(.placePreposition), WordClasses(.determiner)]

  /// "Gaëlle, de Cléon, demande", "Sir Ian, of Sunderland": where somebody is from.
  func isOrigin(_ match: Match) -> Bool { isSignature(match) || isFrom(match) }

  /// "— Priya, Sunderland": behind a dash and a name, at the end of a paragraph.
  private func isSignature(_ match: Match) -> Bool {
    let isLast = match.last + 1 == article.words.count || article.paragraphOf[match.last + 1] != article.paragraphOf[match.last]
    guard isLast, match.first > 0, article.words[match.first].gap == [.space, .other], article.words[match.first - 1].shape == .capitalised
    else { return false }
    return (max(1, match.first - 3)..<match.first).contains(where: article.followsDash)
  }

  private func isFrom(_ match: Match) -> Bool {
    guard match.first >= 2, let small = article.word(at: match.first - 1, inSentenceOf: match.first), Self.from.contains(small.hash),
      small.gap == [.space, .other], article.words[match.first].gap == .space,
      let name = article.word(at: match.first - 2, inSentenceOf: match.first), name.shape == .capitalised
    else { return false }
    return isFollowedByComma(match)
  }

  /// "ma belle-sœur, à Cléon", "my brother in Sunderland".
  func isOfKin(_ match: Match) -> Bool {
    guard article.classes(at: match.first - 1, inSentenceOf: match.first).contains(.placePreposition),
      article.classes(at: match.first - 2, inSentenceOf: match.first).contains(.personNoun)
    else { return false }
    return (3...4).contains { distance in
      article.word(at: match.first - distance, inSentenceOf: match.first).map { Self.possessives.contains($0.hash) } ?? false
    }
  }

  private static let possessives = WordSet(
    [
      "mon", "ma", "mes", "ton", "ta", "tes", "son", "sa", "ses", "nos", "notre", "votre", "leur", "my", "your", "his", "her", "our", "their",
    ])

  /// "Visite en famille à Dieppe", in a sentence that says nothing of making things.
  func isVisited(_ match: Match) -> Bool {
    guard article.sentences.count(.industry, in: article.sentenceOf[match.first]) == 0,
      article.classes(at: match.first - 1, inSentenceOf: match.first).contains(.placePreposition) || isContracted(match)
    else { return false }
    return (2...5).contains { distance in
      article.word(at: match.first - distance, inSentenceOf: match.first).map {
        Self.visits.contains($0.hash) || $0.shape == .lower && Self.studies.contains($0.hash)
      } ?? false
    }
  }

  /// "un master de chimie au Mans".
  private static let studies = WordSet([
    "master", "licence", "doctorat", "these", "bts", "iut", "fac", "etudes", "degree", "phd", "internat", "conservatoire",
  ])

  /// "au Mans".
  private func isContracted(_ match: Match) -> Bool { article.word(at: match.first - 1, inSentenceOf: match.first)?.hash == Self.at }
  private static let at = WordHash.of("au")

  private static let visits = WordSet(
    [
      "visite", "balade", "escapade", "sejour", "excursion", "viree", "croisiere", "promenade", "randonnee", "week", "trip", "outing",
      "visit", "weekend", "stroll", "walk", "picnic", "honeymoon", "cruise",
    ])

  /// "un car pour Dieppe", "the ferry to Tangier".
  func isBound(_ match: Match) -> Bool {
    guard let way = article.word(at: match.first - 1, inSentenceOf: match.first), Self.ways.contains(way.hash),
      let vehicle = article.word(at: match.first - 2, inSentenceOf: match.first)
    else { return false }
    return Self.transports.contains(vehicle.hash) && !(article.language(at: match.first) == .english && Self.coaches.contains(vehicle.hash))
  }

  /// What only French calls coaches.
  private static let coaches = WordSet(["car", "cars"])

  private static let ways = WordSet(["pour", "for", "to", "from", "vers", "de", "depuis"])
  static let transports = WordSet(
    [
      "car", "cars", "autocar", "autocars", "bus", "train", "trains", "ter", "tgv", "ferry", "ferries", "bateau", "bateaux", "vol", "vols", "avion",
      "navette", "navettes", "billet", "billets", "tram", "metro", "coach", "coaches", "plane", "planes", "flight", "flights", "ticket", "tickets",
      "boat", "boats", "taxi", "autoroute", "route", "road", "bound", "crossing", "sailing", "traversee",
    ])

  private func isFollowedByComma(_ match: Match) -> Bool {
    guard let next = article.word(at: match.last + 1, inSentenceOf: match.last) else { return true }
    return next.gap.contains(.other)
  }

  private static let from = WordSet(["de", "of", "from"])

  /// Whether its sentence names a car, a motor or a platform and says nothing of a town, of driving or of going anywhere.
  func isAmongProducts(_ position: Int) -> Bool {
    let sentence = article.sentenceOf[matches[position].first]
    guard article.sentences.count(.town, in: sentence) == 0, article.sentences.count(.driving, in: sentence) == 0,
      !article.hasInSentence(.movement, of: matches[position].first)
    else { return false }
    let before = matches.indices[..<position].suffix(Self.many).reversed().prefix { article.sentenceOf[matches[$0].first] == sentence }
    let after = matches.indices[(position + 1)...].prefix(Self.many).prefix { article.sentenceOf[matches[$0].first] == sentence }
    return before.contains(where: isProduct) || after.contains(where: isProduct)
  }

  /// Whether a maker or a product of one is named in a paragraph, some names off.
  func isAmongMakers(_ position: Int, in paragraph: Int32) -> Bool {
    (max(0, position - Self.nearby)..<min(matches.count, position + Self.nearby)).contains { other in
      accepted[other] && article.paragraphOf[matches[other].first] == paragraph
        && !index.kinds(of: matches[other].form).isDisjoint(with: Self.products.union(ContextCues.makers))
    }
  }

  private static let nearby = 12
  /// More names than a sentence of prose has.
  private static let many = 64
  private static let products: EntityKinds = [EntityKinds(.vehicle), EntityKinds(.motor), EntityKinds(.platform)]

  private func isProduct(_ position: Int) -> Bool {
    accepted[position] && !index.kinds(of: matches[position].form).isDisjoint(with: Self.products)
  }

  /// "the mayor of Bourbourg": what only a town has.
  func isMunicipal(_ match: Match) -> Bool {
    guard article.classes(at: match.first - 1, inSentenceOf: match.first).contains(.about) else { return false }
    return article.word(at: match.first - 2, inSentenceOf: match.first).map { Self.municipal.contains($0.hash) } ?? false
  }

  private static let municipal = WordSet([
    "mayor", "maire", "mairie", "commune", "ville", "town", "village", "habitants", "mairesse", "inhabitants", "bourgmestre",
  ])

  /// "the Manufacture Jean Rédélé in Dieppe": the site has been named, so what follows is where it is.
  func followsSite(_ position: Int) -> Bool {
    guard position > 0, accepted[position - 1] else { return false }
    let (before, match) = (matches[position - 1], matches[position])
    let words = match.first - before.last - 1
    guard words == 1, article.words[match.first - 1].gap == .space, article.sentenceOf[before.last] == article.sentenceOf[match.first],
      article.classes[match.first - 1].contains(.placePreposition)
    else { return false }
    return index.kinds(of: before.form) == EntityKinds(.site)
  }

  /// "Szeged, Saragosse, Tychy : la Chine": a list, whatever the others are.
  func isBeforeList(_ match: Match) -> Bool {
    guard match.last + 2 < article.words.count, index.kinds(of: match.form) == EntityKinds(.site) else { return false }
    let (next, second) = (article.words[match.last + 1], article.words[match.last + 2])
    return next.gap == [.space, .other] && next.shape == .capitalised && second.shape == .capitalised && second.gap == [.space, .other]
      && !article.followsDash(match.last + 2)
  }

  /// "Sunderland residents", as English has it.
  func isBeforeTownWord(_ match: Match) -> Bool {
    if let whose = article.word(at: match.last + 1, inSentenceOf: match.last), Self.whose.contains(whose.hash) {
      return (2...3).contains { article.word(at: match.last + $0, inSentenceOf: match.last).map { Self.ofTowns.contains($0.hash) } ?? false }
    }
    guard article.language(at: match.first) == .english,
      let next = article.word(at: match.last + 1, inSentenceOf: match.last), next.gap == .space
    else { return false }
    return article.classes[match.last + 1].contains(.town) && !article.classes[match.last + 1].contains(.industry)
  }

  /// "Maubeuge, whose mayor gave them a room", "Dieppe, dont le maire".
  private static let whose = WordSet(["whose", "dont"])
  private static let ofTowns = WordSet([
    "mayor", "maire", "mairie", "habitants", "residents", "inhabitants", "cathedral", "beffroi", "beach", "plage",
  ])
}
