import Diagnostics
import GraphModel

/// Reads the relations beside one entity.
struct RelationReader {
  let owner: Spanned<String>
  /// What holds for a relation that names no source.
  let provenance: Provenance

  private static let ownKeys = ["start", "end", "status", "source", "start_source", "end_source", "note"]

  func read(_ node: TextNode, _ reading: inout FileReading, into records: inout GraphRecords) {
    for item in reading.items(node, "relations") {
      let entries = reading.entries(item, "a relation")
      if let first = entries.first {
        readRelation(first, Array(entries.dropFirst()), &reading, into: &records)
      } else if case .map(_, let span) = item {
        reading.report(.graphMissingKey, "a relation without a type", at: span)
      }
    }
  }

  private func readRelation(
    _ first: TextNode.Entry, _ rest: [TextNode.Entry], _ reading: inout FileReading, into records: inout GraphRecords
  ) {
    let found = reading.schema.relation(first.key.value)
    if found == nil, reading.schema.isWhole { reportType(first.key, &reading) }
    if Self.ownKeys.contains(first.key.value) { return }
    var fields = FieldReader(rest, of: "a relation", owner: first.key.span)
    let start = fields.date("start", &reading)
    let end = fields.date("end", &reading)
    if let start, let end { reading.checkOrder(start, end) }
    let status: RelationStatus? = fields.text("status", &reading).flatMap { reading.word($0, "status") }
    let own = fields.text("source", &reading).flatMap { reading.provenance($0) }
    let startSource = readStartSource(&fields, before: own ?? provenance, &reading)
    let endSource = readEndSource(&fields, hasEnd: end != nil || status == .ended || status == .endedPlanned, &reading)
    let note = fields.text("note", &reading)?.value
    let qualifiers = qualifiers(fields.rest, of: found?.type, &reading)
    let targets = reading.texts(first.value, first.key.value)
    for target in targets {
      records.relations.append(
        RelationRecord(
          file: reading.file, type: found?.type.name.value ?? first.key.value, statedType: first.key, owner: owner,
          target: target, isInverted: found?.isInverted ?? false, start: start, end: end, status: status ?? .asserted,
          provenance: own ?? provenance, note: note, qualifiers: qualifiers, hasOwnSource: own != nil,
          startProvenance: startSource, endProvenance: endSource))
    }
  }

  /// Who said it before its source did.
  private func readStartSource(
    _ fields: inout FieldReader, before later: Provenance, _ reading: inout FileReading
  ) -> Provenance? {
    guard let text = fields.text("start_source", &reading), let found = reading.provenance(text) else { return nil }
    guard let first = later.asOf?.first, let learnt = found.asOf?.first, learnt > first else { return found }
    reading.report(
      .graphStartAfterEnd, "`start_source` is later than `source`", at: text.span,
      label: "`\(found.asOf?.text ?? "")` is after `\(later.asOf?.text ?? "")`",
      hint: "`start_source` is who said it first; who tells of the end is `end_source`")
    return nil
  }

  /// Who says that it ended, where it is not its source.
  private func readEndSource(_ fields: inout FieldReader, hasEnd: Bool, _ reading: inout FileReading) -> Provenance? {
    guard let text = fields.text("end_source", &reading) else { return nil }
    guard hasEnd else {
      reading.report(
        .graphMissingKey, "`end_source` needs an `end`, or a `status` that says it has one", at: text.span,
        hint: "it says who told of the end and when, such as `end: 2025-12-12, end_source: jde 2025-12-13 high`")
      return nil
    }
    return reading.provenance(text)
  }

  private func reportType(_ key: Spanned<String>, _ reading: inout FileReading) {
    let isMisplaced = Self.ownKeys.contains(key.value)
    reading.report(
      .graphUnknownRelation, "no relationship type `\(key.value)`", at: key.span,
      label: NearName.question(for: key.value, among: reading.schema.relationNames),
      hint: isMisplaced
        ? "the relationship type and its object come first" : "the relationship types are in \(reading.schema.file)")
  }

  private func qualifiers(
    _ entries: [TextNode.Entry], of type: RelationType?, _ reading: inout FileReading
  ) -> [PropertyRecord] {
    let allowed = type?.qualifiers.map(\.value)
    var found: [PropertyRecord] = []
    for entry in entries {
      guard let allowed, !allowed.contains(entry.key.value) else {
        if let property = reading.property(entry) { found.append(property) }
        continue
      }
      let isSpilled = entry.value.isEmptyText && entry.value.span.start >= entry.key.span.end
      let question = NearName.question(for: entry.key.value, among: Self.ownKeys + allowed)
      let list = allowed.isEmpty ? "it has none" : "it has " + allowed.joined(separator: ", ")
      reading.report(
        .graphUnknownQualifier, "`\(type?.name.value ?? "")` has no qualifier `\(entry.key.value)`", at: entry.key.span,
        label: question, hint: isSpilled ? FileReading.spilledHint : question == nil ? list : nil)
    }
    return found
  }
}

extension FileReading {
  /// Reports a period that starts after its end.
  mutating func checkOrder(_ start: Spanned<PartialDate>, _ end: Spanned<PartialDate>) {
    guard let first = start.value.first, let last = end.value.last, first > last else { return }
    report(
      .graphStartAfterEnd, "the relation starts after its end", at: start.span,
      label: "`\(start.value.text)` is after `\(end.value.text)`",
      notes: [note("it ends here", at: end.span)])
  }
}
