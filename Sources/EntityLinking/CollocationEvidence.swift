/// Finds again the words that said most of what was learnt of the surroundings of a name, for those who ask why: linking itself keeps none.
struct CollocationEvidence {
  let decision: Decision

  /// How many words are named at most.
  private static let limit = 3

  /// The words that spoke loudest for what a cue said at a match, in the order of the text; none for a cue of another kind.
  func words(of reason: Weighing.Reason, _ position: Int) -> [Int] {
    guard let subject = subject(of: reason.cue, position) else { return [] }
    let reader = CollocationReader(article: decision.article, index: decision.index, forms: decision.forms)
    let places = subject.places
    var said: [Int: Int] = [:]
    let note = { (collocation: Collocation) in
      if decision.article.words.indices.contains(collocation.word) {
        said[collocation.word, default: 0] += decision.cues.collocations[collocation.key(of: places)] * reason.weight.signum()
      }
    }
    switch subject {
    case .mention: reader.forEach(at: position, of: decision.matches, note)
    case .site, .team: reader.forEachOfSense(at: position, of: decision.matches, note)
    }
    let loudest = said.filter { $0.value > 0 }.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.prefix(Self.limit)
    return loudest.map(\.key).sorted()
  }

  private func subject(of cue: Cue, _ position: Int) -> CollocationSubject? {
    switch cue {
    case .collocation, .contraryCollocation: .mention
    case .senseCollocation: CollocationSubject.telling(apart: decision.index.kinds(of: decision.matches[position].form))
    default: nil
    }
  }
}
