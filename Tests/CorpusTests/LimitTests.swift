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

  /// Runs on a stack like that of the program, and within the bound.
  private func withinBound(_ work: @escaping @Sendable () throws -> Void) throws {
    let start = ContinuousClock.now
    let done = DispatchSemaphore(value: 0)
    let failure = Failure()
    let thread = Thread {
      do { try work() } catch { failure.error.withLock { $0 = error } }
      done.signal()
    }
    thread.stackSize = 256 << 20
    thread.start()
    done.wait()
    if let error = failure.error.withLock({ $0 }) { throw error }
    #expect(ContinuousClock.now - start < Self.bound)
  }

  private final class Failure: Sendable { let error = Mutex<(any Error)?>(nil) }

  private static func count(_ query: String, after made: String? = nil) throws -> [[ResultValue]] {
    let database = try GraphDatabase.inMemory()
    if let made { _ = try database.query(made, options: QueryOptions(mayWrite: true)) }
    return try database.query(query).rows
  }

  @Test(.timeLimit(.minutes(1)))
  func twentyThousandCreates() throws {
    try withinBound {
      let made = (0..<20_000).map { "CREATE (:A {n: \($0)})" }.joined(separator: "\n")
      #expect(try Self.count("MATCH (a:A) RETURN count(a)", after: made) == [[.integer(20_000)]])
    }
  }

  @Test(.timeLimit(.minutes(1)))
  func hundredsOfMatches() throws {
    try withinBound {
      let steps = (0..<600).map { "MATCH (n\($0))-[:R]->(n\($0 + 1))" }.joined(separator: "\n")
      let made = "CREATE (n0)" + (1...600).map { "-[:R]->(n\($0))" }.joined()
      #expect(try Self.count(steps + " RETURN count(*)", after: made) == [[.integer(1)]])
    }
  }

  @Test(.timeLimit(.minutes(1)))
  func aPathOfAThousandSteps() throws {
    try withinBound {
      let steps = (1...1_000).map { "-[:R]->(n\($0))" }.joined()
      #expect(try Self.count("MATCH (n0)\(steps) RETURN count(*)", after: "CREATE (n0)\(steps)") == [[.integer(1)]])
    }
  }

  @Test(.timeLimit(.minutes(1)))
  func aThousandNodesApart() throws {
    try withinBound {
      let nodes = (0..<1_000).map { "(n\($0):A)" }.joined(separator: ", ")
      #expect(try Self.count("MATCH \(nodes) RETURN count(*)", after: "CREATE (:A)") == [[.integer(1)]])
    }
  }

  @Test(.timeLimit(.minutes(1)))
  func fiveThousandUnknownLabels() throws {
    try withinBound {
      let labels = (0..<5_000).map { "L\($0)" }.joined(separator: "|")
      let answer = try GraphDatabase.inMemory().query("MATCH (n:\(labels)) RETURN count(n)")
      #expect(answer.rows == [[.integer(0)]] && answer.warnings.count == 5_000)
    }
  }

  /// Forms that can hold others like them, nested as deep as they may be.
  @Test(arguments: [
    Nesting(open: "CALL { ", core: "RETURN 1 AS x", close: " } RETURN x"),
    Nesting(open: "WHEN true THEN { ", core: "RETURN 1 AS x", close: " }"),
    Nesting(open: "[", core: "1", close: "]", isValue: true), Nesting(open: "(", core: "1", close: ")", isValue: true),
    Nesting(open: "COUNT { RETURN ", core: "1", close: " AS x }", isValue: true),
    Nesting(open: "EXISTS { MATCH (n) WHERE ", core: "true", close: " }", isValue: true),
    Nesting(open: "CASE WHEN true THEN ", core: "1", close: " END", isValue: true),
    Nesting(open: "[x IN [1] | ", core: "1", close: "]", isValue: true),
  ])
  fileprivate func whatNestsToTheLimit(_ shape: Nesting) throws {
    try withinBound { #expect(try Self.count(shape.text(490)).count == 1) }
  }
}

private struct Nesting: Sendable {
  var open: String
  var core: String
  var close: String
  var isValue = false

  func text(_ depth: Int) -> String {
    let whole = String(repeating: open, count: depth) + core + String(repeating: close, count: depth)
    return isValue ? "RETURN \(whole) AS x" : whole
  }
}
