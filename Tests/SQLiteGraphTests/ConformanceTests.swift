import Foundation
import GraphModel
import SQLiteGraph
import TestKit
import Testing

/// The store answers as the in-memory graph does, whatever was done to both.
@Suite struct ConformanceTests {
  /// Base and rows are merged in memory as soon as something is asked of both.
  private static let atOnce = -1_000_000

  @Test(arguments: 1...8)
  func randomStepsInMemory(seed: Int) throws {
    let graph = try SQLiteGraph.inMemory()
    if seed % 2 == 0 { graph.idsBeforeMerging = Self.atOnce }
    try graph.beginWrite()
    let memory = MemoryGraph()
    var script = ScriptWriter(seed: seed)
    for step in script.names() { #expect(graph.perform(step) == memory.perform(step)) }
    for number in 0..<400 {
      try performBoth(script.step(), graph, memory)
      if number % 80 == 79 { try expectSameAnswers(graph, memory) }
    }
    #expect(try graph.integrityFaults() == [])
  }

  /// Commits, rollbacks, reopening, and a second connection that writes every other stretch.
  @Test(arguments: 101...104)
  func randomStepsInAFile(seed: Int) throws {
    let folder = try TemporaryFolder()
    let path = folder.path("graph.db")
    var graphs = [try SQLiteGraph.create(path), try SQLiteGraph.open(path, for: .writing)]
    let memory = MemoryGraph()
    var script = ScriptWriter(seed: seed)
    var pending = script.names()
    for stretch in 0..<40 {
      let graph = graphs[stretch % 2]
      try graph.beginWrite()
      if script.random.chance(25) {
        for _ in 0..<10 { _ = graph.perform(script.step()) }
        _ = graph.answers(below: 10)
        try graph.rollback()
        try graph.beginWrite()
      }
      for step in pending { try performBoth(step, graph, memory) }
      pending = (0..<10).map { _ in script.step() }
      try graph.commit()
      if stretch % 8 == 7 {
        try graph.beginRead()
        try expectSameAnswers(graph, memory)
        try graph.endRead()
        graphs[0].close()
        graphs[0] = try SQLiteGraph.open(path, for: .writing)
      }
    }
    graphs.forEach { $0.close() }
    let reader = try SQLiteGraph.open(path, for: .reading)
    try reader.beginRead()
    try expectSameAnswers(reader, memory)
    #expect(try reader.integrityFaults() == [])
  }

  /// The same with compactions in between, so that answers come from the base, from rows, from both, and from both merged.
  @Test(arguments: 201...212)
  func randomStepsAndCompactions(seed: Int) throws {
    let folder = try TemporaryFolder()
    let graph = try SQLiteGraph.create(folder.path("graph.db"))
    if seed % 2 == 0 { graph.idsBeforeMerging = Self.atOnce }
    let memory = MemoryGraph()
    var script = ScriptWriter(seed: seed)
    var pending = script.names()
    for stretch in 0..<40 {
      try graph.beginWrite()
      for step in pending { try performBoth(step, graph, memory) }
      if script.random.chance(30) { try expectSameAnswers(graph, memory) }
      if script.random.chance(25) {
        try graph.commit()
        try graph.beginWrite()
        for _ in 0..<10 { _ = graph.perform(script.step()) }
        _ = graph.answers(below: 10)
        try graph.rollback()
      } else {
        try graph.commit()
      }
      if script.random.chance(25) { try graph.compact() }
      pending = (0..<10).map { _ in script.step() }
      if stretch % 8 == 7 {
        try graph.beginRead()
        try expectSameAnswers(graph, memory)
        #expect(try graph.integrityFaults() == [])
        try graph.endRead()
      }
    }
    graph.close()
    let reader = try SQLiteGraph.open(folder.path("graph.db"), for: .reading)
    if seed % 2 == 0 { reader.idsBeforeMerging = Self.atOnce }
    try reader.beginRead()
    try expectSameAnswers(reader, memory)
    #expect(try reader.integrityFaults() == [])
  }

  private func performBoth(_ step: Step, _ graph: SQLiteGraph, _ memory: MemoryGraph) throws {
    let mine = graph.perform(step)
    let expected = memory.perform(step)
    try #require(mine.count == expected.count)
    for (mine, expected) in zip(mine, expected) { try #require(mine == expected, "after \(step)") }
  }

  private func expectSameAnswers(_ graph: SQLiteGraph, _ memory: MemoryGraph) throws {
    let pairs = zip(graph.answers(below: 64), memory.answers(below: 64))
    for (mine, expected) in pairs { try #require(mine == expected) }
  }
}
