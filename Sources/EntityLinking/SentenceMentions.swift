import ArticleText

/// A sentence with at least two mentions, as words between which relations may be said.
public struct SentenceMentions: Hashable, Sendable {
  /// In Unicode scalars of the raw file.
  public var range: Range<Int>
  public var words: [Word]
  /// The mentions, with the words that they cover.
  public var mentions: [Place]

  /// A word, folded.
  public struct Word: Hashable, Sendable {
    public var folded: String
    /// In Unicode scalars of the raw file.
    public var range: Range<Int>
    /// Whether it joins what stands on both sides: a conjunction or, before it, a comma.
    public var joins: Bool
    /// Whether a comma stands before it.
    public var isBehindComma: Bool
  }

  /// A mention in the sentence.
  public struct Place: Hashable, Sendable {
    public var entity: String
    /// The words, as positions in ``SentenceMentions/words``, both included.
    public var words: ClosedRange<Int>
  }
}

extension Decision {
  /// The sentences with two mentions or more, from first to last. Cost: linear, and the texts of their words.
  func sentences() -> [SentenceMentions] {
    var senses = senses()
    var bySentence: [Int32: [Int]] = [:]
    for position in matches.indices where isMention(position) {
      bySentence[article.sentenceOf[matches[position].first], default: []].append(position)
    }
    return bySentence.filter { $0.value.count > 1 }.sorted { $0.key < $1.key }.compactMap { sentence($0.value, &senses) }
  }

  private func sentence(_ positions: [Int], _ senses: inout SenseChoice) -> SentenceMentions? {
    let number = article.sentenceOf[matches[positions[0]].first]
    var (low, high) = (matches[positions[0]].first, matches[positions[positions.count - 1]].last)
    while low > 0, article.sentenceOf[low - 1] == number { low -= 1 }
    while high + 1 < article.words.count, article.sentenceOf[high + 1] == number { high += 1 }
    let words = (low...high).map { index in
      let word = article.words[index]
      return SentenceMentions.Word(
        folded: Folding.words(of: String(decoding: article.text.bytes[word.start..<word.end], as: UTF8.self)).joined(),
        range: article.text.scalars(of: article.span(from: index, to: index)),
        joins: article.classes[index].contains(.conjunction) || word.gap == [.space, .other],
        isBehindComma: index > low && article.text.bytes[article.words[index - 1].end..<word.start].contains(0x2C))
    }
    let places = positions.compactMap { position -> SentenceMentions.Place? in
      guard let best = senses.candidates(position).first else { return nil }
      let match = matches[position]
      return SentenceMentions.Place(
        entity: catalogue.entries[best.entity].id, words: match.first - low...match.last - low)
    }
    return SentenceMentions(
      range: article.text.scalars(of: article.span(from: low, to: high)), words: words, mentions: places)
  }
}
