import Sillage
import Testing

@Suite("Constraints")
struct SchemaConstraintTests {
  /// A constraint, statements that keep it, and statements that do not with what they are told.
  struct Case: Sendable {
    var constraint: String
    var kept: [String]
    var broken: [(text: String, says: String)]
  }

  /// On a graph with `(:P {id: 1, n: 'Ann'})` as node 1 and `(:P {id: 2, n: 'Bo'})` as node 2, and `-[:R {w: 1}]->` between.
  static let cases: [Case] = [
    Case(
      constraint: "CREATE CONSTRAINT c FOR (p:P) REQUIRE p.id IS UNIQUE",
      kept: [
        "CREATE (:P {id: 3})", "CREATE (:Q {id: 1})", "CREATE (:P), (:P)",
        "MATCH (a:P {id: 1}), (b:P {id: 2}) SET a.id = 2, b.id = 1", "MATCH (a:P {id: 1}) DETACH DELETE a CREATE (:P {id: 1})",
        "CREATE (:P {id: 0.0 / 0.0}), (:P {id: 0.0 / 0.0})",
      ],
      broken: [
        ("CREATE (:P {id: 1})", "nodes 1 and 3 both have `id` 1, against constraint `c` on :`P`"),
        ("UNWIND [1, 2] AS i CREATE (:P {id: [7]})", "nodes 3 and 4 both have `id` [7], against constraint `c` on :`P`"),
        ("MATCH (p:P {id: 2}) SET p.id = 1", "nodes 1 and 2 both have `id` 1, against constraint `c` on :`P`"),
        ("MATCH (p:P {id: 2}) SET p += {id: 1, z: 1}", "nodes 1 and 2 both have `id` 1, against constraint `c` on :`P`"),
        ("CREATE (x {id: 1}) SET x:P", "nodes 1 and 3 both have `id` 1, against constraint `c` on :`P`"),
        ("MERGE (:P {id: 1, n: 'x'})", "nodes 1 and 3 both have `id` 1, against constraint `c` on :`P`"),
      ]),
    Case(
      constraint: "CREATE CONSTRAINT c FOR (p:P) REQUIRE p.n IS NOT NULL",
      kept: [
        "CREATE (p:P) SET p.n = 'Cy'", "CREATE (p:P {n: 1}) REMOVE p.n REMOVE p:P", "CREATE (:Q)",
        "MATCH (p:P) REMOVE p.n SET p.n = 'x'",
      ],
      broken: [
        ("CREATE (:P {id: 3})", "node 3 has no `n`, against constraint `c` on :`P`"),
        ("MATCH (p:P {id: 2}) REMOVE p.n", "node 2 has no `n`, against constraint `c` on :`P`"),
        ("MATCH (p:P {id: 2}) SET p = {id: 2}", "node 2 has no `n`, against constraint `c` on :`P`"),
        ("CREATE (x:X) SET x:P", "node 3 has no `n`, against constraint `c` on :`P`"),
      ]),
    Case(
      constraint: "CREATE CONSTRAINT c FOR (p:P) REQUIRE (p.id, p.n) IS NODE KEY",
      kept: ["CREATE (:P {id: 1, n: 'Bo'})", "CREATE (p:P {id: 2}) SET p.n = 'Ann'"],
      broken: [
        ("CREATE (:P {id: 2, n: 'Bo'})", "nodes 2 and 3 both have `id` 2 and `n` 'Bo', against constraint `c` on :`P`"),
        ("CREATE (:P {id: 3})", "node 3 has no `n`, against constraint `c` on :`P`"),
      ]),
    Case(
      constraint: "CREATE CONSTRAINT c FOR (p:P) REQUIRE (p.id, p.n) IS UNIQUE",
      kept: ["CREATE (:P {id: 1})", "CREATE (:P {id: 1}), (:P {id: 1})"],
      broken: [
        ("CREATE (:P {id: 1, n: 'Ann'})", "nodes 1 and 3 both have `id` 1 and `n` 'Ann', against constraint `c` on :`P`")
      ]),
    Case(
      constraint: "CREATE CONSTRAINT c FOR (p:P) REQUIRE p.id IS :: INTEGER",
      kept: ["CREATE (:P {id: 3})", "CREATE (:P)", "CREATE (:Q {id: 'x'})"],
      broken: [
        ("CREATE (:P {id: 'x'})", "`id` of node 3 is 'x', which is no INTEGER, against constraint `c` on :`P`"),
        ("MATCH (p:P {id: 2}) SET p.id = 2.0", "`id` of node 2 is 2.0, which is no INTEGER, against constraint `c` on :`P`"),
      ]),
    Case(
      constraint: "CREATE CONSTRAINT c FOR (p:P) REQUIRE p.at IS :: LIST<DATE NOT NULL> | DATE",
      kept: ["CREATE (:P {at: date('2026-01-02')})", "CREATE (:P {at: [date('2026-01-02')]})", "CREATE (:P {at: []})"],
      broken: [
        (
          "CREATE (:P {at: ['2026']})",
          "`at` of node 3 is ['2026'], which is no LIST<DATE NOT NULL> | DATE, against constraint `c` on :`P`"
        )
      ]),
    Case(
      constraint: "CREATE CONSTRAINT c FOR ()-[r:R]-() REQUIRE r.w IS NOT NULL",
      kept: ["MATCH (a:P {id: 1}) CREATE (a)-[r:R]->(a) SET r.w = 1", "MATCH (a:P {id: 1}) CREATE (a)-[:S]->(a)"],
      broken: [
        ("MATCH (a:P {id: 1}) CREATE (a)-[:R]->(a)", "relationship 2 has no `w`, against constraint `c` on :`R`"),
        ("MATCH ()-[r:R]->() REMOVE r.w", "relationship 1 has no `w`, against constraint `c` on :`R`"),
      ]),
    Case(
      constraint: "CREATE CONSTRAINT c FOR ()-[r:R]-() REQUIRE r.w IS TYPED FLOAT | INTEGER",
      kept: ["MATCH ()-[r:R]->() SET r.w = 1.5"],
      broken: [
        (
          "MATCH ()-[r:R]->() SET r.w = true",
          "`w` of relationship 1 is true, which is no FLOAT | INTEGER, against constraint `c` on :`R`"
        )
      ]),
  ]

