import Foundation
import GraphFiles
import GraphModel
import Strategy
import TestKit
import Testing

/// The graph that is shipped, built in memory.
@Suite struct ShippedGraphTests {
  static let project = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().path

  @Test func `everything in the text is in the graph`() throws {
    let (records, _) = GraphFileReader.read(try GraphFolder.read("graph-data", ofProject: Self.project))
    let graph = MemoryGraph(traits: records.schema.traits)
    try GraphBuilder.build(records, into: graph)
    let dump = try GraphDump(graph)
    let entities = records.entities.count + records.articles.count
    #expect(
      dump.nodes.count
        == entities + records.sources.count + records.observations.count + records.claims.count + records.verdicts.count)
    #expect(dump.relationships.filter { $0.contains("-OBSERVATION_OF->") }.count == records.observations.count)
    #expect(dump.relationships.filter { $0.contains("-EVIDENCED_IN ") }.count == records.claims.count)
    let produced = dump.relationships.filter { $0.hasPrefix("cleon-plant -PRODUCES") && $0.hasSuffix("-> motor-7dl") }
    #expect(produced.count == 1)
    #expect(produced.first?.contains("claims: [") == true && produced.first?.contains("seed-c001") == true)
    #expect(dump.relationships.contains { $0.hasPrefix("alpine-a390 -POWERED_BY") && $0.hasSuffix("-> motor-7dl") })
    #expect(dump.nodes.contains { $0.hasPrefix("(motor-7dl:ElectricMotor:Motor:Product ") })
  }
}
