import Foundation
import Sillage
import Testing

/// What a session answers for several sets of parameters at once is what it answers for each alone.
@Suite("The corpus in batches")
struct BatchTests {
  /// Another answer each time.
  private static let passing = ["rand()", "UUID", "timestamp()", "datetime()", "localtime()", " time()", "transaction()", "statement()", "realtime()"]
  private static let cases = CorpusTests.cases.filter { test in !passing.contains { test["query"]?.text.contains($0) ?? true } }

  @Test(arguments: cases)
  func answersASetAsAlone(_ test: CorpusCase) throws {
    let asked = try Asked(test, mayWrite: false)
    let alone = asked.answer(#""params":\#(asked.set)"#)
    #expect(asked.answer(asked.batch(3)) == #"{"results":[\#(alone),\#(alone),\#(alone)]}"#)
  }

  /// Each set in a transaction of its own, what is made ready for one serving the next.
  @Test(arguments: cases)
  func changesTheGraphForASetAsAlone(_ test: CorpusCase) throws {
    let (alone, together) = (try Asked(test, mayWrite: true), try Asked(test, mayWrite: true))
    let answers = (0..<4).map { _ in alone.answer(#""params":\#(alone.set)"#) }
    #expect(together.answer(together.batch(4)) == #"{"results":[\#(answers.joined(separator: ","))]}"#)
    #expect(together.contents == alone.contents)
  }

  /// A session on the graph of a case, and the query of the case.
  private struct Asked {
    let session: Session
    let query: String
    let set: String

    init(_ test: CorpusCase, mayWrite: Bool) throws {
      let database = try GraphDatabase.inMemory()
      for statement in test["graph"]?.text.components(separatedBy: ";\n") ?? [] {
        _ = try database.query(statement, options: QueryOptions(mayWrite: true))
      }
      session = Session(database, mayWrite: mayWrite)
      query = test["query"]?.text ?? ""
      set = test["params"]?.text ?? "{}"
    }

    func batch(_ count: Int) -> String { #""batch":[\#(Array(repeating: set, count: count).joined(separator: ","))]"# }

    func answer(_ asked: String) -> String { answer(query, asked) }

    /// All nodes and relationships.
    var contents: [String] { [answer("MATCH (n) RETURN n", #""params":{}"#), answer("MATCH ()-[r]->() RETURN r", #""params":{}"#)] }

    private func answer(_ query: String, _ asked: String) -> String {
      var text: [UInt8] = []
      JSONWriter.append(query, to: &text)
      var out: [UInt8] = []
      session.answer(Array(#"{"query":\#(String(decoding: text, as: UTF8.self)),\#(asked)}"#.utf8), into: &out)
      return String(decoding: out, as: UTF8.self)
    }
  }
}