  private func bench() throws -> SchemaWorkbench {
    let bench = try SchemaWorkbench()
    try bench.run("CREATE (a:P {id: 1, n: 'Ann'}), (b:P {id: 2, n: 'Bo'}) CREATE (a)-[:R {w: 1}]->(b)")
    return bench
  }

  @Test(arguments: cases)
  func aStatementKeepsItOrChangesNothing(test: Case) throws {
    for (text, says) in test.broken {
      let bench = try bench()
      #expect(try bench.run(test.constraint).changes.constraintsAdded == 1)
      let before = try bench.contents()
      let fault = bench.fault(text)
      #expect(fault?.message == says, "\(text)")
      #expect(fault?.code.name == "E303" && fault?.fault?.kind == .constraintValidationFailed)
      #expect(try bench.contents() == before, "\(text)")
    }
    for text in test.kept {
      let bench = try bench()
      try bench.run(test.constraint)
      #expect(bench.fault(text)?.message == nil, "\(text)")
    }
  }

  /// The same graphs, the other way round: what the constraint would refuse is there first.
  @Test(arguments: cases)
  func aGraphThatBreaksItCannotGetIt(test: Case) throws {
    for (text, says) in test.broken {
      let bench = try bench()
      try bench.run(text)
      let before = try bench.contents()
      #expect(bench.fault(test.constraint)?.message == says, "\(text)")
      #expect(try bench.contents() == before, "\(text)")
    }
    for text in test.kept {
      let bench = try bench()
      try bench.run(text)
      #expect(bench.fault(test.constraint)?.message == nil, "\(text)")
    }
  }

  @Test func equalNumbersAreEqualWhateverTheirType() throws {
    let bench = try bench()
    try bench.run("CREATE CONSTRAINT c FOR (p:P) REQUIRE p.id IS UNIQUE")
    #expect(bench.fault("CREATE (:P {id: 1.0})")?.message == "nodes 1 and 3 both have `id` 1.0, against constraint `c` on :`P`")
  }

