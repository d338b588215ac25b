import Sillage
import Testing

/// Nodes that relationships of any direction lead to, where they come in parallel, as loops and in circles: a node is reached from itself only
/// where a way leads back that uses no relationship twice.
@Suite("Reaching nodes both ways")
struct ReachBothWaysTests {
  private static var write: QueryOptions { QueryOptions(mayWrite: true) }

  private static func database(_ random: inout SeededRandom, compacted: Bool) throws -> GraphDatabase {
    let database = try GraphDatabase.inMemory()
    let count = random.number(2...7)
    _ = try database.query("UNWIND range(1, \(count)) AS i CREATE (:A {i: i})", options: Self.write)
    for _ in 0..<random.number(1...8) {
      let (from, to) = (random.number(1...count), random.number(1...count))
      // Mostly in a row, so that there are trees and long circles.
      let end = random.chance(60) ? from % count + 1 : to
      _ = try database.query("MATCH (a:A {i: \(from)}), (b:A {i: \(end)}) CREATE (a)-[:\(random.pick(["R", "R", "S"]))]->(b)", options: Self.write)
    }
    if compacted { try database.optimize() }
    return database
  }

  @Test(arguments: 0..<4)
  func anyGraph(worker: Int) throws {
    for seed in stride(from: worker, to: 40, by: 4) {
      var random = SeededRandom(UInt64(seed) &* 0x9E37_79B9 &+ 11)
      let database = try Self.database(&random, compacted: seed % 3 == 0)
      for length in ["*1..1", "*1..2", "*1..3", "*1..4", "*..5", "*"] {
        for types in ["", ":R"] {
          let pattern = "MATCH (a:A)-[\(types)\(length)]-(b) "
          for asked in ["RETURN DISTINCT a.i AS a, b.i AS b ORDER BY a, b", "WHERE a.i = b.i RETURN a.i AS a, count(DISTINCT b) AS b ORDER BY a"] {
            let expected = try database.query(pattern + asked, options: QueryOptions(disabledRules: Set(Rule.allCases))).rows
            for capacity in [1, 1_024] {
              let rows = try database.query(pattern + asked, options: QueryOptions(batchCapacity: capacity)).rows
              #expect(rows == expected, "\(pattern + asked), graph \(seed)")
            }
          }
        }
      }
    }
  }
}
