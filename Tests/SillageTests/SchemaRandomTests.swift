import Sillage
import Testing

/// Random statements against a graph with constraints. Whether a statement breaks one is asked of a graph without constraints
/// by queries that say what each constraint means.
@Suite("Constraints on random statements")
struct SchemaRandomTests {
  static let constraints: [(declared: String, broken: String)] = [
    (
      "CREATE CONSTRAINT FOR (n:A) REQUIRE n.u IS UNIQUE",
      "MATCH (n:A), (m:A) WHERE id(n) < id(m) AND n.u = m.u RETURN count(*)"
    ),
    (
      "CREATE CONSTRAINT FOR (n:B) REQUIRE (n.u, n.v) IS NODE KEY",
      """
      MATCH (n:B) WHERE n.u IS NULL OR n.v IS NULL
        OR EXISTS { MATCH (m:B) WHERE id(m) <> id(n) AND m.u = n.u AND m.v = n.v } RETURN count(*)
      """
    ),
    ("CREATE CONSTRAINT FOR (n:C) REQUIRE n.v IS NOT NULL", "MATCH (n:C) WHERE n.v IS NULL RETURN count(*)"),
    ("CREATE CONSTRAINT FOR (n:C) REQUIRE n.u IS :: INTEGER", "MATCH (n:C) WHERE n.u IS NOT NULL AND toString(n.u) CONTAINS '.' RETURN count(*)"),
    ("CREATE CONSTRAINT FOR ()-[r:R]-() REQUIRE r.v IS NOT NULL", "MATCH ()-[r:R]->() WHERE r.v IS NULL RETURN count(*)"),
    (
      "CREATE CONSTRAINT FOR ()-[r:R]-() REQUIRE r.v IS UNIQUE",
      "MATCH ()-[r:R]->(), ()-[q:R]->() WHERE id(r) < id(q) AND r.v = q.v RETURN count(*)"
    ),
  ]

  @Test(arguments: 1...12)
  func aStatementSucceedsIfAndOnlyIfItBreaksNothing(seed: UInt64) throws {
    var random = Numbers(state: seed)
    let bench = try SchemaWorkbench()
    for (declared, _) in Self.constraints { try bench.run(declared) }
    var accepted: [String] = []
    var refused = 0
    for _ in 0..<24 {
      let statement = random.statement()
      let free = try SchemaWorkbench()
      for text in accepted + [statement] { try free.run(text) }
      let isBroken = try Self.constraints.contains { try free.lines($0.broken) != ["0"] }
      let before = try graph(bench)
      let fault = bench.fault(statement)
      #expect((fault != nil) == isBroken, "seed \(seed): \(accepted + [statement])")
      if let fault {
        refused += 1
        #expect(fault.code.name == "E303" && !fault.message.isEmpty)
        #expect(try graph(bench) == before, "seed \(seed): \(statement)")
      } else {
        accepted.append(statement)
        #expect(try graph(bench) == graph(free), "seed \(seed): \(statement)")
      }
    }
    #expect(refused > 0 && accepted.count > 0)
  }

  /// Labels and keys in an order of our own: that of their first use differs between the graphs.
  private func graph(_ bench: SchemaWorkbench) throws -> [String] {
    try bench.lines("MATCH (n) RETURN id(n), n:A, n:B, n:C, n.u, n.v")
      + bench.lines("MATCH (a)-[r]->(b) RETURN id(a), id(r), id(b), r.v ORDER BY id(r)")
  }
}

/// Random statements that are the same for the same seed (SplitMix64).
private struct Numbers {
  var state: UInt64

  private mutating func below(_ limit: UInt64) -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = (state ^ (state >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return (mixed ^ (mixed >> 31)) % limit
  }

  private mutating func pick(_ items: [String]) -> String { items[Int(below(UInt64(items.count)))] }

  private mutating func label() -> String { pick(["A", "B", "C"]) }
  private mutating func value() -> String { pick(["0", "1", "2", "3", "4", "5.5", "1.0", "null"]) }
  private mutating func properties() -> String { "{u: \(value()), v: \(value())}" }

  mutating func statement() -> String {
    switch below(9) {
    case 0, 1: "CREATE (:\(label()) \(properties()))"
    case 2: "CREATE (n:\(label()):\(label())) SET n = \(properties())"
    case 3: "MATCH (n:\(label()) {v: \(value())}) SET n.u = \(value())"
    case 4: "MATCH (n:\(label())) WHERE n.u = \(value()) SET n:\(label())"
    case 5: "MATCH (n:\(label())) WHERE n.u = \(value()) REMOVE n.v"
    case 6: "MATCH (n:\(label())) WHERE n.v = \(value()) DETACH DELETE n"
    case 7: "MERGE (n:\(label()) {u: \(pick(["1", "2", "3"]))}) ON CREATE SET n.v = \(value()) ON MATCH SET n.v = \(value())"
    default: "MATCH (a:\(label())), (b:\(label())) WITH a, b LIMIT \(pick(["1", "1", "2"])) CREATE (a)-[:R {v: \(value())}]->(b)"
    }
  }
}
