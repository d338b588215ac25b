import GraphFiles
import GraphModel

/// Relations to one object whose amounts add up to more than there is, such as shares of more than 100 %.
struct TotalCheck {
  let ledger: Ledger
  let index: StatementIndex
  /// What rounding may add.
  private static let slack = 0.5

  func contradictions() -> [Contradiction] {
    ledger.schema.relations.flatMap { type -> [Contradiction] in
      guard let total = type.total else { return [] }
      let byObject = Dictionary(grouping: index.byType[type.name.value] ?? [], by: \.object)
      return byObject.keys.sorted().compactMap { object in
        excess(byObject[object] ?? [], total, type, object)
      }
    }
  }

  /// The first time at which the sum is too large: looked for at each start, where a sum can grow.
  private func excess(
    _ statements: [DatedStatement], _ total: QualifierTotal, _ type: RelationType, _ object: String
  ) -> Contradiction? {
    let starts = statements.map(\.validity.start).sorted { a, b in
      switch (a, b) {
      case (let a?, let b?): a < b
      case (nil, _?): true
      default: false
      }
    }
    for start in starts {
      let there = statements.filter { statement in
        if let start { return statement.validity.contains(start) }
        return statement.validity.start == nil
      }
      let sum = there.reduce(0.0) { $0 + (amount($1, total) ?? 0) }
      guard sum > total.limit + Self.slack else { continue }
      let when = there.reduce(DayInterval.always) { $0.intersection($1.validity) }
      var sides = there.filter { amount($0, total) != nil }.map { index.side($0, key: $0.subject) }
      for at in sides.indices {
        let written = there.first { $0.relation?.id == sides[at].relationship }?.relation?.properties[total.qualifier.value]
        sides[at].statement += ", \(total.qualifier.value) \(written?.shown ?? "")"
      }
      return Contradiction(
        kind: .bounded, subject: object, predicate: type.inverse?.value ?? type.name.value, sides: sides, when: when)
    }
    return nil
  }

  private func amount(_ statement: DatedStatement, _ total: QualifierTotal) -> Double? {
    statement.relation?.properties[total.qualifier.value]?.amount
  }
}
