import ArticleText

extension Decision {
  /// The mentions, from first to last.
  func mentions() -> [Mention] {
    var senses = senses()
    return matches.indices.compactMap { isMention($0) ? mention($0, &senses) : nil }
  }

  private func mention(_ position: Int, _ senses: inout SenseChoice) -> Mention? {
    let match = matches[position]
    let candidates = senses.candidates(position)
    guard let best = candidates.first else { return nil }
    let visible = article.words[match.first].start..<article.words[match.last].end
    let span = article.text.scalars(of: visible)
    let margins = candidates.dropFirst().map { best.sum.total - $0.sum.total }
    let doubt = margins.first.map { max(0, 10 - $0) } ?? 0
    let total = sums[position].total
    return Mention(
      start: span.lowerBound, end: span.upperBound, visible: visible, text: article.text.rawText(of: visible),
      entity: catalogue.entries[best.entity].id,
      score: Double(max(Self.threshold, min(99, total) - doubt)) / 100,
      isUncertain: isNearTie(total: total, margin: margins.first),
      why: reasons(sums[position], best.sum),
      rivals: zip(candidates.dropFirst(), margins).map {
        Mention.Rival(entity: catalogue.entries[$0.entity].id, margin: $1)
      })
  }

  private func reasons(_ name: Weighing, _ sense: Weighing) -> [Mention.Reason] {
    var reasons: [Mention.Reason] = []
    reasons.reserveCapacity(name.reasonCount + sense.reasonCount)
    name.forEachReason { reasons.append(Mention.Reason(cue: $0.cue, weight: $0.weight)) }
    sense.forEachReason { reasons.append(Mention.Reason(cue: $0.cue, weight: $0.weight)) }
    return reasons
  }

  /// Whether no entity at all, or the next one, was nearly as good an answer.
  func isNearTie(total: Int, margin: Int?) -> Bool {
    total - Self.threshold < Self.nearTie || margin.map { $0 < Self.nearTie } ?? false
  }
}
