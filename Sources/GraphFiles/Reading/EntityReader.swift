import Diagnostics
import GraphModel

/// Reads entities and the relations that stand beside them.
struct EntityReader {
  /// The keys of an entity that are not properties.
  static let ownKeys = ["type", "name", "aliases", "note", "source", "relations"]

  static func read(_ node: TextNode, _ reading: inout FileReading, into records: inout GraphRecords) {
    for entry in reading.entries(node, "entities") { readEntity(entry, &reading, into: &records) }
  }

  private static func readEntity(
    _ entry: TextNode.Entry, _ reading: inout FileReading, into records: inout GraphRecords
  ) {
    let id = reading.identifier(entry.key)
    var fields = FieldReader(reading.entries(entry.value, id.value), of: "the entity `\(id.value)`", owner: id.span)
    let types = fields.requiredTexts("type", &reading)
    let name = fields.requiredText("name", &reading)
    let source = fields.requiredText("source", &reading)
    var entity = EntityRecord(
      file: reading.file, id: id, types: types, name: name ?? Spanned(id.value, id.span),
      aliases: fields.texts("aliases", &reading), properties: [], note: fields.text("note", &reading)?.value,
      provenance: source.flatMap { reading.provenance($0) } ?? .unknown(at: id.span))
    let relations = fields.node("relations")
    entity.properties = properties(fields.rest, of: types, &reading)
    records.entities.append(entity)
    if let relations {
      RelationReader(owner: id, provenance: entity.provenance).read(relations, &reading, into: &records)
    }
  }

  /// What is left of an entity's keys: the properties that the schema gives its types.
  static func properties(
    _ entries: [TextNode.Entry], of types: [Spanned<String>], _ reading: inout FileReading
  ) -> [PropertyRecord] {
    let isKnown = reading.schema.knows(types.map(\.value))
    let allowed = reading.schema.propertyNames(of: types.map(\.value))
    var found: [PropertyRecord] = []
    for entry in entries {
      if isKnown, !allowed.contains(entry.key.value) {
        reportProperty(entry, types: types, allowed: allowed, &reading)
      } else if let property = reading.property(entry) {
        found.append(property)
      }
    }
    return found
  }

  private static func reportProperty(
    _ entry: TextNode.Entry, types: [Spanned<String>], allowed: [String], _ reading: inout FileReading
  ) {
    let name = entry.key.value
    let typeNames = types.map(\.value).joined(separator: ", ")
    let isSpilled = entry.value.isEmptyText && entry.value.span.start >= entry.key.span.end
    let question = NearName.question(for: name, among: ownKeys + allowed)
    let hint: String? =
      if isSpilled {
        FileReading.spilledHint
      } else if reading.schema.relation(name) != nil {
        "`\(name)` is a relationship type: write it under `relations`"
      } else if question != nil {
        nil
      } else if allowed.isEmpty {
        "the schema gives it none"
      } else {
        "it has " + allowed.joined(separator: ", ")
      }
    reading.report(
      .graphUnknownProperty, "\(typeNames) has no property `\(name)`", at: entry.key.span, label: question, hint: hint)
  }
}

extension FieldReader {
  /// One text or a list of texts, at least one.
  mutating func requiredTexts(_ key: String, _ reading: inout FileReading) -> [Spanned<String>] {
    guard let node = node(key) else {
      reading.report(.graphMissingKey, "\(subject) needs `\(key)`", at: owner)
      return []
    }
    let texts = reading.texts(node, key)
    if case .list(let items, let span) = node, items.isEmpty {
      reading.report(.graphMissingKey, "`\(key)` has no value", at: span)
    }
    return texts
  }
}

extension Provenance {
  /// Stands in where the text says nothing usable, which has been reported.
  static func unknown(at span: Diagnostics.SourceSpan) -> Provenance {
    Provenance(source: Spanned("", span), asOf: nil, confidence: .low)
  }
}
