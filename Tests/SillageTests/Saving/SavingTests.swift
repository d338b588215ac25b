import Foundation
import Sillage
import Testing

@Suite("Saving a database as text")
struct SavingTests {
  private let copy: ProjectCopy

  init() throws {
    copy = try ProjectCopy()
    _ = try copy.project.build()
  }

  private func write(_ queries: String...) throws {
    let database = try GraphDatabase.open(copy.root + "/sillage.db", writable: true)
    for query in queries { _ = try database.query(query, options: QueryOptions(mayWrite: true)) }
    database.close()
  }

  /// The lines of a diff that were removed and added.
  private func lines(_ report: SaveReport) -> [String] {
    report.diff.split(separator: "\n").map(String.init).filter { line in
      (line.hasPrefix("-") && !line.hasPrefix("---")) || (line.hasPrefix("+") && !line.hasPrefix("+++"))
    }
  }

  @Test("An unchanged database changes nothing, and neither does a change that was taken back")
  func unchanged() throws {
    let before = try copy.files
    #expect(try copy.project.save().files == [])
    try write("MATCH (s:Site {id: 'cleon-plant'}) SET s.opened = '1960'", "MATCH (s:Site {id: 'cleon-plant'}) SET s.opened = '1958'")
    let report = try copy.project.save()
    #expect(report.files == [] && report.diff == "" && report.unsourced == 0)
    #expect(try copy.files == before)
  }

  @Test("A value changes in its place; a new one comes where its like stands; comments stay")
  func values() throws {
    try write(
      "MATCH (s:Site {id: 'cleon-plant'}) SET s.opened = '1957-06', s.status = null, s.aliases = s.aliases + 'Cléon (76)'",
      "MATCH (m:Motor {id: 'motor-7dl'}) SET m.note = 'two machines: one a side', m.power_kw = null")
    let report = try copy.project.save()
    #expect(report.files == ["graph-data/motors.yaml", "graph-data/sites/renault-france.yaml"])
    let changed = lines(report)
    #expect(changed.contains("-    opened: 1958") && changed.contains("+    opened: 1957-06"))
    #expect(changed.contains { $0.hasPrefix("+    aliases: [Cléon, Cleon,") && $0.hasSuffix("Renault Cléon, Cléon (76)]") })
    #expect(changed.contains("+    note: \"two machines: one a side\""))
    #expect(changed.count <= 8, "\(changed)")
    #expect(try copy.project.save().files == [])
  }

