import Sillage
import Testing

/// Each rule changes the plan that it is about, and not the answer.
@Suite("Rules on and off")
struct RuleTests {
  /// A query that a rule is about, and the steps of its plan with and without the rule.
  struct Case: CustomTestStringConvertible {
    var rule: Rule
    var query: String
    var with: String
    var without: String
    var answer: [[ResultValue]]

    var testDescription: String { "\(rule.rawValue): \(query)" }
  }

  static let cases = [
    Case(
      rule: .keepTopRows, query: "MATCH (n:A) RETURN n.i AS i ORDER BY i DESC LIMIT 2", with: "Top", without: "Sort",
      answer: [[.integer(9)], [.integer(8)]]),
    Case(
      rule: .joinMatches, query: "MATCH (a)-[r:R]->(b) MATCH (b:A {i: 4}) RETURN r.w AS w ORDER BY w", with: "SeekNodes",
      without: "ScanRelationships", answer: [[.integer(2)], [.integer(3)]]),
    Case(
      rule: .countRows, query: "MATCH (a:A)-[:R]->(b:A)-[:R]->(c:A) RETURN count(*) AS n", with: "CountNeighbours",
      without: "Expand", answer: [[.integer(28)]]),
    Case(
      rule: .countRows, query: "MATCH (a)-[:R]->(b)-[:R]->(c), (a)-[:R]->(c) RETURN count(*) AS n", with: "CountMeetings",
      without: "ExpandInto", answer: [[.integer(7)]]),
    Case(
      rule: .countRows, query: "MATCH (a:A) OPTIONAL MATCH (a)-[r:R]->(b:A) RETURN a.i = 9 AS last, count(b) AS n ORDER BY last",
      with: "CountNeighboursOrNone", without: "Optional", answer: [[.boolean(false), .integer(16)], [.boolean(true), .integer(0)]]),
    Case(
      rule: .reachOnce, query: "MATCH (a:A {i: 1})-[:R*1..3]->(b) RETURN count(DISTINCT b) AS n", with: "Reach",
      without: "ExpandRepeatedly", answer: [[.integer(6)]]),
    Case(
      rule: .reachOnce, query: "MATCH (a:A {i: 1})-[:R*1..3]-(b) RETURN count(DISTINCT b) AS n", with: "Reach",
      without: "ExpandRepeatedly", answer: [[.integer(7)]]),
    Case(
      rule: .measurePaths, query: "MATCH p = shortestPath((:A {i: 1})-[:R*]->(:A {i: 9})) RETURN length(p) AS n",
      with: "ShortestPathLength", without: "ShortestPath", answer: [[.integer(4)]]),
    Case(
      rule: .seekRelationships, query: "MATCH (a)-[r:R {w: 3}]->(b) RETURN b.i AS i ORDER BY i", with: "SeekRelationships",
      without: "ScanRelationships", answer: [[.integer(4)], [.integer(5)]]),
    Case(
      rule: .seekElements, query: "MATCH (a:A) WHERE a.i IN [3, 3, null, 4.0, 'x'] RETURN count(*) AS n", with: "SeekNodes",
      without: "ScanNodes", answer: [[.integer(2)]]),
    Case(
      rule: .gatherEquals, query: "MATCH (a:A) WHERE a.i = 3 OR 4.0 = a.i OR a.i = null OR a.i = 'x' OR a.i = 3 RETURN count(*) AS n",
      with: "SeekNodes", without: "ScanNodes", answer: [[.integer(2)]]),
    Case(
      rule: .takeKnown, query: "MATCH (a:A) WHERE a.i IN [7, 9] WITH collect(a) + [null, 3] + collect(a) AS l MATCH (n) WHERE n IN l RETURN n.i AS i ORDER BY i",
      with: "TakeNodes", without: "ScanNodes", answer: [[.integer(7)], [.integer(9)]]),
    Case(
      rule: .takeKnown, query: "MATCH (a:A {i: 7}) MATCH (n:A) WHERE id(n) IN [id(a) + 0.0, id(a), -1, 1000000, null, 'x', 0.5] RETURN n.i AS i",
      with: "TakeNodes", without: "ScanNodes", answer: [[.integer(7)]]),
    Case(
      rule: .takeKnown, query: "MATCH (a:A {i: 7}) WITH elementId(a) AS id MATCH (n:B|A) WHERE elementId(n) = id RETURN n.i AS i", with: "TakeNodes",
      without: "ScanNodes", answer: [[.integer(7)]]),
    Case(
      rule: .takeKnown, query: "MATCH (:A {i: 5})-[r:R]->(b) MATCH (x)-[r]-(y) RETURN b.i AS i, x.i AS x, y.i AS y ORDER BY i, x, y",
      with: "TakeRelationship", without: "ScanNodes",
      answer: [(5, 5, 5), (6, 5, 6), (6, 6, 5), (7, 5, 7), (7, 7, 5)].map { [.integer($0), .integer($1), .integer($2)] }),
    Case(
      rule: .takeKnown, query: "MATCH (a:A {i: 5})-[r:R]->(b) MATCH (c:A)-[r]->(c) RETURN b.i AS i, c.i AS j", with: "TakeRelationship",
      without: "ScanNodes", answer: [[.integer(5), .integer(5)]]),
    Case(
      rule: .reachPassing, query: "MATCH (a:A {i: 1})-[r:R*1..4]->(b) WHERE all(x IN r WHERE x.w <> 2) RETURN count(DISTINCT b) AS n", with: "Reach",
      without: "ExpandRepeatedly", answer: [[.integer(8)]]),
    Case(
      rule: .reachPassing, query: "MATCH p = (a:A {i: 1})-[:R*1..4]->(b) WHERE none(x IN nodes(p) WHERE x.i = 3) RETURN count(DISTINCT b) AS n",
      with: "Reach", without: "ExpandRepeatedly", answer: [[.integer(6)]]),
  ]

