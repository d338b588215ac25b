import Foundation
import Sillage
import TestKit
import Testing

/// Writers are killed at any moment; what they acknowledged is there afterwards, and nothing half done.
@Suite(.serialized) struct KillTests {
  /// `SILLAGE_KILL_ROUNDS` sets the number of rounds.
  @Test func aKilledWriterLosesNothingItAcknowledged() throws {
    let folder = try TemporaryFolder()
    let path = folder.path("graph.db")
    try GraphDatabase.create(path).close()
    var random = SystemRandomNumberGenerator()
    var acknowledged = 0
    for round in 1...count("SILLAGE_KILL_ROUNDS", default: 50) {
      let writer = try Conversation(Conversation.program, ["session", "--write", "--db", path])
      let deadline = Date().addingTimeInterval(Double.random(in: 0.01...0.25, using: &random))
      let identifier = writer.process.processIdentifier
      let killer = Thread {
        Thread.sleep(until: deadline)
        kill(identifier, SIGKILL)
      }
      killer.start()
      var next = acknowledged + 1
      while let answer = writer.ask(Pairs.request(next)) {
        try #require(!answer.contains("error"), "\(answer)")
        acknowledged = next
        next += 1
      }
      writer.kill()
      let numbers = try Pairs.numbers(in: path)
      // The last one may have been committed without the time to say so.
      let isWhole = numbers == Array(1..<(acknowledged + 1)) || numbers == Array(1..<(acknowledged + 2))
      try #require(isWhole, "round \(round): \(acknowledged) acknowledged, \(numbers.count) found")
      acknowledged = numbers.count
      if round % 5 == 0 { try killWhileCompacting(path, &random) }
    }
    #expect(acknowledged > 0)
  }

  private func killWhileCompacting(_ path: String, _ random: inout SystemRandomNumberGenerator) throws {
    let before = try Pairs.numbers(in: path)
    let compaction = try Conversation(Conversation.program, ["optimize", "--quiet", "--db", path])
    Thread.sleep(forTimeInterval: Double.random(in: 0...0.2, using: &random))
    compaction.kill()
    try #require(try Pairs.numbers(in: path) == before)
  }

  /// `SILLAGE_READER_SECONDS` sets how long; four readers see whole transactions only while a writer makes and compacts them.
  @Test func readersNeverSeeHalfATransaction() throws {
    let folder = try TemporaryFolder()
    let path = folder.path("graph.db")
    try GraphDatabase.create(path).close()
    let end = Date().addingTimeInterval(Double(count("SILLAGE_READER_SECONDS", default: 4)))
    let reader =
      #"{"query":"MATCH (n:Note) WITH count(n) AS notes, max(n.n) AS last MATCH (c:Counter) RETURN notes = 2 * last AND c.last = last AS whole"}"#
    let readers = try (0..<4).map { _ in try Conversation(Conversation.program, ["session", "--db", path]) }
    let finished = DispatchGroup()
    let answers = Answers()
    for conversation in readers {
      DispatchQueue.global().async(group: finished) {
        while Date() < end { answers.add(conversation.ask(reader) ?? "gone") }
        conversation.finish()
      }
    }
    let writer = try Conversation(Conversation.program, ["session", "--write", "--db", path])
    var made = 0
    while Date() < end {
      made += 1
      try #require(writer.ask(Pairs.request(made))?.contains("error") == false)
      if made % 200 == 0 {
        try Conversation(Conversation.program, ["optimize", "--quiet", "--db", path]).finish()
      }
    }
    writer.finish()
    finished.wait()
    let odd = answers.all.filter { !$0.contains(#""rows":[[true]]"#) && !$0.contains(#""rows":[]"#) }
    #expect(odd == [])
    #expect(answers.all.count { $0.contains("true") } > 20)
    #expect(try Pairs.numbers(in: path).count == made)
  }
}

/// Answers from several threads.
private final class Answers: @unchecked Sendable {
  private let lock = NSLock()
  private var collected: [String] = []

  func add(_ answer: String) { lock.withLock { collected.append(answer) } }

  var all: [String] { lock.withLock { collected } }
}
