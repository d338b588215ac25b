import Sillage
import Testing

/// Which nodes some relationships lead to, and how many ways lead on, where relationships come in parallel, as loops and in circles, so that
/// one could easily be used twice.
@Suite("Few ways to each node")
struct FewWaysTests {
  private static var write: QueryOptions { QueryOptions(mayWrite: true) }

  private static func database(_ random: inout SeededRandom, compacted: Bool) throws -> GraphDatabase {
    let database = try GraphDatabase.inMemory()
    let count = random.number(2...6)
    _ = try database.query("UNWIND range(1, \(count)) AS i CREATE (n:A {i: i}) FOREACH (x IN CASE WHEN i % 3 = 0 THEN [1] ELSE [] END | SET n:B)", options: Self.write)
    for at in 0..<random.number(3...16) {
      let (from, to) = (random.number(1...count), random.number(1...count))
      let type = random.pick(["R", "R", "R", "S"])
      _ = try database.query("MATCH (a:A {i: \(from)}), (b:A {i: \(to)}) CREATE (a)-[:\(type) {w: \(at % 3)}]->(b)", options: Self.write)
      if at == 5, compacted { try database.optimize() }
    }
    return database
  }

  /// A chain of relationships from `a`, with the name of its last node.
  private static func chain(_ random: inout SeededRandom) -> (pattern: String, end: String) {
    let names = ["a", "b", "c", "d", "e", "f"]
    let count = random.pick([2, 3, 3, 3, 4, 4, 5])
    let (isUniform, isSame) = (random.chance(50), random.chance(60))
    let (arrow, type) = (random.number(0...2), random.pick(["", ":R", ":R", ":R|S"]))
    var pattern = "(a:A)"
    for at in 1...count {
      let types = isSame ? type : random.pick(["", ":R", ":S", ":R|S"])
      let box = random.chance(90) ? "[\(types)]" : "[\(types) {w: 1}]"
      let link =
        switch isUniform ? arrow : random.number(0...2) {
        case 0: "-\(box)->"
        case 1: "<-\(box)-"
        default: "-\(box)-"
        }
      pattern += link + (random.chance(15) ? "(\(names[at]):B)" : "(\(names[at]))")
      if at < count, random.chance(10) { pattern += " MATCH (\(names[at]))" }
    }
    return (pattern, names[count])
  }

  @Test(arguments: 0..<4)
  func anyChain(worker: Int) throws {
    var pruned = 0
    for seed in stride(from: worker, to: 160, by: 4) {
      var random = SeededRandom(UInt64(seed) &* 0x9E37_79B9 &+ 7)
      let database = try Self.database(&random, compacted: seed % 3 == 0)
      if seed % 3 == 1 { try database.optimize() }
      for _ in 0..<6 {
        let (pattern, end) = Self.chain(&random)
        let condition = random.pick(["", " WHERE a.i = 1", " WHERE a.i IN [1, 2]", " WHERE a <> \(end)", " WHERE b.i > 1"])
        let result = random.pick([
          "DISTINCT \(end).i AS n", "count(DISTINCT \(end)) AS n", "count(DISTINCT \(end).i) AS n", "DISTINCT a.i AS m, \(end).i AS n",
          "a.i AS m, count(DISTINCT \(end)) AS n", "max(\(end).i) AS n", "count(*) AS n", "a.i AS m, count(*) AS n", "a.i AS m, count(*) AS n, min(b.i) AS o",
        ])
        let query = "MATCH \(pattern)\(condition) RETURN \(result) ORDER BY n\(result.contains(" m") ? ", m" : "")"
        let expected = try database.query(query, options: QueryOptions(disabledRules: Set(Rule.allCases))).rows
        for capacity in [1, 3, 1_024] {
          let rows = try database.query(query, options: QueryOptions(batchCapacity: capacity)).rows
          #expect(rows == expected, "seed \(seed), \(capacity) rows at a time: \(query)")
        }
        if try database.query("EXPLAIN " + query).rows.contains(where: { $0.first == .string("FewWays") }) { pruned += 1 }
      }
    }
    #expect(pruned > 30)
  }

  /// Forty nodes, each with two relationships to each: half a million ways of three relationships, of which no more are followed than make
  /// a difference.
  @Test(arguments: ["->", "-"])
  func followsFew(arrow: String) throws {
    let database = try GraphDatabase.inMemory()
    for text in ["UNWIND range(1, 40) AS i CREATE (:A {i: i})", "MATCH (a:A), (b:A) CREATE (a)-[:R]->(b), (a)-[:R]->(b)"] {
      _ = try database.query(text, options: Self.write)
    }
    let query = "MATCH (a:A {i: 1})-[:R]\(arrow)()-[:R]\(arrow)()-[:R]\(arrow)(x) RETURN count(DISTINCT x) AS n"
    let profile = try database.query("PROFILE " + query, options: QueryOptions(batchCapacity: 16))
    let at = try #require(profile.columns.firstIndex(of: "rows"))
    let rows = profile.rows.compactMap { if case .integer(let rows) = $0[at] { rows } else { nil } }
    #expect(rows.max() ?? 0 < 50_000 && rows.max() ?? 0 > 1_000, "\(rows)")
    #expect(try database.query(query).rows == [[.integer(40)]])
  }

