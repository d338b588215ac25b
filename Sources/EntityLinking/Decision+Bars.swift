import ArticleText

/// Names that have to be surer than others, since what stands around them is of other things: the weight of each cue is how much surer.
extension Decision {
  /// Takes from mentions what their surroundings give no ground for; of several reasons the heaviest counts. Each is asked of what was certain
  /// before any was. Cost: the words of the sentence or some hundred of the paragraph for each doubtful name.
  mutating func weighBars() {
    guard article.words.count >= Self.wordsOfArticle else { return }
    for (cue, position) in bars() { sums.add(cue, to: position) }
  }

  private func bars() -> [(cue: Cue, position: Int)] {
    var mentions = 0
    for position in matches.indices where isMention(position) { mentions += 1 }
    let isOnOthers = mentions * 2 <= matches.count
    var found: [(cue: Cue, position: Int)] = []
    for position in matches.indices where isMention(position) && (isOnOthers || sums[position].total <= Self.beyondDoubt) {
      if let cue = bar(position, isOnOthers: isOnOthers) { found.append((cue, position)) }
    }
    return found
  }

  private func bar(_ position: Int, isOnOthers: Bool) -> Cue? {
    let sum = sums[position]
    if isOnOthers, isAmongOtherNames(position) { return .amongOtherNames }
    guard sum.total <= Self.beyondDoubt else { return nil }
    if sum.hasAny(of: Self.words) {
      if !sum.has(.listedFor), !sum.has(.carWordAfter), isBeforeOtherName(position) { return .beforeOtherName }
      return isAmongUnknownNames(position) ? .amongUnknownNames : nil
    }
    if sum.hasAny(of: Self.smallWords) { return isSmallAmongCapitals(position) ? .smallAmongCapitals : nil }
    let isCar = sum.has(.article) && (sum.has(.automotiveSentence) || isEnglishThing(matches[position]))
    let isPerson = sum.hasAny(of: Self.surnames) || sum.has(.givenNameCapital) && !isCar
    return isPerson && unknownNames(near: position) >= Self.several ? .unknownPeople : nil
  }

  /// "made the Clio": in English, behind a verb of making, where people have no article.
  private func isEnglishThing(_ match: Match) -> Bool {
    guard context.wordBefore(match)?.hash == Self.articleOfThing, let verb = context.wordBefore(match, 2) else { return false }
    return Self.making.contains(verb.hash)
  }

  private static let articleOfThing = WordHash.of("the")
  private static let making = WordSet([
    "made", "make", "makes", "making", "built", "build", "builds", "building", "produced", "produces", "assembled", "assembles", "launched",
    "replaced", "replaces", "designed", "outsold", "outsells",
  ])

  /// Everyday words with a capital, of either language.
  private static let words = CueSet([
    .everydayCapital, .everydayAtStart, .everydayAllCapitals, .everydayInCapitalLine, .foreignWord, .foreignInCapitalLine,
  ])
  private static let smallWords = CueSet([.everydayLower, .everydayLowerText, .foreignLower, .lowerCaseName])
  private static let surnames = CueSet([.surname, .rareSurname])

  /// Within how many words a certain name speaks for another: for one among names of other things, and for a word before one.
  private static let nearOthers = 10
  private static let nearPart = 6
  private static let several = 3
  /// What makes a car or a maker of a name, whatever its article is about.
  private static let ofSubject = CueSet([
    .longName, .code, .shortCode, .article, .drivingVerb, .carWordAfter, .automotiveSentence, .racingSentence, .townSentence,
  ])

  /// In hundredths of the words around.
  private static let someCapitals = 6
  private static let manyCapitals = 25

  /// "Alden, Ford and Quill", "Table. Lardy cake!": in an article most of whose names are other things, one in a sentence full of capitals, or of
  /// few words, and no certain one near.
  private func isAmongOtherNames(_ position: Int) -> Bool {
    let match = matches[position]
    guard !sums[position].hasAny(of: Self.ofSubject), !article.inCapitalLine[match.first],
      !index.kinds(of: match.form).contains(.place), !isOneOfMaker(match), !context.isBeforeModel(match),
      !isNearSureName(position, within: Self.nearOthers)
    else { return false }
    return capitalShare(around: position) > Self.manyCapitals
  }

