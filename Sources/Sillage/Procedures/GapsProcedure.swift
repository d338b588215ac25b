import Strategy

/// `CALL sillage.gaps({kind: 'overdue', months: 12})`.
struct GapsProcedure: DatabaseProcedure {
  let signature = ProcedureSignature(
    name: "sillage.gaps",
    summary: "What is missing or not sure; options `kind` (one or a list), `months` after which evidence is old, `today`",
    inputs: [.init("options", .map, isOptional: true)],
    outputs: [
      .init("kind", .string), .init("subject", .string), .init("predicate", .string), .init("object", .string),
      .init("date", .string), .init("sources", .list(of: .string)), .init("detail", .string), .init("entity", .node),
    ])

  func rows(_ context: ProcedureContext) throws(ProcedureError) -> [[Value]] {
    let options = try context.options(at: 0, ["kind", "months", "today"])
    var rules = GapRules(today: try context.today(options))
    rules.kinds = try kinds(options["kind"] ?? .null, context)
    if let months = options["months"], !months.isNull {
      guard let number = months.integer, number > 0 else { throw context.failure("`months` is a number above 0") }
      rules.months = number
    }
    let ledger = try context.ledger()
    return try context.gaps(rules, ledger).map { gap in
      [
        .string(gap.kind.rawValue), .string(gap.subject), Value(gap.predicate), Value(gap.object), Value(gap.date),
        Value(gap.sources), .string(gap.detail), ledger.entities[gap.subject].map { .node($0.node) } ?? .null,
      ]
    }
  }

  private func kinds(_ value: Value, _ context: ProcedureContext) throws(ProcedureError) -> Set<Gap.Kind>? {
    if value.isNull { return nil }
    let names = value.text.map { [$0] } ?? value.texts
    var kinds: Set<Gap.Kind> = []
    for name in names {
      guard let kind = Gap.Kind(rawValue: name) else {
        throw context.failure("no kind `\(name)`; there are \(Gap.Kind.allCases.map(\.rawValue).joined(separator: ", "))")
      }
      kinds.insert(kind)
    }
    return kinds
  }
}
