import Foundation
import GraphModel
import SQLiteGraph
import TestKit
import Testing

@Suite struct BulkLoadTests {
  let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  private func load(_ path: String, seed: Int) throws {
    try SQLiteGraph.bulkLoad(creating: path) { (graph) throws(StoreError) in
      var script = ScriptWriter(seed: seed)
      try graph.setTraits(RelationshipTraits(inverses: ["POWERS": "POWERED_BY"], symmetric: []))
      try graph.setMetadata("content", to: "hash")
      for step in script.names() { _ = graph.perform(step) }
      for _ in 0..<300 { _ = graph.perform(script.step()) }
    }
  }

  @Test func theSameCallsMakeTheSameBytes() throws {
    for seed in 1...3 {
      let one = folder.path("one-\(seed).db")
      let two = folder.path("two-\(seed).db")
      try load(one, seed: seed)
      try load(two, seed: seed)
      #expect(try Data(contentsOf: URL(fileURLWithPath: one)) == Data(contentsOf: URL(fileURLWithPath: two)))
    }
    #expect(folder.files == ["one-1.db", "one-2.db", "one-3.db", "two-1.db", "two-2.db", "two-3.db"])
  }

  @Test func aLoadedFileAnswersAsTheMemoryGraphDoes() throws {
    let path = folder.path("graph.db")
    try load(path, seed: 9)
    let memory = MemoryGraph()
    var script = ScriptWriter(seed: 9)
    for step in script.names() { _ = memory.perform(step) }
    for _ in 0..<300 { _ = memory.perform(script.step()) }
    let graph = try SQLiteGraph.open(path, for: .reading)
    try graph.beginRead()
    for (mine, expected) in zip(graph.answers(below: 60), memory.answers(below: 60)) {
      try #require(mine == expected)
    }
    #expect(try graph.integrityFaults() == [])
    #expect(graph.traits.inverses == ["POWERS": "POWERED_BY"])
  }

  @Test func aFailedLoadLeavesNoFile() throws {
    let path = folder.path("graph.db")
    #expect(throws: AtomicFailure<Given>.self) {
      try SQLiteGraph.bulkLoad(creating: path) { (graph) throws(Given) in throw Given() }
    }
    #expect(folder.files == [])
  }
}