  /// Where the graph is: in rows, in the base, or in both.
  enum Store: CaseIterable { case rows, base, mixed }

  /// Nine nodes in a row, each with relationships to the next two, and one loop.
  private func database(_ store: Store = .rows) throws -> GraphDatabase {
    let database = try GraphDatabase.inMemory()
    let write = QueryOptions(mayWrite: true)
    for text in [
      "UNWIND range(1, 9) AS i CREATE (:A {i: i, s: 9 - i})", "CREATE INDEX FOR (n:A) ON (n.i)", "CREATE INDEX FOR ()-[r:R]-() ON (r.w)",
      "MATCH (a:A), (b:A) WHERE b.i = a.i + 1 OR b.i = a.i + 2 CREATE (a)-[:R {w: a.i}]->(b)",
    ] {
      _ = try database.query(text, options: write)
    }
    if store == .mixed {
      try database.optimize()
      _ = try database.query("MATCH (a:A) WHERE a.i % 3 = 0 SET a.s = a.s", options: write)
    }
    _ = try database.query("MATCH (a:A {i: 5}) CREATE (a)-[:R]->(a)", options: write)
    if store == .base { try database.optimize() }
    return database
  }

  private func steps(_ query: String, _ database: GraphDatabase, without: Set<Rule>) throws -> [String] {
    try database.query("EXPLAIN " + query, options: QueryOptions(disabledRules: without)).rows.compactMap { row in
      if case .string(let step)? = row.first { step.split(separator: " ").last.map(String.init) } else { nil }
    }
  }

  /// How many rows all steps of a query give together.
  private func touchedRows(_ query: String, _ database: GraphDatabase) throws -> Int64 {
    let profile = try database.query("PROFILE " + query)
    let at = try #require(profile.columns.firstIndex(of: "rows"))
    return profile.rows.reduce(0) { sum, row in if case .integer(let rows) = row[at] { sum + rows } else { sum } }
  }

  /// A condition on all relationships of a way is none on its rows; one that may fail, or reads what is not known yet, stays one.
  @Test(arguments: Store.allCases)
  func elementsAreTestedAsTheyAreFollowed(store: Store) throws {
    let database = try database(store)
    let query = "MATCH (a:A {i: 1})-[r:R*0..4]->(b) WHERE all(x IN r WHERE x.w < 3 AND x.w IS NOT NULL) RETURN b.i AS i, count(*) AS n ORDER BY i"
    #expect(!(try steps(query, database, without: [])).contains("Filter"))
    #expect(try steps(query, database, without: [.testElements]).contains("Filter"))
    for stays in ["10 / x.w > 3", "x.w < b.i", "x.w + 1 < 4"] {
      let other = query.replacing("x.w < 3 AND x.w IS NOT NULL", with: stays)
      #expect(try steps(other, database, without: []).contains("Filter"), "\(stays)")
      #expect(try database.query(other).rows == (try database.query(other, options: QueryOptions(disabledRules: Set(Rule.allCases)))).rows)
    }
    for off in [[], [.testElements], Set(Rule.allCases)] {
      let rows = try database.query(query, options: QueryOptions(disabledRules: off)).rows
      #expect(rows == [[.integer(1), .integer(1)], [.integer(2), .integer(1)], [.integer(3), .integer(2)], [.integer(4), .integer(1)]])
    }
  }

