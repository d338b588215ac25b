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

  private func gaps(_ kind: Gap.Kind, _ today: String, claims: String = "") throws -> [String] {
    let ledger = try AuditSample.ledger(Self.text, claims: claims)
    let rules = GapRules(today: try #require(PartialDate(today).last), months: 12, kinds: [kind])
    return ledger.gaps(rules).map { "\($0.subject) \($0.predicate ?? "-") \($0.object ?? "-"): \($0.detail)" }
  }

  @Test func `what nobody looked up`() throws {
    #expect(try gaps(.generalKnowledge, "2026-11-26") == ["cleon operated_by alpha: nobody looked it up"])
  }

  @Test func `one source, until a claim of an article says the same`() throws {
    #expect(try gaps(.singleSource, "2026-11-26").contains("cleon produces m7: one source"))
    let claim = "  c1: {cleon produces: m7, modality: fact, quote: abc, at: 1-4}\n"
    #expect(try !gaps(.singleSource, "2026-11-26", claims: claim).contains("cleon produces m7: one source"))
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

  @Test func `several sources in one language`() throws {
    let claim = "  c1: {cleon produces: m7, modality: fact, quote: abc, at: 1-4}\n"
    #expect(try gaps(.oneLanguage, "2026-11-26", claims: claim) == ["cleon produces m7: all in `fr`"])
    #expect(try gaps(.oneLanguage, "2026-11-26") == [], "one source is another gap")
  }
}
