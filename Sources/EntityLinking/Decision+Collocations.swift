import GraphModel

/// What has been learnt of the things that stand at, beside and around names, where the cues before leave room for another answer.
extension Decision {
  /// What is known of a name alone, in hundredths, above which its surroundings are not asked where the rules are next to sure.
  private static let sureName = -20

  /// Adds to each doubtful match what its surroundings say for it or against it, up to the weights of the two cues: to those whose answer that
  /// may change. Of plain names, which most are, only those are asked that often stand for something else. Cost: some hundred look-ups for each.
  mutating func weighCollocations() {
    let (most, least) = (max(0, cues.weights[.collocation]), min(0, cues.weights[.contraryCollocation]))
    guard most > 0 || least < 0, !cues.collocations.isEmpty, article.words.count >= Self.wordsOfArticle else { return }
    let doubtful = Self.threshold - most...Self.threshold - least
    let reader = CollocationReader(article: article, index: index, forms: forms)
    for position in matches.indices where doubtful.contains(sums[position].total) {
      if sums[position].total > Self.threshold + most {
        let name = cues.collocations.hundredths(.mention) { take in reader.forEachOfName(at: position, of: matches, take) }
        if name > Self.sureName { continue }
      }
      let said = cues.collocations.hundredths(.mention) { take in reader.forEach(at: position, of: matches, take) }
      sums.add(said < 0 ? .contraryCollocation : .collocation, weight: max(least, min(most, said)), to: position)
    }
  }
}

extension Collocations {
  /// What all of some things say of a subject together, in hundredths, rounded.
  @inline(__always)
  func hundredths(_ subject: CollocationSubject, _ forEach: ((Collocation) -> Void) -> Void) -> Int {
    let places = subject.places
    var sum = self[subject.start]
    forEach { sum += self[$0.key(of: places)] }
    return (sum + (sum < 0 ? -5 : 5)) / 10
  }
}
