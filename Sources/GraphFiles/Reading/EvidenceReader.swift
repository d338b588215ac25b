import Diagnostics

/// Reads where a claim is made: the keys `quote`, `at`, `in`, `prefix` and `suffix` of the claim, and further places, which may be in
/// other articles, under `evidence`.
struct EvidenceReader {
  /// The article and the unit of offsets of a place that names none.
  let article: Spanned<String>
  let unit: OffsetUnit

  /// All places of a claim, its own first; none, reported, where one is missing.
  func readAll(_ fields: inout FieldReader, _ reading: inout FileReading) -> [Evidence] {
    let more = fields.node("evidence")
    var found: [Evidence] = []
    let isElsewhere = more != nil && !["quote", "at", "in"].contains { key in fields.rest.contains { $0.key.value == key } }
    if !isElsewhere {
      guard let own = evidence(&fields, &reading) else { return [] }
      found.append(own)
    }
    guard let more else { return found }
    if case .list(let items, _) = more, items.isEmpty, found.isEmpty {
      reading.report(
        .graphMissingKey, "\(fields.subject) needs a quote", at: fields.owner, hint: "such as `quote: …, at: 19-54`")
    }
    for item in reading.items(more, "evidence") {
      let entries = reading.entries(item, "evidence")
      guard let first = entries.first else { continue }
      var fields = FieldReader(entries, of: "evidence", owner: first.key.span)
      let named = fields.text("article", &reading)
      let counted: OffsetUnit? = fields.text("offsets", &reading).flatMap { reading.word($0, "unit of offsets") }
      let place = EvidenceReader(article: named ?? article, unit: counted ?? unit).evidence(&fields, &reading)
      fields.reportRest(&reading)
      if let place { found.append(place) }
    }
    return found
  }

  private func evidence(_ fields: inout FieldReader, _ reading: inout FileReading) -> Evidence? {
    let quote = fields.requiredText("quote", &reading)
    let at = fields.requiredText("at", &reading).flatMap { range($0, &reading) }
    let within = fields.text("in", &reading).flatMap { range($0, &reading) }
    let prefix = fields.text("prefix", &reading)
    let suffix = fields.text("suffix", &reading)
    guard let quote, let at else { return nil }
    let passage = within ?? at
    if passage.value.lowerBound > at.value.lowerBound || passage.value.upperBound < at.value.upperBound {
      reading.report(
        .graphMalformedOffsets, "the passage does not hold the quote", at: passage.span,
        notes: [reading.note("the quote is here", at: at.span)])
    }
    return Evidence(article: article, quote: quote, anchor: at, passage: passage, unit: unit, prefix: prefix, suffix: suffix)
  }

  /// Reads `START-END`.
  private func range(_ text: Spanned<String>, _ reading: inout FileReading) -> Spanned<Range<Int>>? {
    let parts = text.value.split(separator: "-", omittingEmptySubsequences: false)
    guard parts.count == 2, let start = Int(parts[0]), let end = Int(parts[1]), parts.allSatisfy({ $0.first != "+" }) else {
      reading.report(
        .graphMalformedOffsets, "`\(text.value)` is no pair of offsets", at: text.span, hint: "such as `19-54`")
      return nil
    }
    guard start < end else {
      reading.report(.graphMalformedOffsets, "the offsets `\(text.value)` hold no text", at: text.span)
      return nil
    }
    return Spanned(start..<end, text.span)
  }
}