  @Test(arguments: cases, Store.allCases)
  func changesThePlanAndNotTheAnswer(test: Case, store: Store) throws {
    let database = try database(store)
    let with = try steps(test.query, database, without: [])
    let without = try steps(test.query, database, without: [test.rule])
    #expect(with.contains(test.with) && !with.contains(test.without))
    #expect(without.contains(test.without) && !without.contains(test.with))
    for capacity in [1, 2, 1_024] {
      for off in [[], [test.rule], Set(Rule.allCases)] {
        let options = QueryOptions(batchCapacity: capacity, disabledRules: off)
        #expect(try database.query(test.query, options: options).rows == test.answer)
      }
    }
  }

  @Test("Parts of a pattern that have nothing in common are counted apart", arguments: Store.allCases)
  func countsApart(store: Store) throws {
    let database = try database(store)
    let cases: [(query: String, isApart: Bool, answer: [[Int64]])] = [
      ("MATCH (a:A), (b:A)-[:R]->(c:A) RETURN count(*) AS n", true, [[144]]),
      ("MATCH (a:A), (b:A), (c:A {i: 3}) WHERE a.i > 4 RETURN count(*) AS n, count(a) AS m", true, [[45, 45]]),
      ("MATCH (a:A), (b:A) WHERE b.i > 7 RETURN a.i % 2 AS odd, count(*) AS n ORDER BY odd", true, [[0, 8], [1, 10]]),
      ("MATCH (a:A), (b:A) WHERE b.i > 7 RETURN a.i % 2 AS odd, count(a.s) AS n, max(a.i) AS m ORDER BY odd", true, [[0, 8, 8], [1, 10, 9]]),
      ("MATCH (a:A), (b:B) RETURN a.i AS i, count(*) AS n", true, []),
      ("MATCH (a:A), (b:B) RETURN count(*) AS n", true, [[0]]),
      ("MATCH (a:A), (b:A)-[:R]->() RETURN count(DISTINCT a.i) AS n", true, [[9]]),
      ("MATCH (a:A), (b:B) RETURN count(DISTINCT a.i) AS n", true, [[0]]),
      ("MATCH (a:A), (b:A) WHERE a.i < b.i RETURN count(*) AS n", false, [[36]]),
      ("MATCH (a)-[:R]->(b), (c)-[:R]->(d) RETURN count(*) AS n", false, [[240]]),
      ("MATCH (a)-[:R]->(b) MATCH (c)-[:R]->(d) RETURN count(*) AS n", true, [[256]]),
      ("MATCH (a:A), (b:A) RETURN sum(a.i) AS n", false, [[405]]),
      ("MATCH (a:A), (b:A) WHERE b.i / 2 > 3 RETURN count(*) AS n", true, [[18]]),
      ("MATCH (a:A), (b:A) WHERE b.i / a.i > 3 RETURN count(*) AS n", false, [[8]]),
    ]
    for (query, isApart, answer) in cases {
      #expect(try steps(query, database, without: []).contains("Apply") == isApart, "\(query)")
      #expect(try !steps(query, database, without: [.countApart]).contains("Apply"), "\(query)")
      for capacity in [1, 2, 1_024] {
        for off in [[], [.countApart], Set(Rule.allCases)] {
          let rows = try database.query(query, options: QueryOptions(batchCapacity: capacity, disabledRules: off)).rows
          #expect(rows == answer.map { $0.map(ResultValue.integer) }, "\(query), \(capacity) rows at a time, without \(off)")
        }
      }
    }
  }

