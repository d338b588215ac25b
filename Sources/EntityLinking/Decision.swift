import ArticleText
import GraphModel

/// Decides which matches are mentions and of which entity, in passes: what is certain first, then what depends on it.
struct Decision {
  let article: Article
  let matches: [Match]
  let catalogue: Catalogue
  let index: FormIndex
  let cues: CompiledCues
  let context: ContextCues
  let forms: ArticleForms
  /// For each match, how surely it is a mention, whatever it names.
  var sums: MatchSums
  private(set) var neighbourhood: Neighbourhood
  /// The cues of a name inside another name, at hand.
  private let ofAnotherName = Self.cuesOfAnotherName

  /// From how many hundredths on a match is a mention: what speaks for no entity being meant.
  static let threshold = 50
  /// From how many hundredths on a match counts as certain for others.
  static let certain = 70
  /// Above this nothing more is asked for.
  static let beyondDoubt = 85
  /// Up to how many hundredths from another answer a decision is uncertain.
  static let nearTie = 5

  /// Weighs all matches. Cost: linear in the words and matches.
  init(article: Article, matches: [Match], catalogue: Catalogue, index: FormIndex, cues: CompiledCues) {
    var matchAt = [Int32](filledWith: -1, count: article.words.count)
    Self.note(matches, at: &matchAt)
    self.article = article
    self.matches = matches
    self.catalogue = catalogue
    self.index = index
    self.cues = cues
    context = ContextCues(
      article: article, index: index, catalogue: catalogue, matchAt: matchAt, matches: matches, cues: cues)
    neighbourhood = Neighbourhood(
      catalogue, article: article, readings: matches.reduce(0) { $0 + ($1.entity >= 0 ? 1 : index.readingCount(of: $1.form)) })
    forms = ArticleForms(matches)
    let (own, context) = (FormCues(article: article, index: index), context)
    sums = MatchSums(cues.weights, count: matches.count) { position, sum in
      let match = matches[position]
      own.add(to: &sum, match)
      context.add(to: &sum, match)
    }
    weigh()
  }

  /// Notes for each word of the matches which of them it belongs to.
  private static func note(_ matches: [Match], at words: inout [Int32]) {
    var words = words.mutableSpan
    for position in matches.indices {
      for word in matches[position].first...matches[position].last { words[word] = Int32(truncatingIfNeeded: position) }
    }
  }

  private mutating func weigh() {
    noteCertain()
    weighPeople()
    weighNamesakes()
    weighRepeatedNames()
    weighNeighbours(matches.indices.filter { sums[$0].total < Self.beyondDoubt })
    weighKinds()
    weighTowns()
    weighCoordination()
    weighLabels()
    weighOtherMentions()
    weighPlacesElsewhere()
    weighHeadings()
    weighGivenNames()
    weighOtherSenses()
    weighRoads()
    weighTownsOfOtherSense()
    weighModelsOfBrands()
    weighAgain()
    weighFewSureNames()
    weighBars()
    weighCollocations()
  }

  /// Chooses entities for what is a mention.
  func senses() -> SenseChoice {
    SenseChoice(
      article: article, matches: matches, catalogue: catalogue, index: index, cues: cues, forms: forms, accepted: accepted,
      isAboutRacing: isAboutRacing, neighbourhood: neighbourhood)
  }

  func isMention(_ position: Int) -> Bool { sums[position].total >= Self.threshold }

  /// For each match, whether it is a mention.
  var accepted: [Bool] { sums.areAtLeast(Self.threshold) }

  private mutating func noteCertain() {
    note(atLeast: Self.certain)
  }

  /// Tells the neighbourhood of all matches of so many hundredths and of no others.
  private mutating func note(atLeast hundredths: Int) {
    let sums = sums
    neighbourhood.name(matches, of: index, in: article) { sums[$0].total >= hundredths }
  }

  // MARK: What other matches say

  private mutating func weighNeighbours(_ positions: [Int]) {
    for position in positions where !isPartOfAnotherName(sums[position]) {
      let match = matches[position]
      let (sentence, paragraph) = (article.sentenceOf[match.first], article.paragraphOf[match.first])
      var best = Neighbourhood.Nearness.none
      let own = selfSpeaking(position)
      index.forEachEntity(of: match.form) { entity in
        switch neighbourhood.nearness(of: entity, sentence: sentence, paragraph: paragraph, apartFrom: own) {
        case .sentence: best = .sentence
        case .paragraph where best != .sentence: best = .paragraph
        case .article where best == .none: best = .article
        default: break
        }
      }
      switch best {
      case .sentence: sums.add(.neighbourInSentence, to: position, less: farNeighbour(position))
      case .paragraph: sums.add(.neighbourInParagraph, to: position, less: farNeighbour(position))
      case .article: sums.add(.neighbourInArticle, if: !sums[position].has(.neighbourInArticle) && !isInOtherNews(position), to: position)
      case .none: break
      }
      let isNear = best == .sentence || best == .paragraph
      sums.add(.articleInCapitals, if: isNear && isVehicle(match) && hasArticleInCapitals(position), to: position, at: match.first - 1)
    }
  }

