import Diagnostics
import GraphFiles

extension TextUpdate {
  /// Equal verdicts are the same, then those on one subject and predicate in their order.
  mutating func updateVerdicts() {
    var rest = new.verdicts
    var open: [(record: VerdictRecord, fields: StatedFields)] = []
    for (record, fields) in zip(records.verdicts, old.verdicts) {
      if let at = rest.firstIndex(of: fields) { rest.remove(at: at) } else { open.append((record, fields)) }
    }
    for (record, fields) in open {
      let start = record.subject.span.start
      guard let at = rest.firstIndex(where: { $0["subject"] == fields["subject"] && $0["predicate"] == fields["predicate"] }) else {
        edit(record.file) { $0.removeItem(at: start) }
        continue
      }
      let after = rest.remove(at: at)
      let changes = fields.changes(to: after).filter { !["subject", "predicate", "sides"].contains($0.key) }
      let first = fields["sides"] == after["sides"] ? nil : Self.statement(after)
      let order = [Self.statement(fields).key] + FieldOrder.verdict
      edit(record.file) { $0.set(changes, inItemAt: start, order: order, first: first) }
    }
    for fields in rest { addVerdict(fields) }
  }

  private static func statement(_ verdict: StatedFields) -> Field {
    Field("\(verdict.text("subject") ?? "") \(verdict.text("predicate") ?? "")", verdict["sides"] ?? .list([]))
  }

  private mutating func addVerdict(_ fields: StatedFields) {
    let item = [Self.statement(fields)] + fields.filter { !["subject", "predicate", "sides"].contains($0.key) }.ordered(FieldOrder.verdict)
    if let file = Self.mostFrequent(records.verdicts.map(\.file)) {
      edit(file) { $0.append(item, to: "verdicts", at: [], order: ["verdicts"]) }
    } else {
      newFiles[folder + "verdicts.yaml", default: "verdicts:\n"] += "  - " + Field.map(item) + "\n"
    }
  }
}