  @Test("Cycles of four are counted without the relationships that they have already", arguments: Store.allCases)
  func countsCycles(store: Store) throws {
    let database = try database(store)
    let write = QueryOptions(mayWrite: true)
    _ = try database.query("MATCH (a:A {i: 2}), (b:A {i: 3}) CREATE (a)-[:R {w: 0}]->(b), (b)-[:R]->(a), (b)-[:S]->(a)", options: write)
    _ = try database.query("MATCH (a:A {i: 6}), (b:A {i: 3}) CREATE (a)-[:R {w: 9}]->(b)", options: write)
    if store == .base { try database.optimize() }
    for query in [
      "MATCH (a)-[:R]->(b)-[:R]->(c), (a)-[:R]->(d)-[:R]->(c) WHERE a.i > 1 AND c.i < 9 RETURN count(*) AS n",
      "MATCH (a)-[:R]->(b)-[:R]->(c)-[:R]->(d)-[:R]->(a) WHERE a.i > 1 AND c.i < 9 RETURN count(*) AS n",
      "MATCH (a)-[:R]->(b)<-[:R]-(c), (a)-[:R]->(d)<-[:R]-(c) WHERE a.i > 1 AND c.i < 9 RETURN count(*) AS n",
      "MATCH (a)-[r:R]->(b)<-[:R|S]-(c), (a)-[:R]->(d)<-[:R|S]-(c) WHERE a.i > 1 AND c.i < 9 AND r.w > 0 RETURN b.i AS i, count(*) AS n ORDER BY i",
      "MATCH (a)-[:R]-(b)<-[:R]-(c), (a)-[:R]->(d)-[:R|S]->(c) WHERE a.i > 1 AND c.i < 9 RETURN count(*) AS n",
      "MATCH (x)-[:R]->(a)-[:R]->(b)-[:R]->(c), (a)-[:R]->(d)-[:R]->(c) WHERE a.i > 1 AND c.i < 9 AND x.i > 1 RETURN count(*) AS n",
    ] {
      let expected = try database.query(query, options: QueryOptions(disabledRules: Set(Rule.allCases))).rows
      #expect(expected.first?.last != .integer(0), "\(query)")
      for capacity in [1, 1_024] {
        for off in [[], [.compareStarts], [.joinMatches]] as [Set<Rule>] {
          #expect(try database.query(query, options: QueryOptions(batchCapacity: capacity, disabledRules: off)).rows == expected, "\(query) without \(off)")
        }
      }
    }
    let plan = "MATCH (a)-[:R]->(b)-[:R]->(c), (a)-[:R]->(d)-[:R]->(c) WHERE a.i > 1 AND c.i < 9 RETURN count(*) AS n"
    #expect(try steps(plan, database, without: []).contains("CountMeetings"))
  }

