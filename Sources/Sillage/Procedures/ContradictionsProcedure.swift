import Strategy

/// `CALL sillage.contradictions({tolerance: 0.05, settled: false})`.
struct ContradictionsProcedure: DatabaseProcedure {
  let signature = ProcedureSignature(
    name: "sillage.contradictions",
    summary: "Statements that cannot all be true; with `settled: true` also those that a verdict settles",
    inputs: [.init("options", .map, isOptional: true)],
    outputs: [
      .init("kind", .string), .init("subject", .string), .init("predicate", .string), .init("sides", .list(of: .map)),
      .init("since", .date), .init("until", .date), .init("verdict", .string), .init("reason", .string), .init("entity", .node),
    ])

  func rows(_ context: ProcedureContext) throws(ProcedureError) -> [[Value]] {
    let options = try context.options(at: 0, ["tolerance", "settled"])
    var tolerance = 0.0
    switch options["tolerance"] ?? .null {
    case .null: break
    case .float(let share): tolerance = share
    case .integer(let share): tolerance = Double(share)
    default: throw context.failure("`tolerance` is a number such as 0.05")
    }
    let ledger = try context.ledger()
    return ledger.contradictions(tolerance: tolerance).filter { $0.verdict == nil || options["settled"]?.isTrue == true }.map {
      contradiction in
      [
        .string(contradiction.kind.rawValue), .string(contradiction.subject), .string(contradiction.predicate),
        .list(contradiction.sides.map(\.value)), contradiction.when?.start.map { .date($0) } ?? .null,
        contradiction.when?.end.map { .date($0) } ?? .null, Value(contradiction.verdict?.decision),
        Value(contradiction.verdict?.reason), ledger.entities[contradiction.subject].map { .node($0.node) } ?? .null,
      ]
    }
  }
}

extension Contradiction.Side {
  /// A map of what is known of it.
  fileprivate var value: Value {
    .known([
      ("key", key), ("statement", statement), ("period", period.isEmpty ? nil : period), ("source", source), ("claim", claim),
      ("quote", quote), ("article", article), ("asserted_by", asserter), ("note", note),
    ])
  }
}
