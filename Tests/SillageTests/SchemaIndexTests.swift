import Sillage
import Testing

@Suite("Indexes")
struct SchemaIndexTests {
  @Test func anIndexIsMadeShownUsedAndDropped() throws {
    let bench = try SchemaWorkbench()
    try bench.run("UNWIND range(1, 20) AS i CREATE (:Site {code: i % 7, name: 'S' + i})")
    let query = "MATCH (s:Site {code: 3}) RETURN s.name ORDER BY s.name"
    let plan = "EXPLAIN " + query
    let answer = try bench.lines(query)
    #expect(answer == ["S10", "S17", "S3"])
    #expect(try bench.lines(plan).contains { $0.contains("SeekNodes") } == false)

    #expect(try bench.run("CREATE INDEX site_code FOR (s:Site) ON (s.code)").changes.indexesAdded == 1)
    #expect(try bench.lines(plan).contains { $0.contains("SeekNodes") })
    #expect(try bench.lines(query) == answer)
    #expect(try bench.run("CREATE TEXT INDEX FOR (s:Site) ON (s.name)").changes.indexesAdded == 1)
    #expect(
      try bench.lines("SHOW INDEXES") == [
        #"index_Site_name | TEXT | NODE | ["Site"] | ["name"] | null"#,
        #"site_code | RANGE | NODE | ["Site"] | ["code"] | null"#,
      ])
    #expect(
      try bench.run("SHOW INDEXES").columns == ["name", "type", "entityType", "labelsOrTypes", "properties", "owningConstraint"])

    #expect(try bench.run("DROP INDEX site_code").changes.indexesRemoved == 1)
    #expect(try bench.lines(plan).contains { $0.contains("SeekNodes") } == false)
    #expect(try bench.lines(query) == answer)
    try bench.run("CREATE INDEX FOR (s:Site) ON (s.code)")
    #expect(try bench.lines(query) == answer)
  }

  @Test func anIndexMayComeBeforeItsNodes() throws {
    let bench = try SchemaWorkbench()
    try bench.run("CREATE INDEX FOR (p:Person) ON (p.name)")
    try bench.run("CREATE (:Person {name: 'Ann'}), (:Person {name: 'Bo'})")
    try bench.run("MATCH (p:Person {name: 'Bo'}) SET p.name = 'Cy'")
    #expect(try bench.lines("MATCH (p:Person {name: 'Cy'}) RETURN p.name") == ["Cy"])
    #expect(try bench.lines("MATCH (p:Person {name: 'Bo'}) RETURN p.name") == [])
  }

  @Test func ifNotExistsAndIfExistsChangeNothing() throws {
    let bench = try SchemaWorkbench()
    try bench.run("CREATE INDEX one FOR (n:A) ON (n.k)")
    let before = try bench.contents()
    for text in [
      "CREATE INDEX two IF NOT EXISTS FOR (n:A) ON (n.k)", "CREATE INDEX one IF NOT EXISTS FOR (n:B) ON (n.k)",
      "DROP INDEX none IF EXISTS", "DROP CONSTRAINT none IF EXISTS",
    ] {
      #expect(try bench.run(text).changes.isEmpty, "\(text)")
    }
    #expect(try bench.contents() == before)
  }

  static let faults: [(text: String, says: String)] = [
    ("CREATE INDEX other FOR (n:A) ON (n.k)", "`A(k)` is indexed already, by `one`"),
    ("CREATE INDEX one FOR (n:B) ON (n.k)", "there is an index or constraint called `one` already"),
    ("CREATE CONSTRAINT one FOR (n:B) REQUIRE n.k IS UNIQUE", "there is an index or constraint called `one` already"),
    ("CREATE INDEX FOR (n:A) ON (n.a, n.a)", "property `a` stands twice"),
    ("CREATE INDEX FOR ()-[r:T]-() ON (r.k)", "`T(k)` is indexed already, by `two`"),
    ("CREATE INDEX FOR ()-[r:T|U]-() ON (r.k)", "an index or constraint is on one label or type"),
    ("CREATE FULLTEXT INDEX one FOR (n:A) ON EACH [n.a]", "there is an index or constraint called `one` already"),
    ("CREATE FULLTEXT INDEX FOR (n:A) ON EACH [n.a, n.a]", "property `a` stands twice"),
    ("DROP INDEX onee", "there is no index `onee`"),
    ("DROP CONSTRAINT one", "there is no constraint `one`"),
    ("EXPLAIN DROP INDEX one", "a command on the schema has no plan that EXPLAIN could show"),
  ]

  @Test(arguments: faults)
  func whatCannotBe(text: String, says: String) throws {
    let bench = try SchemaWorkbench()
    try bench.run("CREATE INDEX one FOR (n:A) ON (n.k)")
    try bench.run("CREATE INDEX two FOR ()-[r:T]-() ON (r.k)")
    let before = try bench.contents()
    #expect(bench.fault(text)?.message == says)
    #expect(try bench.contents() == before)
  }

  @Test func aMisspeltNameGetsTheNearOne() throws {
    let bench = try SchemaWorkbench()
    try bench.run("CREATE INDEX site_code FOR (n:Site) ON (n.code)")
    #expect(bench.fault("DROP INDEX site_cod")?.label == "did you mean `site_code`?")
  }

  @Test func generatedNamesDoNotCollide() throws {
    let bench = try SchemaWorkbench()
    try bench.run("CREATE INDEX index_A_k FOR (n:B) ON (n.z)")
    try bench.run("CREATE INDEX FOR (n:A) ON (n.k)")
    #expect(try bench.lines("SHOW INDEXES").map { $0.prefix { $0 != " " } } == ["index_A_k", "index_A_k_2"])
  }

  @Test func readersMayLookButNotChange() throws {
    let bench = try SchemaWorkbench()
    try bench.run("CREATE INDEX one FOR (n:A) ON (n.k)")
    #expect(try bench.database.query("SHOW INDEXES").rows.count == 1)
    for text in [
      "CREATE INDEX FOR (n:A) ON (n.b)", "DROP INDEX one", "CREATE CONSTRAINT FOR (n:A) REQUIRE n.k IS UNIQUE",
      "DROP CONSTRAINT one IF EXISTS",
    ] {
      do throws(SillageError) {
        _ = try bench.database.query(text)
        Issue.record("\(text) ran")
      } catch {
        #expect(error.diagnostics.first?.fault?.kind == .writeNotAllowed)
      }
    }
  }

  @Test func theSchemaStaysInTheFile() throws {
    let path = ShippedGraph.folder + "/schema-stays.db"
    let options = QueryOptions(mayWrite: true)
    let database = try GraphDatabase.create(path)
    _ = try database.query("CREATE (:A {k: 1, t: 'x'})-[:R {since: 1}]->(:A {k: 2, t: 'y'})", options: options)
    for text in [
      "CREATE INDEX kay FOR (n:A) ON (n.k)", "CREATE INDEX since FOR ()-[r:R]-() ON (r.since)",
      "CREATE INDEX both FOR ()-[r:R]-() ON (r.since, r.until)", "CREATE CONSTRAINT u FOR (n:A) REQUIRE n.t IS UNIQUE",
      "CREATE CONSTRAINT FOR (n:A) REQUIRE n.k IS :: INTEGER | LIST<STRING NOT NULL>",
      "CREATE CONSTRAINT FOR ()-[r:R]-() REQUIRE r.since IS NOT NULL",
    ] { _ = try database.query(text, options: options) }
    let shown = try ["SHOW INDEXES", "SHOW CONSTRAINTS"].map { ShippedGraph.text(of: try database.query($0)) }
    database.close()
    let again = try GraphDatabase.open(path)
    #expect(try ["SHOW INDEXES", "SHOW CONSTRAINTS"].map { ShippedGraph.text(of: try again.query($0)) } == shown)
    #expect(shown[1].count == 3)
  }

  /// An index on relationships finds the same ones whether they are rows, in the base, or changed since.
  @Test func anIndexOnRelationshipsFollowsWhatIsWritten() throws {
    let bench = try SchemaWorkbench()
    try bench.run("UNWIND range(1, 30) AS i CREATE (:S {i: i})-[:MADE {year: 2000 + i % 5, code: i}]->(:M {i: i})")
    let queries = [
      "MATCH (s)-[r:MADE {year: 2003}]->(m) RETURN s.i ORDER BY s.i",
      "MATCH (s:S)-[r:MADE]->(m) WHERE r.year IN [2001, 2004, 2004, null] RETURN m.i ORDER BY m.i",
      "UNWIND [7, 8, 8] AS c MATCH (m)<-[r:MADE {code: c}]-(s) RETURN s.i ORDER BY s.i",
      "MATCH (a)-[r:MADE]-(b) WHERE r.year = 2002 RETURN a.i, b.i ORDER BY a.i",
      "MATCH (s)-[r:MADE]->(m) WHERE r.year > 2002 AND r.code < 12 RETURN r.code ORDER BY r.code",
      "MATCH ()-[r:MADE {year: 2003}]->(), ()-[q:MADE {year: 2003}]->() RETURN count(*)",
    ]
    let changes = [
      "MATCH ()-[r:MADE]->() WHERE r.code IN [3, 8, 9] SET r.year = 2003, r.code = r.code + 100",
      "MATCH ()-[r:MADE {code: 13}]->() DELETE r", "MATCH ()-[r:MADE {code: 18}]->() REMOVE r.year",
      "MATCH (s:S {i: 4}), (m:M {i: 5}) CREATE (s)-[:MADE {year: 2003, code: 8}]->(m)",
    ]
    for key in ["year", "code"] { try bench.run("CREATE INDEX FOR ()-[r:MADE]-() ON (r.\(key))") }
    for change in [nil] + changes.map(Optional.some) {
      if let change { try bench.run(change) }
      for isCompact in [false, true] {
        if isCompact { try bench.database.optimize() }
        for query in queries {
          let options = QueryOptions(disabledRules: [.seekRelationships, .testInScan])
          let expected = ShippedGraph.text(of: try bench.database.query(query, options: options))
          #expect(try bench.lines(query) == expected, "\(change ?? "at first"), \(query)")
        }
      }
    }
    #expect(try bench.lines(queries[2]) == ["4", "4", "7"])
    for query in queries.prefix(4) {
      #expect(try bench.lines("EXPLAIN " + query).contains { $0.contains("SeekRelationships") }, "\(query)")
    }
  }

  @Test func functionsAndProceduresAreShown() throws {
    let bench = try SchemaWorkbench()
    let functions = try bench.lines("SHOW FUNCTIONS")
    #expect(functions.count > 100)
    #expect(
      functions.contains(
        #"left | string | ["left(string :: STRING, length :: INTEGER) :: STRING"] | The first characters of a string | "#
          + "RETURN left('Aurora', 3) | []"))
    #expect(try bench.run("SHOW PROCEDURES").columns == ["name", "signature", "description"])
  }
}
