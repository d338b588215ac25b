import Sillage
import Testing

/// Texts that repeat are handed on by number from the base, and as texts from rows: every question has the same answer.
@Suite("Texts that repeat")
struct SharedTextTests {
  /// 1,000 nodes with texts that repeat, some of them missing or another kind of value, and relationships of three types between them.
  private static func database(isCompacted: Bool, isChanged: Bool) throws -> GraphDatabase {
    let database = try GraphDatabase.inMemory()
    let write = QueryOptions(mayWrite: true)
    func run(_ text: String) throws { _ = try database.query(text, options: write) }
    try run(
      """
      UNWIND range(0, 999) AS i
      CREATE (:A {i: i, c: ['FR', 'DE', 'É', '', 'e\u{301}', 'fr'][i % 6], e: ['DE', 'FR', 'É'][i % 3], n: 'Name-' + i,
        m: CASE WHEN i < 960 THEN 'm' + i % 4 ELSE i % 4 END, y: 1990 + i % 30, f: i % 7 / 2.0})
      """)
    try run("CREATE INDEX FOR (a:A) ON (a.i)")
    try run("CREATE INDEX FOR (b:B) ON (b.n)")
    try run("MATCH (a:A) WHERE a.i % 10 = 3 REMOVE a.c")
    try run("UNWIND range(0, 30) AS i CREATE (:B {c: ['IT', 'FR', 'É'][i % 3], n: 'B-' + i})")
    try run("MATCH (a:A) MATCH (b:B {n: 'B-' + a.i % 31}) CREATE (a)-[:R {w: a.i % 50, s: a.e}]->(b), (b)-[:S {w: a.y}]->(a)")
    try run("MATCH (a:A) MATCH (b:A {i: (a.i * 7 + 1) % 1000}) CREATE (a)-[:T {w: a.i % 3}]->(b)")
    if isCompacted { try database.optimize() }
    if isChanged {
      try run("MATCH (a:A) WHERE a.i % 97 = 5 SET a.c = 'new', a.e = 7")
      try run("MATCH (a:A)-[r:R]->() WHERE a.i % 89 = 2 SET r.w = 1000, r.s = null")
      try run("MATCH ()-[r:T]->(a:A) WHERE a.i % 101 = 4 DELETE r")
    }
    return database
  }

