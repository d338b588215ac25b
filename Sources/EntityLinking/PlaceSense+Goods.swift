import ArticleText

/// Goods come from where they are made, and what somebody says of goods and of a place says which place it is.
extension PlaceSense {
  /// "Le Bigster, lui, descend de Mioveni", "the cars come from Douai", "mine came out of Sunderland", "my Leaf was born in Sunderland".
  func isHomeOfGoods(_ position: Int) -> Bool {
    let match = matches[position]
    guard let small = article.word(at: match.first - 1, inSentenceOf: match.first),
      let verb = article.word(at: match.first - 2, inSentenceOf: match.first)
    else { return false }
    if Self.outOf.contains(small.hash), verb.hash == Self.out, isComing(match.first - 3, match) {
      return areGoods(position) || isOwnGood(match.first - 4, match)
    }
    if Self.outOf.contains(small.hash), isComing(match.first - 2, match) { return areGoods(position) || isOwnGood(match.first - 3, match) }
    return isBorn(verb, small) && areBornGoods(position)
  }

  private func isComing(_ verb: Int, _ match: Match) -> Bool {
    article.word(at: verb, inSentenceOf: match.first).map { Self.coming.contains($0.hash) } ?? false
  }

  private static let coming = WordSet([
    "descend", "descendent", "vient", "viennent", "sort", "sortent", "sortait", "provient", "arrive", "arrivent", "part", "partent", "come", "comes",
    "came", "coming", "hails", "hail", "hailed", "roll", "rolled",
  ])
  private static let outOf = WordSet(["de", "d", "du", "from", "of"])
  private static let out = WordHash.of("out")

  /// "mine", "la mienne": what somebody has of what is talked about.
  private func isOwnGood(_ word: Int, _ match: Match) -> Bool {
    article.word(at: word, inSentenceOf: match.first).map { Self.own.contains($0.hash) } ?? false
  }

  private static let own = WordSet(["mine", "yours", "hers", "ours", "theirs", "mienne", "mien", "tienne", "sienne", "notre", "votre"])

  func isBorn(_ verb: Word, _ small: Word) -> Bool { Self.born.contains(verb.hash) && Self.bornIn.contains(small.hash) }
  private static let born = WordSet(["born", "ne", "nee", "nes", "nees"])
  private static let bornIn = WordSet(["in", "at", "a", "au"])

  /// "Cette Kangoo est née à Maubeuge": whether a car of somebody, or one that is pointed at, stands before the verb.
  func areBornGoods(_ position: Int) -> Bool {
    guard position > 0, accepted[position - 1] else { return false }
    let (car, match) = (matches[position - 1], matches[position])
    return article.sentenceOf[car.last] == article.sentenceOf[match.first] && match.first - car.last <= Self.bornNear
      && index.kinds(of: car.form) == EntityKinds(.vehicle)
      && article.classes(at: car.first - 1, inSentenceOf: match.first).contains(.determiner)
  }

  private static let bornNear = 6

  /// "a Sunderland car", "The R5 is a Douai product": what is of a place where no other noun follows.
  func isOriginOfGood(_ match: Match) -> Bool {
    guard article.language(at: match.first) == .english, let one = article.word(at: match.first - 1, inSentenceOf: match.first),
      Self.one.contains(one.hash), let good = article.word(at: match.last + 1, inSentenceOf: match.last), good.gap == .space,
      Self.goodsOf.contains(good.hash)
    else { return false }
    guard let next = article.word(at: match.last + 2, inSentenceOf: match.last), next.gap == .space else { return true }
    return !article.classes[match.last + 2].isDisjoint(with: [WordClasses(.function), WordClasses(.copula), WordClasses(.conjunction)])
  }

  private static let one = WordSet(["a", "an", "another", "every"])
  private static let goodsOf = WordSet(["car", "van", "product", "engine", "gearbox", "creation"])

  /// Whether goods are told to be made there or to come from there.
  func startsGoods(_ match: Match) -> Bool { isOriginOfGood(match) || isStartOfGoods(match) || makesGoods(match) }

  /// "Les voitures de Douai partent en train", "Cars from Tangier reach Barcelona": several goods of a place, and what they do on their way.
  func isStartOfGoods(_ match: Match) -> Bool {
    guard let small = article.word(at: match.first - 1, inSentenceOf: match.first), Self.outOf.contains(small.hash),
      let goods = article.word(at: match.first - 2, inSentenceOf: match.first), Self.made.contains(goods.hash),
      let verb = article.word(at: match.last + 1, inSentenceOf: match.last), verb.gap == .space
    else { return false }
    return Self.moving.contains(verb.hash)
  }

  private static let moving = WordSet([
    "partent", "partiront", "partaient", "arrivent", "arriveront", "voyagent", "traversent", "rejoignent", "gagnent", "sont", "reach", "leave", "are",
    "were", "travel", "arrive", "go", "went", "cross", "head", "now",
  ])

  /// "Flins ne fait plus de voitures", "Maubeuge does the vans": the first word of its sentence, before a verb of making and goods.
  func makesGoods(_ match: Match) -> Bool {
    guard article.startsSentence(match.first) || article.classes(at: match.first - 1, inSentenceOf: match.first).contains(.conjunction) else {
      return false
    }
    guard let verb = (1...4).first(where: { isMaking(match.last + $0, match) }) else { return false }
    return (1...4).contains { distance in
      article.word(at: match.last + verb + distance, inSentenceOf: match.last).map { Self.made.contains($0.hash) } ?? false
    }
  }

  private func isMaking(_ word: Int, _ match: Match) -> Bool {
    article.word(at: word, inSentenceOf: match.last).map { $0.gap.isSubset(of: [.space, .apostrophe]) && Self.makes.contains($0.hash) } ?? false
  }

  private static let makes = WordSet([
    "fait", "faisait", "fera", "font", "sort", "sortait", "sortira", "does", "did", "makes", "made", "make", "turns", "churns", "builds", "built",
    "build",
  ])
  private static let made = WordSet([
    "voitures", "moteurs", "boites", "batteries", "citadines", "berlines", "utilitaires", "fourgons", "camionnettes", "cars", "vans", "engines",
    "gearboxes", "vehicles", "vehicules", "exemplaires", "motors", "suvs", "bolides",
  ])
}
