import Foundation
import GraphFiles
import GraphModel
import Strategy
import TestKit
import Testing

/// Which documents are one origin, and why.
@Suite struct OriginTests {
  private static let schema = """
    types: {Site: {}, Motor: {}, Article: {properties: [url, origin]}, Person: {}}
    relations: {produces: {from: Site, to: Motor, inverse: produced_at}}
    claim_predicates: {likes: {}}
    modalities: {fact: {accepted: true}, reported: {}}
    """

  private static let entities = """
    entities:
      cleon: {type: Site, name: Cléon, source: gk undated low, relations: [{produces: m7, source: SOURCE 2025 high}]}
      m7: {type: Motor, name: 7DL, source: gk undated low}
      ana: {type: Person, name: Ana, source: gk undated low}
      release: {type: Article, name: "Ampere starts its line at Cléon", url: "https://example.org/r", source: gk undated low}
      paper: {type: Article, name: "A new motor for Alpine in Normandy", source: gk undated low}
      blog: {type: Article, name: "What I saw on the line today", source: gk undated low}
    sources:
      r: {publisher: Ampere, title: "Ampere starts its line at Cléon", url: "https://example.org/r"}
      copy: {publisher: Daily, title: "AMPERE STARTS ITS LINE AT CLÉON!"COPY}
      other: {publisher: Weekly, title: "Motors of tomorrow"OTHER}
    """

  /// Claims that say what the relation says: each in an article, with a quote.
  private static func claims(_ places: [(article: String, quote: String, more: String)]) -> [GraphFile] {
    places.enumerated().map { index, place in
      let text = """
        article: \(place.article)
        asserted_by: ana
        claims: {c\(index): {cleon produces: m7, modality: fact, quote: "\(place.quote)", at: 0-\(place.quote.unicodeScalars.count)\(place.more)}}
        """
      return GraphFile(path: "claims-\(index).yaml", bytes: Array(text.utf8))
    }
  }

  private static func origins(
    source: String = "gk", copy: String = "", other: String = "", _ places: [(article: String, quote: String, more: String)] = [],
    articles: [String] = []
  ) throws -> [Origin] {
    let text = entities.replacing("SOURCE", with: source).replacing("COPY", with: copy).replacing("OTHER", with: other)
    var files = [("schema.yaml", schema), ("a.yaml", text)].map { GraphFile(path: $0.0, bytes: Array($0.1.utf8)) }
    files += claims(places)
    files += articles.enumerated().map { GraphFile(path: "ours-\($0.offset).md", bytes: Array($0.element.utf8)) }
    let (records, diagnostics) = GraphFileReader.read(files)
    #expect(diagnostics.isEmpty, "\(diagnostics)")
    let graph = MemoryGraph(traits: records.schema.traits)
    try GraphBuilder.build(records, into: graph)
    let type = try #require(graph.relationshipType(named: "PRODUCES"))
    var found = Adjacency()
    try graph.scanRelationships(types: [type], after: nil, limit: 9, into: &found)
    let reading = EvidenceReading(graph)
    return try reading.origins(of: reading.items(behind: try #require(found.relationships.first)))
  }

  @Test func `general knowledge is no origin, and a source is one`() throws {
    #expect(try Self.origins() == [])
    #expect(try Self.origins(source: "other").map(\.documents) == [["other"]])
  }

  @Test func `different words are different origins`() throws {
    let origins = try Self.origins(
      source: "other", [("paper", "the motor is made at Cléon", ""), ("blog", "they build a small engine there", "")])
    #expect(origins.map(\.documents) == [["blog"], ["paper"], ["other"]])
    #expect(origins.allSatisfy { $0.reasons.isEmpty })
  }

  @Test func `the same title is one origin, and a source that is an article is that article`() throws {
    let origins = try Self.origins(source: "copy", [("release", "we start", "")])
    #expect(origins.map(\.documents) == [["release", "copy"]])
    #expect(origins[0].reasons == ["`release` and `copy` have nearly the same title"])
    #expect(try Self.origins(source: "r", [("release", "we start", "")]).map(\.documents) == [["release"]])
  }

  @Test func `nearly the same quote is one origin, a short one says nothing`() throws {
    let origins = try Self.origins([
      ("paper", "the 7DL motor is assembled at Cléon", ""), ("blog", "the 7DL Motor is assembled at Cleon", ""),
    ])
    #expect(origins.map(\.documents) == [["blog", "paper"]])
    #expect(origins[0].reasons == ["`blog` and `paper` say it in nearly the same words"])
    #expect(try Self.origins([("paper", "at Cléon", ""), ("blog", "at Cléon", "")]).count == 2)
  }

  @Test func `the text of the graph decides, both ways`() throws {
    let joined = try Self.origins(source: "other", other: ", origin: r", [("release", "we start", "")])
    #expect(joined.map(\.documents) == [["release", "other"]])
    #expect(joined[0].reasons == ["`other` is said to repeat `release`"])
    let parted = try Self.origins(source: "copy", copy: ", origin: copy", [("release", "we start", "")])
    #expect(parted.map(\.documents) == [["release"], ["copy"]])
  }

  @Test func `what is passed on goes back to whoever said it`() throws {
    let origins = try Self.origins([
      ("paper", "the motor is made at Cléon", ", attributed_to: release"), ("blog", "it comes from there, they say", ", attributed_to: release"),
    ])
    #expect(origins.map(\.id) == ["release"])
    #expect(origins[0].documents == ["blog", "paper"])
    #expect(origins[0].reasons == ["`blog` passes on what `release` says", "`paper` passes on what `release` says"])
  }

  @Test func `texts that repeat each other are one origin`() throws {
    let body = "The line at Cléon starts today with nine people and will make six thousand sets of motors a year for Alpine."
    func article(_ id: String, _ text: String) throws -> String {
      let before = try #require(text.range(of: "motors")).lowerBound
      let at = text.unicodeScalars.distance(from: text.unicodeScalars.startIndex, to: before) + 1
      return """
        ---
        {id: \(id), title: "\(id) of the day", type: Article, language: en, date: 2025-09-23, asserted_by: ana,
         claims: {\(id)-c: {cleon produces: m7, modality: fact, quote: motors, at: \(at)-\(at + 6)}}}
        ---

        \(text)
        """
    }
    let origins = try Self.origins(articles: [
      article("one", body), article("two", "Good news! " + body), article("zero", "At Cléon they now make motors."),
    ])
    #expect(origins.map(\.documents) == [["one", "two"], ["zero"]])
    #expect(origins.flatMap(\.reasons).first?.hasPrefix("the texts of `one` and `two` share ") == true)
  }
}
