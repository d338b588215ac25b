import Foundation
import Sillage
import Testing

/// What a session answers for several sets of parameters at once is what it answers for each alone.
@Suite("The corpus in batches")
struct BatchTests {
  /// Another answer each time.
  private static let passing = ["rand()", "UUID", "timestamp()", "datetime()", "localtime()", " time()", "transaction()", "statement()", "realtime()"]

  @Test(arguments: CorpusTests.cases.filter { test in !passing.contains { test["query"]?.text.contains($0) ?? true } })
  func answersASetAsAlone(_ test: CorpusCase) throws {
    let database = try GraphDatabase.inMemory()
    defer { database.close() }
    for statement in test["graph"]?.text.components(separatedBy: ";\n") ?? [] {
      _ = try database.query(statement, options: QueryOptions(mayWrite: true))
    }
    let session = Session(database, mayWrite: false)
    var query: [UInt8] = []
    JSONWriter.append(test["query"]?.text ?? "", to: &query)
    func answer(_ asked: String) -> String {
      var out: [UInt8] = []
      session.answer(Array(#"{"query":\#(String(decoding: query, as: UTF8.self)),\#(asked)}"#.utf8), into: &out)
      return String(decoding: out, as: UTF8.self)
    }
    let set = test["params"]?.text ?? "{}"
    let alone = answer(#""params":\#(set)"#)
    #expect(answer(#""batch":[\#(set),\#(set),\#(set)]"#) == #"{"results":[\#(alone),\#(alone),\#(alone)]}"#)
  }
}
