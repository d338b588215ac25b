import GraphModel
import Strategy
import Testing

@Suite struct PromiseTests {
  private static let text = """
    entities:
      cleon: {type: Site, name: Cléon, opened: 1958, source: jde 2025-09 high, relations: [
              {produces: m7, start: 2026-06, status: planned, source: other 2025-12 high},
              {produces: m8, source: jde 2025 high}, {operated_by: alpha, end: 2027-01, status: ended-planned, source: jde 2025 high}]}
      renard: {type: Brand, name: Renard, source: jde 2025-09 high, relations: [{brand_of: alpha, source: jde 2025 high}]}
      fox: {type: Product, name: Fox, source: jde 2025-09 high, relations: [{marketed_by: renard, source: jde 2025 high}]}

    """
  private static let claims = """
      c1: {cleon produces: m7, modality: plan, stage: announced, due: 2025-12, date: 2024-05, quote: one, at: 1-4}
      c2: {m7 produced_at: cleon, modality: plan, stage: postponed, due: 2026-03, date: 2025-06, quote: two, at: 1-4}
      c3: {fox promises: "=400 km", modality: plan, stage: announced, due: 2027, date: 2025, quote: thr, at: 1-4}
      c4: {fox promises: "=10 000 €", modality: plan, stage: dropped, due: 2025, date: 2026, quote: fou, at: 1-4}

    """

  private func promises(_ rules: PromiseRules) throws -> [Promise] {
    try AuditSample.ledger(Self.text, claims: Self.claims).promises(rules)
  }

  private let today = CalendarDate(daysSinceEpoch: 20783)  // 2026-11-26

  @Test func `claims and plans that say the same are one promise, whose date slips`() throws {
    let all = try promises(PromiseRules(today: today))
    let made = try #require(all.first { $0.predicate == "produces" })
    #expect(made.statement == "Cléon produces M7")
    #expect(made.steps.map(\.stage) == ["announced", "postponed", "planned"])
    #expect(made.steps.map(\.due) == ["2025-12", "2026-03", "2026-06"])
    #expect(made.steps.map(\.quote) == ["one", "two", nil])
    #expect(made.slippage == 181, "from the end of 2025 to the end of June 2026")
    #expect(made.state == .overdue)
    #expect(made.delay(on: today) == 149)
    #expect(made.due == "2026-06")
  }

  @Test func `how they stand`() throws {
    let states = try promises(PromiseRules(today: today)).map { "\($0.statement): \($0.state)" }
    #expect(
      states == [
        "Fox promises 10 000 €: dropped", "Cléon produces M7: overdue", "Fox promises 400 km: due", "Cléon operated_by Alpha: due",
      ])
  }

  @Test func `by entity and by period`() throws {
    func found(_ about: String?, _ due: String?) throws -> [String] {
      try promises(PromiseRules(today: today, about: about, due: try due.map { try PartialDate($0) })).map(\.statement)
    }
    #expect(try found("renard", nil) == ["Fox promises 10 000 €", "Fox promises 400 km"])
    #expect(try found("renard", "2027") == ["Fox promises 400 km"])
    #expect(try found("alpha", nil).count == 4, "through the brand and the site")
    #expect(try found(nil, "2025-H2") == ["Fox promises 10 000 €", "Cléon produces M7"])
    #expect(try found("gamma", nil) == [])
  }
}
