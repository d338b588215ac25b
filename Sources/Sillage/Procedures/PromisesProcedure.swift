import Strategy

/// `CALL sillage.promises({about: 'alpine', due: '2026'})`.
struct PromisesProcedure: DatabaseProcedure {
  let signature = ProcedureSignature(
    name: "sillage.promises",
    summary: "What was announced for a date, and how the date has moved; options `about` (an entity), `due` (a period), `today`",
    inputs: [.init("options", .map, isOptional: true)],
    outputs: [
      .init("subject", .string), .init("predicate", .string), .init("object", .string), .init("statement", .string),
      .init("state", .string), .init("stage", .string), .init("due", .string), .init("slippage", .integer),
      .init("delay", .integer), .init("steps", .list(of: .map)), .init("entity", .node),
    ])

  func rows(_ context: ProcedureContext) throws(ProcedureError) -> [[Value]] {
    let options = try context.options(at: 0, ["about", "due", "today"])
    let ledger = try context.ledger()
    var rules = PromiseRules(today: try context.today(options))
    rules.due = try context.date(options["due"], "due")
    if let about = options["about"], !about.isNull { rules.about = try context.entity(about, in: ledger) }
    return ledger.promises(rules).map { promise in
      [
        .string(promise.subject), .string(promise.predicate), Value(promise.object), .string(promise.statement),
        .string(promise.state.rawValue), Value(promise.steps.last?.stage), Value(promise.due),
        promise.slippage.map { .integer(Int64($0)) } ?? .null,
        promise.delay(on: rules.today).map { .integer(Int64($0)) } ?? .null, .list(promise.steps.map(\.value)),
        ledger.entities[promise.subject].map { .node($0.node) } ?? .null,
      ]
    }
  }
}

extension Promise.Step {
  fileprivate var value: Value {
    .known([
      ("said", said), ("stage", stage), ("due", due), ("claim", claim), ("source", source), ("asserted_by", asserter),
      ("quote", quote),
    ])
  }
}
