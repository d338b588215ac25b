import GraphModel
import SQLiteGraph
import TestKit
import Testing

@Suite("Full-text indexes")
struct FullTextTests {
  /// Writes in one transaction.
  private func write<Result>(_ graph: SQLiteGraph, _ work: () throws -> Result) throws -> Result {
    try graph.beginWrite()
    let result = try work()
    try graph.commit()
    return result
  }

  /// What is found, as the values of a property.
  private func found(_ graph: SQLiteGraph, _ text: String, _ name: String = "w") throws -> [String] {
    try graph.beginRead()
    defer { try? graph.endRead() }
    guard let index = graph.fullTextIndexes.first(where: { $0.name == name }), let key = graph.propertyKey(named: "id") else { return [] }
    let ids = try graph.search(index, for: text).map { NodeID($0.id) }
    let column = try graph.property(key, of: ids)
    return ids.indices.map { if case .string(let id) = column[$0] { id } else { "?" } }.sorted()
  }

  private func made() throws -> SQLiteGraph {
    let graph = try SQLiteGraph.inMemory()
    try write(graph) {
      let (p, q) = (try graph.makeLabel(named: "P"), try graph.makeLabel(named: "Q"))
      let (id, text) = (try graph.makePropertyKey(named: "id"), try graph.makePropertyKey(named: "text"))
      for (name, words, label) in [("a", "red car", p), ("b", "blue car", p), ("c", "red car", q), ("d", "red bus", p)] {
        _ = try graph.createNode(labels: [label], properties: [(id, .string(name)), (text, .string(words))])
      }
      try graph.createFullTextIndex(named: "w", on: .nodes([p]), keys: [text])
    }
    return graph
  }

  @Test("What is found is the same in rows, in the base, and in both")
  func stores() throws {
    let graph = try made()
    #expect(try found(graph, "red") == ["a", "d"])
    try graph.compact()
    #expect(try found(graph, "red") == ["a", "d"])
    let (p, id, text) = try write(graph) {
      (try graph.makeLabel(named: "P"), try graph.makePropertyKey(named: "id"), try graph.makePropertyKey(named: "text"))
    }
    try write(graph) {
      _ = try graph.createNode(labels: [p], properties: [(id, .string("e")), (text, .string("red bike"))])
      try graph.set(text, to: .string("green car"), of: NodeID(1))
      try graph.delete(NodeID(4))
      try graph.add(p, to: NodeID(3))
    }
    #expect(try found(graph, "red") == ["c", "e"])
    #expect(try found(graph, "green") == ["a"])
    try graph.compact()
    #expect(try found(graph, "red") == ["c", "e"])
    #expect(try found(graph, "car NOT blue") == ["a", "c"])
  }

  @Test("What is undone is not found")
  func undone() throws {
    let graph = try made()
    let text = try #require(graph.propertyKey(named: "text"))
    let index = try #require(graph.fullTextIndexes.first)
    try graph.beginWrite()
    try graph.set(text, to: .string("pink"), of: NodeID(1))
    _ = try? graph.atomically { () throws(StoreError) in
      try graph.set(text, to: .string("grey"), of: NodeID(1))
      let grey = try graph.search(index, for: "grey").map(\.id)
      #expect(grey == [1])
      throw StoreError(.misuse, "undone")
    }
    #expect(try graph.search(index, for: "grey").isEmpty)
    #expect(try graph.search(index, for: "pink").map(\.id) == [1])
    try graph.rollback()
    #expect(try found(graph, "pink") == [])
    #expect(try found(graph, "red car") == ["a", "b", "d"])
  }

  @Test("An index is there when the file is opened again, and gone when it is dropped")
  func reopened() throws {
    let folder = try TemporaryFolder()
    let path = folder.path("words.db")
    let graph = try SQLiteGraph.create(path)
    try write(graph) {
      let (p, text) = (try graph.makeLabel(named: "P"), try graph.makePropertyKey(named: "text"))
      let id = try graph.makePropertyKey(named: "id")
      try graph.createFullTextIndex(named: "w", on: .nodes([p]), keys: [text])
      _ = try graph.createNode(labels: [p], properties: [(id, .string("a")), (text, .string("red"))])
    }
    graph.close()
    let again = try SQLiteGraph.open(path, for: .writing)
    #expect(try found(again, "red") == ["a"])
    #expect(try write(again) { try again.dropFullTextIndex(named: "w") })
    #expect(again.fullTextIndexes.isEmpty)
    again.close()
  }

  @Test(
    "A query that cannot be read says why",
    arguments: [
      ("", "there is no word in it"), ("(a", "a bracket has no partner"), ("\"a", "a quotation mark has no partner"),
      ("NOT a", "it only says what must not be there"), ("x:a", "the index has no property `x`"),
      ("a~", "`~` can only end a word, as in begin*"), ("a ( )", "there is no word in it"),
    ])
  func faults(_ text: String, _ why: String) throws {
    let graph = try made()
    let index = try #require(graph.fullTextIndexes.first)
    try graph.beginRead()
    let error = #expect(throws: StoreError.self) { try graph.search(index, for: text) }
    #expect(error?.message == "`\(text)` is no full-text query: \(why)")
    try graph.endRead()
  }
}
