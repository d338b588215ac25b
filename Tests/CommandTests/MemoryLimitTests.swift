import Foundation
import Sillage
import TestKit
import Testing

@Suite("The limit of memory")
struct MemoryLimitTests {
  /// The first query gathers gigabytes, the last one a part of what it may.
  @Test(
    "A query that gathers too much is told so, and the session goes on",
    arguments: [
      "UNWIND range(1,100000) AS a UNWIND range(1,100000) AS b RETURN collect([a,b])",
      "UNWIND range(1,100000) AS a UNWIND range(1,100000) AS b WITH a, b ORDER BY b RETURN a, b",
      "UNWIND range(1,100000) AS a UNWIND range(1,100000) AS b RETURN '\(String(repeating: "text", count: 250))' AS t, b",
    ])
  func tooMuch(query: String) throws {
    let folder = try TemporaryFolder()
    try GraphDatabase.create(folder.path("g.db")).close()
    let requests = [query, "UNWIND range(1,100000) AS a RETURN size(collect([a,a])) AS n", "RETURN 1 AS one"]
    let run = try Program(
      ["session", "--db", folder.path("g.db")], input: requests.map { #"{"query":"\#($0)"}"# + "\n" }.joined(),
      environment: ["SILLAGE_MEMORY": "120"])
    #expect(run.status == 0 && run.lines.count == 3)
    try #require(run.lines.count == 3)
    #expect(run.lines[0].contains(#""detail":"LimitExceeded","code":"E301","message":"the query needs more than 120 MB of memory","hint":"#))
    #expect(run.lines[1] == #"{"columns":["n"],"rows":[[100000]],"stats":{}}"#)
    #expect(run.lines[2] == #"{"columns":["one"],"rows":[[1]],"stats":{}}"#)
  }
}
