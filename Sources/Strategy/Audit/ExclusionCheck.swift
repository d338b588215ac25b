import GraphFiles
import GraphModel

/// Two relationship types between the same two at the same time, of which the schema says that they rule each other out.
struct ExclusionCheck {
  let ledger: Ledger
  let index: StatementIndex

  func contradictions() -> [Contradiction] {
    var told: Set<String> = []
    var found: [Contradiction] = []
    for type in ledger.schema.relations {
      for excluded in type.excludes {
        guard let other = ledger.schema.relation(excluded.value) else { continue }
        let opposite = Dictionary(grouping: index.byType[other.type.name.value] ?? []) { statement in
          other.isInverted
            ? [statement.object, statement.subject] : [statement.subject, statement.object]
        }
        for statement in index.byType[type.name.value] ?? [] {
          for second in opposite[[statement.subject, statement.object]] ?? [] {
            guard statement.validity.overlaps(second.validity) else { continue }
            let pair = [type.name.value, other.type.name.value].sorted() + [statement.subject, statement.object].sorted()
            guard told.insert(pair.joined(separator: " ")).inserted else { continue }
            found.append(
              Contradiction(
                kind: .exclusive, subject: statement.subject, predicate: type.name.value,
                sides: [
                  index.side(statement, key: type.name.value), index.side(second, key: excluded.value),
                ], when: statement.validity.intersection(second.validity)))
          }
        }
      }
    }
    return found
  }
}
