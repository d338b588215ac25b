import Foundation
import Sillage
import Strategy
import Testing

@testable import Diagrams

@Suite struct DiagramTests {
  private static let sites = ["cleon", "douai", "dieppe", "maubeuge", "batilly"]

  /// The same graph, made in an order of its own.
  private func graph(seed: Int) throws -> GraphDatabase {
    let database = try GraphDatabase.inMemory()
    let write = QueryOptions(mayWrite: true)
    let turned = seed == 0 ? Self.sites : Self.sites.reversed()
    for site in turned {
      _ = try database.query(
        "CREATE (:Site {id: $id, name: $id}), (:Note {text: $id})", parameters: [ResultField("id", .string(site))], options: write)
    }
    for site in turned {
      for other in turned where site < other {
        _ = try database.query(
          "MATCH (a {id: $a}), (b {id: $b}) CREATE (a)-[:SUPPLIES {status: 'planned', start: '2027'}]->(b), (a)-[:SUPPLIES]->(b)",
          parameters: [ResultField("a", .string(site)), ResultField("b", .string(other))], options: write)
      }
    }
    return database
  }

  @Test func theOrderInWhichAGraphIsMadeChangesNoByte() throws {
    let graphs = [try graph(seed: 0), try graph(seed: 1)]
    let query = DiagramQuery(text: "MATCH (a) OPTIONAL MATCH (a)-[r]->(b) RETURN a, r, b", title: "All")
    for content in [
      DiagramRequest.Content.query(query), .entity("douai", depth: 1), .chain("cleon"), .paths("batilly", "maubeuge", longest: 3),
      .comparison("cleon", "dieppe"), .timeline("cleon"),
    ] {
      for limit in [40, 3] {
        let request = DiagramRequest(content, limits: DiagramLimits(nodes: limit))
        let texts = try graphs.map { try $0.dot(request) }
        #expect(texts[0] == texts[1])
        #expect(texts[0].contains("digraph"))
      }
    }
  }

  /// A page names its script by this digest, and a browser runs no other.
  @Test func theDigestOfThePageScriptIsThatOfItsText() throws {
    var digest = SHA256()
    digest.update(Array(PageScript.text.utf8))
    let hex = digest.hex()
    let bytes = stride(from: 0, to: 64, by: 2).compactMap { UInt8(hex.dropFirst($0).prefix(2), radix: 16) }
    #expect(Data(bytes).base64EncodedString() == PageScript.hash)
  }
}
