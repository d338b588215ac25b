public import Diagnostics

extension AnchoredText {
  /// What is wrong with the place of a quote in this text; nil where it stands there, with what shall surround it. `file` is
  /// where the place was written.
  public func fault(in evidence: Evidence, of file: String) -> Diagnostic? {
    guard evidence.passage.value.upperBound <= length(in: evidence.unit) else {
      return Diagnostic(
        .graphMisplacedQuote,
        "the offsets end at \(evidence.passage.value.upperBound), and the text at \(length(in: evidence.unit))",
        source: file, span: evidence.passage.span, hint: hint(for: evidence))
    }
    let found = text(evidence.anchor.value, in: evidence.unit)
    let quote = Diagnostic.Note("the quote", source: file, span: evidence.quote.span)
    guard found == evidence.quote.value else {
      return Diagnostic(
        .graphMisplacedQuote, "the quote does not stand at \(evidence.anchor.value.lowerBound) of the article",
        source: file, span: evidence.anchor.span, label: found.map { "there stands “\(Self.cut($0))”" }, notes: [quote],
        hint: hint(for: evidence))
    }
    guard surrounds(evidence.anchor.value, of: evidence) else {
      return Diagnostic(
        .graphMisplacedQuote, "the quote stands at \(evidence.anchor.value.lowerBound), but not between its prefix and suffix",
        source: file, span: evidence.prefix?.span ?? evidence.suffix?.span ?? evidence.anchor.span, notes: [quote],
        hint: hint(for: evidence))
    }
    return nil
  }

  /// Says where the quote really stands: the places nearest to the one that was given.
  private func hint(for evidence: Evidence) -> String {
    let places = candidates(for: evidence)
    guard let nearest = places.first else {
      guard let alike = likeness(of: evidence) else {
        return "these words do not stand in the article; check apostrophes and spaces"
      }
      let words = text(alike, in: evidence.unit) ?? ""
      return "these words do not stand in the article; “\(Self.cut(words))” stands at `at: \(alike.written)`"
    }
    let others = places.dropFirst().prefix(3).map { "`at: \($0.written)`" }
    let more = places.count > 4 ? " and \(places.count - 4) more" : ""
    return "it stands at `at: \(nearest.written)`" + (others.isEmpty ? "" : ", also at " + others.joined(separator: ", ") + more)
  }

  /// Where the words of a quote stand: with their prefix and suffix if they do so anywhere, the nearest to the stated place first.
  public func candidates(for evidence: Evidence) -> [Range<Int>] {
    let all = places(of: evidence.quote.value, in: evidence.unit)
    let surrounded = all.filter { surrounds($0, of: evidence) }
    let wanted = evidence.anchor.value.lowerBound
    return (surrounded.isEmpty ? all : surrounded).sorted { a, b in
      (abs(a.lowerBound - wanted), a.lowerBound) < (abs(b.lowerBound - wanted), b.lowerBound)
    }
  }

  private static func cut(_ text: String) -> String {
    text.count > 40 ? String(text.prefix(39)) + "…" : text
  }
}

extension Range<Int> {
  /// As offsets are written: `19-54`.
  public var written: String { "\(lowerBound)-\(upperBound)" }
}
