import Sillage
import Testing

/// Of all trails between two nodes a selector keeps those with the fewest relationships, as many as it says.
@Suite struct FewestRelationshipsTests {
  private let write = QueryOptions(mayWrite: true)

  private func database(_ texts: [String]) throws -> GraphDatabase {
    let database = try GraphDatabase.inMemory()
    for text in texts { _ = try database.query(text, options: write) }
    return database
  }

  /// Five nodes and nine relationships, loops and pairs among them.
  private func small(_ seed: UInt64) throws -> GraphDatabase {
    var random = SeededRandom(seed)
    let pairs = (0..<9).map { at in "[\(Int.random(in: 0..<5, using: &random)), \(Int.random(in: 0..<5, using: &random)), \(at)]" }
    return try database([
      "UNWIND range(0, 4) AS i CREATE (:N {i: i})",
      "UNWIND [\(pairs.joined(separator: ", "))] AS e MATCH (a:N {i: e[0]}), (b:N {i: e[1]}) CREATE (a)-[:R {e: e[2]}]->(b)",
    ])
  }

  @Test("As by looking at all trails", arguments: 0..<12)
  func amongAll(seed: Int) throws {
    let database = try small(UInt64(seed))
    let arrows = [
      ("-[:R]->+", "-[:R]->{1,9}"), ("-[:R]-+", "-[:R]-{1,9}"), ("<-[:R]-+", "<-[:R]-{1,9}"), ("-[:R]->*", "-[:R]->{0,9}"),
      ("-[:R]-{1,3}", "-[:R]-{1,3}"), ("-[:R]-{0,2}", "-[:R]-{0,2}"),
    ]
    for (arrow, whole) in arrows {
      for ends in ["WHERE a.i = 0 AND b.i = 3", "WHERE a.i = 2 AND b.i = 2", "WHERE a.i = 1"] {
        let every = try database.query("MATCH p = (a:N)\(whole)(b:N) \(ends) RETURN b.i AS b, [r IN relationships(p) | r.e] AS e").rows
        for (selector, limit, isOfGroups) in [("SHORTEST 2", 2, false), ("SHORTEST 5", 5, false), ("ANY 3", 3, false), ("SHORTEST 2 GROUPS", 2, true)] {
          let found = try database.query("MATCH p = \(selector) (a:N)\(arrow)(b:N) \(ends) RETURN b.i AS b, [r IN relationships(p) | r.e] AS e").rows
          #expect(Set(found.map { "\($0)" }).count == found.count, "each once: \(selector) \(arrow) \(ends)")
          let known = Set(every.map { "\($0)" })
          #expect(found.allSatisfy { known.contains("\($0)") }, "\(selector) \(arrow) \(ends)")
          #expect(lengths(found) == kept(lengths(every), limit, isOfGroups), "\(selector) \(arrow) \(ends)")
        }
      }
    }
  }

  /// By the end, the lengths of the ways there, ascending.
  private func lengths(_ rows: [[ResultValue]]) -> [String: [Int]] {
    var lengths: [String: [Int]] = [:]
    for row in rows { if case .list(let items) = row[1] { lengths["\(row[0])", default: []].append(items.count) } }
    return lengths.mapValues { $0.sorted() }
  }

  private func kept(_ all: [String: [Int]], _ limit: Int, _ isOfGroups: Bool) -> [String: [Int]] {
    all.mapValues { lengths in
      guard isOfGroups else { return Array(lengths.prefix(limit)) }
      let groups = Set(lengths).sorted().prefix(limit)
      return lengths.filter { groups.contains($0) }
    }
  }

  /// Each of twelve nodes leads to each later one, so that all trails could never be found. One node hangs on one of them, and another on that.
  @Test(
    "Trails that could never all be found",
    arguments: [
      ("SHORTEST 2 (a:N {i: 0})-[:R]-+(b:N)", 24), ("SHORTEST 2 (a:N {i: 0})-[:R]-+(b:M)", 2), ("ANY 2 (a:M)-[:R]-+(b:N {i: 7})", 2),
      ("SHORTEST 2 (a:N {i: 3})-[:R]->+(b:M)", 1), ("SHORTEST 2 (a:M)-[:R]-+(b:L)", 1), ("SHORTEST 2 GROUPS (a:L)-[:R]-+(b:M)", 1),
      ("SHORTEST 1 GROUPS (a:N {i: 0})-[:R]-+(b:N {i: 0})", 110), ("SHORTEST 3 (a:L)-[:R]->+(b:N)", 0),
    ])
  func never(pattern: String, count: Int) throws {
    let database = try database([
      "UNWIND range(0, 11) AS i CREATE (:N {i: i})", "MATCH (n:N), (m:N) WHERE n.i < m.i CREATE (n)-[:R]->(m)",
      "MATCH (n:N {i: 4}) CREATE (n)-[:R]->(:M)-[:R]->(:L)",
    ])
    #expect(try database.query("MATCH p = \(pattern) RETURN length(p) AS n").rows.count == count)
  }
}
