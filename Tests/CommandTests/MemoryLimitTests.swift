import Foundation
import Sillage
import TestKit
import Testing

@Suite("The limit of memory")
struct MemoryLimitTests {
  /// The first query gathers gigabytes, the second a part of what it may.
  @Test("A query that gathers too much is told so, and the session goes on")
  func tooMuch() throws {
    let folder = try TemporaryFolder()
    try GraphDatabase.create(folder.path("g.db")).close()
    let requests = [
      "UNWIND range(1,100000) AS a UNWIND range(1,1000) AS b RETURN collect([a,b])",
      "UNWIND range(1,100000) AS a RETURN size(collect([a,a])) AS n", "RETURN 1 AS one",
    ]
    let run = try Program(
      ["session", "--db", folder.path("g.db")], input: requests.map { #"{"query":"\#($0)"}"# + "\n" }.joined(),
      environment: ["SILLAGE_MEMORY": "120"])
    #expect(run.status == 0)
    try #require(run.lines.count == 3)
    #expect(run.lines[0].contains(#""detail":"LimitExceeded","code":"E301","message":"the query needs more than 120 MB of memory","hint":"#))
    #expect(run.lines[1] == #"{"columns":["n"],"rows":[[100000]],"stats":{}}"#)
    #expect(run.lines[2] == #"{"columns":["one"],"rows":[[1]],"stats":{}}"#)
  }
}
