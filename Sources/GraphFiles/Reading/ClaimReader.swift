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
    let confidence: Confidence? = fields.text("confidence", &reading).flatMap { reading.word($0, "confidence") }
    let stage: ClaimStage? = fields.text("stage", &reading).flatMap { reading.word($0, "stage") }
    let due = fields.date("due", &reading)?.value
    let note = fields.text("note", &reading)?.value
    let evidence = EvidenceReader(article: article, unit: unit).readAll(&fields, &reading)
    fields.reportRest(&reading)
    guard let statement, let object, let modality, !evidence.isEmpty else {
      reading.lostIdentifiers.append(id.value)
      return
    }
    records.claims.append(
      ClaimRecord(
        file: reading.file, id: id, article: article, subject: statement.subject, predicate: statement.predicate,
        object: Self.object(object), modality: modality, polarity: polarity ?? .positive, assertedBy: asserter,
        attributedTo: attributed, isImplied: isImplied, voice: voice, date: claimDate, confidence: confidence,
        stage: stage, due: due, note: note, evidence: evidence))
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
