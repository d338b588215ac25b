import ArticleText

extension Decision {
  /// The mentions, from first to last.
  func mentions() -> [Mention] {
    var senses = senses()
    var mentions: [Mention] = []
    mentions.reserveCapacity(matches.count)
    for position in matches.indices where isMention(position) { addMention(position, &senses, to: &mentions) }
    return mentions
  }

  private func addMention(_ position: Int, _ senses: inout SenseChoice, to mentions: inout [Mention]) {
    if let entity = senses.only(position) {
      mentions.append(mention(position, entity, margin: nil, why: sums[position].mentionReasons(and: 0), rivals: []))
      return
    }
    let candidates = senses.candidates(position)
    guard let best = candidates.first else { return }
    var rivals: [Mention.Rival] = []
    rivals.reserveCapacity(candidates.count - 1)
    for candidate in candidates.dropFirst() {
      rivals.append(
        Mention.Rival(entity: catalogue.entries[candidate.entity].id, margin: best.sum.total - candidate.sum.total))
    }
    var why = sums[position].mentionReasons(and: best.sum.reasonCount)
    best.sum.forEachReason { why.append(Mention.Reason(cue: $0.cue, weight: $0.weight)) }
    mentions.append(mention(position, best.entity, margin: rivals.first?.margin, why: why, rivals: rivals))
  }

  /// A mention of an entity that won by so many hundredths; nil where there was no other.
  private func mention(
    _ position: Int, _ entity: Int, margin: Int?, why: [Mention.Reason], rivals: [Mention.Rival]
  ) -> Mention {
    let match = matches[position]
    let visible = visibleRange(of: match)
    let place = article.text.place(of: visible)
    let doubt = margin.map { max(0, 10 - $0) } ?? 0
    let total = sums[position].total
    return Mention(
      start: place.scalars.lowerBound, end: place.scalars.upperBound, visible: visible, text: place.text,
      entity: catalogue.entries[entity].id, score: Double(max(Self.threshold, min(99, total) - doubt)) / 100,
      isUncertain: isNearTie(total: total, margin: margin), why: why, rivals: rivals)
  }

  /// The visible bytes of a match, with the sign that ends a listed name: "Stellantis N.V.", "MEB+".
  func visibleRange(of match: Match) -> Range<Int> {
    let (start, end) = (article.words[match.first].start, article.words[match.last].end)
    guard end < article.text.bytes.count, let sign = SurfaceForm.Reading.Marks(endSign: article.text.bytes[end]),
      index.readings(of: match.form).contains(where: { $0.marks.contains(sign) })
    else { return start..<end }
    return start..<end + 1
  }

  /// Whether no entity at all, or the next one, was nearly as good an answer.
  func isNearTie(total: Int, margin: Int?) -> Bool {
    total - Self.threshold < Self.nearTie || margin.map { $0 < Self.nearTie } ?? false
  }
}

extension Weighing {
  /// The reasons as mentions have them, with room for some more.
  fileprivate func mentionReasons(and more: Int) -> [Mention.Reason] {
    var reasons: [Mention.Reason] = []
    reasons.reserveCapacity(reasonCount + more)
    forEachReason { reasons.append(Mention.Reason(cue: $0.cue, weight: $0.weight)) }
    return reasons
  }
}
