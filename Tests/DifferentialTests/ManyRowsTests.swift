import Sillage
import Testing

/// An update of many rows at once changes a graph as the same update of one row after the other does.
@Suite struct ManyRowsTests {
  static let updates = [
    "CREATE (:A {name: r.name, n: r.n, tags: r.tags, x: null})",
    "CREATE (a:A {name: r.name})-[:R {w: r.n, v: a.name}]->(:B {k: r.k})",
    "CREATE (a:A:B) SET a = r",
    "CREATE (a:A) SET a += r, a.x = r.n",
    "CREATE (a:A {k: COUNT { MATCH (:A) }})",
    "MATCH (a:A {k: r.k}) CREATE (a)-[:S {w: r.n}]->(:B {n: a.n}), (a)<-[:R]-(:B {name: r.name})",
    "MATCH (a:A {k: r.k}) SET a.n = r.n, a.x = r.name",
    "MATCH (a:A {k: r.k}) SET a.n = r.n, a.n = r.n + 1, a.x = null",
    "MATCH (a:A {k: r.k}) SET a.n = a.n + r.n",
    "MATCH (a:A {k: r.k}) SET a.n = a.n + 1, a.x = a.n",
    "MATCH (a:A {k: r.k}) SET a.n = r.n REMOVE a.name, a.x SET a:C",
    "MATCH (a:A {k: r.k}) SET a += r",
    "MATCH (a:A {k: r.k}) SET a += {n: r.n, x: r.x, name: r.name}",
    "MATCH (a:A {k: r.k}) SET a += {n: a.n + 1, x: a.n}",
    "MATCH (a:A {k: r.k}) SET a = r",
    "OPTIONAL MATCH (a:A {k: r.n}) SET a += {x: r.x, name: r.name}",
    "MATCH (a:A {k: r.k})-[q:R]->(b) SET q += r, b += {x: r.k}",
    "MATCH (a:A {k: r.k})-[q:R]->(b) SET q += b",
    "MERGE (a:A {k: r.n}) SET a.n = r.n, a.x = r.x, a.name = null",
    "MERGE (a:C {u: r.n}) SET a += {name: r.name, tags: r.tags, u: r.n}",
    "MATCH (a:A {k: r.k})-[q:R]->(b) SET q.w = r.n, b.x = r.k, q.v = b.n",
    "MATCH (a:A {k: r.k})-[q:R]->(b) SET a.n = b.n, b.n = r.n",
    "MATCH (a:A {k: r.k})-[q:R]->(b) SET q.w = q.w + 1",
    "OPTIONAL MATCH (a:A {k: r.n}) SET a.x = 10 / a.n, a.name = r.name",
    "MATCH (a:A {k: r.k}) SET a.u = r.n * 100 + a.k",
    "MERGE (a:A {k: r.n}) ON CREATE SET a.n = r.n, a.x = r.x ON MATCH SET a.name = r.name, a.x = r.k",
    "MERGE (a:B {k: r.k, n: r.n})",
    "MERGE (a:C {u: r.k}) ON CREATE SET a.name = r.name ON MATCH SET a.name = r.name + '!'",
    "MATCH (a:A {k: r.k}), (b:A {k: r.n % 5}) MERGE (a)-[q:R]->(b) ON CREATE SET q.w = r.n ON MATCH SET q.v = r.n",
    "MATCH (a:A {k: r.k}), (b:A {k: r.n % 5}) MERGE (a)<-[q:S {w: r.n % 3}]-(b) SET q.v = r.name",
    "MATCH (a:A {k: r.k}), (b:A {k: r.n % 5}) MERGE (a)-[q:S]-(b) ON MATCH SET q.w = r.n",
    "MATCH (a:A {k: r.k}), (b:A {k: r.n % 5}) MERGE (a)-[:S]->(b)",
    "MATCH (a:A {k: r.k}), (b:A {k: r.n % 5}) MERGE (a)-[q:R]->(b) ON MATCH SET q.w = b.n, q.v = r.tags",
  ]

  private let write = QueryOptions(mayWrite: true)

  private func database(isCompacted: Bool) throws -> GraphDatabase {
    let database = try GraphDatabase.inMemory()
    for text in [
      // The names of all properties, in one order.
      "CREATE (:Z {k: 1, n: 1, u: 1, x: 1, v: 1, w: 1, name: '', tags: []})", "MATCH (z:Z) DELETE z",
      "UNWIND range(0, 9) AS k CREATE (:A {k: k, n: k + 1, name: 'node ' + k})",
      "MATCH (a:A), (b:A) WHERE b.k = a.k / 2 OR b.k = (a.k * 3) % 10 CREATE (a)-[:R {w: b.k}]->(b)",
      "CREATE INDEX FOR (a:A) ON (a.k)", "CREATE CONSTRAINT FOR (c:C) REQUIRE c.u IS UNIQUE",
    ] { _ = try database.query(text, options: write) }
    if isCompacted { try database.optimize() }
    _ = try database.query("MATCH (a:A {k: 4}) SET a.n = 40", options: write)
    return database
  }

  /// Few keys, so that rows meet the same nodes.
  private var rows: [ResultValue] {
    (0..<Int64(40)).map { at -> ResultValue in
      let tags: [ResultValue] = [.string("t\(at % 4)"), .string("u")]
      let fields: [ResultField] = [
        ResultField("k", .integer(at * 5 % 7)), ResultField("n", .integer(at * at % 13)), ResultField("name", .string("row \(at)")),
        ResultField("x", at % 3 == 0 ? ResultValue.null : ResultValue.integer(at)), ResultField("tags", .list(tags)),
      ]
      return .map(fields)
    }
  }

  private func run(_ update: String, _ rows: [ResultValue], _ database: GraphDatabase, capacity: Int = 1_024) throws -> ChangeCounts {
    let options = QueryOptions(mayWrite: true, batchCapacity: capacity)
    return try database.query("UNWIND $rows AS r " + update, parameters: [ResultField("rows", .list(rows))], options: options).changes
  }

  /// All nodes and relationships, without their ids.
  private func contents(_ database: GraphDatabase) throws -> [String] {
    let nodes = try database.query("MATCH (n) RETURN labels(n), properties(n)").rows
    let relationships = try database.query("MATCH (a)-[q]->(b) RETURN properties(a), type(q), properties(q), properties(b)").rows
    return (nodes + relationships).map { "\($0)" }.sorted()
  }

  @Test(arguments: updates)
  func theOrderOfRowsIsKept(update: String) throws {
    for isCompacted in [false, true] {
      let single = try database(isCompacted: isCompacted)
      var sum = ChangeCounts()
      for row in rows {
        let changes = try run(update, [row], single)
        sum.nodesCreated += changes.nodesCreated
        sum.relationshipsCreated += changes.relationshipsCreated
        sum.labelsAdded += changes.labelsAdded
        sum.propertiesSet += changes.propertiesSet
      }
      let expected = try contents(single)
      for capacity in [1, 1_024] {
        let many = try database(isCompacted: isCompacted)
        #expect(try run(update, rows, many, capacity: capacity) == sum)
        #expect(try contents(many) == expected)
      }
    }
  }
}
