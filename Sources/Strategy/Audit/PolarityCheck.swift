import GraphFiles
import GraphModel

/// Claims that deny what other claims say, and claims that deny a relation of the graph.
struct PolarityCheck {
  let ledger: Ledger
  let index: StatementIndex

  func contradictions() -> [Contradiction] {
    let byKey = Dictionary(grouping: ledger.claims) { StatementKey($0, ledger.schema) }
    let relations = Dictionary(grouping: ledger.relations) { StatementKey($0, ledger.schema) }
    return byKey.compactMap { key, claims -> Contradiction? in
      let denials = claims.filter(\.isNegative)
      guard !denials.isEmpty, let first = claims.first else { return nil }
      let assertions = claims.filter { !$0.isNegative }
      var sides = (assertions + denials).map { index.side($0, key: $0.id) }
      // A denial that is accepted as a fact contradicts the graph; an opinion does not.
      let isFact = denials.contains { ledger.schema.modality($0.modality ?? "")?.isAccepted == true }
      if assertions.isEmpty {
        guard isFact, let relation = relations[key]?.first(where: { held($0, when: denials) }) else { return nil }
        let statement = DatedStatement(
          type: relation.type, subject: relation.subject, object: relation.object, validity: relation.times.validity,
          relation: relation)
        sides.insert(index.side(statement, key: relation.object), at: 0)
      }
      return Contradiction(kind: .polarity, subject: first.subject, predicate: first.predicate, sides: sides)
    }
  }

  /// Whether a relation held on a day on which it was denied; a denial without a date is about any.
  private func held(_ relation: LedgerRelation, when denials: [LedgerClaim]) -> Bool {
    denials.contains { denial in
      denial.date?.first.map { relation.times.holds(in: PartialDate(day: $0)) } ?? true
    }
  }
}
