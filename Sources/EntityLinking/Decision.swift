import ArticleText

/// Decides which matches are mentions and of which entity, in passes: what is certain first, then what depends on it.
struct Decision {
  private let article: Article
  private let matches: [Match]
  private let catalogue: Catalogue
  private let index: FormIndex
  private let cues: CompiledCues
  private let context: ContextCues
  private var sums: [Weighing] = []
  private var neighbourhood: Neighbourhood

  /// From how many hundredths on a match is a mention.
  static let threshold = 50
  /// From how many hundredths on a match counts as certain for others.
  private static let certain = 70

  init(article: Article, matches: [Match], catalogue: Catalogue, index: FormIndex, cues: CompiledCues) {
    var matchAt = [Int32](repeating: -1, count: article.words.count)
    for (position, match) in matches.enumerated() {
      for word in match.first...match.last { matchAt[word] = Int32(position) }
    }
    self.article = article
    self.matches = matches
    self.catalogue = catalogue
    self.index = index
    self.cues = cues
    context = ContextCues(article: article, index: index, catalogue: catalogue, matchAt: matchAt, matches: matches)
    neighbourhood = Neighbourhood(
      catalogue, article: article, capacity: matches.reduce(0) { $0 + index.form($1.form).readings.count })
  }

  mutating func mentions() -> [Mention] {
    weighForms()
    noteCertain()
    weighNeighbours(matches.indices.filter { sums[$0].total < 85 })
    weighOtherMentions()
    weighAgain()
    var senses = SenseChoice(
      article: article, matches: matches, catalogue: catalogue, index: index, weights: cues.weights,
      accepted: sums.map { $0.total >= Self.threshold }, neighbourhood: neighbourhood)
    return matches.indices.compactMap { position in
      sums[position].total >= Self.threshold ? mention(position, &senses) : nil
    }
  }

  private mutating func weighForms() {
    let forms = FormCues(article: article, index: index, weights: cues.weights)
    for match in matches {
      var sum = forms.weigh(match)
      context.add(to: &sum, match)
      sums.append(sum)
    }
  }

  private mutating func noteCertain() {
    note(atLeast: Self.certain)
  }

  /// Tells the neighbourhood of all matches of so many hundredths and of no others.
  private mutating func note(atLeast hundredths: Int) {
    neighbourhood.removeAll()
    for (position, match) in matches.enumerated() where sums[position].total >= hundredths { note(match) }
    neighbourhood.finish()
  }

  private mutating func note(_ match: Match) {
    let readings = index.form(match.form).readings
    for reading in readings {
      neighbourhood.add(
        reading.entity, sentence: article.sentenceOf[match.first], paragraph: article.paragraphOf[match.first],
        alone: readings.count == 1)
    }
  }

  /// Lets what has become a mention speak for its neighbours that still are none.
  private mutating func weighAgain() {
    note(atLeast: Self.threshold)
    weighNeighbours(
      matches.indices.filter {
        let sum = sums[$0]
        return sum.total < Self.threshold && sum.total > 0 && !sum.has(.neighbourInSentence)
          && !sum.has(.neighbourInParagraph) && !sum.has(.neighbourInArticle)
      })
  }

  private mutating func weighNeighbours(_ positions: [Int]) {
    for position in positions where !isPartOfAnotherName(sums[position]) {
      let match = matches[position]
      let (sentence, paragraph) = (article.sentenceOf[match.first], article.paragraphOf[match.first])
      var best = Neighbourhood.Nearness.none
      for reading in index.form(match.form).readings {
        switch neighbourhood.nearness(of: reading.entity, sentence: sentence, paragraph: paragraph) {
        case .sentence: best = .sentence
        case .paragraph where best != .sentence: best = .paragraph
        case .article where best == .none: best = .article
        default: break
        }
      }
      switch best {
      case .sentence: sums[position].add(.neighbourInSentence)
      case .paragraph: sums[position].add(.neighbourInParagraph)
      case .article: sums[position].add(.neighbourInArticle)
      case .none: break
      }
      addPerson(position, match)
    }
  }

  /// A name inside another name gains nothing from its neighbours.
  private func isPartOfAnotherName(_ sum: Weighing) -> Bool {
    sum.has(.unknownNameBefore) || sum.has(.givenNameBefore) || sum.has(.otherMaker) || sum.has(.compoundName)
      || sum.has(.namedAfter) || sum.has(.partOfOtherName)
  }

  private mutating func addPerson(_ position: Int, _ match: Match) {
    let form = index.form(match.form)
    guard form.traits.contains(.surname) else { return }
    sums[position].add(.fullNameInArticle, if: form.readings.contains { neighbourhood.isNamed($0.entity) })
    let near = (match.first - 3...match.last + 3).contains {
      $0 < match.first || $0 > match.last
        ? article.classes(at: $0, inSentenceOf: match.first).contains(.role) : false
    }
    sums[position].add(.personRole, if: near || article.classes(at: match.first - 1, inSentenceOf: match.first).contains(.title))
  }

  /// What a form means for sure at one place, it likely means where its writing says little.
  private mutating func weighOtherMentions() {
    var sure: Set<Int> = []
    for (position, match) in matches.enumerated() where sums[position].total >= 55 {
      let sum = sums[position]
      guard sum.has(.everydayCapital) || sum.has(.everydayAllCapitals) || sum.has(.foreignWord) || sum.total >= 85 else {
        continue
      }
      for reading in index.form(match.form).readings { sure.insert(reading.entity) }
    }
    for (position, match) in matches.enumerated() where sums[position].total < 85 {
      let sum = sums[position]
      let saysNothing = sum.has(.everydayAtStart) || sum.has(.everydayInCapitalLine) || sum.has(.foreignInCapitalLine)
      guard saysNothing, index.form(match.form).readings.contains(where: { sure.contains($0.entity) }) else { continue }
      sums[position].add(.sureElsewhere)
    }
  }

  private func mention(_ position: Int, _ senses: inout SenseChoice) -> Mention? {
    let match = matches[position]
    guard let choice = senses.choose(position) else { return nil }
    let visible = article.words[match.first].start..<article.words[match.last].end
    let span = article.text.scalars(of: visible)
    let doubt = choice.rivals.first.map { max(0, 10 - $0.margin) } ?? 0
    let hundredths = max(Self.threshold, min(99, sums[position].total) - doubt)
    return Mention(
      start: span.lowerBound, end: span.upperBound, text: article.text.rawText(of: visible),
      entity: catalogue.entries[choice.entity].id, score: Double(hundredths) / 100,
      why: sums[position].reasons + choice.reasons,
      rivals: choice.rivals.map { Mention.Rival(entity: catalogue.entries[$0.entity].id, margin: $0.margin) })
  }
}
