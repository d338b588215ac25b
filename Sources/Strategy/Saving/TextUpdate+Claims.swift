import Diagnostics
import GraphFiles

extension TextUpdate {
  mutating func updateClaims() {
    for record in records.claims {
      let id = record.id.value
      guard let before = old.claims[id] else { continue }
      guard let after = new.claims[id] else {
        edit(record.file) { $0.removeEntry(at: record.id.span.start) }
        continue
      }
      if before == after { continue }
      let changes = before.fields.changes(to: after.fields) + placeChanges(before.places, after.places, record)
      edit(record.file) { editor in
        if (before.subject, before.predicate, before.object) != (after.subject, after.predicate, after.object) {
          editor.setFirst(Self.statement(after), underKeyAt: record.id.span.start)
        }
        editor.set(changes, underKeyAt: record.id.span.start, order: FieldOrder.claim)
      }
    }
    for id in new.claims.keys.sorted() where old.claims[id] == nil { add(id) }
  }

  private static func statement(_ claim: StatedGraph.Claim) -> Field {
    Field("\(claim.subject) \(claim.predicate)", claim.object)
  }

  // MARK: Places

  /// The first place in the article of the file stands among the keys of the claim, all others under `evidence`.
  private func placeChanges(
    _ before: [StatedGraph.Place], _ after: [StatedGraph.Place], _ record: ClaimRecord
  ) -> [(key: String, value: FieldValue?)] {
    if before == after { return [] }
    let unit = record.evidence.first { $0.article.value == record.article.value }?.unit.rawValue ?? OffsetUnit.scalar.rawValue
    let old = Self.split(before, article: record.article.value, unit: unit)
    let new = Self.split(after, article: record.article.value, unit: unit)
    var changes = (old.own ?? [:]).changes(to: new.own ?? [:])
    if old.others != new.others { changes.append(("evidence", new.others.isEmpty ? nil : .maps(new.others))) }
    return changes
  }

  private static func split(
    _ places: [StatedGraph.Place], article: String, unit: String
  ) -> (own: StatedFields?, others: [[Field]]) {
    let isOwn = places.first.map { $0.article == article && $0.unit == unit } ?? false
    let others = places.dropFirst(isOwn ? 1 : 0).map { place in
      var fields: [Field] = []
      if place.article != article { fields.append(Field("article", place.article)) }
      if place.unit != unit { fields.append(Field("offsets", place.unit)) }
      return fields + place.fields.ordered(["quote", "at", "in", "prefix", "suffix"])
    }
    return (isOwn ? places.first?.fields : nil, others)
  }

  // MARK: New claims

  private mutating func add(_ id: String) {
    guard let claim = new.claims[id] else { return }
    let article = claim.places.first?.article ?? ""
    let known = records.claims.first { $0.article.value == article }
    let unit = known?.evidence.first?.unit.rawValue ?? OffsetUnit.scalar.rawValue
    let places = Self.split(claim.places, article: article, unit: unit)
    var fields = claim.fields.merging(places.own ?? [:]) { $1 }
    if !places.others.isEmpty { fields["evidence"] = .maps(places.others) }
    if let inherited = known.flatMap(Self.inherited) {
      for (key, value) in inherited where fields[key] == value { fields[key] = nil }
    }
    let all = [Self.statement(claim)] + fields.ordered(FieldOrder.claim)
    if let file = known?.file ?? records.articles.first(where: { $0.entity.id.value == article })?.entity.file {
      edit(file) { $0.append(id, all, to: "claims") }
    } else {
      let file = folder + "claims/\(article.isEmpty ? "claims" : article).yaml"
      newFiles[file, default: "article: \(article)\noffsets: \(unit)\nclaims:\n"] += "  " + Field.record(id, all) + "\n"
    }
  }

  /// What the head of a file of claims says for all of them: what a claim has without a key of its own.
  private static func inherited(_ record: ClaimRecord) -> StatedFields? {
    var fields: StatedFields = [:]
    if let asserter = record.assertedBy, asserter.span.start < record.id.span.start { fields["asserted_by"] = .text(asserter.value) }
    return fields
  }

  // MARK: Links

  mutating func updateLinks() {
    for record in records.claimLinks {
      let key = StatedGraph.LinkKey(claim: record.claim.value, kind: record.kind.rawValue, target: record.target.value)
      let before = StatedGraph.linkFields(record.graphProperties, fallback: "")
      guard let after = new.links[key]?.first else {
        edit(record.file) { $0.removeItem(at: record.claim.span.start) }
        continue
      }
      let changes = before.changes(to: after)
      if changes.isEmpty { continue }
      edit(record.file) { $0.set(changes, inItemAt: record.claim.span.start, order: [record.claim.value] + FieldOrder.link) }
    }
    let keys = new.links.keys.filter { old.links[$0] == nil }
      .sorted { ($0.claim, $0.kind, $0.target) < ($1.claim, $1.kind, $1.target) }
    for key in keys {
      guard let fields = new.links[key]?.first, let file = records.claims.first(where: { $0.id.value == key.claim })?.file else { continue }
      let item = [Field(key.claim, key.kind), Field("target", key.target)] + fields.ordered(FieldOrder.link)
      edit(file) { $0.append(item, to: "links", at: [], order: FieldOrder.article([])) }
    }
  }
}
