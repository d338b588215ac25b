import Diagnostics
import GraphFiles

extension TextUpdate {
  mutating func updateEntities() {
    let own = Set(records.articles.map(\.entity.id.value))
    for record in records.entities + records.articles.map(\.entity) {
      let id = record.id.value
      guard let before = old.entities[id] else { continue }
      guard let after = new.entities[id] else {
        remove(record, isFile: own.contains(id))
        continue
      }
      let changes = before.fields.changes(to: after.fields)
      if changes.isEmpty { continue }
      let properties = records.schema.propertyNames(of: record.types.map(\.value))
      edit(record.file) { editor in
        if own.contains(id) {
          editor.set(changes, atTopInOrder: FieldOrder.article(properties))
        } else {
          editor.set(changes, underKeyAt: record.id.span.start, order: FieldOrder.entity(properties))
        }
      }
    }
    for id in new.entities.keys.sorted() where old.entities[id] == nil { add(id) }
  }

  /// An article of ours is a file of its own, which goes with it.
  private mutating func remove(_ record: EntityRecord, isFile: Bool) {
    if isFile {
      removedFiles.insert(record.file)
    } else {
      edit(record.file) { $0.removeEntry(at: record.id.span.start) }
    }
  }

  private mutating func add(_ id: String) {
    guard let entity = new.entities[id] else { return }
    let relations = new.relations.keys.filter { $0.subject == id }.sorted { ($0.type, $0.object) < ($1.type, $1.object) }
    let properties = records.schema.propertyNames(of: entity.labels)
    let fields = entity.fields.ordered(FieldOrder.entity(properties))
    let items = relations.flatMap { key in
      (new.relations[key] ?? []).map { relationItem(key, $0, besides: entity.fields["source"]) }
    }
    guard let path = home(of: entity, relations) else {
      let file = folder + "entities.yaml"
      newFiles[file, default: "entities:\n"] += NewRecord.text(id: id, fields: fields, relations: items) + "\n"
      return
    }
    edit(path) { $0.append(id, fields, relations: items, to: "entities") }
  }

  /// The file of entities that have the same type, before all of those that are related to the same things in the same way.
  private func home(of entity: StatedGraph.Entity, _ relations: [StatedGraph.RelationKey]) -> String? {
    let alike = records.entities.filter { record in record.types.contains { entity.labels.first == $0.value } }
    let targets = Set(relations.map { "\($0.type) \($0.object)" })
    let related = Set(
      records.relations.filter { targets.contains("\($0.type) \($0.object.value)") }.map(\.subject.value))
    return Self.mostFrequent(alike.filter { related.contains($0.id.value) }.map(\.file))
      ?? Self.mostFrequent(alike.map(\.file))
      ?? Self.mostFrequent(
        records.entities.filter { record in
          records.schema.labels(of: record.types.map(\.value)).contains { entity.labels.contains($0) }
        }.map(\.file))
      ?? Self.mostFrequent(records.entities.map(\.file))
  }
}
