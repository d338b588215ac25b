import ArticleText
import GraphModel

extension Decision {
  /// The mentions, from first to last.
  func mentions() -> [Mention] {
    let (choices, reasons) = choices()
    var mentions: [Mention] = []
    mentions.reserveCapacity(choices.count)
    var start = 0
    for place in choices.indices {
      mentions.append(mention(choices[place], why: reasons[start..<choices[place].end]))
      start = choices[place].end
    }
    return mentions
  }

  /// The entity of a mention.
  private struct Choice {
    let position: Int
    let entity: Int
    /// The end of its reasons in the list of all.
    let end: Int
    /// The other entities that it could be.
    var rivals: [Mention.Rival] = []
  }

  /// What each mention is of, and the reasons of all one behind the other.
  private func choices() -> ([Choice], [Mention.Reason]) {
    var senses = senses()
    var choices: [Choice] = []
    choices.reserveCapacity(matches.count)
    var reasons: [Mention.Reason] = []
    reasons.reserveCapacity(matches.count * 3)
    for position in matches.indices where isMention(position) {
      if let entity = senses.only(position) {
        sums.forEachReason(of: position) { reasons.append(Mention.Reason(cue: $0.cue, weight: $0.weight)) }
        choices.append(Choice(position: position, entity: entity, end: reasons.count))
        continue
      }
      let candidates = senses.candidates(position)
      guard let best = candidates.first else { continue }
      sums.forEachReason(of: position) { reasons.append(Mention.Reason(cue: $0.cue, weight: $0.weight)) }
      best.sum.forEachReason { reasons.append(Mention.Reason(cue: $0.cue, weight: $0.weight)) }
      var rivals: [Mention.Rival] = []
      rivals.reserveCapacity(candidates.count - 1)
      for candidate in candidates.dropFirst() {
        rivals.append(Mention.Rival(entity: catalogue.entries[candidate.entity].id, margin: best.sum.total - candidate.sum.total))
      }
      choices.append(Choice(position: position, entity: best.entity, end: reasons.count, rivals: rivals))
    }
    return (choices, reasons)
  }

  @inline(__always)
  private func mention(_ choice: Choice, why: ArraySlice<Mention.Reason>) -> Mention {
    let position = choice.position
    let match = matches[position]
    let visible = visibleRange(of: match)
    let place = article.text.place(of: visible)
    let margin = choice.rivals.first?.margin
    let doubt = margin.map { max(0, 10 - $0) } ?? 0
    let total = sums[position].total
    return Mention(
      start: place.scalars.lowerBound, end: place.scalars.upperBound, visible: visible, text: place.text,
      entity: catalogue.entries[choice.entity].id, score: Double(max(Self.threshold, min(99, total) - doubt)) / 100,
      isUncertain: isNearTie(total: total, margin: margin), why: why, rivals: choice.rivals)
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
