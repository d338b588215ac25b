import Strategy

/// `CALL sillage.validate()`.
struct ValidateProcedure: DatabaseProcedure {
  let signature = ProcedureSignature(
    name: "sillage.validate", summary: "What the schema does not allow for", inputs: [],
    outputs: [
      .init("rule", .string), .init("severity", .string), .init("message", .string), .init("subject", .string),
      .init("predicate", .string), .init("object", .string), .init("entity", .node),
    ])

  func rows(_ context: ProcedureContext) throws(ProcedureError) -> [[Value]] {
    let ledger = try context.ledger()
    return ledger.issues().map { issue in
      [
        .string(issue.rule.rawValue), .string(issue.severity.rawValue), .string(issue.message), .string(issue.subject),
        Value(issue.predicate), Value(issue.object), ledger.entities[issue.subject].map { .node($0.node) } ?? .null,
      ]
    }
  }
}
