import ResultFormats
import Sillage
import Testing

/// The one shortest way is the first of all of them, from wherever it was searched.
@Suite struct FirstWayTests {
  /// Nodes with several relationships to the next ones, so that there are many ways as short as each other.
  private static func database(compacted: Bool) throws -> GraphDatabase {
    let database = try GraphDatabase.inMemory()
    let write = QueryOptions(mayWrite: true)
    for text in [
      "UNWIND range(0, 59) AS i CREATE (:N {i: i})", "CREATE INDEX FOR (n:N) ON (n.i)",
      "MATCH (n:N) UNWIND [3, 5, 7, 11] AS f MATCH (m:N {i: (n.i * f + 1) % 60}) CREATE (n)-[:R {w: n.i % f}]->(m)",
      "MATCH (n:N) WHERE n.i % 4 = 0 MATCH (m:N {i: (n.i * 13 + 2) % 60}) CREATE (n)-[:S {w: 1}]->(m), (m)-[:R {w: 0}]->(n)",
      "MATCH (n:N) WHERE n.i % 9 = 0 CREATE (n)-[:R {w: 0}]->(n)",
    ] {
      _ = try database.query(text, options: write)
    }
    if compacted { try database.optimize() }
    return database
  }

  static let patterns = [
    "(a)-[:R*]->(b)", "(a)<-[:R*]-(b)", "(a)-[:R*]-(b)", "(a)-[*]->(b)", "(a)-[:S|R*..5]-(b)",
    "(a)-[r:R* {w: 0}]-(b)",
  ]

  @Test(arguments: patterns, [false, true])
  func theOneIsTheFirstOfAll(pattern: String, compacted: Bool) throws {
    let database = try Self.database(compacted: compacted)
    var counts: Set<Int> = []
    for (from, to) in [0, 20, 33].flatMap({ from in [2, 33, 40, 51].map { (from, $0) } }) {
      func ways(_ function: String, _ off: Set<Rule>, returning columns: String = "p, length(p) AS n") throws -> [[ResultValue]] {
        try database.query(
          "MATCH (a:N {i: \(from)}), (b:N {i: \(to)}), p = \(function)(\(pattern)) RETURN \(columns)",
          options: QueryOptions(disabledRules: off)
        ).rows
      }
      let all = try ways("allShortestPaths", [])
      for off: Set<Rule> in [[], [.searchBothEnds]] {
        #expect(try ways("shortestPath", off) == Array(all.prefix(1)), "\(from) to \(to) without \(off)")
        let length = try ways("shortestPath", off, returning: "length(p) AS n")
        #expect(length == all.prefix(1).map { [$0[1]] }, "\(from) to \(to) without \(off)")
      }
      counts.insert(all.count)
    }
    #expect(counts.max() ?? 0 > 1, "there are several ways as short as each other")
  }

  /// Each node has a relationship to each other one: all trails could never be found.
  @Test(
    "Of paths between two nodes no more are found than are kept",
    arguments: [
      ("SHORTEST 3 (a:N)-[:R]->+(b:N) WHERE a.i = 0 AND b.i = 11", [1, 2, 2]),
      ("SHORTEST 3 (a:N {i: 0})-[:R]->+(b:N {i: 11})", [1, 2, 2]),
      ("SHORTEST 2 GROUPS (a:N {i: 0})-[:R {w: 1}]-+(b:N {i: 11})", [1, 1] + Array(repeating: 2, count: 40)),
      ("ANY 2 (a:N)-[:R]->{2,}(b:N) WHERE a.i IN [0] AND b.i = a.i + 11", [2, 2]),
      ("ANY SHORTEST (a:N)((x)-[r:R]->(y) WHERE r.w <> x.i)+(b:N) WHERE a.i = 0 AND b.i = 11", [1]),
      ("ALL SHORTEST (a:N {i: 0})((x)-[r:R]->(y) WHERE x.i < y.i < x.i + 5)+(b:N {i: 11})", [3, 3, 3]),
      ("ALL SHORTEST (a:N {i: 3})((x)-[r:R]-(y) WHERE r.w = 1)+(a)", Array(repeating: 2, count: 22)),
    ])
  func noMoreThanIsKept(pattern: String, lengths: [Int]) throws {
    let database = try GraphDatabase.inMemory()
    let write = QueryOptions(mayWrite: true)
    for text in [
      "UNWIND range(0, 11) AS i CREATE (:N {i: i})", "CREATE INDEX FOR (n:N) ON (n.i)",
      "MATCH (n:N), (m:N) WHERE n <> m CREATE (n)-[:R {w: 1}]->(m)",
    ] {
      _ = try database.query(text, options: write)
    }
    let found = try database.query("MATCH p = \(pattern) RETURN length(p) AS n ORDER BY n").rows
    #expect(found == lengths.map { [.integer(Int64($0))] })
  }
}
