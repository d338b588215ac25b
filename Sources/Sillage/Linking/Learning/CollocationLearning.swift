import EntityLinking

extension ArticleLinker {
  /// Learns from annotated articles what stands at, beside and around names that are meant and such as are not: a table of ``Collocations`` as text,
  /// and of how many places each subject was learnt. The same articles in the same order give the same table. Fails with a diagnostic for an article
  /// that is no text. Cost: links all articles, and some forty passes over what was found.
  public func learnCollocations(
    from articles: [GoldArticle]
  ) throws(SillageError) -> (text: String, places: [(subject: String, count: Int)]) {
    var examples = CollocationExamples(linker)
    for article in articles {
      let meant = Dictionary(article.mentions.map { ($0.range, $0.value) }, uniquingKeysWith: { first, _ in first })
      examples.add(try visibleText(article.bytes, article.name + ".txt"), mentions: meant)
    }
    var lines: [(thing: String, weight: Int)] = []
    for subject in CollocationSubject.allCases { lines += CollocationLearning(examples, subject).lines() }
    lines.sort { $0.thing < $1.thing }
    return (
      lines.map { "\($0.weight) \($0.thing)\n" }.joined(), CollocationSubject.allCases.map { ($0.name, examples[$0].count) }
    )
  }
}

/// Learns what the things around names say of one subject.
private struct CollocationLearning {
  let examples: CollocationExamples
  let subject: CollocationSubject

  /// In how many places a thing has to stand.
  private static let leastPlaces = 3
  /// The thousandths of certainty of a logit.
  private static let scale = 100.0
  /// The least weight that is kept, in thousandths.
  private static let leastWeight = 5
  /// How much more a place where no name is meant counts than one where one is.
  private static let prudence = 1.5
  /// How much has to speak for a mention before it counts, in thousandths: a wrong one is worse than one that is missed.
  private static let reserve = 150

  init(_ examples: CollocationExamples, _ subject: CollocationSubject) { (self.examples, self.subject) = (examples, subject) }

  func lines() -> [(thing: String, weight: Int)] {
    let counts = examples.counts
    var regression = LogisticRegression(features: counts.count)
    for example in examples[subject] {
      let known = example.things.filter { counts[Int($0)] >= Self.leastPlaces }
      regression.add(known, isTrue: example.isTrue, weight: subject == .mention && !example.isTrue ? Self.prudence : 1)
    }
    let learnt = regression.weights()
    var lines = [(thing: "\(subject.name) always", weight: thousandths(learnt.start) - (subject == .mention ? Self.reserve : 0))]
    for (thing, weight) in learnt.weights.enumerated() where abs(thousandths(weight)) >= Self.leastWeight {
      if let text = examples.text(of: Int32(thing)) { lines.append(("\(subject.name) \(text)", thousandths(weight))) }
    }
    return lines
  }

  private func thousandths(_ logit: Double) -> Int { Int((logit * Self.scale).rounded()) }
}
