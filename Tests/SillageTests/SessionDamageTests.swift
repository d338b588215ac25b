import Foundation
import Sillage
import TestKit
import Testing

/// A request has one answer, also where the file is damaged.
@Suite("Sessions on damaged files")
struct SessionDamageTests {
  private let folder: TemporaryFolder
  private let sound: Data
  private static let page = 4_096

  init() throws {
    folder = try TemporaryFolder()
    let database = try GraphDatabase.create(folder.path("sound.db"))
    let write = QueryOptions(mayWrite: true)
    for text in [
      "UNWIND range(1, 3000) AS i CREATE (:A {i: i, f: sqrt(i), s: 'word' + i + ' text ' + (i * 7919)})",
      "MATCH (a:A), (b:A) WHERE b.i = a.i + 1 CREATE (a)-[:R {w: sqrt(a.i)}]->(b)",
      "CREATE FULLTEXT INDEX words FOR (n:A) ON EACH [n.s]",
    ] {
      _ = try database.query(text, options: write)
    }
    try database.optimize()
    database.close()
    sound = try Data(contentsOf: URL(fileURLWithPath: folder.path("sound.db")))
  }

  private func answers(_ requests: [String], damaged page: Int) throws -> [JSONValue]? {
    var bytes = sound
    bytes.replaceSubrange(page * Self.page..<min(bytes.count, (page + 1) * Self.page), with: Data(count: Self.page))
    let path = folder.path("damaged.db")
    try bytes.write(to: URL(fileURLWithPath: path))
    guard let database = try? GraphDatabase.open(path) else { return nil }
    defer { database.close() }
    let session = Session(database, mayWrite: false)
    return try requests.map { request in
      var out: [UInt8] = []
      session.answer(Array(request.utf8), into: &out)
      return try JSONReader.read(out)
    }
  }

  @Test("One request, one answer, and the next is answered too")
  func oneAnswer() throws {
    let requests = [
      #"{"query":"MATCH (a)-[r]->(b) RETURN count(*), sum(r.w), sum(a.f), max(b.s)"}"#,
      #"{"query":"CALL db.index.fulltext.queryNodes('words', 'word12') YIELD node RETURN node.s"}"#,
      #"{"query":"MATCH (a:A {i: $i})-[r]->(b) RETURN r.w, b.s","batch":[{"i":1},{"i":2999},{"i":"x"}]}"#, #"{"query":"RETURN 1 AS one"}"#,
    ]
    var (faults, partly) = (0, 0)
    for page in stride(from: 1, to: sound.count / Self.page, by: 5) {
      guard let answers = try answers(requests, damaged: page) else { continue }
      faults += answers[0].members?.contains { $0.name == "error" } == true ? 1 : 0
      let results = answers[2].members?.first { $0.name == "results" }?.value
      guard case .array(let sets)? = results else {
        Issue.record("page \(page): \(answers[2])")
        continue
      }
      #expect(sets.count == 3, "page \(page)")
      let failed = sets.filter { $0.members?.contains { $0.name == "error" } == true }.count
      if failed > 0, failed < 3 { partly += 1 }
      #expect(answers[3].members?.first?.name == "columns", "page \(page): \(answers[3])")
    }
    #expect(faults > 3, "damage is found")
    #expect(partly > 0, "sets that damage does not concern are answered")
  }
}
