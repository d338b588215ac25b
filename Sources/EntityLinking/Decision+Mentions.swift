import ArticleText
import GraphModel

extension Decision {
  /// The mentions, from first to last.
  func mentions() -> [Mention] {
    var senses = senses()
    var mentions: [Mention] = []
    mentions.reserveCapacity(matches.count)
    let (reasons, ends) = reasons()
    var start = 0
    for position in matches.indices where isMention(position) {
      addMention(position, why: reasons[start..<ends[position]], &senses, to: &mentions)
      start = ends[position]
    }
    return mentions
  }

  /// The reasons of all mentions one behind the other, and for each match where its own end.
  private func reasons() -> ([Mention.Reason], ends: [Int]) {
    var reasons: [Mention.Reason] = []
    reasons.reserveCapacity(matches.count * 2)
    var ends = [Int](filledWith: 0, count: matches.count)
    for position in matches.indices {
      if isMention(position) {
        sums.forEachReason(of: position) { reasons.append(Mention.Reason(cue: $0.cue, weight: $0.weight)) }
      }
      ends[position] = reasons.count
    }
    return (reasons, ends)
  }

  private func addMention(
    _ position: Int, why: ArraySlice<Mention.Reason>, _ senses: inout SenseChoice, to mentions: inout [Mention]
  ) {
    if let entity = senses.only(position) {
      mentions.append(mention(position, entity, margin: nil, why: why, rivals: []))
      return
    }
    var why = why
    let candidates = senses.candidates(position)
    guard let best = candidates.first else { return }
    var rivals: [Mention.Rival] = []
    rivals.reserveCapacity(candidates.count - 1)
    for candidate in candidates.dropFirst() {
      rivals.append(
        Mention.Rival(entity: catalogue.entries[candidate.entity].id, margin: best.sum.total - candidate.sum.total))
    }
    best.sum.forEachReason { why.append(Mention.Reason(cue: $0.cue, weight: $0.weight)) }
    mentions.append(mention(position, best.entity, margin: rivals.first?.margin, why: why, rivals: rivals))
  }

  /// A mention of an entity that won by so many hundredths; nil where there was no other.
  private func mention(
    _ position: Int, _ entity: Int, margin: Int?, why: ArraySlice<Mention.Reason>, rivals: [Mention.Rival]
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
    let (span, end) = (article.span(from: match.first, to: match.last), article.words[match.last].end)
    guard end < article.text.bytes.count, let sign = SurfaceForm.Reading.Marks(endSign: article.text.bytes[end]),
      index.table.hasReading(match.form, where: { $0.marks.contains(sign) })
    else { return span }
    return span.lowerBound..<end + 1
  }

  /// Whether another answer was nearly as good: an entity where none is named; where one is, none or the next.
  func isNearTie(total: Int, margin: Int?) -> Bool {
    if abs(total - Self.threshold) <= Self.nearTie { return true }
    return total >= Self.threshold && margin.map { $0 <= Self.nearTie } ?? false
  }
}