  @Test("A relation is added beside its subject, changed in its line, and goes with its line")
  func relations() throws {
    try write(
      """
      MATCH (s:Site {id: 'cleon-plant'}), (m {id: 'motor-e7a'}), (d:Site {id: 'douai-plant'})
      MATCH (s)-[r:PRODUCES]->(m) SET r.status = 'reported'
      CREATE (s)-[:PEER_OF {source: 'jde', as_of: '2026-11', confidence: 'low', status: 'claimed', note: 'both, electric'}]->(d)
      """,
      "MATCH (:Site {id: 'cleon-plant'})-[r:PRODUCES]->({id: 'motor-6ak'}) DELETE r",
      "MATCH (:Site {id: 'cleon-plant'})-[r:PRODUCES]->({id: 'cleon-fonte'}) DELETE r")
    let report = try copy.project.save()
    #expect(report.files == ["graph-data/sites/renault-france.yaml"])
    #expect(
      lines(report) == [
        "-      - {produces: [motor-6ak, motor-5dh], source: lt2207 2022-07 high}",
        "+      - {produces: [motor-5dh], source: lt2207 2022-07 high}",
        "-      - {produces: motor-e7a, status: planned, source: mobcit 2025-11 medium}",
        "+      - {produces: motor-e7a, status: reported, source: mobcit 2025-11 medium}",
        "-      - {produces: cleon-fonte, status: ended, source: motnat 2025-09 medium}",
        "+      - {peer_of: douai-plant, status: claimed, source: jde 2026-11 low, note: \"both, electric\"}",
      ])
    #expect(try copy.project.save().files == [])
  }

  @Test("A new entity goes to the file of its kind, without a source as general knowledge")
  func newEntity() throws {
    try write(
      """
      MATCH (a:Brand {id: 'alpine'}), (p {id: 'dieppe-plant'})
      CREATE (v:Vehicle {id: 'alpine-a490', name: 'Alpine A490', energy: ['BEV']})-[:MARKETED_BY]->(a), (p)-[:PRODUCES {status: 'planned', start: '2029'}]->(v)
      """)
    let report = try copy.project.save(source: "jde 2026-11-26 low")
    #expect(report.files == ["graph-data/sites/renault-france.yaml", "graph-data/vehicles/alpine.yaml"])
    #expect(report.unsourced == 3)
    #expect(
      lines(report) == [
        "+      - {produces: alpine-a490, start: 2029, status: planned, source: jde 2026-11-26 low}",
        "+", "+  alpine-a490:", "+    type: Vehicle", "+    name: Alpine A490", "+    energy: [BEV]", "+    source: jde 2026-11-26 low",
        "+    relations:", "+      - {marketed_by: alpine}",
      ])
    let saved = try GraphDatabase.open(copy.root + "/sillage.db")
    let answer = try saved.query("MATCH (v:Product {id: 'alpine-a490'})<-[r:PRODUCES]-(s) RETURN s.id, r.start, r.confidence, v.general_knowledge")
    #expect(ShippedGraph.text(of: answer) == ["dieppe-plant | 2029 | low | false"])
  }

  @Test("An entity goes with its lines and its relations elsewhere")
  func removedEntity() throws {
    try write("MATCH (m:Motor {id: 'motor-5aq'}) DETACH DELETE m")
    let report = try copy.project.save()
    let changed = lines(report)
    #expect(changed.contains("-  motor-5aq:") && changed.contains("+      - {produces: [motor-5al], status: ended, source: gk 2026-11-22 low}"))
    #expect(!String(decoding: copy.bytes("graph-data/motors.yaml") ?? Data(), as: UTF8.self).contains("motor-5aq"))
    #expect(try copy.project.save().files == [])
  }

  @Test("Claims, their places, links, sources and observations are saved where they stand")
  func claims() throws {
    try write(
      "MATCH (c:Claim {id: 'seed-c093'}) SET c.confidence = 'high', c.note = null",
      """
      MATCH (c:Claim {id: 'seed-c001'}), (e {id: 'ev-2025-09-23-millionth-motor'}), (a:Article {id: 'art-four-pillars'})
      CREATE (c)-[:NUANCED_BY {source: 'jde', as_of: '2026-11', confidence: 'low'}]->(e)
      """,
      """
      MATCH (s {id: 'cleon-plant'}), (m {id: 'motor-7dl'}), (by {id: 'author-chelli-earth'}), (a {id: 'art-seed-cleon-pivot'})
      CREATE (c:Claim {id: 'seed-c200', predicate: 'produces', modality: 'plan', polarity: 'positive', date: '2025-09-23/', stage: 'announced', due: '2027'}),
        (c)-[:SUBJECT]->(s), (c)-[:OBJECT]->(m), (c)-[:ASSERTED_BY]->(by),
        (c)-[:EVIDENCED_IN {quote: 'moteur électrique 7DL', start: 33, end: 54, passage_start: 0, passage_end: 73, unit: 'scalar'}]->(a)
      """,
      "MATCH (s:Source {id: 'jde'}) SET s.note = 'read twice'",
      "CREATE (:Source {id: 'leclub', publisher: 'Le Club', title: 'Cléon, suite'})",
      "MATCH (o:Observation {property: 'women_share'}) SET o.value = 15")
    let changed = lines(try copy.project.save())
    #expect(changed.contains { $0.hasPrefix("+") && $0.contains("confidence: high") })
    #expect(changed.contains("+  - {seed-c001: nuanced_by, target: ev-2025-09-23-millionth-motor, source: jde 2026-11 low}"))
    #expect(
      changed.contains {
        $0.hasPrefix("+  seed-c200: {cleon-plant produces: motor-7dl, modality: plan, date: 2025-09-23/, stage: announced, due: 2027")
      })
    #expect(changed.contains { $0.hasPrefix("+  leclub: {publisher: Le Club, title: \"Cléon, suite\"}") })
    #expect(changed.contains { $0.contains("note: read twice") })
    #expect(changed.contains { $0.hasPrefix("+") && $0.contains("property: women_share, value: 15,") })
    #expect(try copy.project.save().files == [])
  }

  @Test("Who tells of a start or an end is saved as three words, and read back")
  func sidesOfRelations() throws {
    try write(
      """
      MATCH (:Site {id: 'dieppe-plant'})-[r:PRODUCES]->({id: 'alpine-a110'})
      SET r.end = '2026-06', r.status = 'ended', r.end_source = 'japal', r.end_as_of = '2026-02-16', r.end_confidence = 'medium'
      """,
      "MATCH (:Brand {id: 'mobilize'})-[r:BRAND_OF]->() SET r.start_as_of = '2021-02'")
    let report = try copy.project.save()
    let changed = lines(report)
    #expect(
      changed.contains(
        "+      - {produces: alpine-a110, end: 2026-06, status: ended, source: boua390 2025-06 high, end_source: japal 2026-02-16 medium}"))
    #expect(changed.contains { $0.hasPrefix("+      - {brand_of: renault-group,") && $0.contains("start_source: mgren 2021-02 high") })
    #expect(changed.count == 4, "\(changed)")
    #expect(try copy.project.save().files == [])
  }

  @Test("Verdicts are added, changed and removed in their lines")
  func verdicts() throws {
    try write(
      """
      MATCH (s {id: 'cleon-plant'})
      CREATE (:Verdict {predicate: 'headcount', sides: [3146, 3228], verdict: 'coexist', reason: 'Two years, two numbers', by: 'ana'})
        -[:VERDICT_ON]->(s)
      """,
      "MATCH (v:Verdict {predicate: 'power'})-[:VERDICT_ON]->({id: 'motor-7dl'}) SET v.verdict = 'refuted', v.sides = v.sides + '240'",
      "MATCH (v:Verdict)-[:VERDICT_ON]->({id: 'flins-site'}) DETACH DELETE v")
    let report = try copy.project.save()
    #expect(report.files == ["graph-data/verdicts.yaml"] && report.leftOut.isEmpty)
    let changed = lines(report)
    #expect(changed.contains("+  - {motor-7dl power: [250, 230, 240], verdict: refuted, date: 2026-11-26,"))
    #expect(changed.contains("-  - {motor-7dl power: [250, 230], verdict: open, date: 2026-11-26,"))
    #expect(changed.contains { $0.hasPrefix("-  - {flins-site operated_by:") })
    #expect(changed.contains("+  - {cleon-plant headcount: [3146, 3228], verdict: coexist, reason: \"Two years, two numbers\", by: ana}"))
    #expect(changed.count == 5, "\(changed)")
    #expect(try copy.project.save().files == [])
  }

  @Test("A verdict on nothing has no place in a text, and is counted")
  func verdictOnNothing() throws {
    try write("CREATE (:Verdict {predicate: 'power', sides: ['1', '2'], verdict: 'open', reason: 'lost'})")
    #expect(try copy.project.save().leftOut == ["verdict on nothing": 1])
  }

  @Test("An article of ours goes with its file, and only where nothing else is left of it")
  func removedArticle() throws {
    let path = "graph-data/articles/small-cars.md"
    try write("MATCH (a {id: 'art-small-cars'}) DETACH DELETE a")
    do {
      _ = try copy.project.save()
      Issue.record("its claims are still there")
    } catch SillageError.faults(let diagnostics, _) {
      #expect(diagnostics.first?.code.name == "E511" && diagnostics.first?.message.contains("the claim `small-cars-c01`") == true)
    }
    #expect(copy.bytes(path) != nil)
    try write("MATCH (c:Claim) WHERE c.id STARTS WITH 'small-cars-' DETACH DELETE c")
    let report = try copy.project.save()
    #expect(report.files == [path] && report.diff.hasPrefix("--- a/\(path)\n+++ /dev/null\n@@ -1,"))
    #expect(lines(report).allSatisfy { $0.hasPrefix("-") })
    #expect(copy.bytes(path) == nil)
    #expect(try copy.project.save().files == [])
  }

  @Test("What the text cannot say is refused, with its place in the text that would be, and nothing is written")
  func refused() throws {
    let before = try copy.files
    try write("MATCH (m:Motor {id: 'motor-7dl'}), (s:Site {id: 'cleon-plant'}) CREATE (m)-[:PRODUCES]->(s)")
    do {
      _ = try copy.project.save()
      Issue.record("a motor makes no site")
    } catch SillageError.faults(let diagnostics, let sources) {
      let fault = try #require(diagnostics.first { $0.severity == .error })
      #expect(fault.code.name == "E418" && fault.source == "graph-data/motors.yaml")
      let source = try #require(sources.first { $0.name == fault.source })
      #expect(source.line(source.place(of: fault.span.start).line).contains("{produces: cleon-plant"))
    }
    #expect(try copy.files == before)
  }

  @Test("Where the text has moved on since the build, neither is overwritten")
  func movedOn() throws {
    try write("MATCH (s:Site {id: 'cleon-plant'}) SET s.opened = '1959'")
    try copy.replace("opened: 1958", by: "opened: 1960", in: "graph-data/sites/renault-france.yaml")
    let before = try copy.files
    do {
      _ = try copy.project.save()
      Issue.record("two changes of the same text")
    } catch SillageError.faults(let diagnostics, _) {
      #expect(diagnostics.map(\.code.name) == ["E510"])
    }
    #expect(try copy.files == before)
  }

  @Test("A trial shows the diff and writes nothing")
  func trial() throws {
    let before = try copy.files
    try write("MATCH (s:Site {id: 'cleon-plant'}) SET s.opened = '1959'")
    #expect(lines(try copy.project.save(isTrial: true)) == ["-    opened: 1958", "+    opened: 1959"])
    #expect(try copy.files == before)
  }
}