  /// The readings of a name that is certain and would speak for itself, as the group and the brand of one name do.
  private func selfSpeaking(_ position: Int) -> ArraySlice<SurfaceForm.Reading> {
    guard matches[position].entity < 0, sums[position].total >= Self.certain else { return [] }
    let readings = index.readings(of: matches[position].form)
    return catalogue.tiesAmong(readings) == .none ? [] : readings
  }

  /// The cue of a neighbour in the article, where that has been added already.
  private func farNeighbour(_ position: Int) -> Cue? { sums[position].has(.neighbourInArticle) ? .neighbourInArticle : nil }

  /// "L’AUSTRAL": an everyday word in a line of capitals, after a definite article.
  private func hasArticleInCapitals(_ position: Int) -> Bool {
    sums[position].has(.everydayInCapitalLine) && !sums[position].has(.articleInCapitals)
      && article.word(at: matches[position].first - 1, inSentenceOf: matches[position].first)
        .map { Self.definite.contains($0.hash) } ?? false
  }

  private static let definite = WordSet(["le", "la", "les", "l", "du", "au", "the"])

  /// Doubtful names of vehicles in a sentence that names another vehicle for sure.
  private mutating func weighKinds() {
    let sure = sureVehicles()
    guard !sure.isEmpty else { return }
    for (position, match) in matches.enumerated() where sums[position].total < Self.beyondDoubt && isVehicle(match) {
      let others = sure[Int(article.sentenceOf[match.first])]
      guard others.form >= 0, !isPartOfAnotherName(sums[position]) else { continue }
      let isOther = others.isSeveral || others.form != match.form
      let isAnyWord =
        sums[position].has(.everydayLowerText) || sums[position].has(.everydayLower)
        || sums[position].has(.everydayAtStart) && article.language(at: match.first) == .english
      let isGivenName = index.traits(of: match.form).contains(.givenName) && !sums[position].has(.article)
      sums.add(.sameKindInSentence, if: isOther && !isAnyWord && !isGivenName, to: position)
    }
  }

  /// For each sentence one form of a vehicle that it names for sure, or -1, and whether it names others; nothing where no sentence does.
  private func sureVehicles() -> [(form: Int, isSeveral: Bool)] {
    var sure: [(form: Int, isSeveral: Bool)] = []
    for (position, match) in matches.enumerated() where sums[position].total >= Self.certain && isVehicle(match) {
      if sure.isEmpty { sure = Array(filledWith: (-1, false), count: Int(article.sentenceOf.last ?? 0) + 1) }
      let sentence = Int(article.sentenceOf[match.first])
      if sure[sentence].form < 0 { sure[sentence].form = match.form }
      if sure[sentence].form != match.form { sure[sentence].isSeveral = true }
    }
    return sure
  }

  func isVehicle(_ match: Match) -> Bool {
    index.kinds(of: match.form).contains(.vehicle)
  }

  private mutating func weighTowns() {
    var neighbours = neighbourhood
    for position in unlistedTowns(&neighbours) { sums.add(.unlistedTown, to: position) }
  }

  /// A name inside another name gains nothing from its neighbours.
  func isPartOfAnotherName(_ sum: MatchSums.Sum) -> Bool { sum.hasAny(of: ofAnotherName) }

  private static let cuesOfAnotherName = CueSet([
    .unknownNameBefore, .unknownNameAfter, .givenNameBefore, .otherMaker, .compoundName, .namedAfter, .partOfOtherName, .personNoun, .expansion,
    .familySign, .listedAgainst, .unlistedTown, .otherBearer,
  ])

  /// Lets what has become a mention speak for its neighbours that still are none.
  private mutating func weighAgain() {
    note(atLeast: Self.threshold)
    weighNeighbours(
      matches.indices.filter { sums[$0].total < Self.threshold && sums[$0].total > 0 && !sums[$0].hasAny(of: Self.neighbours) && mayBeNearer($0) })
  }

  /// Whether a match stands in a part of an article on cars that is about something else.
  func isInOtherNews(_ position: Int) -> Bool { sums[position].has(.otherSubject) && !context.isAboutOtherThings }

  /// Whether nothing was near before, or what was in the article only may be nearer now; people are tied to nothing.
  private func mayBeNearer(_ position: Int) -> Bool {
    !sums[position].has(.neighbourInArticle) || index.traits(of: matches[position].form).isDisjoint(with: [.givenName, .familyName])
  }

  private static let neighbours = CueSet([.neighbourInSentence, .neighbourInParagraph])
}
