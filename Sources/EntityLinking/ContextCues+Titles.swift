import ArticleText

/// Titles of books, songs, plays and works of art in an article on cars.
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
    return (start..<end).contains { isVerb($0, match) } ? nil : start
  }

  /// "a" is one in French, and "à", which looks like it folded, is none; nor is "a" where a writer leaves accents out.
  private func isVerb(_ word: Int, _ match: Match) -> Bool {
    guard article.words[word].hash == Self.at else {
      return !article.classes[word].isDisjoint(with: language(of: match) == .french ? Self.frenchVerbs : Self.englishVerbs)
    }
    guard language(of: match) == .french, article.words[word].shape == .lower, article.words[word].end - article.words[word].start == 1 else {
      return false
    }
    return article.words[max(0, word - Self.around)..<min(article.words.count, word + Self.around)].contains { isAccented($0) }
  }

  /// Whether a word has an accent: "dès", and not "des".
  func isAccented(_ word: Word) -> Bool { article.text.bytes[word.start..<word.end].contains { $0 >= 0x80 } }

  /// "Le", "Un", "The", and not the "À" that looks like the English article.
  private func beginsTitle(_ word: Int, _ match: Match) -> Bool {
    article.classes[word].contains(.determiner) && article.words[word].shape == .capitalised && !article.words[word].gap.contains(.colon)
      && (article.words[word].hash != Self.at || language(of: match) == .english)
  }

  private static let around = 60
  private static let at = WordHash.of("a")
  private static let frenchVerbs: WordClasses = [WordClasses(.frenchVerb), WordClasses(.copula)]
  private static let englishVerbs: WordClasses = [WordClasses(.verb), WordClasses(.copula)]
  static let verbs: WordClasses = [WordClasses(.verb), WordClasses(.frenchVerb), WordClasses(.copula)]

  /// Whether a quotation begins right before a word.
  func opensQuotation(_ word: Int) -> Bool {
    guard word > 0, !article.words[word].gap.isDisjoint(with: Self.quotes) else { return false }
    let between = article.text.bytes[article.words[word - 1].end..<article.words[word].start]
    if article.words[word].gap.contains(.apostrophe), opensSingle(between) { return true }
    return article.words[word].gap.contains(.other) && (between.last == 0x22 || between.contains(0xAB) || between.contains(0x9C))
  }

  /// Whether one ends before a word.
  func closesQuotation(_ word: Int) -> Bool {
    guard word < article.words.count, !article.words[word].gap.isDisjoint(with: Self.quotes) else { return false }
    let between = article.text.bytes[article.words[word - 1].end..<article.words[word].start]
    if article.words[word].gap.contains(.apostrophe), closesSingle(between) { return true }
    guard article.words[word].gap.contains(.other) else { return false }
    return between.contains(0xBB) || between.contains(0x9D) || between.prefix { $0 != 0x20 && $0 != 0x0A }.contains(0x22)
  }

  /// The first word of "Kneeling Horse", « Avengers de Province » or *Dolphin and Seal*: up to six words in quotation marks or italics that begin
  /// with a
  /// capital, have no verb and say more than the name, and nothing that belongs to a car.
  func shortTitle(around match: Match) -> Int? {
    if isTownOfYear(match) { return match.first }
    guard mayBeTitled(match), !match.isLower, match.first > 0, match.last - match.first < Self.shortest - 1,
      !index.traits(of: match.form).contains(.longName) || index.kinds(of: match.form) == EntityKinds(.brand),
      let start = (max(1, match.first - Self.shortest + 1)...match.first).last(where: opensTitle),
      article.words[start].shape != .lower, article.words[start].shape != .number
    else { return nil }
    let isItalic = !opensQuotation(start)
    guard
      let last = (match.last..<max(match.last, min(article.words.count, start + Self.shortest))).first(where: {
        isItalic ? closesItalics($0) : closesQuotation($0 + 1)
      }),
      last > match.last || start < match.first, start < match.first || !article.classes[start - 1].contains(.determiner),
      mayBeOfTitle(match, start, last), (start...last).allSatisfy({ !isVerb($0, match) && isOfTitle($0, match) }),
      isNamedWork(before: start) || (start...last).contains(where: { isContent($0, match) }), !isSpoken(behind: last)
    else { return nil }
    return start
  }

  /// Whether a form may be in a title: a word of one, or a town before a year.
  func mayBeInTitle(_ form: SurfaceForm) -> Bool {
    !form.traits.isDisjoint(with: [.frenchWord, .englishWord, .givenName, .surname, .nickname])
      || !form.kinds.isDisjoint(with: [EntityKinds(.site), EntityKinds(.place), EntityKinds(.brand)])
  }

  /// « la chanson « Ma Mégane » »: whether the word before a quotation says that it is a work.
  private func isNamedWork(before start: Int) -> Bool {
    start > 0 && article.sentenceOf[start - 1] == article.sentenceOf[start] && Self.worksNamed.contains(article.words[start - 1].hash)
  }

  private static let worksNamed = WordSet([
    "chanson", "film", "roman", "piece", "poeme", "album", "tube", "opera", "ballet", "serie", "tableau", "song", "novel", "play", "poem", "painting",
    "sitcom", "musical", "movie", "spectacle", "sketch",
  ])

  /// Whether a form may be a word of a title at all.
  private func mayBeTitled(_ match: Match) -> Bool {
    let form = index.form(match.form)
    return !form.traits.isDisjoint(with: [.frenchWord, .englishWord, .givenName, .surname, .nickname]) || form.kinds.contains(.site)
      || form.kinds.contains(.brand)
  }

  /// « Le Mans 66 », ‘Le Mans’ (1971): a town and a year, alone.
  private func isTownOfYear(_ match: Match) -> Bool {
    guard match.first > 0, index.kinds(of: match.form).contains(.place), let year = wordAfter(match), year.shape == .number else { return false }
    if year.gap.contains(.bracket), year.end - year.start == 4 {
      return opensQuotation(match.first) && closesQuotation(match.last + 1) || opensItalics(match.first) && closesItalics(match.last)
    }
    if opensQuotation(match.first) { return closesQuotation(match.last + 2) }
    return opensItalics(match.first) && closesItalics(match.last + 1)
  }

  private static let shortest = 6

  /// « LEAF », "Zoe": a word or a given name that is a car elsewhere, alone in quotation marks, is spoken of as the word or the title that it is.
  func isQuotedAlone(_ form: SurfaceForm, _ match: Match) -> Bool {
    guard !match.isLower, form.words.count == 1, form.kinds == EntityKinds(.vehicle),
      !form.traits.isDisjoint(with: [.frenchWord, .englishWord, .givenName])
    else { return false }
    return opensQuotation(match.first) && closesQuotation(match.last + 1)
  }

  /// Whether a form is a word of its own, or a small word stands behind it, as in "Lancia in Resta": a model stands behind a brand.
  private func mayBeOfTitle(_ match: Match, _ start: Int, _ last: Int) -> Bool {
    let form = index.form(match.form)
    if !form.traits.isDisjoint(with: [.frenchWord, .englishWord, .givenName, .surname, .nickname]) || form.kinds.contains(.site) { return true }
    return start == match.first && last > match.last && form.kinds.contains(.brand)
      && (after(match).contains(.function) || isVersus(after: match) || saysNothingOfCars(match) && wordAfter(match)?.shape == .capitalised)
  }

  /// Who speaks and is spoken to.
  private static let persons = WordSet(
    ["je", "j", "tu", "il", "elle", "on", "nous", "vous", "ils", "elles", "i", "you", "he", "she", "we", "they", "it", "me", "us", "c", "ca"])

  /// Whether a word is of the form, or of no other name that is nothing else.
  private func isOfTitle(_ word: Int, _ match: Match) -> Bool {
    if Self.persons.contains(article.words[word].hash) { return false }
    if (match.first...match.last).contains(word) || matchAt[word] < 0 { return true }
    return !index.traits(of: matches[Int(matchAt[word])].form).isDisjoint(with: [.frenchWord, .englishWord, .givenName, .surname])
  }

  /// Whether a word is neither the form nor a small word, a number, a trim or a word on cars.
  private func isContent(_ word: Int, _ match: Match) -> Bool {
    guard !(match.first...match.last).contains(word), article.words[word].shape != .number, article.words[word].end - article.words[word].start > 1
    else { return false }
    return article.classes[word].isDisjoint(with: Self.ofCarsOrSmall) && !Self.trims.contains(article.words[word].hash)
  }

  private static let ofCarsOrSmall: WordClasses = [
    WordClasses(.function), WordClasses(.determiner), WordClasses(.automotive), WordClasses(.carTrait), WordClasses(.electric),
    WordClasses(.conjunction),
  ]

  /// "…", said the mayor.
  private func isSpoken(behind last: Int) -> Bool {
    (last + 1...last + 2).contains {
      $0 < article.words.count && article.classes[$0].contains(.role) && article.paragraphOf[$0] == article.paragraphOf[last]
    }
  }

  private func opensTitle(_ word: Int) -> Bool {
    !mayNotBeItalic(article.words[word].gap) && (opensQuotation(word) || opensItalics(word))
  }

  /// Whether italics begin right before a word: a sign of Markdown that is no list, or an element of HTML.
  private func opensItalics(_ word: Int) -> Bool {
    if mayNotBeItalic(article.words[word].gap) { return false }
    let (raw, start) = (article.text.raw, article.text.rawBytes(of: article.words[word].start..<article.words[word].end).lowerBound)
    guard start > 0 else { return false }
    switch raw[start - 1] {
    case Self.asterisk, Self.underscore: return start < 2 || raw[start - 2] != raw[start - 1]
    case Self.endOfTag: return Self.openings.contains { start >= $0.count && raw[start - $0.count..<start].elementsEqual($0) }
    default: return false
    }
  }

  /// Whether italics end right behind a word.
  private func closesItalics(_ word: Int) -> Bool {
    if word + 1 < article.words.count, mayNotBeItalic(article.words[word + 1].gap) { return false }
    let (raw, end) = (article.text.raw, article.text.rawBytes(of: article.words[word].start..<article.words[word].end).upperBound)
    guard end < raw.count else { return false }
    switch raw[end] {
    case Self.asterisk, Self.underscore: return end + 1 == raw.count || raw[end + 1] != raw[end]
    case Self.startOfTag: return Self.closings.contains { end + $0.count <= raw.count && raw[end..<end + $0.count].elementsEqual($0) }
    default: return false
    }
  }

  /// In plain text the signs stand in the gap; elsewhere they are left out of it.
  private func mayNotBeItalic(_ gap: Gap) -> Bool { article.text.format == .plainText && gap.isDisjoint(with: [.other, .underscore]) }

  private static let (asterisk, underscore, startOfTag, endOfTag) = (UInt8(0x2A), UInt8(0x5F), UInt8(0x3C), UInt8(0x3E))
  private static let openings = ["<i>", "<em>", "<cite>"].map { Array($0.utf8) }
  private static let closings = ["</i>", "</em>", "</cite>"].map { Array($0.utf8) }
}
