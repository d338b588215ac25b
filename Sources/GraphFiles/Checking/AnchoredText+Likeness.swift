extension AnchoredText {
  /// Above so many steps a search for words that are alike is not begun.
  private static let longestSearch = 200_000_000

  /// The range whose words are most like those of a quote, if no more than a quarter of its characters differ: case, apostrophes,
  /// quotation marks and kinds of space do not count. Of several that differ equally the one nearest to the stated place.
  ///
  /// Method: approximate matching of a pattern anywhere in a text by dynamic programming (Sellers, 1980).
  /// Cost: the product of both lengths.
  func likeness(of evidence: Evidence) -> Range<Int>? {
    let pattern = evidence.quote.value.unicodeScalars.map { Self.folded($0) }
    let text = scalars().map { Self.folded($0) }
    guard !pattern.isEmpty, pattern.count * text.count <= Self.longestSearch else { return nil }
    let wanted = scalarPosition(evidence.anchor.value.lowerBound, in: evidence.unit) ?? evidence.anchor.value.lowerBound
    var costs = Array(0...pattern.count)
    var starts = [Int](repeating: 0, count: pattern.count + 1)
    var best: (cost: Int, start: Int, end: Int)?
    for (position, letter) in text.enumerated() {
      var diagonal = (cost: costs[0], start: starts[0])
      starts[0] = position + 1
      for row in 1...pattern.count {
        let replaced = diagonal.cost + (pattern[row - 1] == letter ? 0 : 1)
        let kept = (cost: costs[row], start: starts[row])
        var next = (cost: replaced, start: diagonal.start)
        if kept.cost + 1 < next.cost { next = (kept.cost + 1, kept.start) }
        if costs[row - 1] + 1 < next.cost { next = (costs[row - 1] + 1, starts[row - 1]) }
        (costs[row], starts[row]) = next
        diagonal = kept
      }
      let found = (cost: costs[pattern.count], start: starts[pattern.count], end: position + 1)
      if let known = best, (known.cost, abs(known.start - wanted)) <= (found.cost, abs(found.start - wanted)) { continue }
      best = found
    }
    guard let best, best.cost * 4 <= pattern.count, best.start < best.end else { return nil }
    return range(ofScalars: best.start..<best.end, in: evidence.unit)
  }

  /// One letter for what a person would take for the same.
  private static func folded(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
    switch scalar {
    case "’", "‘", "ʼ", "`": return "'"
    case "“", "”", "«", "»", "„": return "\""
    case "‐", "‑", "–", "—": return "-"
    default:
      if scalar.properties.isWhitespace { return " " }
      return scalar.properties.lowercaseMapping.unicodeScalars.first ?? scalar
    }
  }
}
