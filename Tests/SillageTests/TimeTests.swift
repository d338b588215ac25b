import Foundation
import Sillage
import Testing

/// A look from a time is the same as a look at a graph in which what cannot be seen from there does not exist.
@Suite("Looking from a time")
struct TimeTests {
  /// What a plain reading of the rule says of one relationship, day by day and text by text.
  private struct Rule {
    var asOf: String?
    var knownAt: String?
    var includesPlanned = false

    /// The last day of a date, as text.
    private func lastDay(_ date: String) -> String {
      guard let period = PartialDate(.string(date)) else { return "9999" }
      return (period.last ?? period.first)?.description ?? "9999"
    }

    func isKnown(_ learnt: String?) -> Bool {
      guard let knownAt, let learnt else { return true }
      return lastDay(learnt) <= lastDay(knownAt)
    }

    /// `asOf` is a day here, so that its label at the precision of a date can be compared with that date.
    func holds(_ status: String?, _ start: String?, _ end: String?, _ learnt: String?) -> Bool {
      guard let asOf else { return true }
      func label(like date: String) -> String { String(asOf.prefix(date.utf8.count)) }
      // Of a range that a date is given as, the first end counts.
      let start = start.map { String($0.prefix { $0 != "/" }) }
      var end = end
      if status == "ended", end == nil {
        guard let learnt else { return false }
        end = learnt
      }
      if status == "planned", start == nil, !includesPlanned { return false }
      let isPlan = status == "planned" && includesPlanned
      if let start, !isPlan, label(like: start) < start { return false }
      guard let end else { return true }
      let isOnePeriod = start.map { String($0.prefix(end.utf8.count)) >= end } ?? false
      return isOnePeriod && !isPlan ? label(like: end) <= end : label(like: end) < end
    }
  }

  /// A copy of the shipped graph without what the rule hides.
  private func pruned(_ rule: Rule) throws -> GraphDatabase {
    let graph = try ShippedGraph.open(writable: true)
    if rule.knownAt != nil { try forget(rule, in: graph) }
    let relationships = try graph.query("MATCH ()-[r]->() RETURN id(r), r.status, r.start, r.end, r.as_of").rows
    let hidden = relationships.filter { row in
      !rule.holds(text(row[1]), text(row[2]), text(row[3]), text(row[4])) || !rule.isKnown(text(row[4]))
    }.map { $0[0] }
    let write = QueryOptions(mayWrite: true)
    try graph.query(
      "MATCH ()-[r]->() WHERE id(r) IN $ids DELETE r", parameters: [ResultField("ids", .list(hidden))], options: write
    ).expectChanges()
    guard rule.knownAt != nil else { return graph }
    let dated = try graph.query("MATCH (n:Claim|Source|Article|Verdict) RETURN id(n), n.date").rows
    let observed = try graph.query(
      "MATCH (n:Observation) OPTIONAL MATCH (s:Source {id: n.source}) RETURN id(n), s.date"
    ).rows
    let nodes = (dated + observed).filter { !rule.isKnown(text($0[1])) }.map { $0[0] }
    try graph.query(
      "MATCH (n) WHERE id(n) IN $ids DETACH DELETE n", parameters: [ResultField("ids", .list(nodes))], options: write
    ).expectChanges()
    return graph
  }

