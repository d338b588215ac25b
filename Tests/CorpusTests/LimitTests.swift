import Foundation
import Sillage
import Synchronization
import Testing

@Suite("Queries that are large or deep", .serialized)
struct LimitTests {
  /// Ten seconds for a program that is optimised; one that is not may take several times as long.
  private static let bound: Duration = {
    #if DEBUG
      .seconds(50)
    #else
      .seconds(10)
    #endif
  }()

  private func answer(_ query: String) throws -> [[ResultValue]] {
    try GraphDatabase.inMemory().query(query).rows
  }

  private func fault(_ query: String) -> Diagnostic? {
    do {
      _ = try answer(query)
      return nil
    } catch { return (error as? SillageError)?.diagnostics.first }
  }

  private func nested(_ open: String, _ core: String, _ close: String, _ depth: Int) -> String {
    String(repeating: open, count: depth) + core + String(repeating: close, count: depth)
  }

  @Test func aListFortyDeep() throws {
    let heads = nested("head(", nested("[", "7", "]", 40), ")", 40)
    #expect(try answer("RETURN \(heads) AS x") == [[.integer(7)]])
  }

  @Test func aMapFortyDeep() throws {
    let steps = String(repeating: ".k", count: 40)
    #expect(try answer("WITH \(nested("{k: ", "'deep'", "}", 40)) AS m RETURN m\(steps) AS x") == [[.string("deep")]])
  }

  @Test func fortyPairsOfParentheses() throws {
    #expect(try answer("RETURN \(nested("(", "1", ")", 40)) AS x") == [[.integer(1)]])
  }

  @Test func whatNestsTooDeepIsRefusedWithTheLimit() throws {
    let found = try #require(fault("RETURN \(nested("[", "1", "]", 20_000)) AS x"))
    #expect(found.fault?.detail == .limitExceeded)
    #expect(found.code.name == "E110")
    #expect(found.message.contains { $0.isNumber }, "the message names the limit: \(found.message)")
  }

  @Test(.timeLimit(.minutes(1)))
  func aQueryOfAMegabyte() throws {
    let start = ContinuousClock.now
    let numbers = (0..<160_000).map(String.init).joined(separator: ",")
    let query = "RETURN size([\(numbers)]) AS n"
    #expect(query.utf8.count > 1_000_000)
    #expect(try answer(query) == [[.integer(160_000)]])
    #expect(ContinuousClock.now - start < Self.bound)
  }

  @Test(.timeLimit(.minutes(1)))
  func aStringOfAMegabyte() throws {
    let text = String(repeating: "é", count: 600_000)
    #expect(try answer("RETURN size('\(text)') AS n") == [[.integer(600_000)]])
  }

  @Test(.timeLimit(.minutes(1)))
  func aListOfAMillionElements() throws {
    let start = ContinuousClock.now
    let rows = try answer(
      """
      WITH range(1, 1000000) AS list
      RETURN size(list) AS n, list[999999] AS last, size([x IN list WHERE x % 2 = 0]) AS even,
        reduce(sum = 0, x IN list | sum + x) AS sum
      """)
    #expect(rows == [[.integer(1_000_000), .integer(1_000_000), .integer(500_000), .integer(500_000_500_000)]])
    #expect(ContinuousClock.now - start < Self.bound)
  }

  @Test(.timeLimit(.minutes(1)))
  func aMillionRows() throws {
    let start = ContinuousClock.now
    let rows = try answer("UNWIND range(1, 1000000) AS x WITH DISTINCT x % 1000 AS k RETURN count(k) AS n, max(k) AS most")
    #expect(rows == [[.integer(1000), .integer(999)]])
    #expect(ContinuousClock.now - start < Self.bound)
  }

  @Test func aChainOfSumsOfAMegabyte() throws {
    let terms = Array(repeating: "1000000", count: 100_000)
    #expect(try answer("RETURN \(terms.joined(separator: " + ")) AS x") == [[.integer(100_000_000_000)]])
    let letters = Array(repeating: "'a'", count: 1000).joined(separator: " + ")
    #expect(try answer("RETURN size(\(letters)) AS x") == [[.integer(1000)]])
    #expect(try answer("RETURN 1000 - \(Array(repeating: "1", count: 500).joined(separator: " - ")) AS x") == [[.integer(500)]])
  }

