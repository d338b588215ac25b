import Foundation
import GraphModel
import SQLiteGraph
import TestKit
import Testing

@Suite struct TransactionTests {
  let folder: TemporaryFolder
  let path: String

  init() throws {
    folder = try TemporaryFolder()
    path = folder.path("graph.db")
  }

  private func kind(_ work: () throws -> Void) -> StoreError.Kind? {
    do { try work() } catch { return (error as? StoreError)?.kind }
    return nil
  }

  private func addNode(_ graph: SQLiteGraph) throws {
    _ = try graph.createNode(labels: [try graph.makeLabel(named: "Site")], properties: [])
  }

  private func count(_ graph: SQLiteGraph) throws -> Int {
    var nodes: [NodeID] = []
    try graph.scanNodes(labels: [], after: nil, limit: 1_000, into: &nodes)
    #expect(try graph.statistics().nodes == nodes.count)
    #expect(try graph.exist(nodes).allSatisfy { $0 })
    return nodes.count
  }

  @Test func aReaderKeepsItsStateUntilItsTransactionEnds() throws {
    let writer = try SQLiteGraph.create(path)
    try writer.beginWrite()
    try addNode(writer)
    try writer.commit()

    let reader = try SQLiteGraph.open(path, for: .reading)
    try reader.beginRead()
    #expect(try count(reader) == 1)
    try writer.beginWrite()
    try addNode(writer)
    #expect(try count(reader) == 1)
    try writer.commit()
    #expect(try count(reader) == 1)
    #expect(try reader.exist([NodeID(2)]) == [false])
    try reader.endRead()
    try reader.beginRead()
    #expect(try count(reader) == 2)
    #expect(try reader.exist([NodeID(2)]) == [true])
  }

  /// What is kept in memory between transactions is dropped when another connection has written.
  @Test func pagesAreForgottenWhenOthersWrite() throws {
    let one = try SQLiteGraph.create(path)
    try one.beginWrite()
    let key = try one.makePropertyKey(named: "k")
    let type = try one.makeRelationshipType(named: "T")
    let nodes = try (0..<100).map { try one.createNode(labels: [], properties: [(key: key, value: .integer($0))]) }
    try one.commit()
    let other = try SQLiteGraph.open(path, for: .writing)
    let all = ExpansionSelection(outgoing: .all, incoming: .all)
    for round in 1...3 {
      try other.beginRead()
      #expect(try other.property(key, of: nodes)[7].isNull == false)
      #expect(try other.degrees(nodes, all).reduce(0, +) == 2 * (round - 1))
      try other.endRead()
      try one.beginWrite()
      try one.set(key, to: .string("round \(round)"), of: nodes[7])
      _ = try one.createRelationship(type, from: nodes[1], to: nodes[2], properties: [])
      try one.commit()
      try other.beginRead()
      guard case .string(let text) = try other.property(key, of: nodes)[7] else {
        Issue.record("no text")
        return
      }
      #expect(text == "round \(round)")
      #expect(try other.degrees(nodes, all).reduce(0, +) == 2 * round)
      try other.endRead()
    }
  }

  /// A copy of the files is what a killed process leaves: what was committed is there, and nothing else.
  @Test func whatWasCommittedSurvivesAKill() throws {
    let writer = try SQLiteGraph.create(path)
    var committed = 0
    for round in 0..<12 {
      try writer.beginWrite()
      for _ in 0..<50 { try addNode(writer) }
      try copyAndCount(expected: committed, "within \(round)")
      if round % 3 == 2 {
        try writer.rollback()
      } else {
        try writer.commit()
        committed += 50
      }
      try copyAndCount(expected: committed, "after \(round)")
    }
  }

  private func copyAndCount(expected: Int, _ when: Comment) throws {
    let copy = folder.path("copy-" + UUID().uuidString)
    for suffix in ["", "-wal"] where FileManager.default.fileExists(atPath: path + suffix) {
      try FileManager.default.copyItem(atPath: path + suffix, toPath: copy + suffix)
    }
    for access in [SQLiteGraph.Access.reading, .writing] {
      let graph = try SQLiteGraph.open(copy, for: access)
      try graph.beginRead()
      #expect(try count(graph) == expected, when)
      #expect(try graph.integrityFaults() == [])
      try graph.endRead()
    }
  }

  @Test func onlyOneWritesAtATime() throws {
    let one = try SQLiteGraph.create(path)
    let other = try SQLiteGraph.open(path, for: .writing, busyTimeout: 20)
    try one.beginWrite()
    #expect(kind { try other.beginWrite() } == .busy)
    try other.beginRead()
    try other.endRead()
    try one.commit()
    try other.beginWrite()
    try other.rollback()
  }

  @Test func callsOutsideATransactionAreRefused() throws {
    let graph = try SQLiteGraph.inMemory()
    #expect(kind { _ = try graph.exist([NodeID(1)]) } == .misuse)
    #expect(kind { _ = try graph.makeLabel(named: "A") } == .misuse)
    #expect(kind { try graph.commit() } == .misuse)
    #expect(kind { try graph.rollback() } == .misuse)
    #expect(kind { try graph.endRead() } == .misuse)
    try graph.beginRead()
    #expect(kind { try graph.beginWrite() } == .misuse)
    #expect(kind { _ = try graph.makeLabel(named: "A") } == .readOnly)
    #expect(kind { try graph.commit() } == .readOnly)
    try graph.endRead()
    graph.close()
    #expect(kind { try graph.beginRead() } == .misuse)
  }

  @Test func aRollbackBringsNamesAndIndexesBack() throws {
    let graph = try SQLiteGraph.inMemory()
    try graph.beginWrite()
    try addNode(graph)
    let label = try graph.makeLabel(named: "New")
    let key = try graph.makePropertyKey(named: "new")
    try graph.createIndex(label: label, key: key)
    try graph.rollback()
    #expect(graph.labelNames == [])
    #expect(graph.propertyIndexes.isEmpty)
    try graph.beginWrite()
    #expect(try graph.makeLabel(named: "Other") == LabelID(0))
    #expect(try graph.createNode(labels: [], properties: []) == NodeID(1))
    try graph.commit()
    try graph.beginWrite()
    try graph.delete(NodeID(1))
    #expect(try graph.createNode(labels: [], properties: []) == NodeID(2))
  }

  @Test func anInterruptedTransactionFailsUntilItIsRolledBack() throws {
    let graph = try SQLiteGraph.inMemory()
    try graph.beginWrite()
    try addNode(graph)
    let interruption = graph.interruption
    Thread.detachNewThread { interruption.interrupt() }
    while kind({ _ = try graph.exist([NodeID(1)]) }) == nil {}
    #expect(kind { _ = try graph.exist([NodeID(1)]) } == .interrupted)
    #expect(kind { try graph.commit() } == .interrupted)
    try graph.rollback()
    try graph.beginWrite()
    #expect(try count(graph) == 0)
    try addNode(graph)
    try graph.commit()
    graph.close()
    interruption.interrupt()
  }
}
