import GraphFiles
import GraphModel

/// What the schema expects of things of a type, and which of them lack it.
struct SlotCheck {
  private let ledger: Ledger
  /// The relationship types and inverses that each entity has, and the properties that were observed of it.
  private var filled: [String: Set<String>] = [:]

  init(_ ledger: Ledger) {
    self.ledger = ledger
    for relation in ledger.relations {
      filled[relation.subject, default: []].insert(relation.type)
      guard let type = ledger.schema.relation(relation.type)?.type else { continue }
      if type.isSymmetric {
        filled[relation.object, default: []].insert(relation.type)
      } else if let inverse = type.inverse?.value {
        filled[relation.object, default: []].insert(inverse)
      }
    }
    for observation in ledger.observations { filled[observation.subject, default: []].insert(observation.property) }
  }

  func gaps() -> [Gap] {
    let expecting = ledger.schema.types.filter { !$0.expects.isEmpty }
    var found: [Gap] = []
    for entity in ledger.entities.values {
      for type in expecting where entity.labels.contains(type.name.value) {
        for slot in type.expects.map(\.value) where !isFilled(slot, entity) {
          found.append(
            Gap(
              kind: .emptySlot, subject: entity.id, predicate: slot, sources: [],
              detail: "expected of every `\(type.name.value)`", node: entity.node))
        }
      }
    }
    return found
  }

  private func isFilled(_ slot: String, _ entity: LedgerEntity) -> Bool {
    if let value = entity.properties[slot], value.shown != "" { return true }
    return filled[entity.id]?.contains(slot) ?? false
  }
}
