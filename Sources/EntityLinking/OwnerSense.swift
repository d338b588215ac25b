import ArticleText

/// A group or its brand of the same name: shares and boards are the group's.
struct OwnerSense {
  let article: Article
  let matches: [Match]
  let index: FormIndex
  let catalogue: Catalogue

  func addGroup(to sum: inout Weighing, _ position: Int) {
    let match = matches[position]
    let sentence = article.sentenceOf[match.first]
    let finance = article.sentences.count(.finance, in: sentence)
    if finance > 0, !article.hasInSentence(.motorsport, of: match.first) { sum.add(.financeSentence, times: finance, atMost: 2) }
    sum.add(
      .financeSentence,
      if: finance == 0
        && (isHeadingOfFinance(match) || StockMove(article: article).isMade(by: match)
          || GroupMoney(article: article).isRaisedOrWorth(match))
    )
    sum.add(.groupNounBefore, if: head(match).contains(.groupNoun), at: match.first - 1)
    if let at = ownedWord(match) { sum.add(.subsidiaryOf, at: at) }
    sum.add(.coordinatedGroup, if: isBesideGroup(position))
  }

  /// "Renault respire", above a paragraph on shares: a heading is about what it heads.
  private func isHeadingOfFinance(_ match: Match) -> Bool {
    let paragraph = article.paragraphOf[match.first]
    guard article.sentenceOf[match.first] == article.firstSentence(ofParagraph: paragraph) else { return false }
    if article.inCapitalLine[match.first] {
      let isHead = match.last + 1 < article.words.count && article.words[match.last + 1].gap.contains(.colon)
      return article.paragraphs.count(.finance, in: paragraph) > (isHead ? 0 : 1)
    }
    guard let last = article.heading(match.first), last + 1 < article.words.count else { return false }
    return article.paragraphs.count(.finance, in: article.paragraphOf[last + 1]) > 1
  }

  private func head(_ match: Match) -> WordClasses {
    if article.words[match.first].gap.contains(.other) { return [] }
    let direct = article.classes(at: match.first - 1, inSentenceOf: match.first)
    return direct.contains(.function) ? article.classes(at: match.first - 2, inSentenceOf: match.first) : direct
  }

  /// What only a group has: "filiale de Renault", "PDG de Renault", "Renault's board", "Renault shareholders", "préside Renault"; not
  /// "Renault shares its platform".
  private func ownedWord(_ match: Match) -> Int? {
    if let next = article.word(at: match.last + 1, inSentenceOf: match.last) {
      let isPossessive = next.gap == .apostrophe || next.gap == [.space, .other] && next.hash == Self.whose
      let isEnglish = next.gap == .space && article.language(at: match.first) == .english
      let range = isPossessive ? 2...3 : 1...1
      let isVerb = article.classes(at: match.last + 2, inSentenceOf: match.last).contains(.determiner)
      if isPossessive || isEnglish && !isVerb, let distance = range.first(where: { isOwned(match.last + $0, match.last) }) {
        return match.last + distance
      }
    }
    if let verb = article.word(at: match.first - 1, inSentenceOf: match.first), Self.governing.contains(verb.hash) { return match.first - 1 }
    guard article.classes(at: match.first - 1, inSentenceOf: match.first).contains(.about) else { return nil }
    if article.words[match.first - 1].hash == Self.several { return nil }
    if isHolding(match) || isShare(match.first - 2, of: match) || isPart(match.first - 2, of: match) { return match.first - 2 }
    return (2...4).first { isOwned(match.first - $0, match.first) }.map { match.first - $0 }
  }

  /// « ses parts de Renault », and not « les parts de marché de Renault »: what somebody owns of it.
  private func isHolding(_ match: Match) -> Bool {
    guard article.language(at: match.first) == .french, let parts = article.word(at: match.first - 2, inSentenceOf: match.first),
      Self.holdings.contains(parts.hash), let owner = article.word(at: match.first - 3, inSentenceOf: match.first)
    else { return false }
    return Self.owners.contains(owner.hash)
  }

  private static let holdings = WordSet(["parts", "part"])
  private static let owners = WordSet(["ses", "leurs", "sa", "leur"])

