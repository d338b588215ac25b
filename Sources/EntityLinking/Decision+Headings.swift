import ArticleText

/// Lines of capitals, by what the words below them tell.
extension Decision {
  /// "FORD ELECTED" above "Susan Ford": somebody else's name. "SHIPS MORE DOLPHINS" above "the Dolphin Surf": the car.
  mutating func weighHeadings() {
    if !article.hasCapitalLines { return }
    for (position, match) in matches.enumerated() where article.inCapitalLine[match.first] {
      let sum = sums[position]
      guard !index.traits(of: match.form).contains(.surname), !isPartOfAnotherName(sum) else { continue }
      let isOpen = sum.total < Self.beyondDoubt || index.traits(of: match.form).contains(.familyName)
      if isOpen, isOfOtherNews(position) { sums.add(.otherSubject, if: !sum.has(.otherSubject), to: position) }
      let below = below(position)
      if below.isEmpty { continue }
      if isSomebody(below, match.form), !isPlaceOfWork(position), !isOfCouncil(match) {
        sums.add(.partOfOtherName, to: position)
      } else if !isOpen {
        continue
      } else if sum.total < Self.beyondDoubt, !isRubric(match), isTold(position, below) {
        sums.add(.sureElsewhere, if: !sum.has(.sureElsewhere), to: position)
        sums.add(.fullNameInArticle, if: sum.has(.listedAgainstFarther), to: position)
      }
    }
  }

  /// How many words or names belong together at most, so that a text of nothing but capitals takes a time that grows with its length.
  private static let headingReach = 200

  /// "HORSE FOUND IN SWIMMING POOL": an everyday word above a text that has no word of cars, of making or of money, and names nothing for sure.
  private func isOfOtherNews(_ position: Int) -> Bool {
    let match = matches[position]
    guard sums[position].has(.everydayInCapitalLine) || sums[position].has(.foreignInCapitalLine), !sums[position].has(.feminineArticle),
      !sums[position].has(.carWordAfter)
    else { return false }
    let (own, paragraph) = (article.sentenceOf[match.first], paragraphBelow(match))
    guard article.inCapitalLine.indices.contains(match.last + 1),
      [WordClass.automotive, .industry, .finance, .driving, .racing].allSatisfy({ wordClass in
        article.sentences.count(wordClass, in: own) == 0 && article.paragraphs.count(wordClass, in: paragraph) == 0
      })
    else { return false }
    return !(max(0, position - Self.headingReach)..<min(matches.count, position + Self.headingReach)).contains { other in
      other != position && [article.paragraphOf[match.first], paragraph].contains(article.paragraphOf[matches[other].first])
        && sums[other].total >= Self.certain
    }
  }

  /// "GOLF TO LEAVE WOLFSBURG" above "Wolfsburg scarves": a site in a line that names a maker or a car, whoever wears what below.
  private func isPlaceOfWork(_ position: Int) -> Bool {
    guard index.kinds(of: matches[position].form).contains(.site) else { return false }
    return [position - 1, position + 1].contains { other in
      matches.indices.contains(other) && isSameHeading(matches[other], matches[position]) && isMention(other)
        && !index.kinds(of: matches[other].form).isDisjoint(with: ContextCues.makers.union(EntityKinds(.vehicle)))
    }
  }

  /// "SUNDERLAND TO VOTE ON TRAM LINE" above "The council meets tonight": a town, whatever its club is said to do farther down.
  private func isOfCouncil(_ match: Match) -> Bool {
    guard index.kinds(of: match.form).contains(.place), article.sentences.count(.racing, in: article.sentenceOf[match.first]) == 0 else {
      return false
    }
    return (match.first..<min(article.words.count, match.first + Self.councilReach)).contains { Self.municipal.contains(article.words[$0].hash) }
  }

  private static let councilReach = 12
  private static let municipal = WordSet([
    "council", "councillor", "councillors", "mayor", "residents", "tram", "mairie", "maire", "conseil", "habitants", "riverains", "vote", "commune",
  ])

