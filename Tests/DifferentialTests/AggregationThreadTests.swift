import Sillage
import Testing

/// What is added up on another thread is what one thread adds up, to the last bit.
@Suite struct AggregationThreadTests {
  private func database() throws -> GraphDatabase {
    let database = try GraphDatabase.inMemory()
    let write = QueryOptions(mayWrite: true)
    for text in [
      "UNWIND range(1, 3000) AS i CREATE (:N {i: i, k: i % 7, f: 1.0 / i, t: 't' + (i % 11)})",
      "MATCH (n:N) WHERE n.i % 5 = 0 SET n.some = n.f, n.mixed = CASE WHEN n.i < 2000 THEN n.i ELSE 'x' END",
      "CREATE INDEX FOR (n:N) ON (n.i)", "MATCH (n:N), (m:N) WHERE m.i = n.i / 10 CREATE (n)-[:R]->(m)",
    ] {
      _ = try database.query(text, options: write)
    }
    return database
  }

  static let queries = [
    "MATCH (n:N) RETURN n.k AS k, count(*) AS c, sum(n.f) AS s, avg(n.f) AS a, min(n.i) AS lo, max(n.t) AS hi",
    "MATCH (n:N) RETURN n.t AS t, collect(n.i) AS all, count(DISTINCT n.k) AS d, sum(DISTINCT n.k) AS s",
    "MATCH (n:N) RETURN sum(n.f) AS s, stDev(n.f) AS d, percentileCont(n.f, 0.3) AS p, avg(n.i) AS a",
    "MATCH (n:N)-[:R]->(m) RETURN m.k AS k, m.t AS t, count(*) AS c, avg(n.f) AS a",
    "MATCH (n:N)-[:R]->(m) RETURN m AS m, count(*) AS c, sum(n.some) AS a, count(n.some) AS n",
    "MATCH (n:N) RETURN n.some AS s, count(*) AS c",
    "MATCH (n:N) RETURN n.mixed AS m, count(n.mixed) AS c, max(n.mixed) AS x",
  ]

  @Test(arguments: queries)
  func theAnswerIsThatOfOneThread(query: String) throws {
    let database = try database()
    for compacts in [false, true] {
      if compacts { try database.optimize() }
      for capacity in [1, 8, 1_024] {
        let options = QueryOptions(batchCapacity: capacity)
        database.threads = 1
        let expected = try database.query(query, options: options).rows
        #expect(expected.count > 0)
        database.threads = 2
        #expect(try database.query(query, options: options).rows == expected)
      }
    }
  }

  @Test func groupsAreWhole() throws {
    let database = try database()
    database.threads = 2
    let rows = try database.query(
      "MATCH (n:N) RETURN n.k AS k, count(*) AS c, sum(n.i) AS s ORDER BY k LIMIT 2", options: QueryOptions(batchCapacity: 8)
    ).rows
    #expect(rows == [[.integer(0), .integer(428), .integer(642_642)], [.integer(1), .integer(429), .integer(643_071)]])
    let nothing = try database.query("MATCH (n:N) WHERE n.i < 0 RETURN count(*) AS c, sum(n.i) AS s").rows
    #expect(nothing == [[.integer(0), .integer(0)]])
  }

  /// The first mistake in the order of the rows is told, wherever it is found.
  @Test(arguments: ["sum(n.mixed)", "sum(n.t)", "count(1 / (n.i - 2900)), sum(n.mixed)", "count(1 / (n.i - 100)), sum(n.mixed)"])
  func mistakesAreToldAsByOneThread(function: String) throws {
    let database = try database()
    var messages: [String] = []
    for threads in [1, 2] {
      database.threads = threads
      let error = #expect(throws: SillageError.self) {
        try database.query("MATCH (n:N) RETURN \(function)", options: QueryOptions(batchCapacity: 8))
      }
      messages.append("\(String(describing: error))")
    }
    #expect(messages[0] == messages[1])
  }
}
