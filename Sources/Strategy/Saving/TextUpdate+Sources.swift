import Diagnostics
import GraphFiles

extension TextUpdate {
  mutating func updateSources() {
    for record in records.sources {
      let id = record.id.value
      guard let before = old.sources[id] else { continue }
      guard let after = new.sources[id] else {
        edit(record.file) { $0.removeEntry(at: record.id.span.start) }
        continue
      }
      let changes = before.changes(to: after)
      if !changes.isEmpty { edit(record.file) { $0.set(changes, underKeyAt: record.id.span.start, order: FieldOrder.source) } }
    }
    for id in new.sources.keys.sorted() where old.sources[id] == nil {
      let fields = (new.sources[id] ?? [:]).ordered(FieldOrder.source)
      if let file = Self.mostFrequent(records.sources.map(\.file)) {
        edit(file) { $0.append(id, fields, to: "sources") }
      } else {
        newFiles[folder + "sources.yaml", default: "sources:\n"] += "  " + Field.record(id, fields) + "\n"
      }
    }
  }

  /// Observations with an id are known by it. Of the others, equal ones are the same, then those of one subject and property in their order.
  mutating func updateObservations() {
    var rest = new.observations
    var open: [(record: ObservationRecord, fields: StatedFields)] = []
    for (record, fields) in zip(records.observations, old.observations) {
      if let at = rest.firstIndex(of: fields) { rest.remove(at: at) } else { open.append((record, fields)) }
    }
    for (record, fields) in open {
      let at = rest.firstIndex { candidate in
        if let id = fields["id"] { return candidate["id"] == id }
        return candidate["subject"] == fields["subject"] && candidate["property"] == fields["property"]
      }
      guard let at else {
        edit(record.file) { $0.removeItem(at: $0.firstKey(ofItemWithValueAt: record.subject.span.start)) }
        continue
      }
      let changes = fields.changes(to: rest.remove(at: at))
      edit(record.file) { editor in
        editor.set(
          changes, inItemAt: editor.firstKey(ofItemWithValueAt: record.subject.span.start), order: FieldOrder.observation)
      }
    }
    for fields in rest {
      let item = fields.ordered(FieldOrder.observation)
      if let file = Self.mostFrequent(records.observations.map(\.file)) {
        edit(file) { $0.append(item, to: "observations", at: [], order: ["observations"]) }
      } else {
        newFiles[folder + "observations.yaml", default: "observations:\n"] += "  - " + Field.map(item) + "\n"
      }
    }
  }
}
