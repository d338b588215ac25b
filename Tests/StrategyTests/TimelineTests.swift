import GraphModel
import Strategy
import Testing

@Suite struct TimelineTests {
  @Test func `in the order of time, each once`() throws {
    let ledger = try AuditSample.ledger(
      """
      entities:
        cleon: {type: Site, name: Cléon, opened: 1958, source: jde 2025-09 high, relations: [
                {operated_by: alpha, end: 2023-11, status: ended}, {operated_by: beta, start: 2023-11},
                {produces: m7, start: 2025-09-23}, {produces: m8}]}
        line: {type: Event, name: The line opens, date: 2025-09-23, source: jde 2025-09 high, relations: [{concerns: [cleon, m7]}, {concerns: cleon, start: 2025-09-23}]}
      observations:
        - {subject: cleon, property: head_count, value: 3146, unit: people, date: 2025-09-24, source: jde}
        - {subject: cleon, property: output, value: 5, source: jde}

      """, claims: "  c1: {cleon produces: m8, modality: plan, stage: announced, due: 2027, quote: abc, at: 1-4}\n")
    let lines = ledger.timeline(of: "cleon").entries.map { "\($0.start ?? "")…\($0.end ?? "") \($0.kind) \($0.label) \($0.text) \($0.days)" }
    #expect(
      lines == [
        "…2023-11 relation operated by Alpha until 2023-11-01", "2023-11… relation operated by Beta from 2023-11-01",
        "2025-09-23… event event The line opens 2025-09-23 to 2025-09-24", "2025-09-23… relation produces M7 from 2025-09-23",
        "2025-09-24… observation head count 3146 people 2025-09-24 to 2025-09-25",
        "2027… promise produces M8 2027-01-01 to 2028-01-01",
      ])
    #expect(ledger.timeline(of: "m7").entries.map(\.label) == ["event", "produced at"])
    #expect(ledger.timeline(of: "gamma").entries.isEmpty)
  }
}
