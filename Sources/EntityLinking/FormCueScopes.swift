import ArticleText

/// Where an article has words that speak for or against a form.
struct FormCueScopes: Sendable {
  /// For each form that cues are listed for, the words of them, in the order of the text.
  private var hits: [[Hit]]
  private let cues: CompiledCues

  private struct Hit {
    var word: Int32
    /// The words of the cue: 1, or 2 for a phrase.
    var length: Int32
    var weight: Int32
    var place: CompiledCues.FormCue.Place
    var language: ArticleLanguage?
  }

  /// How many words off a cue still counts in full, and how far off one in another sentence counts as.
  private static let nearby = 10
  private static let otherSentence = 1_000

  /// A word that may be a cue, or begin a phrase that is one.
  struct Place {
    var word: Int32
    var isPhrase: Bool
  }

  init(words: [Word], at places: [Place], cues: CompiledCues) {
    self.cues = cues
    hits = Array(repeating: [], count: cues.formCount)
    for place in places {
      let index = Int(place.word)
      let hash = place.isPhrase ? WordHash.pair(words[index].hash, words[index + 1].hash) : words[index].hash
      for cue in cues.formCues(of: hash) { add(cues.formCues[cue], index, place.isPhrase ? 2 : 1) }
    }
  }

  private mutating func add(_ cue: CompiledCues.FormCue, _ index: Int, _ length: Int32) {
    hits[cue.form].append(
      Hit(
        word: Int32(truncatingIfNeeded: index), length: length, weight: cue.weight, place: cue.place,
        language: cue.language))
  }

  /// Adds the nearest word against a form and the nearest for it, of two as near the weightier; only the one in the sentence
  /// where the other is out of it. Cost: a search among the words listed for the form.
  func add(to sum: inout Weighing, _ form: UInt64, _ match: Match, _ article: Article, _ language: ArticleLanguage) {
    guard let number = cues.number(ofForm: form), !hits[number].isEmpty else { return }
    let hits = hits[number]
    var best: [(distance: Int, hit: Hit)?] = [nil, nil]
    for hit in around(match.first, hits) where hit.language == nil || hit.language == language {
      guard let distance = distance(hit, match, article) else { continue }
      let side = hit.weight < 0 ? 0 : 1
      if let other = best[side], (other.distance, -abs(other.hit.weight)) <= (distance, -abs(hit.weight)) { continue }
      best[side] = (distance, hit)
    }
    if let against = best[0], let speaking = best[1] {
      let isAgainstFar = against.distance >= Self.otherSentence
      if isAgainstFar != (speaking.distance >= Self.otherSentence) { best[isAgainstFar ? 0 : 1] = nil }
    }
    for case (let distance, let hit)? in best {
      let isFar = distance > Self.nearby
      let weight = isFar ? Int(hit.weight) * 2 / 3 : Int(hit.weight)
      let cue: Cue = hit.weight > 0 ? .listedFor : isFar ? .listedAgainstFarther : .listedAgainst
      sum.add(cue, weight: weight, at: Int(hit.word))
    }
  }

  /// A few words before a place and a few after it, by search.
  private func around(_ place: Int, _ hits: [Hit]) -> ArraySlice<Hit> {
    var (low, high) = (0, hits.count)
    while low < high {
      let middle = (low + high) / 2
      if Int(hits[middle].word) < place { low = middle + 1 } else { high = middle }
    }
    return hits[max(0, low - 6)..<min(hits.count, low + 6)]
  }

  /// How far off a word counts as; nil where it says nothing about the match.
  private func distance(_ hit: Hit, _ match: Match, _ article: Article) -> Int? {
    let (word, end) = (Int(hit.word), Int(hit.word + hit.length))
    switch hit.place {
    case .before: return end == match.first && areBeside(match.first, article) ? 0 : nil
    case .after: return word == match.last + 1 && areBeside(word, article) ? 0 : nil
    case .near:
      guard article.paragraphOf[word] == article.paragraphOf[match.first], word < match.first || word > match.last else {
        return nil
      }
      guard article.sentenceOf[word] == article.sentenceOf[match.first] else { return Self.otherSentence }
      return word < match.first ? match.first - word : word - match.last
    }
  }

  /// Whether no comma, colon or end of a sentence parts a word from the one before.
  private func areBeside(_ word: Int, _ article: Article) -> Bool {
    let gap = article.words[word].gap
    guard gap.isDisjoint(with: [.sentence, .paragraph, .colon, .item]) else { return false }
    return !gap.contains(.other) || !article.text.bytes[article.words[word - 1].end..<article.words[word].start].contains(0x2C)
  }
}
