import Foundation
import Sillage

/// A session on the graph of a case, and the query of the case.
struct AskedCase {
  /// Another answer each time.
  private static let passing = [
    "rand()", "UUID", "timestamp()", "datetime()", "localtime()", " time()", "transaction()", "statement()", "realtime()",
  ]
  /// Those with the same answer each time.
  static let cases = CorpusTests.cases.filter { test in !passing.contains { test["query"]?.text.contains($0) ?? true } }

  private let database: GraphDatabase
  private let session: Session
  private let query: String
  let set: String

  init(_ test: CorpusCase, mayWrite: Bool) throws {
    database = try GraphDatabase.inMemory()
    for statement in test["graph"]?.text.components(separatedBy: ";\n") ?? [] {
      _ = try database.query(statement, options: QueryOptions(mayWrite: true))
    }
    session = Session(database, mayWrite: mayWrite)
    query = test["query"]?.text ?? ""
    set = test["params"]?.text ?? "{}"
  }

  /// Changes the graph beside the session.
  func change(_ statement: String) throws { _ = try database.query(statement, options: QueryOptions(mayWrite: true)) }

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