  /// Whether what is below names an entity of the form for sure, or for a nickname of a maker something of that maker.
  private func isTold(_ position: Int, _ below: Range<Int>) -> Bool {
    let form = matches[position].form
    let isContrasted = sums[position].has(.listedAgainstFarther)
    if below.contains(where: { isSure($0, of: form) && !(isContrasted && sums[$0].has(.listedAgainstFarther)) }) { return true }
    return index.traits(of: form).contains(.nickname) && sums[position].has(.neighbourInParagraph)
  }

  /// The matches of the text right below the line of capitals that a match stands in, up to the next such line.
  private func below(_ position: Int) -> Range<Int> {
    let last = min(matches.count, position + Self.headingReach)
    var start = position + 1
    while start < last, article.inCapitalLine[matches[start].first], isSameHeading(matches[position], matches[start]) { start += 1 }
    guard start < last, !article.inCapitalLine[matches[start].first] else { return start..<start }
    let paragraph = paragraphBelow(matches[position])
    var end = start
    while end < last, !article.inCapitalLine[matches[end].first], article.paragraphOf[matches[end].first] == paragraph { end += 1 }
    return start..<end
  }

  /// "GOLF : LE FRANÇAIS EN TÊTE", and not "GOLF : LA PRODUCTION REPREND": a subject before a colon, in a line without a word of cars.
  private func isRubric(_ match: Match) -> Bool {
    guard match.last + 1 < article.words.count, article.words[match.last + 1].gap.contains(.colon) else { return false }
    let sentence = article.sentenceOf[match.first]
    return article.sentences.count(.automotive, in: sentence) + article.sentences.count(.industry, in: sentence) == 0
  }

  private func isSameHeading(_ a: Match, _ b: Match) -> Bool { article.sentenceOf[a.first] == article.sentenceOf[b.first] }

  /// The paragraph that goes on below the line of a match, or the next one where the line is all of its own.
  private func paragraphBelow(_ match: Match) -> Int32 {
    let last = min(article.words.count, match.last + Self.headingReach)
    var word = match.last
    while word < last, article.inCapitalLine[word] { word += 1 }
    return word < last ? article.paragraphOf[word] : article.paragraphOf[match.last]
  }

  /// Whether a form is part of somebody's name there, and a mention nowhere; or part of another name where it first stands: "BURSA CLOSES LOWER"
  /// above "Bursa Malaysia", "HONDA RETIRES" above "Keisuke Honda … Honda, the carmaker".
  private func isSomebody(_ below: Range<Int>, _ form: Int) -> Bool {
    let own = below.filter { matches[$0].form == form }
    guard let first = own.first else { return false }
    if !isMention(first), sums[first].hasAny(of: Self.ofSomebody) { return true }
    let isOther = sums[first].hasAny(of: Self.ofOther) || sums[first].has(.unlistedTown) && context.saysNothingOfCars(matches[first])
    if !isMention(first), isOther, index.traits(of: form).isDisjoint(with: Self.anyWords),
      !below.contains(where: { $0 < first && isSure($0, of: form) })
    {
      return true
    }
    return own.contains { sums[$0].hasAny(of: Self.ofSomebody) } && !own.contains(where: isMention)
  }

  private static let anyWords: FormTraits = [.frenchWord, .englishWord, .givenName, .nickname]
  private static let ofOther = CueSet([.partOfOtherName, .namedAfter, .otherOrganisation, .listedAgainst])

  private static let ofSomebody = CueSet([.givenNameBefore, .unknownNameBefore, .titleBefore, .personNoun, .compoundName, .familySign])

  /// Whether an entity of a form is named for sure there, whatever by.
  private func isSure(_ position: Int, of form: Int) -> Bool {
    guard sums[position].total >= Self.certain else { return false }
    return index.readings(of: form).contains { reading in index.readings(of: matches[position].form).contains { $0.entity == reading.entity } }
  }
}
