import GraphFiles
import GraphModel
import Strategy
import TestKit
import Testing

@Suite struct GraphBuilderTests {
  static let schema = """
    types:
      Site: {properties: [opened, headcount, share, active, tags]}
      Plant: {is: Site}
      Product: {}
      Motor: {is: Product}
      Article: {properties: [url, sha256, length]}
      Person: {}
    properties: {opened: {type: date}, headcount: {type: integer}, share: {type: number}, active: {type: boolean}, length: {type: integer}}
    relations:
      produces: {from: Site, to: Product, inverse: produced_at, qualifiers: [axle]}
      powers: {from: Product, to: Product, inverse: powered_by}
      powered_by: {from: Product, to: Product, inverse: powers}
      peer_of: {from: Any, to: Any, symmetric: true}
      about: {from: Article, to: Any}
      authored_by: {from: Article, to: Person}
    claim_predicates: {votes: a count}
    modalities: {fact: {accepted: true}, meta: {}}
    """

  static let content = """
    entities:
      cleon: {type: Plant, name: Cléon, aliases: [usine], opened: 1958, headcount: 3146, share: 12, active: true, tags: [a, b],
              note: n, source: jde 2025-09 high, relations: [{produces: m7, axle: rear, start: 2025, source: gk undated low, note: x},
              {peer_of: douai}, {produces: m7, end: 2020, status: ended}]}
      douai: {type: Plant, name: Douai, source: gk undated medium}
      m7: {type: Motor, name: 7DL, source: jde 2025 high, relations: [{powered_by: m6}]}
      m6: {type: Motor, name: 6AM, source: jde 2025 high}
      press: {type: Article, name: Press, url: "https://example.org", length: 100, source: jde 2025 high}
      ana: {type: Person, name: Ana, source: gk undated low}
    sources:
      jde: {publisher: Journal, title: T, date: 2025-09-24, url: "https://example.org/b"}
    observations:
      - {subject: cleon, property: output, value: 6.3, unit: GWh, date: 2025, source: jde, confidence: high, note: n}
      - {id: o2, subject: m7, property: torque, value: 5-7, source: gk}
    """

  static let claims = """
    article: press
    asserted_by: ana
    date: 2025/
    claims:
      c1: {cleon produces: m7, modality: fact, quote: abc, at: 1-4, in: 0-9, voice: author, confidence: low, stage: announced, due: 2027-H1, note: n,
           evidence: [{article: ours, quote: té, at: 1-3, prefix: É, suffix: .}]}
      c2: {m7 produced_at: cleon, modality: fact, attributed_to: cleon, implied: true, quote: abc, at: 1-4}
      c3: {cleon produces: m7, modality: fact, polarity: negative, quote: abc, at: 1-4}
      c4: {cleon produces: m7, modality: meta, quote: abc, at: 1-4}
      c5: {douai peer_of: cleon, modality: fact, quote: abc, at: 1-4}
      c6: {m6 powers: m7, modality: fact, quote: abc, at: 1-4}
      c7: {m7 votes: "=5", modality: meta, quote: abc, at: 1-4}
      c8: {m7 powers: m6, modality: fact, quote: abc, at: 1-4}
    links:
      - {c1: superseded_by, target: m7, source: jde 2026 high, note: n}
      - {c2: contradicted_by, target: c3, source: gk undated low}
    """

  static let article = """
    ---
    {id: ours, title: Titre, type: Article, language: fr, date: 2026-11-22, author: ana, about: [m7]}
    ---
    Été.
    """

  static let files = [("schema.yaml", schema), ("a.yaml", content), ("b.yaml", claims), ("c.md", article)]
    .map { GraphFile(path: $0.0, bytes: Array($0.1.utf8)) }

  static func dump(_ files: [GraphFile]) throws -> GraphDump {
    let (records, diagnostics) = GraphFileReader.read(files)
    #expect(diagnostics.isEmpty, "\(diagnostics)")
    let graph = MemoryGraph(traits: records.schema.traits)
    try GraphBuilder.build(records, into: graph)
    return try GraphDump(graph)
  }

