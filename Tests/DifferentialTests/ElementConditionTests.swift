import Sillage
import Testing

/// Conditions on all relationships and all nodes of a way: where they are tested makes no difference.
@Suite("Conditions on the elements of ways")
struct ElementConditionTests {
  static let conditions = [
    "all(x IN relationships(p) WHERE x.w > 2)", "none(x IN relationships(p) WHERE x.w = 3 OR x.w IS NULL)", "all(x IN nodes(p) WHERE x.i <> 3)",
    "none(x IN nodes(p) WHERE x.s > 5)", "all(x IN nodes(p) WHERE x:A)", "all(x IN nodes(p) WHERE x.i < a.s)", "all(x IN nodes(p) WHERE x.i <= k)",
    "all(x IN relationships(p) WHERE x.w <> k) AND none(x IN nodes(p) WHERE x.i = k + 2)", "all(x IN relationships(p) WHERE 10 / x.w > 1)",
    "all(x IN relationships(p) WHERE x.w IN [1, 3, 5, k]) AND all(y IN relationships(p) WHERE y.w < 5)", "any(x IN nodes(p) WHERE x.i = 4)",
    "all(x IN nodes(p) WHERE x.s = 3 OR x.i > 1)", "single(x IN relationships(p) WHERE x.w = 3)", "none(x IN nodes(p) WHERE x.none IS NOT NULL)",
    "all(x IN nodes(p) WHERE x.i > k) AND none(x IN nodes(p) WHERE x.i = 7)",
  ]
  static let patterns = ["(a:A)-[*1..3]->(b)", "(a:A)<-[:R*0..3]-(b:A)", "(a)-[:R*0..2]-(b:A)", "(a:A)-[:R]->()-[:R*1..2]->(b)", "(a)-[:R*2]->(b)"]

  /// Nine nodes in a row, each with relationships to the next two, one loop, and a node of another label behind them.
  private static func database(isCompacted: Bool) throws -> GraphDatabase {
    let database = try GraphDatabase.inMemory()
    let write = QueryOptions(mayWrite: true)
    for text in [
      "UNWIND range(1, 9) AS i CREATE (:A {i: i, s: 9 - i})", "MATCH (a:A {i: 4}) REMOVE a.s",
      "MATCH (a:A), (b:A) WHERE b.i = a.i + 1 OR b.i = a.i + 2 CREATE (a)-[:R {w: a.i}]->(b)",
      "MATCH (a:A {i: 5}) CREATE (a)-[:R]->(a)-[:R {w: 4}]->(:B {i: 0})-[:S {w: 1}]->(a)",
    ] { _ = try database.query(text, options: write) }
    if isCompacted { try database.optimize() }
    return database
  }

  @Test(arguments: conditions, [false, true])
  func anywhere(condition: String, isCompacted: Bool) throws {
    let database = try Self.database(isCompacted: isCompacted)
    var found = 0
    for pattern in Self.patterns {
      for asked in ["a.i AS i, count(DISTINCT b) AS n", "DISTINCT a.i AS i, b.i AS n", "a.i AS i, count(*) AS n", "length(p) AS i, collect(b.i)[0] IS NULL AS n"] {
        let query = "UNWIND [1, 2] AS k MATCH p = \(pattern) WHERE \(condition) RETURN k, \(asked) ORDER BY k, i, n"
        let expected = try? database.query(query, options: QueryOptions(disabledRules: Set(Rule.allCases))).rows
        for off in [[], [.reachPassing], [.testElements], [.reachOnce, .compareStarts]] as [Set<Rule>] {
          for capacity in [1, 1_024] {
            let rows = try? database.query(query, options: QueryOptions(batchCapacity: capacity, disabledRules: off)).rows
            #expect(rows == expected, "\(query) without \(off)")
          }
        }
        found += expected?.count ?? 0
      }
    }
    #expect(found > 0)
  }
}
