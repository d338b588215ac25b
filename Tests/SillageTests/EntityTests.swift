import Foundation
import Sillage
import Testing

@Suite("Entities by name")
struct EntityTests {
  @Test(
    "Ids, names and aliases, accents and case folded",
    arguments: [
      ("cleon-plant", "cleon-plant"), ("Cléon plant", "cleon-plant"), ("CLEON PLANT", "cleon-plant"),
      ("usine de Cleon", "cleon-plant"), ("alpine", "alpine"), ("moteur 7dl", "motor-7dl"), ("a 390", "alpine-a390"),
    ])
  func found(name: String, id: String) throws {
    #expect(try ShippedGraph.open().card(of: name).entity.id == id)
  }

  @Test("A name that several entities share lists them")
  func ambiguous() throws {
    do {
      _ = try ShippedGraph.open().card(of: "cléon")
      Issue.record("Cléon is a plant and a town")
    } catch SillageError.ambiguousName(_, let candidates) {
      #expect(candidates.map(\.id) == ["cleon-plant", "cleon-town"])
    }
  }

  @Test("A name that nobody has brings the names near it")
  func unknown() throws {
    do {
      _ = try ShippedGraph.open().card(of: "alpnie")
      Issue.record("nobody is called alpnie")
    } catch SillageError.unknownName(_, let near) {
      #expect(near.map(\.id).contains("alpine"))
    }
  }

  @Test("Why Cléon and the 7DL belong together, with quotes and offsets")
  func why() throws {
    let report = try ShippedGraph.open().why("cleon-plant", "motor-7dl")
    #expect(report.relations.map(\.type) == ["PRODUCES"])
    #expect(report.relations.first?.start == "2025-09-23")
    let claim = try #require(report.claims.first { $0.id == "seed-c001" })
    #expect(claim.assertedBy?.id == "author-chelli-earth")
    #expect(claim.modality == "fact" && claim.polarity == "positive")
    #expect(claim.evidence.first?.quote == "assemblant un moteur électrique 7DL")
    #expect(claim.evidence.first?.offsets == 19..<54)
    let other = try ShippedGraph.open().why("motor-7dl", "cleon-plant")
    #expect(Set(other.claims.map(\.id)) == Set(report.claims.map(\.id)))
  }

  @Test("Relations are supported by accepted positive claims only")
  func support() throws {
    let modalities = try ShippedGraph.lines(
      "MATCH ()-[r]->() UNWIND r.claims AS id MATCH (c:Claim {id: id}) RETURN DISTINCT c.modality, c.polarity ORDER BY c.modality")
    #expect(modalities == ["fact | positive", "fact-implied | positive"])
  }
}