  private static let questions = [
    "MATCH (a:A) RETURN DISTINCT a.c AS c, a.y AS y ORDER BY c, y",
    "MATCH (a:A) RETURN a.c AS c, count(*) AS n, min(a.e) AS lo, max(a.n) AS hi ORDER BY n, c",
    "MATCH (a:A) RETURN a.m AS m, count(DISTINCT a.c) AS n, count(DISTINCT a.m) AS k, count(DISTINCT a.f) AS f ORDER BY m",
    "MATCH (a:A) RETURN count(DISTINCT a.i) AS i, count(DISTINCT a.y) AS y, count(DISTINCT a.f + a.y) AS f, count(DISTINCT a.m) AS m",
    "MATCH (a:A) RETURN a.c AS c, count(DISTINCT CASE WHEN a.i % 2 = 0 THEN a.y ELSE a.f * 2 END) AS n ORDER BY c",
    "MATCH (a:A) WHERE a.c = a.e RETURN count(*) AS n, sum(a.i) AS s", "MATCH (a:A) WHERE a.c <> a.e RETURN count(*) AS n, sum(a.i) AS s",
    "MATCH (a:A) WHERE a.c < a.e RETURN sum(a.i) AS s", "MATCH (a:A)-[:R]->(b:B) WHERE a.c = b.c RETURN sum(a.i) AS s, count(b) AS n",
    "MATCH (a:A), (b:B) WHERE a.c = b.c AND a.i < 300 RETURN a.i AS i, b.n AS n ORDER BY i, n",
    "MATCH (a:A) RETURN CASE WHEN a.y < 2000 THEN 'old' WHEN a.y < 2010 THEN 'mid' ELSE a.c END AS k, count(*) AS n ORDER BY k",
    "MATCH (a:A) RETURN toLower(a.c) AS c, size(a.c) AS s, count(*) AS n ORDER BY c, s",
    "MATCH (a:A) RETURN substring(a.n, 3, 3) AS k, count(*) AS n ORDER BY k",
    "MATCH (a:A) RETURN right(a.n, 2) AS r, left(a.c, 1) AS l, count(*) AS n ORDER BY r, l",
    "MATCH (a:A) RETURN toUpper(toString(a.m)) AS m, a.i AS i",
    "MATCH (a:A) WHERE a.c IN ['FR', 'É', ''] AND a.e STARTS WITH 'D' RETURN count(*) AS n, sum(a.i) AS s",
    "MATCH (a:A) WITH a.c + '-' + a.e AS k, a WHERE k CONTAINS 'R-' OR k ENDS WITH 'É' OR k =~ 'D.*' RETURN k, count(*) AS n ORDER BY k",
    "MATCH (a:A) RETURN a.c AS c, a.i AS i ORDER BY c DESC, i SKIP 400 LIMIT 40", "MATCH (a:A) RETURN a.c AS c, a.i AS i ORDER BY c, i DESC LIMIT 30",
    "MATCH (a:A) WITH a.c AS c, collect(a.e)[0..4] AS es RETURN c, es ORDER BY c",
    "MATCH (a:A) RETURN coalesce(a.c, a.e) AS c, count(*) AS n ORDER BY c",
    "MATCH (a:A) WHERE a.i < 200 RETURN a.c AS c UNION MATCH (b:B) RETURN b.c AS c",
    "MATCH (b:B) OPTIONAL MATCH (b)-[r:S]->(a:A) WHERE a.c = b.c RETURN b.n AS n, count(a) AS k, count(r) AS l, collect(DISTINCT a.e) AS es ORDER BY n",
    "MATCH ()-[r]->() RETURN type(r) AS t, count(*) AS n, avg(r.w) AS w, min(r.s) AS s ORDER BY t",
    "MATCH ()-[r:R]->(b) RETURN b.c AS c, r.s AS s, sum(r.w) AS w ORDER BY c, s",
    "MATCH (a)-[r:T]->() WHERE r.w > 0 AND r.w < 2 RETURN r.w AS w, count(r) AS n, count(a) AS k",
    "MATCH (a:A)-[r]->(b) RETURN type(r) + a.e AS t, count(*) AS n ORDER BY t",
    "MATCH (a:A {i: 4})-[:T*2]->(b) RETURN count(b) AS n, sum(b.i) AS s",
    "MATCH (a:A {i: 4})-[:T*3]-(b) RETURN count(*) AS n, count(DISTINCT b) AS d",
    "MATCH (a:A {i: 4})-[r:T*2]->(b) RETURN [x IN r | x.w] AS w, b.i AS i",
    "MATCH p = (a:A {i: 4})-[:R|T*1..1]->(b) RETURN b.n AS n, length(p) AS l ORDER BY n",
    "MATCH (a:A {i: 9})-[:R]->(b)-[:S*1]->(c), (c)-[:T*2]->(d:A) RETURN count(d) AS n, sum(d.i) AS s",
    "MATCH (a:A)-[:R]->(b:B) RETURN a.c AS c, b.c AS d, a.y % 3 AS y, count(*) AS n ORDER BY c, d, y",
    "MATCH (a:A) OPTIONAL MATCH (a)-[:T]->(b {c: a.c}) RETURN a.e AS e, b.c AS c, b.y AS y, count(*) AS n ORDER BY e, c, y",
    "MATCH (a:A)-[:R]->(b)-[:S]->(c) WHERE a.i < 200 RETURN a.n AS a, c.n AS c, count(*) AS n ORDER BY a, c",
    "MATCH (a:A)-[:R]->(b) WITH b, count(a) AS n WHERE n > 32 RETURN b.n AS b, n ORDER BY b",
  ]

  @Test("Whatever is asked, the base and rows answer alike", arguments: [false, true])
  func answers(isChanged: Bool) throws {
    let rows = try Self.database(isCompacted: false, isChanged: isChanged)
    let base = try Self.database(isCompacted: true, isChanged: isChanged)
    for question in Self.questions {
      // What the question does not put in order may come in any.
      func answer(_ database: GraphDatabase, without off: Set<Rule> = []) throws -> [String] {
        let lines = try database.query(question, options: QueryOptions(disabledRules: off)).rows.map { "\($0)" }
        return question.contains("ORDER BY") ? lines : lines.sorted()
      }
      let expected = try answer(rows, without: Set(Rule.allCases))
      #expect(!expected.isEmpty, "\(question)")
      #expect(try answer(rows) == expected, "\(question)")
      #expect(try answer(base) == expected, "\(question)")
    }
  }
}
