import ArticleText

extension Decision {
  /// The mentions, from first to last.
  func mentions() -> [Mention] {
    var senses = senses()
    return matches.indices.compactMap { isMention($0) ? mention($0, &senses) : nil }
  }

  private func mention(_ position: Int, _ senses: inout SenseChoice) -> Mention? {
    let candidates = senses.candidates(position)
    guard let best = candidates.first else { return nil }
    let match = matches[position]
    let visible = visibleRange(of: match)
    let span = article.text.scalars(of: visible)
    let margins = candidates.dropFirst().map { best.sum.total - $0.sum.total }
    let doubt = margins.first.map { max(0, 10 - $0) } ?? 0
    let total = sums[position].total
    return Mention(
      start: span.lowerBound, end: span.upperBound, visible: visible, text: article.text.rawText(of: visible),
      entity: catalogue.entries[best.entity].id,
      score: Double(max(Self.threshold, min(99, total) - doubt)) / 100,
      isUncertain: isNearTie(total: total, margin: margins.first),
      why: (sums[position].reasons + best.sum.reasons).map { Mention.Reason(cue: $0.cue, weight: $0.weight) },
      rivals: zip(candidates.dropFirst(), margins).map {
        Mention.Rival(entity: catalogue.entries[$0.entity].id, margin: $1)
      })
  }

  /// The visible bytes of a match, with the sign that ends a listed name: "Stellantis N.V.", "MEB+".
  func visibleRange(of match: Match) -> Range<Int> {
    let (start, end) = (article.words[match.first].start, article.words[match.last].end)
    guard end < article.text.bytes.count, let sign = Self.endSigns.first(where: { $0.utf8.first == article.text.bytes[end] }),
      index.form(match.form).readings.contains(where: { isListed(match, with: sign, catalogue.entries[$0.entity]) })
    else { return start..<end }
    return start..<end + 1
  }

  private static let endSigns = [".", "+"]

  /// Whether an entry has the words of a match as a name that ends in a sign.
  private func isListed(_ match: Match, with sign: String, _ entry: CatalogueEntry) -> Bool {
    ([entry.name] + entry.aliases).contains { name in
      name.hasSuffix(sign) && Folding.words(of: name).map(WordHash.of) == article.words[match.first...match.last].map(\.hash)
    }
  }

  /// Whether no entity at all, or the next one, was nearly as good an answer.
  func isNearTie(total: Int, margin: Int?) -> Bool {
    total - Self.threshold < Self.nearTie || margin.map { $0 < Self.nearTie } ?? false
  }
}