  /// Takes away what was not known of relationships and things that were: the end of one, the later source of another.
  private func forget(_ rule: Rule, in graph: GraphDatabase) throws {
    let rows = try graph.query(
      "MATCH ()-[r]->() WHERE r.start_as_of IS NOT NULL OR r.end_as_of IS NOT NULL RETURN id(r), r.as_of, r.start_as_of, r.end_as_of"
    ).rows
    func ids(_ condition: (_ asOf: String?, _ start: String?, _ end: String?) -> Bool) -> [ResultField] {
      [ResultField("ids", .list(rows.filter { condition(text($0[1]), text($0[2]), text($0[3])) }.map { $0[0] }))]
    }
    let write = QueryOptions(mayWrite: true)
    let endless = ids { asOf, start, end in rule.isKnown(start ?? asOf) && !rule.isKnown(end ?? asOf) }
    try graph.query(
      """
      MATCH ()-[r]->() WHERE id(r) IN $ids
      SET r.status = CASE WHEN r.status STARTS WITH 'ended' THEN 'asserted' ELSE r.status END
      REMOVE r.end, r.end_source, r.end_as_of, r.end_confidence
      """, parameters: endless, options: write
    ).expectChanges()
    let early = ids { asOf, start, _ in start != nil && rule.isKnown(start) && !rule.isKnown(asOf) }
    try graph.query(
      """
      MATCH ()-[r]->() WHERE id(r) IN $ids
      SET r.source = r.start_source, r.as_of = r.start_as_of, r.confidence = r.start_confidence, r.general_knowledge = false
      REMOVE r.start_source, r.start_as_of, r.start_confidence, r.note
      """, parameters: early, options: write
    ).expectChanges()
    let looked = try graph.query("MATCH (n) WHERE n.as_of IS NOT NULL RETURN id(n), n.as_of").rows.filter { !rule.isKnown(text($0[1])) }
    try graph.query(
      "MATCH (n) WHERE id(n) IN $ids REMOVE n.status, n.note", parameters: [ResultField("ids", .list(looked.map { $0[0] }))],
      options: write
    ).expectChanges()
  }

  private func text(_ value: ResultValue) -> String? {
    if case .string(let text) = value { text } else { nil }
  }

  @Test(
    "Every saved query answers as on a graph without what is hidden",
    arguments: [
      ("2022-06-15", nil, false), ("2024-01-29", nil, true), ("2026-12-01", "2026-01-31", false), (nil, "2024-12-31", false),
    ] as [(String?, String?, Bool)])
  func savedQueries(asOf: String?, knownAt: String?, includesPlanned: Bool) throws {
    let small = try pruned(Rule(asOf: asOf, knownAt: knownAt, includesPlanned: includesPlanned))
    let whole = try ShippedGraph.open()
    let frame = TimeFrame(
      asOf: try asOf.map { try PartialDate($0) }, knownAt: try knownAt.map { try PartialDate($0) }, includesPlanned: includesPlanned)
    let queries = try Project(at: ShippedGraph.root).savedQueries().map { ($0.text, $0.arguments([])) }
    let counts: [(String, [ResultField])] = [
      ("MATCH (a)-[r]->(b) RETURN type(r), count(*) AS n ORDER BY type(r)", []),
      ("MATCH (n) RETURN labels(n)[0], count(*) ORDER BY labels(n)[0]", []),
      ("MATCH (a)-[r]->(b) WHERE r.source IS NOT NULL RETURN a.id, type(r), b.id, properties(r)", []),
      ("MATCH (n {id: 'mobilize'}) RETURN properties(n)", []),
      ("MATCH (a)-->(b)-->(c) RETURN count(*)", []), ("MATCH (s:Site)-[:PRODUCES]->(p) RETURN s.id, count(p) ORDER BY s.id", []),
      ("MATCH (a:Org {id: 'renault-group'})-[*1..2]-(b) RETURN count(DISTINCT b)", []),
      ("MATCH p = shortestPath((a {id: 'mobilize'})-[*..4]-(b {id: 'cleon-plant'})) RETURN length(p)", []),
    ]
    for (query, parameters) in queries + counts {
      let expected = try small.query(query, parameters: parameters)
      let answer = try whole.query(query, parameters: parameters, options: QueryOptions(time: frame))
      #expect(ShippedGraph.text(of: answer).sorted() == ShippedGraph.text(of: expected).sorted(), "\(query)")
    }
  }

  // MARK: In the language

