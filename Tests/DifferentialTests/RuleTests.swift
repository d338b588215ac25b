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
      rule: .countRows, query: "MATCH (a:A)-[:R]->(b:A)-[:R]->(c:A) RETURN count(*) AS n", with: "CountNeighbours",
      without: "Expand", answer: [[.integer(28)]]),
    Case(
      rule: .countRows, query: "MATCH (a)-[:R]->(b)-[:R]->(c), (a)-[:R]->(c) RETURN count(*) AS n", with: "CountMeetings",
      without: "ExpandInto", answer: [[.integer(7)]]),
    Case(
      rule: .reachOnce, query: "MATCH (a:A {i: 1})-[:R*1..3]->(b) RETURN count(DISTINCT b) AS n", with: "Reach",
      without: "ExpandRepeatedly", answer: [[.integer(6)]]),
    Case(
      rule: .seekElements, query: "MATCH (a:A) WHERE a.i IN [3, 3, null, 4.0, 'x'] RETURN count(*) AS n", with: "SeekNodes",
      without: "ScanNodes", answer: [[.integer(2)]]),
  ]

  /// Nine nodes in a row, each with relationships to the next two, and one loop.
  private func database() throws -> GraphDatabase {
    let database = try GraphDatabase.inMemory()
    let write = QueryOptions(mayWrite: true)
    for text in [
      "UNWIND range(1, 9) AS i CREATE (:A {i: i, s: 9 - i})", "CREATE INDEX FOR (n:A) ON (n.i)",
      "MATCH (a:A), (b:A) WHERE b.i = a.i + 1 OR b.i = a.i + 2 CREATE (a)-[:R]->(b)",
      "MATCH (a:A {i: 5}) CREATE (a)-[:R]->(a)",
    ] {
      _ = try database.query(text, options: write)
    }
    return database
  }

  private func steps(_ query: String, _ database: GraphDatabase, without: Set<Rule>) throws -> [String] {
    try database.query("EXPLAIN " + query, options: QueryOptions(disabledRules: without)).rows.compactMap { row in
      if case .string(let step)? = row.first { step.split(separator: " ").last.map(String.init) } else { nil }
    }
  }

  @Test(arguments: cases)
  func changesThePlanAndNotTheAnswer(test: Case) throws {
    let database = try database()
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

  @Test("Columns are read after the first rows are found")
  func projectsAfterTop() throws {
    let database = try database()
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

  @Test("A shortest path is the same from one end and from both")
  func searchesFromBothEnds() throws {
    let database = try database()
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
    for order in orders {
      let rows = try database.query("MATCH \(order) RETURN a.i AS i, b.i AS j ORDER BY i").rows
      #expect(rows == [[.integer(1), .integer(3)], [.integer(2), .integer(3)]])
    }
  }
}