  @Test func constraintsAreShown() throws {
    let bench = try SchemaWorkbench()
    for text in [
      "CREATE CONSTRAINT FOR (n:A) REQUIRE n.id IS UNIQUE", "CREATE CONSTRAINT FOR (n:A) REQUIRE (n.a, n.b) IS NODE KEY",
      "CREATE CONSTRAINT FOR (n:A) REQUIRE n.id IS :: INT", "CREATE CONSTRAINT FOR ()-[r:R]-() REQUIRE r.k IS NOT NULL",
    ] { try bench.run(text) }
    #expect(
      try bench.lines("SHOW CONSTRAINTS") == [
        #"constraint_A_a_b_key | NODE_KEY | NODE | ["A"] | ["a","b"] | constraint_A_a_b_key | null"#,
        #"constraint_A_id_type | NODE_PROPERTY_TYPE | NODE | ["A"] | ["id"] | null | INTEGER"#,
        #"constraint_A_id_unique | UNIQUENESS | NODE | ["A"] | ["id"] | constraint_A_id_unique | null"#,
        #"constraint_R_k_exists | RELATIONSHIP_PROPERTY_EXISTENCE | RELATIONSHIP | ["R"] | ["k"] | null | null"#,
      ])
    #expect(
      try bench.lines("SHOW INDEXES") == [
        #"constraint_A_a_b_key | RANGE | NODE | ["A"] | ["a"] | constraint_A_a_b_key"#,
        #"constraint_A_id_unique | RANGE | NODE | ["A"] | ["id"] | constraint_A_id_unique"#,
      ])
  }

  @Test func theIndexGoesWithItsConstraintUnlessAnotherNeedsIt() throws {
    let bench = try SchemaWorkbench()
    try bench.run("CREATE CONSTRAINT one FOR (n:A) REQUIRE n.a IS UNIQUE")
    try bench.run("CREATE CONSTRAINT two FOR (n:A) REQUIRE (n.a, n.b) IS NODE KEY")
    #expect(bench.fault("DROP INDEX one")?.message == "index `one` serves constraint `one`")
    #expect(try bench.run("DROP CONSTRAINT one").changes.indexesRemoved == 0)
    #expect(try bench.lines("SHOW INDEXES") == [#"two | RANGE | NODE | ["A"] | ["a"] | two"#])
    try bench.run("CREATE (:A {a: 1, b: 1}), (:A {a: 1, b: 2})")
    #expect(bench.fault("CREATE (:A {a: 1, b: 2})") != nil)
    #expect(try bench.run("DROP CONSTRAINT two").changes.indexesRemoved == 1)
    #expect(try bench.contents().count == 2)
    try bench.run("CREATE (:A {a: 1, b: 2})")
  }

  @Test func anIndexThatWasThereStays() throws {
    let bench = try SchemaWorkbench()
    try bench.run("CREATE INDEX mine FOR (n:A) ON (n.a)")
    #expect(try bench.run("CREATE CONSTRAINT one FOR (n:A) REQUIRE n.a IS UNIQUE").changes.indexesAdded == 0)
    #expect(bench.fault("DROP INDEX mine")?.message == "index `mine` serves constraint `one`")
    try bench.run("DROP CONSTRAINT one")
    #expect(try bench.run("DROP INDEX mine").changes.indexesRemoved == 1)
  }

  static let refused: [(text: String, says: String)] = [
    ("CREATE CONSTRAINT FOR (n:A) REQUIRE n.a IS UNIQUE", "there is such a constraint already, `c`"),
    ("CREATE CONSTRAINT c FOR ()-[r:R]-() REQUIRE r.k IS UNIQUE", "there is an index or constraint called `c` already"),
    ("CREATE CONSTRAINT FOR (n:A) REQUIRE n.a IS :: POINT", "a property cannot have type POINT"),
    (
      "CREATE CONSTRAINT FOR (n:A) REQUIRE n.a IS :: LIST<LIST<INT NOT NULL> NOT NULL>",
      "a property cannot have type LIST < LIST < INT NOT NULL > NOT NULL >"
    ),
    ("CREATE CONSTRAINT FOR (n:A) REQUIRE (n.a, n.b) IS NOT NULL", "IS NOT NULL is about one property"),
    ("CREATE CONSTRAINT FOR (n:A) REQUIRE (n.a, n.a) IS UNIQUE", "property `a` stands twice"),
    ("DROP CONSTRAINT cc", "there is no constraint `cc`"),
  ]

  @Test(arguments: refused)
  func whatCannotBe(text: String, says: String) throws {
    let bench = try SchemaWorkbench()
    try bench.run("CREATE CONSTRAINT c FOR (n:A) REQUIRE n.a IS UNIQUE")
    let before = try bench.contents()
    #expect(bench.fault(text)?.message == says)
    #expect(try bench.contents() == before)
    #expect(try bench.run("CREATE CONSTRAINT c IF NOT EXISTS FOR (n:A) REQUIRE n.a IS UNIQUE").changes.isEmpty)
  }

  /// The ids of a compiled database are unique, which is shown and can be lifted like any other constraint.
  @Test func theShippedGraphHasConstraints() throws {
    let database = try ShippedGraph.open(writable: true)
    let options = QueryOptions(mayWrite: true)
    let shown = ShippedGraph.text(of: try database.query("SHOW CONSTRAINTS"))
    #expect(shown.contains(#"index_Site_id | UNIQUENESS | NODE | ["Site"] | ["id"] | index_Site_id | null"#))
    do throws(SillageError) {
      _ = try database.query("MATCH (s:Site) WITH s LIMIT 1 CREATE (:Site {id: s.id})", options: options)
      Issue.record("two sites have one id")
    } catch { #expect(error.diagnostics.first?.code.name == "E303") }
    #expect(try database.query("DROP CONSTRAINT index_Site_id", options: options).changes.constraintsRemoved == 1)
    _ = try database.query("MATCH (s:Site) WITH s LIMIT 1 CREATE (:Site {id: s.id})", options: options)
  }
}
