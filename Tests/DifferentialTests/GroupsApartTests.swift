import Sillage
import Testing

/// Grouping by a unique property of a node, whose values are worked out at the end, gives what grouping by the values gives.
@Suite struct GroupsApartTests {
  /// Of the nodes `m`, all have the label, and some, from the 200th on, no name where `hasGaps` is set.
  private func database(hasGaps: Bool) throws -> GraphDatabase {
    let database = try GraphDatabase.inMemory()
    let write = QueryOptions(mayWrite: true)
    for text in [
      "UNWIND range(0, 499) AS i CREATE (:N {name: 'name of ' + i, i: i, k: i % 3, f: 1.0 / (i + 1)})",
      "CREATE CONSTRAINT FOR (n:N) REQUIRE n.name IS UNIQUE", "CREATE INDEX FOR (n:N) ON (n.i)",
      "MATCH (n:N), (m:N) WHERE m.i = n.i / 2 CREATE (n)-[:R]->(m)",
      "MATCH (n:N), (m:N) WHERE m.i = (n.i * 7) % 500 CREATE (n)-[:R]->(m)",
    ] + (hasGaps ? ["MATCH (n:N) WHERE n.i > 200 AND n.i % 10 = 0 REMOVE n.name"] : []) {
      _ = try database.query(text, options: write)
    }
    return database
  }

  /// Each with the same question asked in words that are no property of a node.
  static let queries = [
    ("MATCH (n:N)-[:R]->(m:N) RETURN m.name AS a, count(*) AS c, sum(n.f) AS s", "m.name", "m.name + ''"),
    ("MATCH (n:N)-[:R]->(m) RETURN m.k AS k, m.name AS a, avg(n.i) AS s, collect(n.i) AS all", "m.name", "m.name + ''"),
    ("MATCH (n:N) OPTIONAL MATCH (n)-[:R]->(m) WHERE n.i < 250 RETURN m.name AS a, count(*) AS c", "m.name", "m.name + ''"),
    ("MATCH (n:N)-[:R]->(m) RETURN m.name AS a, count(*) AS c ORDER BY c DESC, a LIMIT 5", "m.name", "m.name + ''"),
  ]

  @Test(arguments: queries, [false, true])
  func theGroupsAreThoseOfTheValues(query: (text: String, key: String, other: String), hasGaps: Bool) throws {
    let database = try database(hasGaps: hasGaps)
    let other = query.text.replacing(query.key, with: query.other)
    for step in 0..<3 {
      // The base alone, then with rows.
      if step == 1 { try database.optimize() }
      if step == 2 {
        _ = try database.query("MATCH (n:N) WHERE n.i IN [3, 77, 400] SET n.name = 'new ' + n.i", options: QueryOptions(mayWrite: true))
      }
      for (capacity, threads) in [(1, 1), (8, 2), (1_024, 1), (1_024, 2)] {
        database.threads = threads
        let options = QueryOptions(batchCapacity: capacity)
        let rows = try database.query(query.text, options: options).rows
        #expect(rows.count >= 5)
        #expect(try database.query(other, options: options).rows == rows)
      }
    }
  }

  @Test func nullsAreOneGroup() throws {
    let database = try database(hasGaps: true)
    try database.optimize()
    let rows = try database.query("MATCH (m:N) RETURN m.name AS a, count(*) AS c ORDER BY c DESC, a LIMIT 2").rows
    #expect(rows == [[.null, .integer(29)], [.string("name of 0"), .integer(1)]])
  }

  /// Rows without a node stand between rows with one, and make as many groups as there are nodes.
  @Test(arguments: [1, 2, 1_024], ["m.i / 100", "m.f + m.i / 100 - m.f", "m.k"])
  func nodesAfterNone(capacity: Int, key: String) throws {
    let database = try database(hasGaps: false)
    let numbers = "[0, 3, 1, 100, 600, 1, 100, 600, 301] + [x IN range(0, 9999) | CASE WHEN x < 5000 THEN x % 4 WHEN x < 8000 THEN 600 ELSE 2 END]"
    let rows = "UNWIND \(numbers) AS i OPTIONAL MATCH (m:N {i: i})"
    let options = QueryOptions(batchCapacity: capacity)
    let found = try database.query("\(rows) RETURN \(key) AS a, count(*) AS c", options: options).rows
    #expect(found == (try database.query("\(rows) WITH \(key) AS a RETURN a, count(*) AS c", options: options).rows) && found.count >= 3)
  }
}