  /// "61 % des Renault immatriculées": the cars, and no company.
  private static let several = WordHash.of("des")

  /// "Volkswagen, whose board".
  private static let whose = WordHash.of("whose")

  /// "15 % de Renault", "a third of Renault": how much of it somebody has.
  private func isShare(_ number: Int, of match: Match) -> Bool {
    guard let word = article.word(at: number, inSentenceOf: match.first), word.shape == .number else { return false }
    return article.text.bytes[word.end..<article.words[number + 1].start].contains(0x25)
  }

  /// "15 per cent of Renault", "un tiers de Renault": the same in words, and not "a third of Renault buyers" or "half of Renault’s sales".
  private func isPart(_ index: Int, of match: Match) -> Bool {
    guard let part = article.word(at: index, inSentenceOf: match.first), Self.parts.contains(part.hash),
      index > 0, !Self.partsOfMany.contains(article.words[index - 1].hash)
    else { return false }
    guard let next = article.word(at: match.last + 1, inSentenceOf: match.last) else { return true }
    let isFrench = article.language(at: match.first) == .french && next.shape == .lower
    return next.gap != .apostrophe && (isFrench || next.gap != .space || !article.classes[match.last + 1].isDisjoint(with: Self.noNouns))
  }

  private static let parts = WordSet(["cent", "percent", "third", "quarter", "tiers", "quart"])
  private static let partsOfMany = WordSet(["last", "first", "dernier", "premier"])
  private static let noNouns: WordClasses = [
    WordClasses(.function), WordClasses(.conjunction), WordClasses(.copula), WordClasses(.verb), WordClasses(.frenchVerb), WordClasses(.about),
    WordClasses(.placePreposition),
  ]

  /// "Senard préside Renault": what people do to a group.
  private static let governing = WordSet(
    [
      "preside", "presidait", "presidera", "presida", "presider", "dirige", "dirigeait", "dirigera", "dirigea", "diriger", "heads",
      "headed", "chairs", "chaired", "chairing", "heading",
    ])

  private func isOwned(_ index: Int, _ other: Int) -> Bool {
    article.classes(at: index, inSentenceOf: other).contains(.owned)
  }

  /// Joined to, or compared with, a company that is only a group, such as Stellantis, or in a list with one.
  private func isBesideGroup(_ position: Int) -> Bool { leadsToGroup(position, by: 1) || leadsToGroup(position, by: -1) }

  /// Goes along a list of makers.
  private func leadsToGroup(_ position: Int, by step: Int) -> Bool {
    var here = position
    for _ in 0..<Self.longestList {
      guard matches.indices.contains(here + step), isMaker(matches[here + step]),
        areJoined(matches[min(here, here + step)], matches[max(here, here + step)])
      else { return false }
      here += step
      if isPureGroup(matches[here]) { return !isSame(position, here) }
    }
    return false
  }

  /// "Marque de Renault Group, Renault": the group of the name itself says nothing.
  private func isSame(_ position: Int, _ other: Int) -> Bool {
    index.hasEntity(matches[position].form) { entity in index.hasEntity(matches[other].form) { $0 == entity } }
  }

  private static let longestList = 6

  private func isMaker(_ match: Match) -> Bool {
    !index.kinds(of: match.form).isDisjoint(with: ContextCues.makers)
  }

  private func isPureGroup(_ match: Match) -> Bool {
    index.kinds(of: match.form) == EntityKinds(.group)
  }

  private func areJoined(_ a: Match, _ b: Match) -> Bool {
    guard article.sentenceOf[a.last] == article.sentenceOf[b.first], a.last + 1 < article.words.count else { return false }
    let between = a.last + 1..<b.first
    if between.isEmpty { return article.words[b.first].gap == [.space, .other] }
    guard between.count <= 6 else { return false }
    if article.words[b.first - 1].shape == .number, article.words[b.first].gap.contains(.other) { return true }
    let joint = between.first { article.classes[$0].contains(.conjunction) || article.classes[$0].contains(.comparison) }
    guard let joint else { return false }
    return between.count == 1 || article.classes[joint].contains(.comparison) && between.count <= 3
      || b.first == joint + 1 && between.contains { article.words[$0].shape == .number }
  }
}
