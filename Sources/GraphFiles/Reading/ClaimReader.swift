import Diagnostics
import GraphModel

/// Reads the claims of one article, from a file of their own or from front matter.
struct ClaimReader {
  let article: Spanned<String>
  let unit: OffsetUnit
  let assertedBy: Spanned<String>?
  let date: PartialDate?

  /// Takes the keys that concern claims: `offsets`, `asserted_by`, `claims`, `links`; `date` is for the caller to read.
  static func read(
    article: Spanned<String>, date: PartialDate?, _ fields: inout FieldReader, _ reading: inout FileReading,
    into records: inout GraphRecords
  ) {
    let unit: OffsetUnit? = fields.text("offsets", &reading).flatMap { reading.word($0, "unit of offsets") }
    let reader = ClaimReader(
      article: article, unit: unit ?? .scalar, assertedBy: fields.text("asserted_by", &reading), date: date)
    if let claims = fields.node("claims") {
      for entry in reading.entries(claims, "claims") { reader.readClaim(entry, &reading, into: &records) }
    }
    if let links = fields.node("links") {
      for item in reading.items(links, "links") { reader.readLink(item, &reading, into: &records) }
    }
  }

  // MARK: Claims

  private func readClaim(_ entry: TextNode.Entry, _ reading: inout FileReading, into records: inout GraphRecords) {
    let id = reading.identifier(entry.key)
    let entries = reading.entries(entry.value, id.value)
    guard let first = entries.first else {
      reading.report(.graphMissingKey, "the claim `\(id.value)` claims nothing", at: id.span)
      return
    }
    var fields = FieldReader(Array(entries.dropFirst()), of: "the claim `\(id.value)`", owner: id.span)
    let statement = statement(first.key, &reading)
    let object = reading.text(first.value, first.key.value)
    let modality = fields.requiredText("modality", &reading)
    let polarity: Polarity? = fields.text("polarity", &reading).flatMap { reading.word($0, "polarity") }
    let asserter = fields.text("asserted_by", &reading) ?? assertedBy
    if asserter == nil { reading.report(.graphMissingKey, "the claim `\(id.value)` needs `asserted_by`", at: id.span) }
    let attributed = fields.text("attributed_to", &reading)
    let isImplied = fields.flag("implied", &reading)
    let voice = fields.text("voice", &reading)?.value
    let claimDate = fields.date("date", &reading)?.value ?? date
    let stage = fields.text("stage", &reading)?.value
    let note = fields.text("note", &reading)?.value
    let evidence = evidence(&fields, &reading)
    fields.reportRest(&reading)
    guard let statement, let object, let modality, let evidence else {
      reading.lostIdentifiers.append(id.value)
      return
    }
    records.claims.append(
      ClaimRecord(
        file: reading.file, id: id, article: article, subject: statement.subject, predicate: statement.predicate,
        object: Self.object(object), modality: modality, polarity: polarity ?? .positive, assertedBy: asserter,
        attributedTo: attributed, isImplied: isImplied, voice: voice, date: claimDate, stage: stage, note: note,
        evidence: evidence))
  }

  /// Splits `SUBJECT PREDICATE`.
  private func statement(
    _ key: Spanned<String>, _ reading: inout FileReading
  ) -> (subject: Spanned<String>, predicate: Spanned<String>)? {
    let words = key.value.split(separator: " ")
    guard words.count == 2, let subject = words.first, let predicate = words.last else {
      reading.report(
        .graphWrongShape, "a claim begins with its subject and its predicate", at: key.span,
        label: words.count == 1 ? "one word" : "\(words.count) words",
        hint: "such as `cleon-plant produces: motor-7dl`")
      return nil
    }
    let length = key.value.utf8.count
    let subjectSpan = reading.part(0..<subject.utf8.count, of: key, or: key.span)
    let predicateSpan = reading.part((length - predicate.utf8.count)..<length, of: key, or: key.span)
    return (Spanned(String(subject), subjectSpan), Spanned(String(predicate), predicateSpan))
  }

  private static func object(_ text: Spanned<String>) -> ClaimObject {
    guard text.value.hasPrefix("=") else { return .entity(text) }
    return .literal(PlainNumber.value(String(text.value.dropFirst())))
  }

  // MARK: Evidence

  private func evidence(_ fields: inout FieldReader, _ reading: inout FileReading) -> Evidence? {
    let quote = fields.requiredText("quote", &reading)
    let at = fields.requiredText("at", &reading).flatMap { range($0, &reading) }
    let within = fields.text("in", &reading).flatMap { range($0, &reading) }
    guard let quote, let at else { return nil }
    let passage = within ?? at
    if passage.value.lowerBound > at.value.lowerBound || passage.value.upperBound < at.value.upperBound {
      reading.report(
        .graphMalformedOffsets, "the passage does not hold the quote", at: passage.span,
        notes: [reading.note("the quote is here", at: at.span)])
    }
    return Evidence(quote: quote, anchor: at, passage: passage, unit: unit)
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

  // MARK: Links

  private func readLink(_ item: TextNode, _ reading: inout FileReading, into records: inout GraphRecords) {
    let entries = reading.entries(item, "a link")
    guard let first = entries.first else { return }
    var fields = FieldReader(Array(entries.dropFirst()), of: "a link", owner: first.key.span)
    let kindText = reading.text(first.value, first.key.value)
    let kind: ClaimLinkKind? = kindText.flatMap { reading.word($0, "kind of link") }
    let target = fields.requiredText("target", &reading)
    let provenance = fields.requiredText("source", &reading).flatMap { reading.provenance($0) }
    let note = fields.text("note", &reading)?.value
    fields.reportRest(&reading)
    guard let target else { return }
    records.claimLinks.append(
      ClaimLinkRecord(
        file: reading.file, claim: first.key, kind: kind ?? .supportedBy, target: target,
        provenance: provenance ?? .unknown(at: first.key.span), note: note))
  }
}
