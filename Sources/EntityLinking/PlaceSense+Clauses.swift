import ArticleText

/// What the clause behind a place says of it, and how one comes there.
extension PlaceSense {
  /// "à Ruitz, où l’on fabriquait des boîtes", "with Lardy, where Ampere tests cells": a clause of making things, or of a maker.
  func isWhereMade(_ position: Int) -> Bool {
    let match = matches[position]
    guard let link = article.word(at: match.last + 1, inSentenceOf: match.last), Self.wheres.contains(link.hash), link.gap == [.space, .other] else {
      return false
    }
    let clause = match.last + 2..<min(article.words.count, match.last + 2 + Self.clause)
    let end = clause.first { article.sentenceOf[$0] != article.sentenceOf[match.last] || article.words[$0].gap.contains(.other) } ?? clause.upperBound
    let own = clause.lowerBound..<max(clause.lowerBound, end)
    if own.contains(where: { article.classes[$0].contains(.industry) && !article.classes[$0].contains(.town) }) { return true }
    guard position + 1 < matches.count, own.contains(matches[position + 1].first), accepted[position + 1] else { return false }
    let kinds = index.kinds(of: matches[position + 1].form)
    return !kinds.isDisjoint(with: ContextCues.makers) || kinds == EntityKinds(.site)
  }

  private static let wheres = WordSet(["ou", "where"])
  private static let clause = 9

  /// "le Théâtre de la Filature de Mulhouse": a house of a town that has a name of its own.
  func isOfNamedHouse(_ match: Match) -> Bool {
    if isOfTownNounWithAdjective(match) { return true }
    guard let name = article.word(at: match.first - 2, inSentenceOf: match.first), name.shape == .capitalised,
      article.classes(at: match.first - 1, inSentenceOf: match.first).contains(.about), article.classes[match.first - 2].isDisjoint(with: Self.making)
    else { return false }
    return (2...3).contains { distance in
      let link = article.classes(at: match.first - distance - 1, inSentenceOf: match.first)
      return link.contains(.function) && article.classes(at: match.first - distance - 2, inSentenceOf: match.first).contains(.townNoun)
    }
  }

  private static let making: WordClasses = [WordClasses(.industry), WordClasses(.siteNoun)]

  /// "Dieppe, a town he never left", "Valladolid, capitale du vin": the noun that says behind a comma what a place is.
  func apposedTown(_ match: Match) -> Int? {
    guard let next = article.word(at: match.last + 1, inSentenceOf: match.last), next.gap == [.space, .other] else { return nil }
    if Self.towns.contains(next.hash) { return match.last + 1 }
    guard article.classes[match.last + 1].contains(.determiner) else { return nil }
    return (match.last + 2...match.last + 3).first { word in
      article.word(at: word, inSentenceOf: match.last).map { Self.towns.contains($0.hash) && $0.gap == .space } ?? false && endsNoun(word)
    }
  }

  /// Whether no other noun follows, as in "a city car".
  private func endsNoun(_ word: Int) -> Bool {
    guard let next = article.word(at: word + 1, inSentenceOf: word), next.gap == .space else { return true }
    return article.classes[word + 1].contains(.function)
  }

  private static let towns = WordSet(
    [
      "town", "city", "village", "capital", "seaport", "resort", "ville", "cite", "capitale", "commune", "bourg", "bourgade", "station", "prefecture",
      "sous", "villages",
    ])

  /// "Palencia et sa cathédrale", "Cléon, sa gare", "Dieppe and its beaches": what belongs to a town.
  func ownTownWord(_ match: Match) -> Int? {
    guard let next = article.word(at: match.last + 1, inSentenceOf: match.last) else { return nil }
    let isJoined = article.classes[match.last + 1].contains(.conjunction)
    let owner = match.last + (isJoined ? 2 : 1)
    guard isJoined || next.gap == [.space, .other], let word = article.word(at: owner, inSentenceOf: match.last), Self.owners.contains(word.hash)
    else {
      return nil
    }
    return (owner + 1...owner + 2).first { index in
      let classes = article.classes(at: index, inSentenceOf: match.last)
      return classes.contains(.town) && !classes.contains(.industry)
    }
  }

  private static let owners = WordSet(["sa", "son", "ses", "its"])