  @Test func `nodes`() throws {
    let nodes = try Self.dump(Self.files).nodes
    let sourced = "as_of: 2025, confidence: high, general_knowledge: false, name:"
    #expect(
      nodes == [
        "(cleon:Plant:Site {active: true, aliases: [usine], as_of: 2025-09, confidence: high, general_knowledge: false, "
          + "headcount: 3146, name: Cléon, note: n, opened: 1958, share: 12.0, source: jde, tags: [a, b]})",
        "(douai:Plant:Site {confidence: medium, general_knowledge: true, name: Douai, source: gk})",
        "(m7:Motor:Product {\(sourced) 7DL, source: jde})", "(m6:Motor:Product {\(sourced) 6AM, source: jde})",
        "(press:Article {as_of: 2025, confidence: high, general_knowledge: false, length: 100, name: Press, source: jde, "
          + "title: Press, url: https://example.org})",
        "(ana:Person {confidence: low, general_knowledge: true, name: Ana, source: gk})",
        "(ours:Article {as_of: 2026-11-22, confidence: high, date: 2026-11-22, general_knowledge: false, language: fr, length: 4, "
          + "name: Titre, sha256: \(SHA256.hex(of: Array("Été.".utf8))), source: ours, text: Été., title: Titre})",
        "(jde:Source {date: 2025-09-24, publisher: Journal, title: T, url: https://example.org/b})",
        "(gk:Source {title: General knowledge})",
        "(c1:Claim {confidence: low, date: 2025/, due: 2027-H1, modality: fact, note: n, polarity: positive, predicate: produces, "
          + "stage: announced, voice: author})",
        "(c2:Claim {date: 2025/, modality: fact, polarity: positive, predicate: produced_at})",
        "(c3:Claim {date: 2025/, modality: fact, polarity: negative, predicate: produces})",
        "(c4:Claim {date: 2025/, modality: meta, polarity: positive, predicate: produces})",
        "(c5:Claim {date: 2025/, modality: fact, polarity: positive, predicate: peer_of})",
        "(c6:Claim {date: 2025/, modality: fact, polarity: positive, predicate: powers})",
        "(c7:Claim {date: 2025/, modality: meta, polarity: positive, predicate: votes, value: 5})",
        "(c8:Claim {date: 2025/, modality: fact, polarity: positive, predicate: powers})",
        "(#18:Observation {confidence: high, date: 2025, general_knowledge: false, note: n, property: output, source: jde, "
          + "unit: GWh, value: 6.3})",
        "(o2:Observation {general_knowledge: true, property: torque, source: gk, value: 5-7})",
      ])
  }

  @Test func `relations carry the accepted claims that say the same, from either side`() throws {
    let relations = try Self.dump(Self.files).relationships.prefix(6)
    let common = "confidence: high, general_knowledge: false"
    #expect(
      Array(relations) == [
        "cleon -PRODUCES {axle: rear, claims: [c1, c2], confidence: low, general_knowledge: true, note: x, source: gk, "
          + "start: 2025, status: asserted}-> m7",
        "cleon -PEER_OF {as_of: 2025-09, claims: [c5], \(common), source: jde, status: asserted}-> douai",
        "cleon -PRODUCES {as_of: 2025-09, claims: [c1, c2], confidence: high, end: 2020, general_knowledge: false, source: jde, status: ended}-> m7",
        "m7 -POWERED_BY {as_of: 2025, claims: [c6], \(common), source: jde, status: asserted}-> m6",
        "ours -ABOUT {as_of: 2026-11-22, \(common), source: ours, status: asserted}-> m7",
        "ours -AUTHORED_BY {as_of: 2026-11-22, \(common), source: ours, status: asserted}-> ana",
      ])
  }

  @Test func `claims point to their subject, object, asserter and evidence`() throws {
    let relationships = try Self.dump(Self.files).relationships
    let evidence = "EVIDENCED_IN {end: 4, passage_end: 9, passage_start: 0, quote: abc, start: 1, unit: scalar}"
    let second =
      "EVIDENCED_IN {end: 3, passage_end: 3, passage_start: 1, prefix: É, quote: té, sha256: \(SHA256.hex(of: Array("Été.".utf8))), "
      + "start: 1, suffix: ., unit: scalar}"
    #expect(
      relationships.filter { $0.hasPrefix("c1 ") } == [
        "c1 -SUBJECT-> cleon", "c1 -OBJECT-> m7", "c1 -ASSERTED_BY-> ana", "c1 -\(evidence)-> press", "c1 -\(second)-> ours",
        "c1 -SUPERSEDED_BY {as_of: 2026, confidence: high, general_knowledge: false, note: n, source: jde}-> m7",
      ])
    #expect(relationships.contains("c2 -ATTRIBUTED_TO {implied: true}-> cleon"))
    #expect(relationships.contains("c2 -CONTRADICTED_BY {confidence: low, general_knowledge: true, source: gk}-> c3"))
    #expect(relationships.filter { $0.hasPrefix("c7 ") && $0.contains("OBJECT") } == [])
    #expect(relationships.filter { $0.contains("OBSERVATION_OF") } == ["#18 -OBSERVATION_OF-> cleon", "o2 -OBSERVATION_OF-> m7"])
    #expect(relationships.filter { $0.contains("FROM_SOURCE") } == ["#18 -FROM_SOURCE-> jde", "o2 -FROM_SOURCE-> gk"])
  }

  @Test func `what is claimed never becomes a relation by being claimed`() throws {
    let entities = """
      entities:
        cleon: {type: Plant, name: Cléon, source: gk undated low}
        m7: {type: Motor, name: 7DL, source: gk undated low}
        press: {type: Article, name: Press, source: gk undated low}
        ana: {type: Person, name: Ana, source: gk undated low, relations: []}
      """
    let statements = [
      "modality: fact", "modality: fact, polarity: negative", "modality: meta", "modality: meta, polarity: negative",
    ]
    let claims = statements.enumerated().map { index, words in
      "  c\(index): {cleon produces: m7, \(words), quote: abc, at: 1-4}\n"
    }
    let text = "article: press\nasserted_by: ana\nclaims:\n" + claims.joined()
    let files = [("schema.yaml", Self.schema), ("a.yaml", entities), ("b.yaml", text)]
      .map { GraphFile(path: $0.0, bytes: Array($0.1.utf8)) }
    let relationships = try Self.dump(files).relationships
    #expect(relationships.count == 16)
    #expect(relationships.allSatisfy { $0.hasPrefix("c") && !$0.hasPrefix("cleon ") })
  }

  @Test func `the order of files changes nothing`() throws {
    let expected = try Self.dump(Self.files)
    for turn in 1..<Self.files.count {
      let found = try Self.dump(Array(Self.files[turn...] + Self.files[..<turn]))
      #expect(found.nodes == expected.nodes)
      #expect(found.relationships == expected.relationships)
    }
  }

  @Test func `records that were not checked are refused`() {
    let (records, diagnostics) = GraphFileReader.read([
      Self.files[0],
      GraphFile(path: "a.yaml", bytes: Array("entities: {a: {type: Plant, name: A, source: gk 2025 low, relations: [{produces: b}]}}".utf8)),
    ])
    #expect(diagnostics.count == 1)
    #expect(throws: StoreError.self) { try GraphBuilder.build(records, into: MemoryGraph()) }
  }
}
