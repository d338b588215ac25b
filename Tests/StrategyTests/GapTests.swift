import GraphModel
import Strategy
import Testing

@Suite struct GapTests {
  private static let text = """
    entities:
      cleon: {type: Site, name: Cléon, opened: 1958, source: jde 2025-09 high, relations: [
              {operated_by: alpha, source: gk 2026-11 low}, {produces: m7, source: jde 2024-01 high},
              {produces: m8, start: 2026-06, status: planned, source: other 2026-02 high}]}
      douai: {type: Site, name: Douai, source: jde 2025-09 high, relations: [{peer_of: cleon, end: 2026-01, status: ended-planned, source: other 2025-12 high}]}
      renard: {type: Brand, name: Renard, source: jde 2025-09 high, relations: [{brand_of: alpha, source: jde 2026-10 high}]}

    """

  private func gaps(_ kind: Gap.Kind, _ today: String, claims: String = "", text: String = text) throws -> [String] {
    let (graph, schema) = try AuditSample.graph(text, claims: claims)
    let rules = GapRules(today: try #require(PartialDate(today).last), months: 12, kinds: [kind])
    return try Ledger(of: graph, schema: schema).gaps(rules, EvidenceReading(graph)).map {
      "\($0.subject) \($0.predicate ?? "-") \($0.object ?? "-"): \($0.detail)"
    }
  }

  @Test func `what nobody looked up`() throws {
    #expect(try gaps(.generalKnowledge, "2026-11-26") == ["cleon operated_by alpha: nobody looked it up"])
  }

  @Test func `one source, until a claim of an article says the same`() throws {
    #expect(try gaps(.singleSource, "2026-11-26").contains("cleon produces m7: one source"))
    let claim = "  c1: {cleon produces: m7, modality: fact, quote: abc, at: 1-4}\n"
    #expect(try !gaps(.singleSource, "2026-11-26", claims: claim).contains("cleon produces m7: one source"))
  }

  @Test func `documents that repeat each other are one source, unless the text says otherwise`() throws {
    func text(_ origin: String) -> String {
      AuditSample.site("{produces: m7, source: wire 2024-01 high}", "{produces: m7, start: 2024, source: rewrite 2024-02 high}") + """
        sources:
          wire: {publisher: Wire, title: "A motor is born at Cléon"}
          rewrite: {publisher: Daily, title: "A MOTOR is born at Cleon!"\(origin)}
        """
    }
    let detail = "2 documents of one origin: `wire` and `rewrite` have nearly the same title"
    #expect(
      try gaps(.singleSource, "2026-11-26", text: text("")) == [
        "cleon produces m7: \(detail)", "cleon produces m7: \(detail)",
      ])
    #expect(try gaps(.singleSource, "2026-11-26", text: text(", origin: rewrite")) == [])
    #expect(
      try gaps(.singleSource, "2026-11-26", text: text(", origin: wire")).first
        == "cleon produces m7: 2 documents of one origin: `rewrite` is said to repeat `wire`")
  }

  @Test func `evidence that is older than the months allow`() throws {
    #expect(try gaps(.stale, "2025-01-31") == [])
    #expect(try gaps(.stale, "2025-02-01") == ["cleon produces m7: last checked 2024-01"])
  }

  @Test func `planned dates that have passed`() throws {
    #expect(try gaps(.overdue, "2026-06-30") == ["douai peer_of cleon: its end was announced for 2026-01"])
    #expect(
      try gaps(.overdue, "2026-07-01") == [
        "cleon produces m8: planned for 2026-06", "douai peer_of cleon: its end was announced for 2026-01",
      ])
    let claim = "  c1: {renard promises: m7, modality: plan, stage: announced, due: 2025, quote: abc, at: 1-4}\n"
    #expect(try gaps(.overdue, "2026-01-01", claims: claim) == ["renard promises m7: announced, due 2025"])
    #expect(try gaps(.overdue, "2026-01-01", claims: claim.replacing("announced", with: "done")) == [])
    let later = "  c2: {renard promises: m7, modality: plan, stage: postponed, due: 2027, date: 2025-10, quote: abc, at: 1-4}\n"
    #expect(try gaps(.overdue, "2026-01-01", claims: claim + later) == [], "its date has moved")
    #expect(try gaps(.overdue, "2028-01-01", claims: claim + later).contains("renard promises m7: postponed, due 2027"))
    #expect(try gaps(.overdue, "2028-01-01", claims: claim + later.replacing("postponed", with: "dropped")).count == 2)
  }

  @Test func `slots that the schema expects`() throws {
    #expect(
      try gaps(.emptySlot, "2026-11-26") == [
        "douai opened -: expected of every `Site`", "douai operated_by -: expected of every `Site`",
      ])
  }

  @Test func `things that are named and of which nothing is said`() throws {
    #expect(
      try gaps(.undescribed, "2026-11-26") == [
        "alpha - -: Alpha is named, and nothing is said of it", "m7 - -: M7 is named, and nothing is said of it",
        "m8 - -: M8 is named, and nothing is said of it",
      ])
    let claim = "  c1: {m7 promises: \"=250 kW\", modality: plan, quote: abc, at: 1-4}\n"
    #expect(try gaps(.undescribed, "2026-11-26", claims: claim).count == 2)
  }

  @Test func `the schema says whose name says all`() throws {
    let text = """
      entities:
        range: {type: Idea, name: range, source: jde 2025 high}
        segments: {type: Theme, name: Segments, source: jde 2025 high}
        both: {type: [Idea, Product], name: Both, source: jde 2025 high}
        cleon: {type: Site, name: Cléon, source: jde 2025 high}
      """
    let claims = ["range", "segments", "both"].map { "  c-\($0): {cleon promises: \($0), modality: plan, quote: abc, at: 1-4}\n" }.joined()
    let found = try gaps(.undescribed, "2026-11-26", claims: claims, text: text)
    #expect(found == ["segments - -: Segments is named, and nothing is said of it"])
  }

  @Test func `several sources in one language`() throws {
    let claim = "  c1: {cleon produces: m7, modality: fact, quote: abc, at: 1-4}\n"
    #expect(try gaps(.oneLanguage, "2026-11-26", claims: claim) == ["cleon produces m7: all in `fr`"])
    #expect(try gaps(.oneLanguage, "2026-11-26") == [], "one source is another gap")
  }
}
