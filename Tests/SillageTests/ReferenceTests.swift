import Foundation
import Sillage
import Testing

@Suite("The reference")
struct ReferenceTests {
  @Test("docs/cypher.md says what the engine's tables say")
  func page() throws {
    let path = ShippedGraph.root + "/docs/cypher.md"
    if ProcessInfo.processInfo.environment["UPDATE_GOLDEN"] == "1" {
      try Data(LanguageReference.markdown.utf8).write(to: URL(fileURLWithPath: path))
      Issue.record("rewrote \(path)")
    }
    #expect(try String(contentsOfFile: path, encoding: .utf8) == LanguageReference.markdown)
  }

  @Test("The example of every function runs", arguments: FunctionReference.entries.map(\.example))
  func example(query: String) throws {
    let database = try GraphDatabase.inMemory()
    _ = try database.query("CREATE (:A {name: 'a'})-[:R {w: 1}]->(:B {name: 'b'})", options: QueryOptions(mayWrite: true))
    let answer = try database.query(query)
    #expect(!answer.columns.isEmpty)
  }

  @Test("Functions are found by name and by family")
  func topics() {
    #expect(FunctionReference.text(about: "SUBSTRING").contains("substring("))
    #expect(FunctionReference.text(about: "temporal").contains("duration"))
    #expect(FunctionReference.text(about: "nonsense").isEmpty)
  }
}
