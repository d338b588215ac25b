import ArticleText

/// Parts of an article on cars that are about something else: titles of books, songs and plays, and short news of other kinds.
extension ContextCues {
  /// The longest title, in words.
  private static let longest = 8

  /// « Le Lys et le Lion », « Un clair de lune à Maubeuge »: the first word of a quotation of three to eight words that begins with an
  /// article and has no verb, behind no colon.
  func titleOfWork(around match: Match) -> Int? {
    let form = index.form(match.form)
    guard !form.traits.isDisjoint(with: [.frenchWord, .englishWord, .givenName]) || form.kinds.contains(.site), match.first > 1,
      let start = (max(1, match.first - Self.longest)..<match.first).last(where: opensQuotation),
      article.sentenceOf[start] == article.sentenceOf[match.first], beginsTitle(start, match)
    else { return nil }
    let last = min(article.words.count, start + Self.longest + 1)
    guard match.last + 1 < last, let end = (match.last + 1..<last).first(where: closesQuotation), end - start > 2 else { return nil }
    let hasVerb = (start..<end).contains { article.words[$0].hash != Self.at && !article.classes[$0].isDisjoint(with: Self.verbs) }
    return hasVerb ? nil : start
  }

  /// "Le", "Un", "The", and not the "À" that looks like the English article.
  private func beginsTitle(_ word: Int, _ match: Match) -> Bool {
    article.classes[word].contains(.determiner) && article.words[word].shape == .capitalised && !article.words[word].gap.contains(.colon)
      && (article.words[word].hash != Self.at || language(of: match) == .english)
  }

  private static let at = WordHash.of("a")
  private static let verbs: WordClasses = [WordClasses(.verb), WordClasses(.frenchVerb), WordClasses(.copula)]

  /// Whether a quotation begins right before a word.
  func opensQuotation(_ word: Int) -> Bool {
    guard word > 0, article.words[word].gap.contains(.other) else { return false }
    let between = article.text.bytes[article.words[word - 1].end..<article.words[word].start]
    return between.contains(0x22) || between.contains(0xAB) || between.contains(0x9C)
  }

  /// Whether one ends before a word.
  private func closesQuotation(_ word: Int) -> Bool {
    guard article.words[word].gap.contains(.other) else { return false }
    let between = article.text.bytes[article.words[word - 1].end..<article.words[word].start]
    return between.contains(0x22) || between.contains(0xBB) || between.contains(0x9D)
  }

  /// Whether a paragraph of some length is a piece of short news under its own rubric, with no word of cars and no name that can be
  /// nothing else.
  func isOtherNews(_ form: SurfaceForm, _ match: Match) -> Bool {
    guard form.traits.isDisjoint(with: .acronym), !form.traits.contains(.givenName) || !match.isLower, saysNothingOfCars(match), isUnderRubric(form, match) else { return false }
    let paragraph = article.paragraphOf[match.first]
    guard Self.ownSubjects.allSatisfy({ article.paragraphs.count($0, in: paragraph) == 0 }),
      article.paragraphs.count(.racing, in: paragraph) < 2
    else { return false }
    let around = max(0, match.first - Self.reach)..<min(article.words.count, match.last + Self.reach)
    var length = 0
    for word in around where article.paragraphOf[word] == paragraph {
      length += 1
      if matchAt[word] >= 0, isSure(matches[Int(matchAt[word])]) { return false }
    }
    return length >= Self.shortest
  }

  /// Whether a match may be a town, in a sentence that has a word of towns.
  func isToldAsTown(_ match: Match) -> Bool {
    index.kinds(of: match.form).contains(.place) && article.sentences.count(.town, in: article.sentenceOf[match.first]) > 0
  }

  private static let ownSubjects: [WordClass] = [.finance, .driving]
  private static let sitesOrTowns = EntityKinds([.site, .place])
  private static let reach = 60
  private static let shortest = 12

  private func isSure(_ match: Match) -> Bool {
    let form = index.form(match.form)
    let doubtful = match.isLower ? Self.doubtful : Self.doubtful.subtracting([.code, .lowerWord])
    return form.traits.isDisjoint(with: doubtful) && !form.kinds.isSubset(of: Self.sitesOrTowns)
  }

  /// "Witney. The choir…", "ALERTE NEIGE / Comptez…": behind up to three words without a verb, or below a line of capitals; a given name in it, too.
  private func isUnderRubric(_ form: SurfaceForm, _ match: Match) -> Bool {
    let paragraph = article.paragraphOf[match.first]
    guard let head = (max(0, match.first - Self.reach)...match.first).first(where: { article.paragraphOf[$0] == paragraph }),
      head == 0 || article.paragraphOf[head - 1] != paragraph
    else { return false }
    if article.inCapitalLine[head] { return !article.inCapitalLine[match.first] || form.traits.contains(.givenName) }
    guard let end = (head + 1...head + Self.longestRubric).first(where: { $0 <= match.first && article.startsSentence($0) }) else { return false }
    return article.words[head].shape == .capitalised && article.words[end].gap.contains(.dot)
      && (head..<end).allSatisfy { article.classes[$0].isDisjoint(with: Self.verbs) && ($0 == head || article.words[$0].gap.isDisjoint(with: .other)) }
  }

  private static let longestRubric = 3
}