  private func operators(_ prefix: String, _ parameters: [ResultField] = []) throws -> [String] {
    try ShippedGraph.lines(
      "\(prefix) MATCH (:Site {id: 'cleon-plant'})-[:OPERATED_BY]->(o) RETURN o.id ORDER BY o.id", parameters)
  }

  @Test("A statement says from when it looks, in every way to write a date")
  func prefix() throws {
    #expect(try operators("") == ["ampere", "renault-group", "renault-group"])
    #expect(try operators("AS OF 2022-01-01") == ["renault-group"])
    #expect(try operators("AS OF '2023-10-31'") == ["renault-group"])
    #expect(try operators("as of date('2023-11-01')") == ["ampere"])
    #expect(try operators("AS OF 2023") == ["ampere", "renault-group"], "both ran it in that year")
    #expect(try operators("AS OF $day", [ResultField("day", .string("2025-09-23"))]) == ["ampere"])
    #expect(try operators("AS OF date($day)", [ResultField("day", .temporal(.date, "2026-12-01"))]) == ["renault-group"])
    #expect(try operators("AS OF $year", [ResultField("year", .integer(2024))]) == ["ampere"])
    #expect(try operators("AS OF 2025-09-23 INCLUDE PLANNED") == ["ampere", "renault-group"])
    #expect(try operators("AS OF 2026-12-01 KNOWN AT 2025-12") == ["ampere"], "nobody knew yet that it would end")
    #expect(try operators("AS OF 2026-12-01 KNOWN AT 2026-01") == ["renault-group"])
    #expect(try operators("AS OF 2025 KNOWN AT 2022") == ["renault-group"], "nor of the handover before")
    #expect(try ShippedGraph.lines("EXPLAIN AS OF 2022 MATCH (n) RETURN n").count > 0)
  }

  @Test("What cannot be read, and what cannot look back")
  func faults() throws {
    func fault(_ query: String, writable: Bool = false) throws -> String {
      let database = try ShippedGraph.open(writable: writable)
      do throws(SillageError) {
        _ = try database.query(query, options: QueryOptions(mayWrite: writable))
        return ""
      } catch {
        return error.diagnostics.map { "\($0.code) \($0.span.start)-\($0.span.end) \($0.message)" }.joined()
      }
    }
    #expect(try fault("AS OF 2025-13 MATCH (n) RETURN n") == "E219 6-13 `2025-13` is no date: there is no month 13")
    #expect(try fault("AS OF 'soon' MATCH (n) RETURN n") == "E219 6-12 `soon` is no date")
    #expect(try fault("KNOWN AT $d MATCH (n) RETURN n") == "E219 9-11 the parameter $d is missing")
    #expect(try fault("AS OF 2025 AS OF 2026 MATCH (n) RETURN n").hasPrefix("E101"))
    #expect(try fault("AS OF MATCH (n) RETURN n").hasPrefix("E101"))
    #expect(try fault("AS OF 2025 CREATE (n:Site)", writable: true).hasPrefix("E220 0-10"))
    #expect(try fault("AS OF 2025 DROP INDEX one").hasPrefix("E220"))
  }

  @Test("Cards and reasons look from a time, too")
  func cards() throws {
    let graph = try ShippedGraph.open()
    func operators(_ time: TimeFrame) throws -> [String] {
      try graph.card(of: "cleon-plant", time: time).groups.first { $0.name == "OPERATED_BY" }?.relations.map(\.to.id) ?? []
    }
    #expect(try operators(TimeFrame(asOf: PartialDate("2022"))) == ["renault-group"])
    #expect(try graph.why("cleon-plant", "ampere", time: TimeFrame(asOf: PartialDate("2022"))).relations.isEmpty)
    #expect(try !graph.why("cleon-plant", "ampere", time: TimeFrame(asOf: PartialDate("2024"))).relations.isEmpty)
  }
}

extension QueryAnswer {
  /// That the statement did something.
  fileprivate func expectChanges() { #expect(!changes.isEmpty) }
}
