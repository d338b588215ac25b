import Foundation
import Sillage
import Testing

@Suite("Linked articles")
struct ArticleTests {
  static let text = "L’usine de Cléon assemble le 7DL pour l’Alpine A390.\n"

  @Test("Spans leave articles out and are counted in Unicode scalars of the raw file")
  func spans() throws {
    let list = try ArticleLinker(ShippedGraph.open()).link(Array(Self.text.utf8), document: "note.txt")
    let scalars = Array(Self.text.unicodeScalars)
    for mention in list.mentions {
      let text = String(String.UnicodeScalarView(scalars[mention.offsets]))
      #expect(text == mention.text)
    }
    #expect(list.mentions.map(\.entity.id) == ["cleon-plant", "motor-7dl", "alpine-a390"])
    #expect(list.mentions.map(\.text) == ["usine de Cléon", "7DL", "Alpine A390"])
  }

  @Test("Saving twice stores once")
  func saving() throws {
    let database = try ShippedGraph.open(writable: true)
    let bytes = Array(Self.text.utf8)
    let list = try ArticleLinker(database).link(bytes, document: "note.txt")
    let first = try database.save(list, text: bytes)
    let second = try database.save(list, text: bytes)
    #expect(first.added.count == 3 && first.unchanged == 0)
    #expect(second.isUnchanged && second.unchanged == 3)
    let answer = try database.query(
      "MATCH (:Article {id: $id})-[m:MENTIONS]->(e) RETURN e.id, m.start, m.end, m.text ORDER BY m.start",
      parameters: [ResultField("id", .string(first.article))])
    #expect(
      ShippedGraph.text(of: answer) == [
        "cleon-plant | 2 | 16 | usine de Cléon", "motor-7dl | 29 | 32 | 7DL", "alpine-a390 | 40 | 51 | Alpine A390",
      ])
  }

  @Test("An article that the graph has keeps its node")
  func known() throws {
    let database = try ShippedGraph.open(writable: true)
    let path = ShippedGraph.root + "/graph-data/articles/four-pillars.md"
    let bytes = Array(try Data(contentsOf: URL(fileURLWithPath: path)))
    let id = try database.save(try ArticleLinker(database).link(bytes, document: path), text: bytes).article
    let answer = try database.query(
      "MATCH (a:Article {id: $id}) RETURN a.text IS NOT NULL, a.publisher IS NOT NULL OR a.language IS NOT NULL",
      parameters: [ResultField("id", .string(id))])
    #expect(!id.hasPrefix("article-"))
    #expect(ShippedGraph.text(of: answer) == ["true | true"])
  }
}
