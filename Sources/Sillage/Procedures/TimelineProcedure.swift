import Strategy

/// `CALL sillage.timeline('alpine')`.
struct TimelineProcedure: DatabaseProcedure {
  let signature = ProcedureSignature(
    name: "sillage.timeline", summary: "What happened to an entity and what held of it, in the order of time",
    inputs: [.init("entity", .any)],
    outputs: [
      .init("start", .string), .init("end", .string), .init("kind", .string), .init("label", .string), .init("text", .string),
      .init("other", .string), .init("status", .string), .init("source", .string), .init("start_source", .string),
      .init("end_source", .string),
      .init("first", .date), .init("last", .date),
    ])

  func rows(_ context: ProcedureContext) throws(ProcedureError) -> [[Value]] {
    let ledger = try context.ledger()
    return ledger.timeline(of: try context.entity(context[0], in: ledger)).entries.map { entry in
      [
        Value(entry.start), Value(entry.end), .string(entry.kind.rawValue), .string(entry.label), .string(entry.text),
        Value(entry.other), Value(entry.status), Value(entry.source), Value(entry.startSource), Value(entry.endSource),
        entry.days.start.map { .date($0) } ?? .null,
        entry.days.end.map { .date(CalendarDate(daysSinceEpoch: $0.daysSinceEpoch - 1)) } ?? .null,
      ]
    }
  }
}