  /// Whether its sentence tells of races, or its paragraph where the sentence tells of making nothing.
  func isAmongRaces(_ match: Match) -> Bool {
    let sentence = article.sentenceOf[match.first]
    if article.sentences.count(.racing, in: sentence) > 0 { return true }
    return article.sentences.count(.industry, in: sentence) == 0 && article.hasInParagraph(.racing, of: match.first)
  }

  /// "venu de Dieppe en train", "to Tangier by bus": how people come and go.
  func isByTransport(_ match: Match) -> Bool {
    guard let by = article.word(at: match.last + 1, inSentenceOf: match.last), by.gap == .space, Self.means.contains(by.hash),
      let transport = article.word(at: match.last + 2, inSentenceOf: match.last)
    else { return false }
    return Self.transports.contains(transport.hash) || Self.wheels.contains(transport.hash)
  }

  private static let means = WordSet(["en", "by", "a"])
  private static let wheels = WordSet(["velo", "pied", "moto", "bicycle", "bike", "rail", "road", "sea"])

  /// "entre Lille et Douai", "between Rouen and Cléon".
  func endsBetween(_ match: Match) -> Bool {
    guard article.classes(at: match.first - 1, inSentenceOf: match.first).contains(.conjunction) else { return false }
    return (3...4).contains { distance in
      guard let middle = article.word(at: match.first - distance, inSentenceOf: match.first), Self.middles.contains(middle.hash) else { return false }
      if isWay(match.first - distance) { return true }
      return article.hasInSentence(.movement, of: match.first) && article.sentences.count(.industry, in: article.sentenceOf[match.first]) == 0
    }
  }

  private static let middles = WordSet(["entre", "between"])

  /// "la ligne J entre", "un train sur deux entre": whether a word of transport stands up to some words before.
  private func isWay(_ word: Int) -> Bool {
    (max(0, word - Self.way)..<word).contains { article.sentenceOf[$0] == article.sentenceOf[word] && Self.lines.contains(article.words[$0].hash) }
  }

  private static let way = 6
  private static let lines = WordSet([
    "ligne", "lignes", "line", "train", "trains", "ter", "tgv", "rer", "bus", "cars", "trafic", "traffic", "liaison", "ferry", "route", "autoroute",
  ])

  /// "Les voitures partent de Tanger", "the Micra will go to Flins": it is goods that go.
  func areGoods(_ position: Int) -> Bool {
    let match = matches[position]
    if position > 0, accepted[position - 1], article.sentenceOf[matches[position - 1].last] == article.sentenceOf[match.first],
      match.first - matches[position - 1].last <= Self.farthest, index.kinds(of: matches[position - 1].form) == EntityKinds(.vehicle)
    {
      return !article.classes(at: matches[position - 1].first - 1, inSentenceOf: match.first).isDisjoint(with: Self.articles)
    }
    return (3...4).contains { distance in
      article.word(at: match.first - distance, inSentenceOf: match.first).map { Self.goods.contains($0.hash) } ?? false
    }
  }

  private static let farthest = 6
  private static let articles: WordClasses = [WordClasses(.determiner), WordClasses(.adjective)]
  private static let goods = WordSet([
    "cellules", "cells", "pieces", "parts", "voitures", "vehicules", "cars", "vehicles", "moteurs", "motors", "engines", "batteries", "caisses",
    "exemplaires", "vans",
  ])

  /// "lived all his life in Sunderland", "habite depuis toujours à Cléon", "ate well in Palencia": where somebody lives, whatever the sentence says
  /// of work.
  func isResidence(_ match: Match, _ position: Int) -> Bool {
    if let verb = article.word(at: match.first - 2, inSentenceOf: match.first), isBorn(verb, article.words[match.first - 1]), areBornGoods(position) {
      return false
    }
    guard article.classes(at: match.first - 1, inSentenceOf: match.first).contains(.placePreposition) else { return false }
    return (2...5).contains { distance in
      article.word(at: match.first - distance, inSentenceOf: match.first).map { Self.living.contains($0.hash) } ?? false
    }
  }