  /// Far below the limit on the height of an expression, since tests run on threads with little stack.
  @Test func hundredTermsAndThousandsOfConditionsInARow() throws {
    #expect(try answer("RETURN \(Array(repeating: "1", count: 90).joined(separator: " + ")) AS x") == [[.integer(90)]])
    let conditions = (0..<5000).map { "x <> \($0)" }.joined(separator: " AND ")
    #expect(try answer("WITH 5000 AS x RETURN \(conditions) AS y") == [[.boolean(true)]])
  }

  // MARK: Many clauses and patterns

  /// The rows of a query that runs on a stack like that of the program. Fails where it takes longer than the bound.
  private func rows(_ query: String, after made: String? = nil) throws -> [[ResultValue]] {
    let start = ContinuousClock.now
    let done = DispatchSemaphore(value: 0)
    let outcome = Outcome()
    let thread = Thread {
      let result = Result { () throws -> [[ResultValue]] in
        let database = try GraphDatabase.inMemory()
        if let made { _ = try database.query(made, options: QueryOptions(mayWrite: true)) }
        return try database.query(query).rows
      }
      outcome.result.withLock { $0 = result }
      done.signal()
    }
    thread.stackSize = 256 << 20
    thread.start()
    done.wait()
    #expect(ContinuousClock.now - start < Self.bound)
    return try outcome.result.withLock { $0 }.get()
  }

  private final class Outcome: Sendable { let result = Mutex<Result<[[ResultValue]], any Error>>(.success([])) }

  @Test(.timeLimit(.minutes(1)))
  func twentyThousandCreates() throws {
    let made = (0..<20_000).map { "CREATE (:A {n: \($0)})" }.joined(separator: "\n")
    #expect(try rows("MATCH (a:A) RETURN count(a)", after: made) == [[.integer(20_000)]])
  }

  @Test(.timeLimit(.minutes(1)))
  func hundredsOfMatches() throws {
    let steps = (0..<300).map { "MATCH (n\($0))-[:R]->(n\($0 + 1))" }.joined(separator: "\n")
    #expect(try rows(steps + " RETURN count(*)", after: "CREATE (a)-[:R]->(a)") == [[.integer(1)]])
  }

  @Test(.timeLimit(.minutes(1)))
  func aPathOfHundredsOfSteps() throws {
    let steps = (1...400).map { "-[:R]->(n\($0))" }.joined()
    #expect(try rows("MATCH (n0)\(steps) RETURN count(*)", after: "CREATE ()-[:R]->()-[:R]->()") == [[.integer(0)]])
  }

  @Test(.timeLimit(.minutes(1)))
  func aThousandNodesApart() throws {
    let nodes = (0..<1_000).map { "(n\($0):A)" }.joined(separator: ", ")
    #expect(try rows("MATCH \(nodes) RETURN count(*)", after: "CREATE (:A)") == [[.integer(1)]])
  }

  @Test(.timeLimit(.minutes(1)))
  func fiveThousandUnknownLabels() throws {
    let labels = (0..<5_000).map { "L\($0)" }.joined(separator: "|")
    #expect(try rows("MATCH (n:\(labels)) RETURN count(n)") == [[.integer(0)]])
  }

  /// Forms that can hold others like them, nested as deep as they may be: what opens, what is inside, what closes.
  @Test(arguments: [
    ["CALL { ", "RETURN 1 AS x", " } RETURN x"], ["WHEN true THEN { ", "RETURN 1 AS x", " }"],
    ["[", "1", "]"], ["(", "1", ")"], ["CASE WHEN true THEN ", "1", " END"], ["[x IN [1] | ", "1", "]"],
    ["COUNT { RETURN ", "1", " AS x }"], ["EXISTS { MATCH (n) WHERE ", "true", " }"],
  ])
  func whatNestsToTheLimit(shape: [String]) throws {
    // A subquery in an expression is two levels.
    let depth = shape[0].hasPrefix("COUNT") || shape[0].hasPrefix("EXISTS") ? 245 : 490
    let whole = String(repeating: shape[0], count: depth) + shape[1] + String(repeating: shape[2], count: depth)
    #expect(try rows(shape[1].hasPrefix("RETURN") ? whole : "RETURN \(whole) AS x").count == 1)
  }
}
