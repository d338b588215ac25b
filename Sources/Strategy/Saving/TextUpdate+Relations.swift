import Diagnostics
import GraphFiles

extension TextUpdate {
  /// A relation of the text that is to become another one, or to go.
  private struct Pairing {
    var record: RelationRecord
    var after: StatedFields?
  }

  mutating func updateRelations() {
    var written: [StatedGraph.RelationKey: [(record: RelationRecord, fields: StatedFields)]] = [:]
    for record in records.relations {
      let key = StatedGraph.RelationKey(type: record.type, subject: record.subject.value, object: record.object.value)
      written[key, default: []].append(
        (record, StatedGraph.relationFields(record.graphProperties(claims: []), fallback: "")))
    }
    let keys = Set(written.keys).union(new.relations.keys)
      .sorted { ($0.subject, $0.type, $0.object) < ($1.subject, $1.type, $1.object) }
    for key in keys {
      let (pairs, added) = Self.pair(written[key] ?? [], new.relations[key] ?? [])
      for pair in pairs { update(pair, key) }
      guard old.entities[key.subject] != nil, new.entities[key.subject] != nil else { continue }
      for fields in added { append(key, fields) }
    }
  }

  /// Each relation of the text with what it is to become. Equal ones are the same relation, then those that begin at the same time, then those
  /// that are left in their order.
  private static func pair(
    _ before: [(record: RelationRecord, fields: StatedFields)], _ after: [StatedFields]
  ) -> (pairs: [Pairing], added: [StatedFields]) {
    var left = before
    var rest: [StatedFields] = []
    var pairs: [Pairing] = []
    for fields in after {
      if let at = left.firstIndex(where: { $0.fields == fields }) {
        pairs.append(Pairing(record: left.remove(at: at).record, after: fields))
      } else {
        rest.append(fields)
      }
    }
    var added: [StatedFields] = []
    for needsSameStart in [true, false] {
      added = []
      for fields in rest {
        if let at = left.firstIndex(where: { !needsSameStart || $0.fields["start"] == fields["start"] }) {
          pairs.append(Pairing(record: left.remove(at: at).record, after: fields))
        } else {
          added.append(fields)
        }
      }
      rest = added
    }
    return (pairs + left.map { Pairing(record: $0.record, after: nil) }, added)
  }

  // MARK: Changing

  private mutating func update(_ pair: Pairing, _ key: StatedGraph.RelationKey) {
    let record = pair.record
    guard new.entities[record.owner.value] != nil else { return }
    guard let after = pair.after else {
      edit(record.file) { $0.removeRelation(record) }
      return
    }
    let before = StatedGraph.relationFields(record.graphProperties(claims: []), fallback: "")
    let ownerSource = new.entities[record.owner.value]?.fields["source"]
    var changes = before.changes(to: after).filter { $0.key != "source" }
    let stated = record.hasOwnSource ? before["source"] : ownerSource
    if after["source"] != stated { changes.append(("source", after["source"])) }
    if changes.isEmpty { return }
    if editorSharesItem(record) {
      edit(record.file) { $0.removeRelation(record) }
      append(key, after)
      return
    }
    let qualifiers = records.schema.relation(record.type)?.type.qualifiers.map(\.value) ?? []
    edit(record.file) { editor in
      editor.set(changes, inItemAt: record.statedType.span.start, order: [record.statedType.value] + FieldOrder.relation(qualifiers))
    }
  }

  /// Whether several relations stand in one item, or one stands in a key of its own, so that it cannot be changed where it is.
  private mutating func editorSharesItem(_ record: RelationRecord) -> Bool {
    var isShared = false
    edit(record.file) { isShared = $0.sharesItem(record) }
    return isShared
  }

  // MARK: Adding

  private mutating func append(_ key: StatedGraph.RelationKey, _ fields: StatedFields) {
    guard let owner = (records.entities + records.articles.map(\.entity)).first(where: { $0.id.value == key.subject }) else { return }
    let item = relationItem(key, fields, besides: new.entities[key.subject]?.fields["source"])
    let properties = records.schema.propertyNames(of: owner.types.map(\.value))
    let isOurs = records.articles.contains { $0.entity.id.value == key.subject }
    edit(owner.file) { editor in
      editor.append(
        item, to: "relations", at: isOurs ? [] : ["entities", key.subject],
        order: isOurs ? FieldOrder.article(properties) : FieldOrder.entity(properties))
    }
  }

  /// A relation as an item beside its subject; a source that is that of the subject is left out.
  func relationItem(_ key: StatedGraph.RelationKey, _ fields: StatedFields, besides source: FieldValue?) -> [Field] {
    var fields = fields
    if fields["source"] == source { fields["source"] = nil }
    let qualifiers = records.schema.relation(key.type)?.type.qualifiers.map(\.value) ?? []
    return [Field(key.type, key.object)] + fields.ordered(FieldOrder.relation(qualifiers))
  }
}

extension YamlEditor {
  /// Whether a relation shares its item with others, or stands under a key of an article.
  func sharesItem(_ record: RelationRecord) -> Bool {
    !isItem(at: record.statedType.span.start) || isText(inListAt: record.target.span.start)
  }

  mutating func removeRelation(_ record: RelationRecord) {
    let target = record.target.span.start
    if removeText(at: target, underKeys: ["about", "publisher", "author"]) { return }
    if isText(inListAt: target) {
      removeItem(at: target, orElse: record.statedType.span.start)
    } else {
      removeItem(at: record.statedType.span.start)
    }
  }
}
