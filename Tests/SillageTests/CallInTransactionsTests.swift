import Foundation
import Sillage
import Testing

@Suite("CALL { … } IN TRANSACTIONS")
struct CallInTransactionsTests {
  private func bench() throws -> SchemaWorkbench {
    let bench = try SchemaWorkbench()
    try bench.run("CREATE CONSTRAINT c FOR (n:N) REQUIRE n.i IS UNIQUE")
    return bench
  }

  @Test func allRowsAreWritten() throws {
    for size in ["", " OF 1 ROW", " OF 3 ROWS", " OF 7 ROWS", " OF $n ROWS"] {
      let bench = try bench()
      let changes = try bench.run(
        "UNWIND range(1, 7) AS i CALL (i) { CREATE (:N {i: i}) } IN TRANSACTIONS\(size)", [ResultField("n", .integer(2))]
      ).changes
      #expect(changes.nodesCreated == 7 && changes.propertiesSet == 7, "\(size)")
      #expect(try bench.lines("MATCH (n:N) RETURN count(n), sum(n.i)") == ["7 | 28"])
    }
  }

  @Test func rowsOfTheInnerQueryComeOut() throws {
    let bench = try bench()
    #expect(
      try bench.lines(
        """
        UNWIND [1, 2, 3, 4, 5] AS i
        CALL { WITH i UNWIND range(1, i % 3) AS k CREATE (n:N {i: i * 10 + k}) RETURN n.i AS made } IN TRANSACTIONS OF 2 ROWS
        RETURN i, made ORDER BY made
        """) == ["1 | 11", "2 | 21", "2 | 22", "4 | 41", "5 | 51", "5 | 52"])
    #expect(
      try bench.lines(
        """
        UNWIND [1, 3] AS i OPTIONAL CALL (i) { MATCH (n:N) WHERE n.i / 10 = i RETURN n.i AS found }
        IN TRANSACTIONS OF 1 ROW RETURN i, found
        """) == ["1 | 11", "3 | null"])
  }

  /// By default the first error ends the statement; what was committed before stays, the failing batch leaves nothing.
  @Test func aFailureKeepsTheBatchesBefore() throws {
    let bench = try bench()
    let fault = bench.fault("UNWIND [1, 2, 3, 4, 2, 6] AS i CALL (i) { CREATE (:N {i: i}) } IN TRANSACTIONS OF 2 ROWS")
    #expect(fault?.message.contains("both have `i` 2") == true)
    #expect(fault?.code.name == "E303")
    #expect(try bench.lines("MATCH (n:N) RETURN n.i ORDER BY n.i") == ["1", "2", "3", "4"])
    try bench.run("CREATE (:N {i: 9})")
  }

  static let policies: [(policy: String, kept: String, rows: [String])] = [
    (
      "CONTINUE", "[1,2,3,6,7]",
      [
        "1 | 1 | true | true", "2 | 2 | true | true", "0 | null | true | false", "4 | null | true | false", "3 | 3 | true | true",
        "6 | 6 | true | true", "7 | 7 | true | true",
      ]
    ),
    (
      "BREAK", "[1,2]",
      [
        "1 | 1 | true | true", "2 | 2 | true | true", "0 | null | true | false", "4 | null | true | false", "3 | null | false | false",
        "6 | null | false | false", "7 | null | false | false",
      ]
    ),
  ]

  @Test(arguments: policies)
  func errorsMayBePassedOver(policy: String, kept: String, rows: [String]) throws {
    let bench = try bench()
    let query = """
      UNWIND [1, 2, 0, 4, 3, 6, 7] AS i
      CALL (i) { CREATE (n:N {i: i / (i / i)}) RETURN n.i AS made } IN TRANSACTIONS OF 2 ROWS ON ERROR \(policy)
      REPORT STATUS AS s RETURN i, made, s.started, s.committed
      """
    let answer = try bench.run(query)
    #expect(ShippedGraph.text(of: answer) == rows)
    #expect(answer.changes.nodesCreated == kept.split(separator: ",").count)
    #expect(try bench.lines("MATCH (n:N) WITH n.i AS i ORDER BY i RETURN collect(i)") == [kept])
    #expect(
      try bench.lines(
        """
        UNWIND [1] AS i CALL (i) { CREATE (:N {i: 1 / 0}) } IN TRANSACTIONS ON ERROR \(policy) REPORT STATUS AS s
        RETURN s.errorMessage IS NOT NULL
        """) == ["true"])
  }

  /// A broken constraint shows at the commit, which is an error of its batch too.
  @Test func aBrokenConstraintEndsOnlyItsBatch() throws {
    let bench = try bench()
    #expect(
      try bench.lines(
        """
        UNWIND [1, 1, 2, 3] AS i CALL (i) { CREATE (:N {i: i}) } IN TRANSACTIONS OF 2 ROWS ON ERROR CONTINUE
        REPORT STATUS AS s RETURN i, s.committed, s.errorMessage
        """) == [
          "1 | false | nodes 1 and 2 both have `i` 1, against constraint `c` on :`N`",
          "1 | false | nodes 1 and 2 both have `i` 1, against constraint `c` on :`N`", "2 | true | null", "3 | true | null",
        ])
    #expect(try bench.lines("MATCH (n:N) RETURN n.i ORDER BY n.i") == ["2", "3"])
  }

  /// Rows that come from the graph are read before the first of them changes it.
  @Test func rowsDoNotSeeWhatTheBatchesWrite() throws {
    let bench = try SchemaWorkbench()
    try bench.run("UNWIND range(1, 10) AS i CREATE (:A {i: i})")
    try bench.run("MATCH (a:A) CALL (a) { CREATE (:A {i: a.i + 100}) } IN TRANSACTIONS OF 3 ROWS")
    #expect(try bench.lines("MATCH (a:A) RETURN count(*)") == ["20"])
    try bench.run("MATCH (a:A) CALL (a) { DETACH DELETE a } IN TRANSACTIONS OF 3 ROWS")
    #expect(try bench.lines("MATCH (a) RETURN count(*)") == ["0"])
  }

  @Test func aFileIsWrittenInBatches() throws {
    let folder = ShippedGraph.folder + "/batches"
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    let text = (1...2_500).map { "\($0)\n" }.joined() + "\"\n"
    try text.write(toFile: folder + "/n.csv", atomically: true, encoding: .utf8)
    let bench = try SchemaWorkbench(csvFolder: folder)
    let fault = bench.fault("LOAD CSV FROM 'n.csv' AS r CALL (r) { CREATE (:N {i: toInteger(r[0])}) } IN TRANSACTIONS")
    #expect(fault?.message == "n.csv, line 2501, column 1: a quoted field without an end begins here")
    #expect(try bench.lines("MATCH (n:N) RETURN count(n)") == ["2000"])
  }

  /// Another connection sees each batch as soon as it is committed, and what is on the disk is what was said.
  @Test func batchesAreInTheFile() throws {
    let path = ShippedGraph.folder + "/transactions.db"
    let database = try GraphDatabase.create(path)
    let other = try GraphDatabase.open(path)
    var seen: [String] = []
    try database.run(
      "UNWIND range(1, 6) AS i CALL (i) { CREATE (n:N {i: i}) RETURN n.i AS made } IN TRANSACTIONS OF 2 ROWS RETURN made",
      options: QueryOptions(mayWrite: true), columns: { _ in },
      rows: { _ in seen += (try? ShippedGraph.text(of: other.query("MATCH (n:N) RETURN count(n)"))) ?? [] })
    #expect(seen == ["2", "4", "6"])
    _ = try? database.query(
      "UNWIND [7, 8, 0] AS i CALL (i) { CREATE (:N {i: 1 / i}) } IN TRANSACTIONS OF 2 ROWS", options: QueryOptions(mayWrite: true))
    #expect(ShippedGraph.text(of: try other.query("MATCH (n:N) RETURN count(n)")) == ["8"])
  }

  @Test func whereItCannotStand() throws {
    let bench = try bench()
    let tail = "CALL { CREATE (:N) } IN TRANSACTIONS"
    for (text, says) in [
      ("CREATE (:X) \(tail)", "CALL { … } IN TRANSACTIONS cannot follow a clause that changes the graph"),
      ("CALL { CREATE (:X) } \(tail)", "CALL { … } IN TRANSACTIONS cannot follow a clause that changes the graph"),
      ("UNWIND [1] AS i CALL { \(tail) RETURN 1 AS x } RETURN x", "CALL { … } IN TRANSACTIONS cannot stand inside another subquery"),
      ("\(tail) RETURN 1 AS x UNION RETURN 2 AS x", "CALL { … } IN TRANSACTIONS cannot stand in a part of a UNION"),
      ("UNWIND [1] AS i \(tail) OF i ROWS", "IN TRANSACTIONS OF takes a number that is the same for all rows, so it cannot use `i`"),
      ("UNWIND [1] AS i \(tail) OF 0 ROWS", "a transaction holds at least one row"),
      ("UNWIND [1] AS i \(tail) REPORT STATUS AS s RETURN s", "REPORT STATUS needs ON ERROR CONTINUE or ON ERROR BREAK"),
      ("UNWIND [1] AS i \(tail) ON ERROR BREAK REPORT STATUS AS i RETURN i", "variable `i` is already defined"),
    ] { #expect(bench.fault(text)?.message == says, "\(text)") }
    #expect(try bench.lines("MATCH (n) RETURN count(n)") == ["0"])
    #expect(try bench.lines("EXPLAIN UNWIND [1] AS i \(tail)").contains { $0.contains("PerformInTransactions | of 1000 rows") })
  }

  @Test func readersMayReadInBatches() throws {
    let bench = try bench()
    try bench.run("UNWIND range(1, 4) AS i CREATE (:N {i: i})")
    let answer = try bench.database.query(
      "MATCH (n:N) CALL (n) { RETURN n.i * 2 AS d } IN TRANSACTIONS OF 2 ROWS RETURN d ORDER BY d")
    #expect(ShippedGraph.text(of: answer) == ["2", "4", "6", "8"])
    #expect(throws: SillageError.self) {
      try bench.database.query("MATCH (n:N) CALL (n) { SET n.i = 0 } IN TRANSACTIONS")
    }
    #expect(try bench.lines("MATCH (n:N) RETURN sum(n.i)") == ["10"])
  }
}
