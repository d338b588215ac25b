import ResultFormats
import Sillage
import Testing

/// A subquery that is asked once for rows that hold the same of what it reads gives each of them what it would have been given alone.
@Suite("Subqueries by what they read")
struct AskOnceTests {
  static let subqueries = [
    "EXISTS { MATCH (m:B) WHERE m.k = n.k }", "NOT EXISTS { MATCH (m:B {k: n.k}) WHERE m.i > 30 }", "COUNT { MATCH (m:B) WHERE m.k = n.k AND m.i > n.i }",
    "COUNT { MATCH (m:B)-[:R]->(x) WHERE m.k = n.k }", "COLLECT { MATCH (m:B) WHERE m.k = n.k RETURN m.i ORDER BY m.i LIMIT 3 }",
    "COLLECT { MATCH (m:B {i: 1}) RETURN n.v / 2 }", "COLLECT { MATCH (m:B {i: 1}) RETURN toString(n.v) }", "COLLECT { MATCH (m:B {i: 1}) RETURN [n.v, n.f, 1 / n.f] }",
    "COUNT { MATCH (m:B) WHERE m.k = n.k MATCH (o:B) WHERE o.k = m.k AND o.i < n.i % 3 }", "EXISTS { MATCH (m:B) WHERE m.k = n.k AND EXISTS { (m)-[:R]->(x) WHERE x.k = n.k } }",
    "COUNT { MATCH (n)-[:R]->(m) WHERE m.k = n.k }", "COUNT { MATCH (m:B) WHERE m.i = n.i % 5 RETURN m.i AS one UNION MATCH (m:A) WHERE m.k = n.k RETURN 1 AS one }",
    "EXISTS { MATCH (m:B) WHERE m.l = n.l }", "COUNT { MATCH (m:B) WHERE m.d = n.d }", "COUNT { MATCH (m:B) WHERE m.k IN [n.k, 'b'] }", "COUNT { MATCH (m:B) }",
    "COUNT { MATCH (m:B)-[r:R*1..2 {w: n.w}]->() }", "size([(m:B)-[:R]->(x) WHERE x.k = n.k | m.i + n.w])",
  ]

  private static func database(isCompacted: Bool) throws -> GraphDatabase {
    let database = try GraphDatabase.inMemory()
    let write = QueryOptions(mayWrite: true)
    for text in [
      "UNWIND range(0, 59) AS i CREATE (:A {i: i, k: ['a', 'b', 'c', null][i % 4], w: i % 3, v: [1, 1.0, 2, 'x', null, true][i % 6], f: [0.0, -0.0, 1.5][i % 3], "
        + "l: [i % 2, i % 3], d: date('2024-01-01') + duration({days: i % 5})})",
      "UNWIND range(0, 39) AS i CREATE (:B {i: i, k: ['a', 'b', 'd', null, 1][i % 5], l: [i % 2, 1], d: date('2024-01-02') + duration({days: i % 3})})",
      "MATCH (b:B), (a:A) WHERE a.i = b.i % 7 CREATE (b)-[:R {w: b.i % 3}]->(a)-[:R {w: a.i % 2}]->(b)", "MATCH (a:A {i: 59}) SET a.k = 7, a.w = 1.0",
    ] { _ = try database.query(text, options: write) }
    if isCompacted { try database.optimize() }
    return database
  }

  @Test(arguments: subqueries, [false, true])
  func asAlone(subquery: String, isCompacted: Bool) throws {
    let database = try Self.database(isCompacted: isCompacted)
    let starts = ["MATCH (n:A)", "UNWIND range(0, 119) AS u MATCH (n:A {i: u % 60})", "UNWIND range(0, 60) AS u OPTIONAL MATCH (n:A {i: u})"]
    for start in starts {
      let query = "\(start) WITH n, \(subquery) AS v RETURN n.i AS i, v ORDER BY i"
      var answers: [[[ResultValue]]?] = []
      for off in [[.askOnce], [], Set(Rule.allCases)] as [Set<Rule>] {
        for capacity in [1, 7, 1_024] {
          answers.append(try? database.query(query, options: QueryOptions(batchCapacity: capacity, disabledRules: off)).rows)
        }
      }
      let first = answers.first.flatMap { $0 }?.map(\.description)
      #expect(answers.allSatisfy { $0?.map(\.description) == first }, "\(query)")
      #expect(first.map { $0.count >= 60 } ?? subquery.contains("/"), "\(query)")
    }
  }

  /// What differs each time is asked each time, and what was written in between is seen.
  @Test func anew() throws {
    let database = try Self.database(isCompacted: false)
    let random = "MATCH (n:A) WITH COLLECT { MATCH (m:B {i: 1}) WHERE n.w >= 0 RETURN rand() } AS r RETURN count(DISTINCT r) AS n"
    #expect(try database.query(random).rows == [[.integer(60)]])
    let write = QueryOptions(mayWrite: true)
    let written = "UNWIND [1, 1, 1] AS i CALL (i) { CREATE (:C {i: i}) } WITH i, COUNT { MATCH (c:C) WHERE c.i = i } AS n RETURN n"
    #expect(try database.query(written, options: write).rows == Array(repeating: [.integer(3)], count: 3))
    let deleted = "MATCH (n:C) WITH n, n.i AS i DETACH DELETE n WITH n, i WHERE NOT EXISTS { MATCH (m:D) WHERE m.i = n.i } RETURN count(*) AS n"
    #expect(try database.query(deleted, options: write).rows == [[.integer(3)]])
  }
}
