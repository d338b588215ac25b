import GraphModel

/// What has been learnt of the things that stand at, beside and around names, where the cues before leave room for another answer.
extension Decision {
  /// Adds to each doubtful match what its surroundings say, up to the weight of the cue either way. Cost: some hundred look-ups for each.
  mutating func weighCollocations() {
    let limit = cues.weights[.collocation]
    guard limit > 0, !cues.collocations.isEmpty, article.words.count >= Self.wordsOfArticle else { return }
    let reader = CollocationReader(article: article, index: index, forms: forms)
    for position in matches.indices {
      guard abs(sums[position].total - Self.threshold) <= limit else { continue }
      let said = cues.collocations.hundredths(.mention) { take in reader.forEach(at: position, of: matches, take) }
      sums.add(.collocation, weight: max(-limit, min(limit, said)), to: position)
    }
  }
}

extension Collocations {
  /// What all of some things say of a subject together, in hundredths, rounded.
  @inline(__always)
  func hundredths(_ subject: CollocationSubject, _ forEach: ((Collocation) -> Void) -> Void) -> Int {
    var sum = self[subject.start]
    forEach { sum += self[$0.key(of: subject)] }
    return (sum + (sum < 0 ? -5 : 5)) / 10
  }
}
