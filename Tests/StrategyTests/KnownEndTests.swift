import GraphFiles
import GraphModel
import Strategy
import TestKit
import Testing

/// What a graph says of a relationship whose start and end were told by different sources, looked at from different times.
@Suite struct KnownEndTests {
  private static let text = """
    entities:
      cleon: {type: Site, name: Cléon, status: sold, note: Sold in 2023, opened: 1958, source: other 2024-02 high, relations: [
              {operated_by: alpha, start: 2001, end: 2023, status: ended, source: jde 2020-05 medium, end_source: other 2024-02 high, note: The old one},
              {operated_by: beta, start: 2023, end: 2026-07, status: ended-planned, source: jde 2026-01 high, start_source: gk 2023-12 low,
               note: It is to be sold}]}
    """

  /// The relations to each operator as somebody sees them who knows what was known then.
  private func operators(knownAt: String, asOf: String? = nil) throws -> [String: [String: String]] {
    let (graph, schema) = try AuditSample.graph(Self.text)
    let frame = TimeFrame(asOf: try asOf.map { try PartialDate($0) }, knownAt: try PartialDate(knownAt))
    let ledger = try Ledger(of: frame.view(of: graph), schema: schema)
    let relations = ledger.relations.map { relation in
      (relation.object, relation.properties.mapValues { Self.text($0) })
    }
    return Dictionary(uniqueKeysWithValues: relations)
  }

  private static func text(_ value: Value?) -> String {
    switch value {
    case .string(let text)?: text
    case .boolean(let flag)?: "\(flag)"
    default: ""
    }
  }

  @Test func `before its first source it is not there`() throws {
    #expect(try operators(knownAt: "2020-04").isEmpty)
    #expect(try Array(operators(knownAt: "2020-05").keys) == ["alpha"])
    #expect(try operators(knownAt: "2023-12").count == 2)
  }

  @Test func `an end that was told later is not there, and nothing that tells of it`() throws {
    let before = try #require(operators(knownAt: "2024-01")["alpha"])
    #expect(
      before == [
        "status": "asserted", "start": "2001", "source": "jde", "as_of": "2020-05", "confidence": "medium", "note": "The old one",
        "general_knowledge": "false",
      ])
    let after = try #require(operators(knownAt: "2024-02")["alpha"])
    #expect(after["status"] == "ended" && after["end"] == "2023" && after["end_source"] == "other" && after["end_as_of"] == "2024-02")
  }

  @Test func `while only the first source was known, it is the source`() throws {
    let first = try #require(operators(knownAt: "2025")["beta"])
    #expect(
      first == ["status": "asserted", "start": "2023", "source": "gk", "as_of": "2023-12", "confidence": "low", "general_knowledge": "true"])
    let whole = try #require(operators(knownAt: "2026-01")["beta"])
    #expect(whole["status"] == "ended-planned" && whole["end"] == "2026-07" && whole["source"] == "jde" && whole["start_source"] == "gk")
  }

  @Test func `what nobody knew to end goes on`() throws {
    #expect(try Set(operators(knownAt: "2024-01", asOf: "2024-01").keys) == ["alpha", "beta"])
    #expect(try Set(operators(knownAt: "2024-02", asOf: "2024-01").keys) == ["beta"])
    #expect(try Set(operators(knownAt: "2025", asOf: "2026-12").keys) == ["beta"])
    #expect(try operators(knownAt: "2026-01", asOf: "2026-12").isEmpty)
  }

  @Test func `of a thing that was looked up later, its state is not known`() throws {
    let (graph, schema) = try AuditSample.graph(Self.text)
    func thing(_ date: String) throws -> LedgerEntity {
      try #require(Ledger(of: TimeFrame(knownAt: PartialDate(date)).view(of: graph), schema: schema).entities["cleon"])
    }
    #expect(try Set(thing("2024-01").properties.keys).isDisjoint(with: ["status", "note"]))
    #expect(try Self.text(thing("2024-01").properties["opened"]) == "1958")
    #expect(try Self.text(thing("2024-02").properties["status"]) == "sold")
  }

  @Test func `evidence of it are all of its sources`() throws {
    let (graph, _) = try AuditSample.graph(Self.text)
    var found = Adjacency()
    try graph.scanRelationships(types: [try #require(graph.relationshipType(named: "OPERATED_BY"))], after: nil, limit: 9, into: &found)
    let reading = EvidenceReading(graph)
    let items = try found.relationships.map { try reading.items(behind: $0) }
    #expect(items.map { $0.map(\.source) } == [["jde", "other"], ["jde", "gk"]])
    #expect(items.map { $0.map(\.tellsOfEnd) } == [[false, true], [false, false]])
    #expect(try reading.origins(of: items[0]).count == 2)
  }

  @Test func `two dates of knowledge differ by the end`() throws {
    let (graph, schema) = try AuditSample.graph(Self.text)
    func ledger(_ date: String) throws -> Ledger { try Ledger(of: TimeFrame(knownAt: PartialDate(date)).view(of: graph), schema: schema) }
    let changes = GraphDifference(from: try ledger("2024-01"), to: try ledger("2024-02")).items.filter { $0.kind == .relation }
    #expect(changes.map(\.object) == ["alpha"])
    let fields = Dictionary(uniqueKeysWithValues: try #require(changes.first).fields.map { ($0.name, [$0.before, $0.after]) })
    #expect(fields["status"] == ["asserted", "ended"] && fields["end"] == [nil, "2023"])
  }

  @Test func `an end that was announced is a promise of whoever told it`() throws {
    let today = try #require(PartialDate("2026-08-01").last)
    let promises = try AuditSample.ledger(
      AuditSample.site("{operated_by: beta, end: 2026-07, status: ended-planned, source: jde 2024 high, end_source: other 2026-02 high}")
    ).promises(PromiseRules(today: today))
    #expect(promises.flatMap(\.steps).map { [$0.said, $0.source, $0.due] } == [["2026-02", "other", "2026-07"]])
  }
}