  private static let living = WordSet(
    [
      "live", "lives", "lived", "living", "resides", "resided", "habite", "habitent", "habitait", "habitaient", "vit", "vivent", "vivait", "vivaient",
      "vecu", "reside", "residait", "born", "raised", "natif", "native", "refugie", "refugiee", "refugies", "refugiees", "originaire", "originaires",
      "exile", "exilee", "evacues", "fled", "hails",
      "hailed", "evacuated", "loge", "logeait", "grandi", "etudie", "etudiait", "studied", "mange",
      "mangeait", "dine", "dinait", "dined", "ate", "slept", "dormi", "sejourne", "naquit", "buried", "inhume", "inhumee", "enterre", "enterree",
      "immatricule", "immatriculee", "immatricules", "immatriculees", "domicilie", "domiciliee", "registered", "filmed", "shot", "jailed", "schooled",
      "hospitalise", "hospitalisee", "opere", "operee", "incarcere", "incarceree", "jugee", "marie", "mariee", "exposee",
    ])

  /// "Cap sur Valladolid".
  func isCourse(_ match: Match) -> Bool {
    guard article.word(at: match.first - 1, inSentenceOf: match.first)?.hash == Self.upon else { return false }
    return article.word(at: match.first - 2, inSentenceOf: match.first)?.hash == Self.course
  }

  private static let upon = WordHash.of("sur")
  private static let course = WordHash.of("cap")

  /// "peintre à Sandouville, sur le Trafic": behind a place, the car that somebody works on there.
  func isOnProduct(_ position: Int) -> Bool {
    let match = matches[position]
    guard position + 1 < matches.count, let link = article.word(at: match.last + 1, inSentenceOf: match.last), Self.upons.contains(link.hash),
      link.gap == .space || link.gap == [.space, .other]
    else { return false }
    let product = matches[position + 1]
    return accepted[position + 1] && product.first - match.last == 3 && index.kinds(of: product.form) == EntityKinds(.vehicle)
      && article.classes[product.first - 1].contains(.determiner)
  }

  private static let upons = WordSet(["sur", "on"])

  /// "les gars de Cléon débrayent", "the lads at Sunderland": several who belong to a place where things are made are its workers.
  func isCrowdAtWork(_ head: Int, _ position: Int) -> Bool {
    guard let crowd = article.word(at: head, inSentenceOf: matches[position].first), Self.crowds.contains(crowd.hash) else { return false }
    let isSeveral =
      article.classes(at: head - 1, inSentenceOf: matches[position].first).contains(.pluralArticle)
      || crowd.hash != Self.fellow && article.text.bytes[crowd.end - 1] == 0x73
    return isSeveral && isUsuallySite(position)
  }

  private static let fellow = WordHash.of("gars")
  private static let crowds = WordSet(["gars", "mecs", "copains", "potes", "filles", "camarades", "lads", "guys", "blokes", "chaps"])

  /// "desservira Le Mans": what a line goes to.
  func isServed(_ match: Match) -> Bool {
    (1...2).contains { distance in
      guard let verb = article.word(at: match.first - distance, inSentenceOf: match.first), Self.linking.contains(verb.hash) else { return false }
      return distance == 1
        || article.classes[match.first - 1].isDisjoint(with: [WordClasses(.determiner), WordClasses(.about), WordClasses(.conjunction)])
    }
  }

  /// "on the way to Dieppe".
  func isOnTheWay(_ match: Match) -> Bool {
    guard let to = article.word(at: match.first - 1, inSentenceOf: match.first), to.hash == Self.goingTo,
      let way = article.word(at: match.first - 2, inSentenceOf: match.first)
    else { return false }
    return way.hash == Self.wayTo && article.word(at: match.first - 4, inSentenceOf: match.first)?.hash == Self.onTheWay
  }

  private static let (goingTo, wayTo, onTheWay) = (WordHash.of("to"), WordHash.of("way"), WordHash.of("on"))

  /// "BYD … went to Szeged": it is the maker named before the verb, or before "and" and the verb, that goes there.
  func isMakersWay(_ position: Int) -> Bool {
    let match = matches[position]
    let before = match.first - 3
    guard position > 0, accepted[position - 1], before >= 0, index.kinds(of: match.form) == EntityKinds(.site) else { return false }
    let maker = matches[position - 1]
    guard article.sentenceOf[maker.last] == article.sentenceOf[match.first], !index.kinds(of: maker.form).isDisjoint(with: ContextCues.makers) else {
      return false
    }
    return maker.last == before || article.classes[before].contains(.conjunction)
  }
}