  /// "A Lancia Appia", "des Citroën": with an article, the name of a maker that is no word is a car of theirs.
  private func isOneOfMaker(_ match: Match) -> Bool {
    let form = index.form(match.form)
    return form.kinds.contains(.brand) && form.traits.isDisjoint(with: [.frenchWord, .englishWord, .nickname])
      && context.before(match).contains(.determiner)
      && (!context.isBeforeLowerWord(match) || context.after(match).contains(.automotive) || article.language(at: match.first) == .french
        || !context.after(match).isDisjoint(with: ContextCues.noNounAfter))
  }

  /// "the Spring Cup": a word before another with a capital, and no certain name near.
  private func isBeforeOtherName(_ position: Int) -> Bool {
    guard !article.inCapitalLine[matches[position].first], let next = context.wordAfter(matches[position]),
      next.shape == .capitalised || next.shape == .mixed
    else { return false }
    return !isGeneration(next, of: matches[position]) && !isNearSureName(position, within: Self.nearPart)
  }

  /// "L’Espace V": behind an article and a model, a number in Roman digits.
  private func isGeneration(_ number: Word, of match: Match) -> Bool {
    isVehicle(match) && context.before(match).contains(.determiner) && Self.generations.contains(number.hash) && number.end - number.start <= 3
      && article.text.bytes[number.start] < 0x61
  }

  private static let generations = WordSet(["i", "ii", "iii", "iv", "v", "vi", "vii", "viii"])

  /// A word in a paragraph that has several unknown names and no certain one.
  private func isAmongUnknownNames(_ position: Int) -> Bool {
    isOnlyOne(position) && unknownNames(near: position) >= Self.several && !hasSureName(inParagraphOf: position)
  }

  private func isOnlyOne(_ position: Int) -> Bool { forms.count(ofFormAt: position) == 1 }

  /// "a leaf stuck on it, Tom says": a word in small letters, before another, in a sentence that has capitals elsewhere.
  private func isSmallAmongCapitals(_ position: Int) -> Bool {
    !sums[position].has(.coordinated) && !sums[position].has(.tellingPhrase) && !context.isMeasured(matches[position])
      && context.isBeforeLowerWord(matches[position])
      && capitalShare(around: position) > Self.someCapitals
  }

  private func hasSureName(inParagraphOf position: Int) -> Bool {
    let paragraph = article.paragraphOf[matches[position].first]
    func isSure(_ other: Int) -> Bool { matches[other].form != matches[position].form && sums[other].total >= Self.certain }
    let behind = position..<matches.count
    return behind.prefix { article.paragraphOf[matches[$0].first] == paragraph }.contains(where: isSure)
      || (0..<position).reversed().prefix { article.paragraphOf[matches[$0].first] == paragraph }.contains(where: isSure)
  }

  /// How many of a hundred words around a match, within its sentence, have a capital.
  private func capitalShare(around position: Int) -> Int {
    let match = matches[position]
    let first = max(Int(match.sentenceStart), match.first - Self.sentenceReach)
    let end = min(Int(article.sentenceEnd(match.first)), match.last + Self.sentenceReach)
    return (first..<end).count { article.words[$0].hasCapital } * 100 / (end - first)
  }

  private static let sentenceReach = 16

  /// How many words around a match, within its paragraph, have a capital where no sentence begins, and are neither a form nor a known word of the
  /// kind.
  private func unknownNames(near position: Int) -> Int {
    let match = matches[position]
    let around = max(0, match.first - Self.paragraphReach)..<min(article.words.count, match.last + Self.paragraphReach)
    return around.count { word in
      article.paragraphOf[word] == article.paragraphOf[match.first] && article.words[word].hasCapital && !article.inCapitalLine[word]
        && !article.startsSentence(word) && context.matchAt[word] < 0
        && !article.classes[word].contains(.capitalWord)
    }
  }

  private static let paragraphReach = 60
}
