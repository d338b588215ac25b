import Foundation
import Sillage
import Testing

@Suite("The shipped graph")
struct ShippedGraphTests {
  @Test("Cléon makes the 7DL, which powers the A390, although the text says it the other way round")
  func inverseIsFollowed() throws {
    let found = try ShippedGraph.lines(
      "MATCH (s:Site)-[:PRODUCES]->(m)-[:POWERS]->(v) WHERE v.name CONTAINS 'A390' RETURN s.name, m.name, v.name ORDER BY m.name")
    #expect(found == ["Cléon plant | 6AM | Alpine A390", "Cléon plant | 7DL | Alpine A390"])
    let other = try ShippedGraph.lines(
      "MATCH (v {id: 'alpine-a390'})-[:POWERED_BY]->(m)-[:PRODUCED_AT]->(s) RETURN s.name, m.name ORDER BY m.name")
    #expect(other == ["Cléon plant | 6AM", "Cléon plant | 7DL"])
  }

  @Test("Symmetric relations are found from both sides")
  func symmetric() throws {
    let query = "MATCH (a {id: $id})-[:COMPETES_WITH]->(b) RETURN b.id AS id ORDER BY id"
    let rivals = try ShippedGraph.lines(query, [ResultField("id", .string("alpine-a390"))])
    #expect(rivals.contains("porsche-macan-ev"))
    let back = try ShippedGraph.lines(query, [ResultField("id", .string("porsche-macan-ev"))])
    #expect(back.contains("alpine-a390"))
  }

  @Test("Nodes carry the labels of their supertypes")
  func supertypes() throws {
    let query = "MATCH (n {id: $id}) UNWIND labels(n) AS label RETURN label ORDER BY label"
    #expect(
      try ShippedGraph.lines(query, [ResultField("id", .string("motor-7dl"))]) == ["ElectricMotor", "Motor", "Product"])
    #expect(
      try ShippedGraph.lines(query, [ResultField("id", .string("cleon-plant"))]) == ["PowertrainPlant", "Site"])
  }

  @Test("What nobody looked up is marked, and everything else is marked as not")
  func generalKnowledge() throws {
    let relations = "MATCH ()-[r]->() WHERE r.source IS NOT NULL AND r.status IS NOT NULL "
    #expect(
      try ShippedGraph.lines(relations + "RETURN r.general_knowledge AS gk, r.source = 'gk' AS source, count(*) ORDER BY gk")
        .map { $0.split(separator: "|").prefix(2).joined(separator: "|") } == ["false | false ", "true | true "])
    #expect(try ShippedGraph.lines(relations + "AND r.general_knowledge IS NULL RETURN count(*)") == ["0"])
  }

  @Test("The same text gives the same bytes")
  func isDeterministic() throws {
    let first = try ShippedGraph.built.get()
    let second = ShippedGraph.folder + "/again.db"
    _ = try Project(at: ShippedGraph.root).build(database: second)
    #expect(FileManager.default.contents(atPath: first) == FileManager.default.contents(atPath: second))
  }

  @Test("Claims of the founding article that agree with a fact are named by it")
  func claimsSupportFacts() throws {
    let found = try ShippedGraph.lines(
      "MATCH ({id: 'cleon-plant'})-[r:PRODUCES]->({id: 'motor-7dl'}) RETURN 'seed-c001' IN r.claims, r.status, r.start")
    #expect(found == ["true | asserted | 2025-09-23"])
  }
}
