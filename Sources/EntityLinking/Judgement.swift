import ArticleText

/// What was weighed at one place where a name stands, whether it became a mention or not.
public struct Judgement: Hashable, Sendable {
  /// The span in Unicode scalars of the raw file, end exclusive.
  public var start: Int
  public var end: Int
  /// The bytes of the visible text, end exclusive.
  public var visible: Range<Int>
  /// The raw text of the span.
  public var text: String
  /// How surely an entity is named here, in hundredths; ``threshold`` is what speaks for none.
  public var total: Int
  /// What spoke for and against it, in the order in which it was weighed.
  public var reasons: [Evidence]
  /// The entities that the words may mean, the likeliest first.
  public var candidates: [Candidate]
  /// Whether another answer was at most five hundredths from this one: none or another entity where one is named, an entity where none is.
  public var isUncertain: Bool

  /// Whether an entity is named here: the first candidate.
  public var isMention: Bool { total >= Self.threshold }

  /// From how many hundredths on a place is a mention.
  public static let threshold = Decision.threshold

  /// A cue that fired, its weight in hundredths, and the words that it was read from.
  public struct Evidence: Hashable, Sendable {
    public var cue: Cue
    public var weight: Int
    /// In Unicode scalars of the raw file, with their text; of a cue that another name made fire, that name, the nearest of such names. None
    /// for a cue about the name itself.
    public var words: [Words]
  }

  /// A word of the article, or several that are a name.
  public struct Words: Hashable, Sendable {
    public var place: Range<Int>
    public var text: String
  }

  /// An entity that the words may mean.
  public struct Candidate: Hashable, Sendable {
    public var entity: String
    /// In hundredths; only the differences between candidates count.
    public var total: Int
    public var reasons: [Evidence]
  }
}

extension Decision {
  /// Hands out everything that was weighed, from first to last. Cost: that of the mentions, and of the texts of all reasons, of which
  /// no more are there at once than those of one place.
  func forEachJudgement(_ take: (Judgement) -> Void) {
    var senses = senses()
    senses.tellsAll = true
    for position in matches.indices {
      let match = matches[position]
      let visible = visibleRange(of: match)
      let span = article.text.scalars(of: visible)
      let candidates = senses.candidates(position)
      let margin = candidates.count > 1 ? candidates[0].sum.total - candidates[1].sum.total : nil
      let total = sums[position].total
      let entities = candidates.map(\.entity)
      take(
        Judgement(
          start: span.lowerBound, end: span.upperBound, visible: visible, text: article.text.rawText(of: visible), total: total,
          reasons: sums.reasons(of: position).map { evidence($0, position, of: entities) },
          candidates: candidates.map { candidate in
            Judgement.Candidate(
              entity: catalogue.entries[candidate.entity].id, total: candidate.sum.total,
              reasons: candidate.sum.reasons.map { evidence($0, position, of: [candidate.entity]) })
          },
          isUncertain: isNearTie(total: total, margin: margin)))
    }
  }

  /// - Parameter entities: which the cue speaks for.
  private func evidence(_ reason: Weighing.Reason, _ position: Int, of entities: [Int]) -> Judgement.Evidence {
    Judgement.Evidence(
      cue: reason.cue, weight: reason.weight,
      words: words(of: reason, position, entities).map { words in
        let range = article.span(from: words.lowerBound, to: words.upperBound)
        return Judgement.Words(place: article.text.scalars(of: range), text: article.text.rawText(of: range))
      })
  }

  private func words(of reason: Weighing.Reason, _ position: Int, _ entities: [Int]) -> [ClosedRange<Int>] {
    if article.words.indices.contains(reason.word) { return [reason.word...reason.word] }
    if let name = NameEvidence(decision: self).name(behind: reason.cue, position, of: entities) { return [name.first...name.last] }
    let learnt = CollocationEvidence(decision: self).words(of: reason, position)
    if !learnt.isEmpty { return learnt.map { $0...$0 } }
    return ScopeEvidence(article: article).words(of: reason.cue, matches[position]).map { $0...$0 }
  }
}
