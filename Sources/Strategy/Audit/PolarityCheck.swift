import GraphFiles
import GraphModel

/// Claims that deny what other claims say, and claims that deny a relation of the graph.
struct PolarityCheck {
  let ledger: Ledger
  let index: StatementIndex

  private struct Key: Hashable {
    var subject: String
    var predicate: String
    var object: String
  }

  func contradictions() -> [Contradiction] {
    let byKey = Dictionary(grouping: ledger.claims) { key(of: $0) }
    let relations = Dictionary(grouping: ledger.relations) { canonical($0.subject, $0.type, $0.object) }
    return byKey.compactMap { key, claims -> Contradiction? in
      let denials = claims.filter(\.isNegative)
      guard !denials.isEmpty, let first = claims.first else { return nil }
      let assertions = claims.filter { !$0.isNegative }
      var sides = (assertions + denials).map { index.side($0, key: $0.id) }
      // A denial that is accepted as a fact contradicts the graph; an opinion does not.
      let isFact = denials.contains { ledger.schema.modality($0.modality ?? "")?.isAccepted == true }
      if assertions.isEmpty {
        guard isFact, let relation = relations[key]?.first else { return nil }
        let statement = DatedStatement(
          type: relation.type, subject: relation.subject, object: relation.object, validity: relation.times.validity,
          relation: relation)
        sides.insert(index.side(statement, key: relation.object), at: 0)
      }
      return Contradiction(kind: .polarity, subject: first.subject, predicate: first.predicate, sides: sides)
    }
  }

  private func key(of claim: LedgerClaim) -> Key {
    canonical(claim.subject, claim.predicate, claim.object ?? "=" + (claim.value?.shown ?? ""))
  }

  /// One form for the ways of saying the same: the type as it is declared, and of a symmetric type the alphabetically first end.
  private func canonical(_ subject: String, _ predicate: String, _ object: String) -> Key {
    guard let found = ledger.schema.relation(predicate) else {
      return Key(subject: subject, predicate: predicate, object: object)
    }
    let name = found.type.name.value
    if found.type.isSymmetric { return Key(subject: min(subject, object), predicate: name, object: max(subject, object)) }
    if let inverse = found.type.inverse?.value, inverse < name, ledger.schema.relation(inverse)?.isInverted == false {
      return Key(subject: object, predicate: inverse, object: subject)
    }
    return found.isInverted
      ? Key(subject: object, predicate: name, object: subject) : Key(subject: subject, predicate: name, object: object)
  }
}
