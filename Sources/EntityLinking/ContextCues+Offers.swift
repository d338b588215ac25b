import ArticleText

/// Cars in lists of prices, in questions of which to have, and in headlines on what is new.
extension ContextCues {
  /// "Leaf: from £24,999", "Spring : 16 900 €": the head of an item, above or below others, and a price of five digits.
  func priceInList(_ match: Match) -> Int? {
    guard let next = wordAfter(match), startsItem(match), index.kinds(of: match.form).contains(.vehicle) else { return nil }
    guard next.gap.contains(.colon) else { return yearAndPrice(behind: match) }
    let bytes = article.text.bytes[article.words[match.last].end...].prefix(Self.price).prefix { $0 != 0x0A }
    guard bytes.contains(where: Self.currencies.contains), bytes.count(where: { $0 >= 0x30 && $0 <= 0x39 }) >= Self.digits else { return nil }
    return match.last + 1
  }

  /// "- Ami Pop, 2023, 6 200 €": the year of a car and a price of four digits, in the rest of the line.
  private func yearAndPrice(behind match: Match) -> Int? {
    let line = article.text.bytes[article.words[match.last].end...].prefix(Self.offer).prefix { $0 != 0x0A }
    guard line.contains(where: Self.currencies.contains), line.count(where: { $0 >= 0x30 && $0 <= 0x39 }) >= Self.digitsOfOffer else { return nil }
    return (match.last + 1..<min(article.words.count, match.last + Self.wordsOfOffer)).first {
      article.words[$0].start < line.endIndex && isYearOfCar(article.words[$0])
    }
  }

  private static let offer = 64
  private static let wordsOfOffer = 7
  private static let digitsOfOffer = 8

  private func startsItem(_ match: Match) -> Bool {
    let gap = article.words[match.first].gap
    return match.first == 0 || gap.contains(.item) || gap.contains(.line) || gap.contains(.paragraph)
  }

  private static let price = 28
  private static let digits = 5
  /// The last bytes of the signs of pounds and euros, and that of dollars, which no letter of a word beside a number ends in.
  private static let currencies: [UInt8] = [0xA3, 0xAC, 0x24]

  /// "Leaf or Zoe, which would you have?", "Espace ou Trafic ?": one of two words that cars are called by, of which at most one is a given name.
  func choice(_ form: SurfaceForm, _ match: Match) -> Int? {
    guard form.kinds.contains(.vehicle) else { return nil }
    if let joint = wordAfter(match), joint.gap == .space, Self.jointsOfChoice.contains(joint.hash), isOtherCar(match.last + 2, form, match) {
      return match.last + 1
    }
    guard let joint = wordBefore(match), Self.jointsOfChoice.contains(joint.hash), isOtherCar(match.first - 2, form, match) else { return nil }
    return match.first - 1
  }

  private static let jointsOfChoice = WordSet(["or", "ou", "vs", "versus"])
  private static let games = WordSet(["golf", "polo"])

  private func isOtherCar(_ word: Int, _ form: SurfaceForm, _ match: Match) -> Bool {
    guard word >= 0, word < matchAt.count, matchAt[word] >= 0, article.sentenceOf[word] == article.sentenceOf[match.first] else { return false }
    let other = matches[Int(matchAt[word])]
    let otherForm = index.form(other.form)
    guard other.form != match.form, otherForm.kinds == EntityKinds(.vehicle), !other.isLower else { return false }
    if form.traits.contains(.givenName), otherForm.traits.contains(.givenName) { return false }
    if otherForm.traits.contains(.number) { return false }
    return !(Self.games.contains(form.words.firstHash) && Self.games.contains(otherForm.words.firstHash))
  }

  /// "SEAL WINS CAR OF THE YEAR", "NEW LEAF GOES ON SALE", "LE TRAFIC PASSE À L’ÉLECTRIQUE": at the head of a sentence, what happens to cars.
  func launch(behind match: Match) -> Int? {
    guard let next = wordAfter(match), next.gap == .space, isFirstNoun(match), index.kinds(of: match.form).contains(.vehicle) else { return nil }
    for distance in 1...Self.launchReach {
      guard let first = wordAfter(match, distance), let second = wordAfter(match, distance + 1) else { return nil }
      if Self.launches.contains(WordHash.pair(first.hash, second.hash)) { return match.last + distance }
    }
    return nil
  }

  /// Whether at most an article and an adjective stand before it in its sentence.
  private func isFirstNoun(_ match: Match) -> Bool {
    var word = match.first
    while word > match.first - 2, !article.startsSentence(word), word > 0,
      !article.classes[word - 1].isDisjoint(with: [WordClasses(.determiner), WordClasses(.adjective), WordClasses(.electric)])
    {
      word -= 1
    }
    return article.startsSentence(word)
  }

  private static let launchReach = 5
  private static let launches: Set<UInt64> = Set(
    [
      ("car", "of"), ("van", "of"), ("on", "sale"), ("l", "electrique"), ("l", "hydrogene"), ("l", "hybride"), ("elu", "utilitaire"),
      ("elue", "voiture"), ("elu", "voiture"), ("utilitaire", "de"), ("euro", "ncap"), ("is", "recalled"), ("test", "drive"), ("goes", "electric"),
      ("goes", "hybrid"), ("plug", "in"),
    ].map { WordHash.pair(WordHash.of($0), WordHash.of($1)) })
}
