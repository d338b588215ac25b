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
    let first = try database.save(list)
    let second = try database.save(list)
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

  @Test("An article that was edited since keeps its node, if it says its address")
  func edited() throws {
    let database = try ShippedGraph.open(writable: true)
    func save(_ text: String, _ address: String) throws -> SavedMentions {
      let page = "<title>Un titre</title><link rel=canonical href='\(address)'><p>\(text)</p>"
      return try database.save(try ArticleLinker(database).link(Array(page.utf8), document: "a.html"))
    }
    let first = try save(Self.text, "https://journal.example/a")
    let other = try save(Self.text, "https://journal.example/b")
    let second = try save("Corrigé : \(Self.text)", "https://journal.example/a")
    #expect(first.article != second.article && other.article != second.article && second.added.count == 3 && second.removed.count == 3)
    let answer = try database.query(
      "MATCH (a:Article)-[m:MENTIONS]->() WHERE a.url STARTS WITH 'https://journal.example/' RETURN a.id, a.url, count(m) ORDER BY a.url")
    #expect(
      ShippedGraph.text(of: answer) == [
        "\(second.article) | https://journal.example/a | 3", "\(other.article) | https://journal.example/b | 3",
      ])
  }

  @Test("An article that the graph has keeps its node")
  func known() throws {
    let database = try ShippedGraph.open(writable: true)
    let path = ShippedGraph.root + "/graph-data/articles/four-pillars.md"
    let bytes = Array(try Data(contentsOf: URL(fileURLWithPath: path)))
    let id = try database.save(try ArticleLinker(database).link(bytes, document: path)).article
    let answer = try database.query(
      "MATCH (a:Article {id: $id}) RETURN a.text IS NOT NULL, a.publisher IS NOT NULL OR a.language IS NOT NULL",
      parameters: [ResultField("id", .string(id))])
    #expect(!id.hasPrefix("article-"))
    #expect(ShippedGraph.text(of: answer) == ["true | true"])
  }

  private static let page = """
    <html lang=fr><head><meta charset=iso-8859-1><title>La fin de l'attente</title><meta property="og:site_name" content="Le Journal">
    <link rel=canonical href="https://journal.example/a"><meta name=date content="2026-05-04"></head>
    <body><p>Légère, l'Alpine A390 naît : l'usine de Cléon produit le 7DL.</p></body></html>
    """

  @Test("What a page says of itself is stored with its decoded text")
  func metadata() throws {
    let database = try ShippedGraph.open(writable: true)
    let bytes = Array(try #require(Self.page.data(using: .isoLatin1)))
    let list = try ArticleLinker(database).link(bytes, document: "in/page.html")
    #expect(list.source.text == Array(Self.page.utf8) && list.mentions.count == 3)
    let id = try database.save(list).article
    let answer = try database.query(
      "MATCH (a:Article {id: $id}) RETURN a.name, a.title, a.date, a.publisher, a.language, a.url, a.text = $text",
      parameters: [ResultField("id", .string(id)), ResultField("text", .string(Self.page))])
    #expect(
      ShippedGraph.text(of: answer) == [
        "La fin de l'attente | La fin de l'attente | 2026-05-04 | Le Journal | fr | https://journal.example/a | true"
      ])
    let places = try database.query(
      "MATCH (a:Article {id: $id})-[m:MENTIONS]->() RETURN substring(a.text, m.start, m.end - m.start) = m.text",
      parameters: [ResultField("id", .string(id))])
    #expect(ShippedGraph.text(of: places) == ["true", "true", "true"])
  }

  @Test("An article that was stored without what it says of itself gets it")
  func metadataLater() throws {
    let database = try ShippedGraph.open(writable: true)
    var list = try ArticleLinker(database).link(Array(Self.text.utf8), document: "in/note.txt")
    let id = try database.save(list).article
    list.source.title = "Une note"
    list.source.address = "https://journal.example/note"
    #expect(try database.save(list).isUnchanged)
    list.source.title = nil
    _ = try database.save(list)
    let answer = try database.query(
      "MATCH (a:Article {id: $id}) RETURN a.title, a.url, a.publisher", parameters: [ResultField("id", .string(id))])
    #expect(ShippedGraph.text(of: answer) == ["Une note | https://journal.example/note | null"])
  }
}