  /// Nine nodes in a row, each with five relationships to each of the next two, and one loop.
  @Test(arguments: [false, true])
  func isOnOrOff(compacted: Bool) throws {
    let database = try GraphDatabase.inMemory()
    for text in [
      "UNWIND range(1, 9) AS i CREATE (:A {i: i})", "MATCH (a:A), (b:A) WHERE b.i = a.i + 1 OR b.i = a.i + 2 UNWIND range(1, 5) AS x CREATE (a)-[:R]->(b)",
      "MATCH (a:A {i: 5}) CREATE (a)-[:R]->(a)",
    ] {
      _ = try database.query(text, options: Self.write)
    }
    if compacted { try database.optimize() }
    func steps(_ query: String, _ off: Set<Rule>) throws -> Set<String> {
      Set(
        try database.query("EXPLAIN " + query, options: QueryOptions(disabledRules: off)).rows.compactMap {
          if case .string(let step)? = $0.first { step } else { nil }
        })
    }
    for (query, answer) in [
      ("MATCH (a:A {i: 1})-[:R]->()-[:R]->()-[:R]->(x) RETURN count(DISTINCT x) AS n", [4]),
      ("MATCH (a:A {i: 5})-[:R]->()-[:R]->()-[:R]->(x) RETURN count(DISTINCT x.i) AS n", [3]),
      ("MATCH (a:A {i: 1})-[:R]-()-[:R]-()-[:R]-(x) RETURN count(DISTINCT x) AS n", [7]),
      ("MATCH (a:A)-[:R]->()-[:R]->(x) WHERE a.i < 3 WITH DISTINCT x RETURN x.i AS n ORDER BY n", [3, 4, 5, 6]),
    ] {
      #expect(try steps(query, []).contains("FewWays") && !steps(query, [.fewWays]).contains("FewWays"), "\(query)")
      for off in [[], [.fewWays], Set(Rule.allCases)] {
        for capacity in [1, 2, 1_024] {
          let rows = try database.query(query, options: QueryOptions(batchCapacity: capacity, disabledRules: off)).rows
          #expect(rows == answer.map { [.integer(Int64($0))] }, "\(query), \(capacity) rows at a time, without \(off)")
        }
      }
    }
    #expect(!(try steps("MATCH (a:A {i: 1})-[:R]->()-[:R]->()-[:R]->(x) RETURN x.i AS n, count(*) AS m", [])).contains("FewWays"))
  }

  /// What is counted behind relationships that may be either way round needs no look at relationships.
  @Test(arguments: [false, true])
  func countsWithoutRivals(compacted: Bool) throws {
    let database = try GraphDatabase.inMemory()
    for text in [
      "UNWIND range(1, 4) AS i CREATE (:A {i: i})",
      "UNWIND [[1, 2], [1, 2], [2, 1], [2, 2], [2, 3], [3, 4], [4, 4], [1, 1]] AS p MATCH (a:A {i: p[0]}), (b:A {i: p[1]}) CREATE (a)-[:R]->(b)",
      "UNWIND [[2, 3], [3, 2], [2, 2]] AS p MATCH (a:A {i: p[0]}), (b:A {i: p[1]}) CREATE (a)-[:S]->(b)",
    ] {
      _ = try database.query(text, options: Self.write)
    }
    if compacted { try database.optimize() }
    for (pattern, answer) in [
      ("(a)-[:R]-(b)-[:R]-(c)", 15), ("(a)-[:R]-(b)-[:R]->(c)", 10), ("(a)-[:R]->(b)<-[:R]-(c)", 5), ("(a)-[:R|S]-(b)-[:R]-(c)", 15),
      ("(a)-[:R]-(b)-[:R|S]-(c)", 24), ("(a)-[]-(b)-[:S]->(c)", 6), ("(a)-[:R]-(b)-[:R]-(c)-[:R]-(d)", 36),
    ] {
      let query = "MATCH \(pattern) WHERE a.i = 1 RETURN count(*) AS n"
      for off in [[], [.countRows], Set(Rule.allCases)] {
        let rows = try database.query(query, options: QueryOptions(disabledRules: off)).rows
        #expect(rows == [[.integer(Int64(answer))]], "\(query) without \(off)")
      }
    }
  }
}