  @Test("Conditions are tested while nodes are scanned", arguments: Store.allCases)
  func testsInScans(store: Store) throws {
    let database = try database(store)
    let write = QueryOptions(mayWrite: true)
    _ = try database.query("MATCH (a:A) SET a.t = 't' + a.s, a.f = a.s / 2.0, a.u = CASE WHEN a.i < 3 THEN 1 ELSE 'x' END", options: write)
    for (condition, count) in [
      ("a.s >= 2 AND a.s < 6", 4), ("a.s IN [3, 4, 5.0, 9, null]", 3), ("5 < a.s", 3), ("a.s > 2.5", 6), ("a.s = 9.0", 0),
      ("a.f >= 1 AND a.f < 2.5", 3), ("a.t STARTS WITH 't' AND a.t <> 't3'", 8), ("a.t ENDS WITH '4'", 1), ("a.t CONTAINS '5'", 1),
      ("a.t > 't6'", 2), ("a.u = 'x'", 7), ("a.u < 2", 2), ("a.u IS NOT NULL AND a.none IS NULL", 9), ("a.none > 1", 0),
      ("a.s > null", 0), ("a.s > 'a'", 0), ("a.s > 3 OR a.s = 1", 6), ("a.s % 2 = 0 AND a.s > 2", 3),
      ("a.t =~ 't[3-5]' AND a.s < 5", 2), ("a.u =~ '^x$' OR a.s = 8", 8), ("a.none =~ 'x'", 0), ("a.t =~ '.*\\\\b[78]'", 0),
    ] {
      let query = "MATCH (a:A) WHERE \(condition) RETURN count(*) AS n"
      for capacity in [1, 2, 1_024] {
        for off: Set<Rule> in [[], [.testInScan]] {
          let rows = try database.query(query, options: QueryOptions(batchCapacity: capacity, disabledRules: off)).rows
          #expect(rows == [[.integer(Int64(count))]], "\(condition), \(capacity) rows at a time, without \(off)")
        }
      }
    }
    let ofEach = "UNWIND [7, 8, null] AS s MATCH (a:A) WHERE s = a.s RETURN count(*) AS n"
    #expect(try database.query(ofEach).rows == [[.integer(2)]])
    let plan = try steps("MATCH (a:A) WHERE a.s > 2 AND a.t STARTS WITH 't' RETURN a", database, without: [])
    #expect(plan.contains("ScanNodes") && !plan.contains("Filter"))
    #expect(try steps("MATCH (a:A) WHERE a.s > 2 RETURN a", database, without: [.testInScan]).contains("Filter"))
    let ofRelationships = "MATCH ()-[r:R]->() WHERE r.w >= 7 AND r.w < 9 RETURN r.w AS w"
    for off: Set<Rule> in [[], [.testInScan]] {
      let steps = try steps(ofRelationships, database, without: off)
      #expect(steps.contains("ScanRelationships") && steps.contains("Filter") != off.isEmpty)
      for capacity in [1, 2, 1_024] {
        let options = QueryOptions(batchCapacity: capacity, disabledRules: off)
        #expect(try database.query(ofRelationships, options: options).rows.count == 3)
      }
    }
    for off: Set<Rule> in [[], [.testInScan]] {
      #expect(throws: SillageError.self) {
        try database.query("MATCH (a:A) WHERE a.s IN 3 RETURN a", options: QueryOptions(disabledRules: off))
      }
      #expect(throws: SillageError.self) {
        try database.query("MATCH (a:A) WHERE a.t =~ '(' AND a.s > 5 RETURN a", options: QueryOptions(disabledRules: off))
      }
    }
  }

  @Test("Types, labels and different values are counted alike in every store", arguments: Store.allCases)
  func countsByType(store: Store) throws {
    let database = try database(store)
    _ = try database.query(
      "MATCH (a:A {i: 4}), (b:A {i: 3}) CREATE (a)-[:S]->(b)-[:R]->(a) SET a:B REMOVE a.s", options: QueryOptions(mayWrite: true))
    if store == .base { try database.optimize() }
    let cases: [(query: String, answer: [[ResultValue]])] = [
      ("MATCH ()-[r]->() RETURN type(r) AS t, count(*) AS n ORDER BY t", [[.string("R"), .integer(17)], [.string("S"), .integer(1)]]),
      (
        "MATCH (a) RETURN labels(a) AS l, count(*) AS n ORDER BY n",
        [[.list([.string("A"), .string("B")]), .integer(1)], [.list([.string("A")]), .integer(8)]]
      ),
      ("MATCH (a:A) RETURN count(DISTINCT a.s) AS n, count(DISTINCT a.s % 2) AS m", [[.integer(8), .integer(2)]]),
      ("MATCH (a:A) OPTIONAL MATCH (a)-[:S]->(b) RETURN count(DISTINCT b) AS n, count(DISTINCT a) AS m", [[.integer(1), .integer(9)]]),
      (
        "UNWIND [null, 1, 1.0, 'a', [1], [1.0]] AS x MATCH (a:A {i: 1}) RETURN count(DISTINCT x) AS n, count(DISTINCT [a, x]) AS m",
        [[.integer(3), .integer(4)]]
      ),
      ("MATCH (a:A)-[:R]->(b)-[:S]->(a) RETURN count(*) AS n", [[.integer(2)]]),
      ("MATCH (a:A)-[:R]->(b)-[:R]->(a) RETURN count(*) AS n", [[.integer(0)]]),
      ("MATCH (a:A)-[:R]-(b)-[:R]-(a) RETURN count(*) AS n", [[.integer(4)]]),
      (
        "MATCH (a:A) WITH a.i % 2 AS odd, a.s AS s RETURN odd, size(collect(s)) AS n ORDER BY odd",
        [[.integer(0), .integer(3)], [.integer(1), .integer(5)]]
      ),
    ]
    for (query, answer) in cases {
      for capacity in [1, 2, 1_024] {
        for off in [[], Set(Rule.allCases)] {
          let rows = try database.query(query, options: QueryOptions(batchCapacity: capacity, disabledRules: off)).rows
          #expect(rows == answer, "\(query), \(capacity) rows at a time, without \(off)")
        }
      }
    }
  }

  @Test("Conditions are tested while relationships are followed", arguments: Store.allCases)
  func testsInExpansions(store: Store) throws {
    let database = try database(store)
    _ = try database.query(
      "MATCH (a:A)-[r:R]->(b:A) SET r.w = a.i * 10 + b.i, r.t = 't' + b.i, r.f = b.i / 2.0", options: QueryOptions(mayWrite: true))
    if store == .base { try database.optimize() }
    for (condition, count) in [
      ("b.s > 5", 3), ("r.w >= 50 AND r.w < 70", 5), ("r.t = 't5'", 3), ("r.f < 1.5", 1), ("r.t STARTS WITH 't' AND b.s <> 3", 14),
      ("r.none > 1", 0), ("b.s IN [1, 2, null]", 4), ("r.w > a.i * 10 + 5", 8), ("r.w > null", 0), ("r.w > 'a'", 0),
      ("r.w IS NOT NULL", 16), ("r.f = 1", 1), ("r.f > 1 AND r.t ENDS WITH '4' AND b.i > 2", 2), ("r.t =~ 't[4-6]' AND b.i > 4", 5), ("r.w > 90 OR b.i = 2", 1),
    ] {
      for pattern in ["(a:A)-[r:R]->(b:A)", "(b:A)<-[r:R]-(a:A)", "(a)-[r]->(b)"] {
        for capacity in [1, 2, 1_024] {
          for off: Set<Rule> in [[], [.testInScan]] {
            let query = "MATCH \(pattern) WHERE \(condition) RETURN count(*) AS n, count(r.w) AS w"
            let rows = try database.query(query, options: QueryOptions(batchCapacity: capacity, disabledRules: off)).rows
            let answer: [[ResultValue]] = [[.integer(Int64(count)), .integer(Int64(count))]]
            #expect(rows == answer, "\(query), \(capacity) rows at a time, without \(off)")
          }
        }
      }
    }
    let undirected = "MATCH (a:A)-[r:R]-(b:A) WHERE r.w >= 55 AND r.w < 57 RETURN count(*) AS n"
    #expect(try database.query(undirected).rows == [[.integer(3)]])
    let query = "MATCH (a:A {i: 3})-[r:R]->(b:A) WHERE r.w > 2 AND b.s < 9 RETURN r"
    #expect(try !steps(query, database, without: []).contains("Filter"))
    #expect(try steps(query, database, without: [.testInScan]).contains("Filter"))
    #expect(throws: SillageError.self) { try database.query("MATCH (a:A)-[r:R]->(b) WHERE r.w IN 3 RETURN a") }
  }

  @Test("Columns are read after the first rows are found", arguments: Store.allCases)
  func projectsAfterTop(store: Store) throws {
    let database = try database(store)
    let query = "MATCH (n:A) RETURN n.s AS s, n.i AS i ORDER BY i DESC LIMIT 2"
    let with = try steps(query, database, without: [])
    let without = try steps(query, database, without: [.projectAfterTop])
    #expect(with.firstIndex(of: "Extend") == 1 && with.firstIndex(of: "Top") == 2)
    #expect(without.firstIndex(of: "Extend") == 2 && without.firstIndex(of: "Top") == 1)
    for off: Set<Rule> in [[], [.projectAfterTop]] {
      let rows = try database.query(query, options: QueryOptions(disabledRules: off)).rows
      #expect(rows == [[.integer(0), .integer(9)], [.integer(1), .integer(8)]])
    }
  }

  @Test("EXISTS is answered alike for each row and for all rows", arguments: Store.allCases)
  func answersAtOnce(store: Store) throws {
    let database = try GraphDatabase.inMemory()
    let write = QueryOptions(mayWrite: true)
    for text in [
      "UNWIND range(0, 3999) AS i CREATE (:A {i: i})", "UNWIND range(0, 9) AS i CREATE (:B {i: i})", "CREATE INDEX FOR (n:A) ON (n.i)",
      "CREATE INDEX FOR (n:B) ON (n.i)",
      "UNWIND range(0, 3999) AS i MATCH (a:A {i: i}), (b:A {i: (i * 7 + 1) % 4000}) CREATE (a)-[:R {w: i % 10}]->(b)",
      "UNWIND range(0, 199) AS i MATCH (a:A {i: i * 13}), (b:B {i: i % 10}) CREATE (a)-[:S]->(b)", "MATCH (a:A {i: 5}) CREATE (a)-[:R]->(a)",
    ] {
      _ = try database.query(text, options: write)
    }
    if store != .rows { try database.optimize() }
    if store == .mixed { _ = try database.query("MATCH (a:A)-[r:R {w: 3}]->() WHERE a.i % 4 = 3 DELETE r", options: write) }
    for condition in [
      "EXISTS { MATCH (a)-[:S]->(:B {i: 3}) }", "NOT EXISTS { (a)-[:R]->()-[:S]->(:B {i: 3}) }", "EXISTS { MATCH (a)<-[:R]-(x)-[:S]->(b:B) WHERE b.i > 7 AND x.i < 900 }",
      "(a)-[:S]->()", "EXISTS { (a)-[:R*1..3]->()-[:S]->(:B {i: 1}) }", "EXISTS { (a)-[:R]->(a) }", "EXISTS { (a)-[:S]->(:B {i: 2})<-[:S]-(:A {i: 26}) }",
      "EXISTS { (a:B)-[:S]->() }", "EXISTS { MATCH (a)-[:S]->(b) WHERE EXISTS { (b)<-[:S]-(:A {i: 52}) } }", "EXISTS { MATCH (a)-[:S]->(b) RETURN b.i }",
      "EXISTS { MATCH (a)-[r:S|R]-(:B {i: 4}) }", "EXISTS { (a)-[:S]->(:B {i: $i}) }",
    ] {
      let query = "OPTIONAL MATCH (a:A) WHERE \(condition) RETURN a.i AS i ORDER BY i"
      let nullable = "UNWIND range(0, 3000) AS i OPTIONAL MATCH (a:A {i: i}) WHERE i % 2 = 0 WITH i, a WHERE \(condition) RETURN i ORDER BY i"
      for text in [query, nullable] {
        let rows = try database.query(text, parameters: [ResultField("i", .integer(6))]).rows
        let expected = try database.query(text, parameters: [ResultField("i", .integer(6))], options: QueryOptions(disabledRules: [.answerAtOnce])).rows
        #expect(rows == expected, "\(text)")
      }
    }
    // Of a node that may be null, relationships are counted all the same.
    let counting = "UNWIND range(0, 30) AS i OPTIONAL MATCH (a:A {i: i}) WHERE i % 2 = 0 WITH i, a WHERE (a)-[:S]->() RETURN i ORDER BY i"
    for off: Set<Rule> in [[], [.answerAtOnce], [.countRows, .answerAtOnce]] {
      let rows = try database.query(counting, options: QueryOptions(disabledRules: off)).rows
      #expect(rows == [[.integer(0)], [.integer(26)]], "without \(off)")
    }
    let one = "MATCH (a:A) WHERE EXISTS { (a)-[:S]->(:B {i: 3}) } RETURN count(a) AS n"
    #expect(try database.query(one).rows == [[.integer(20)]])
    // Each row is told what was written before it.
    let writing = "MATCH (a:A) WHERE EXISTS { (a)-[:S]->(:B {i: 3}) } CREATE (a)-[:S]->(:B {i: 30}) RETURN count(a) AS n"
    #expect(try database.query(writing, options: write).rows == [[.integer(20)]])
    #expect(throws: SillageError.self) { try database.query("UNWIND range(1, 3000) AS a WITH a WHERE EXISTS { (a)-[:S]->(:B {i: 3}) } RETURN a") }
  }

  @Test("A node or relationship that may be null is followed where it is none", arguments: Store.allCases)
  func nullableStarts(store: Store) throws {
    let database = try database(store)
    let start = "UNWIND range(0, 12) AS i OPTIONAL MATCH (a:A {i: i}) WHERE i % 3 > 0 WITH i, a "
    for (rest, count) in [
      ("MATCH (a)-[:R]->() RETURN i, count(*) AS n ORDER BY i", 6), ("MATCH (a)-[:R]->()-[:R]->() RETURN i, count(*) AS n ORDER BY i", 5),
      ("MATCH (x)-[:R]->(a)-[:R]->(y) RETURN i, count(*) AS n ORDER BY i", 5), ("MATCH (a)-[r:R]-(b), (a)-[:R]-(c) RETURN i, count(*) AS n ORDER BY i", 6),
      ("MATCH (a)-[r:R]->(b)<-[:R]-(c) RETURN i, count(c) AS n ORDER BY i", 6), ("MATCH (a)-[:R*1..2]->(b) RETURN i, count(DISTINCT b) AS n ORDER BY i", 6),
      ("MATCH (a)-[:R]->(b)-[:R]->(c), (a)-[:R]->(c) RETURN i, count(*) AS n ORDER BY i", 5),
      ("MATCH p = shortestPath((a)-[:R*]->(:A {i: 9})) RETURN i, length(p) AS n ORDER BY i", 6), ("WHERE (a)-[:R]->() RETURN i ORDER BY i", 6),
      ("OPTIONAL MATCH (a)-[r:R]->(b) WITH i, r, b MATCH (b)<-[s:R]-(x) WHERE s <> r RETURN i, count(*) AS n ORDER BY i", 6),
      ("OPTIONAL MATCH (a)-[r:R]->() WITH i, r WHERE r IS NULL OR r.w > 3 RETURN i, type(r) AS t, count(*) AS n ORDER BY i, t", 11),
      ("OPTIONAL MATCH (a)-[:R]->(b) WITH i, b MATCH (b) WHERE b.s > 1 RETURN i, b.i AS n ORDER BY i, n", 9),
    ] {
      let expected = try database.query(start + rest, options: QueryOptions(disabledRules: Set(Rule.allCases))).rows
      #expect(expected.count == count, "\(rest)")
      for off in [[]] + Rule.allCases.map({ [$0] }) {
        #expect(try database.query(start + rest, options: QueryOptions(disabledRules: Set(off))).rows == expected, "\(rest) without \(off)")
      }
    }
  }

  @Test("Relationships are scanned by type, whether or not those of one type follow one another")
  func scansLooseTypes() throws {
    let write = QueryOptions(mayWrite: true)
    func database(optimizing times: Int) throws -> GraphDatabase {
      let database = try GraphDatabase.inMemory()
      _ = try database.query("UNWIND range(0, 2999) AS i CREATE (:A {i: i})", options: write)
      _ = try database.query("CREATE INDEX FOR (n:A) ON (n.i)", options: write)
      for (turn, type) in ["R", "S", "R", "T"].enumerated() {
        let text = "UNWIND range(0, 2999) AS i MATCH (a:A {i: i}), (b:A {i: (i * 7 + \(turn)) % 3000}) CREATE (a)-[:\(type) {w: i % 10, t: \(turn)}]->(b)"
        _ = try database.query(text, options: write)
        if turn < times { try database.optimize() }
      }
      _ = try database.query("MATCH ()-[r:R {w: 9}]->() DELETE r", options: write)
      return database
    }
    let queries = [
      "MATCH (a)-[r:R]->(b) WHERE r.w >= 4 RETURN count(*) AS n, sum(a.i + b.i) % 1000 AS s, sum(r.t) AS t",
      "MATCH (a)-[r:R|S]->(b) WHERE r.w IN [1, 9] RETURN count(*) AS n, sum(a.i - b.i) AS s, sum(r.t) AS t",
      "MATCH (a)-[r]->(b) WHERE r.w = 3 RETURN count(*) AS n, sum(id(r) % 100) AS s, count(DISTINCT type(r)) AS t",
      "MATCH (a)-[r:T]->(b) WHERE r.t > 0 RETURN count(*) AS n, min(a.i) AS s, max(b.i) AS t",
      "MATCH (a)-[r:R]->(b) RETURN count(r.w) AS n, sum(b.i) AS s, collect(id(r))[..3] AS t",
    ]
    let rows = try database(optimizing: 0)
    let others = try (1...4).map(database(optimizing:))
    for query in queries {
      let answer = try rows.query(query).rows
      #expect(answer.count == 1 && answer.first?.first != .integer(0), "\(query)")
      for (times, other) in others.enumerated() {
        for capacity in [1, 1_024] {
          #expect(try other.query(query, options: QueryOptions(batchCapacity: capacity)).rows == answer, "\(query) after \(times + 1)")
        }
      }
    }
  }

  @Test("A shortest path is the same from one end and from both", arguments: Store.allCases)
  func searchesFromBothEnds(store: Store) throws {
    let database = try database(store)
    for selector in ["shortestPath", "allShortestPaths"] {
      for (from, to) in [(1, 9), (1, 2), (2, 9), (9, 1), (5, 5), (4, 4)] {
        for bounds in ["*", "*0..", "*..3"] {
          let query =
            "MATCH (a:A {i: \(from)}), (b:A {i: \(to)}), p = \(selector)((a)-[:R\(bounds)]->(b)) RETURN p, length(p)"
          let both = try database.query(query).rows
          let one = try database.query(query, options: QueryOptions(disabledRules: [.searchBothEnds])).rows
          #expect(both == one)
        }
      }
    }
    let length = "MATCH p = shortestPath((:A {i: 1})-[:R*]->(:A {i: 9})) RETURN length(p) AS n"
    #expect(try database.query(length).rows == [[.integer(4)]])
    let ways = "MATCH p = allShortestPaths((:A {i: 1})-[:R*]->(:A {i: 8})) RETURN count(*) AS n"
    #expect(try database.query(ways).rows == [[.integer(4)]])
  }

  @Test("Neither the plan nor the answer depends on the order in which patterns are written")
  func anyOrder() throws {
    let database = try database()
    _ = try database.query("MATCH (a:A {i: 3}) CREATE (a)-[:S]->(:B {i: 0})", options: QueryOptions(mayWrite: true))
    let orders = [
      "(a:A)-[:R]->(b:A), (b)-[:S]->(c:B)", "(b)-[:S]->(c:B), (a:A)-[:R]->(b:A)", "(c:B)<-[:S]-(b:A)<-[:R]-(a:A)",
      "(b:A)<-[:R]-(a:A), (c:B)<-[:S]-(b)",
    ]
    let plans = try orders.map { try steps("MATCH \($0) RETURN a.i AS i, b.i AS j ORDER BY i", database, without: []) }
    #expect(Set(plans).count == 1)
    let costs = try orders.map { try touchedRows("MATCH \($0) RETURN a.i AS i, b.i AS j ORDER BY i", database) }
    #expect(Set(costs).count == 1 && costs[0] < 20, "\(costs)")
    for order in orders {
      let rows = try database.query("MATCH \(order) RETURN a.i AS i, b.i AS j ORDER BY i").rows
      #expect(rows == [[.integer(1), .integer(3)], [.integer(2), .integer(3)]])
    }
  }
}
