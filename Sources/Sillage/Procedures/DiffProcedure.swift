import Strategy

/// `CALL sillage.diff('2025-12', '2026-03')`.
struct DiffProcedure: DatabaseProcedure {
  let signature = ProcedureSignature(
    name: "sillage.diff", summary: "What was learnt between two dates: what is known at the second and not at the first",
    inputs: [.init("from", .any), .init("to", .any)],
    outputs: [
      .init("change", .string), .init("kind", .string), .init("id", .string), .init("predicate", .string),
      .init("object", .string), .init("text", .string), .init("fields", .list(of: .map)),
    ])

  func rows(_ context: ProcedureContext) throws(ProcedureError) -> [[Value]] {
    guard let from = try context.date(context[0], "from"), let to = try context.date(context[1], "to") else {
      throw context.failure("two dates are wanted")
    }
    let before = try context.ledger(TimeFrame(knownAt: from)).withoutUnheard(at: from)
    let after = try context.ledger(TimeFrame(knownAt: to)).withoutUnheard(at: to)
    return GraphDifference(from: before, to: after).items.map { item in
      [
        .string(item.change.rawValue), .string(item.kind.rawValue), .string(item.id), Value(item.predicate), Value(item.object),
        .string(item.text),
        .list(item.fields.map { .known([("name", $0.name), ("before", $0.before), ("after", $0.after)]) }),
      ]
    }
  }
}
