import Foundation
import Sillage
import TestKit
import Testing

@Suite("Answers that nobody reads")
struct UnreadAnswerTests {
  /// It would go on for an hour. Its input stays open, so that it is not the end of that which ends it.
  private static let long = "UNWIND range(1, 200000000) AS i UNWIND range(1, 10000) AS k RETURN sum(i % k)"

  @Test("A question ends when its reader has gone, silently, as a write would end it", arguments: ["query", "session"])
  func ends(_ command: String) async throws {
    let folder = try TemporaryFolder()
    try GraphDatabase.create(folder.path("g.db")).close()
    let process = Process()
    let (input, output, errors) = (Pipe(), Pipe(), Pipe())
    process.executableURL = Program.file
    process.arguments = command == "query" ? ["query", Self.long, "--db", folder.path("g.db")] : ["session", "--db", folder.path("g.db")]
    process.environment = ["PATH": "/usr/bin:/bin", "LANG": "C.UTF-8"]
    (process.standardInput, process.standardOutput, process.standardError) = (input, output, errors)
    makeBrokenPipesErrors()
    try process.run()
    if command == "session" { try input.fileHandleForWriting.write(contentsOf: Data("{\"query\":\"\(Self.long)\"}\n".utf8)) }
    try await Task.sleep(for: .milliseconds(300))
    #expect(process.isRunning)
    try output.fileHandleForReading.close()
    let limit = ContinuousClock.now + .seconds(60)
    while process.isRunning, ContinuousClock.now < limit { try await Task.sleep(for: .milliseconds(20)) }
    #expect(!process.isRunning)
    if process.isRunning { process.terminate() }
    process.waitUntilExit()
    #expect(process.terminationReason == .uncaughtSignal && process.terminationStatus == SIGPIPE)
    #expect(errors.fileHandleForReading.readDataToEndOfFile().isEmpty)
  }

  @Test("A query that nobody wants any more fails, and the next one does not")
  func unwanted() throws {
    let folder = try TemporaryFolder()
    let database = try GraphDatabase.create(folder.path("g.db"))
    let error = #expect(throws: SillageError.self) {
      try database.query("UNWIND range(1, 10000000) AS i RETURN sum(i)", options: QueryOptions(isUnwanted: { true }))
    }
    #expect(error.map { "\($0)" }?.contains("nobody reads its answer any more") == true)
    #expect(try database.query("UNWIND range(1, 1000) AS i RETURN sum(i) AS s").rows.count == 1)
  }
}
