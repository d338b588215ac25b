import Diagnostics
import GraphFiles
import GraphModel
import Strategy
import TestKit
import Testing

/// A small schema with every rule that audits know, and ledgers of texts that follow it.
enum AuditSample {
  static let schema = """
    types:
      Org: {}
      Brand: {is: Org, expects: [brand_of]}
      Site: {properties: [opened, status], expects: [operated_by, opened]}
      Product: {}
      Article: {properties: [language]}
      Event: {properties: [date]}
      Person: {}
      Idea: {self_explanatory: true}
      Theme: {is: Idea, self_explanatory: false}
    properties:
      opened: {type: date}
      power: {type: number, constant: true, tolerance: 2 %}
      headcount: {type: number, tolerance: 100}
    relations:
      operated_by: {from: Site, to: Org, inverse: operates, cardinality: many-to-one, at_a_time: true}
      brand_of: {from: Brand, to: Org, inverse: has_brand, cardinality: many-to-one, at_a_time: true}
      operates_at: {from: Org, to: Site, excludes: [operates]}
      holds_stake_in: {from: Org, to: Org, inverse: stake_held_by, qualifiers: [share], total: share 100}
      seats_on: {from: Person, to: Org, at_most: 2}
      produces: {from: Site, to: Product, inverse: produced_at}
      marketed_by: {from: Product, to: Brand, inverse: markets, cardinality: many-to-one}
      peer_of: {from: Site, to: Site, symmetric: true}
      powers: {from: Product, to: Product, inverse: powered_by}
      powered_by: {from: Product, to: Product, inverse: powers}
      concerns: {from: Event, to: Any}
    claim_predicates:
      theme_count: {functional: true}
      promises: {means: what it undertakes}
    modalities: {fact: {accepted: true}, opinion: {}, plan: {}}
    """

  /// Things that every sample has.
  private static let things = """
    entities:
      press: {type: Article, name: Press, language: fr, source: jde 2025 high}
      ana: {type: Person, name: Ana, source: jde 2025 high}
      alpha: {type: Org, name: Alpha, source: jde 2025 high}
      beta: {type: Org, name: Beta, source: jde 2025 high}
      gamma: {type: Org, name: Gamma, source: jde 2025 high}
      m7: {type: Product, name: M7, source: jde 2025 high}
      m8: {type: Product, name: M8, source: jde 2025 high}
    sources:
      jde: {publisher: Journal, language: fr, title: T, date: 2025-09-24}
      other: {publisher: Other, title: U, date: 2026-02}
    """

  /// The ledger of a text that has no faults; `claims` are those of the article `press`.
  static func ledger(_ text: String, claims: String = "") throws -> Ledger {
    let (graph, schema) = try graph(text, claims: claims)
    return try Ledger(of: graph, schema: schema)
  }

  /// The graph of such a text, and its schema.
  static func graph(_ text: String, claims: String = "") throws -> (graph: MemoryGraph, schema: Schema) {
    var files = ["g/schema.yaml": schema, "g/things.yaml": things, "g/text.yaml": text]
    if !claims.isEmpty { files["g/claims.yaml"] = "article: press\nasserted_by: ana\ndate: 2025-09-23\nclaims:\n" + claims }
    let (records, diagnostics) = GraphFileReader.read(files.map { GraphFile(path: $0.key, bytes: Array($0.value.utf8)) })
    #expect(diagnostics.filter { $0.severity == .error }.map { "\($0.source) \($0.message)" } == [])
    let graph = MemoryGraph(traits: records.schema.traits)
    try GraphBuilder.build(records, into: graph)
    return (graph, records.schema)
  }

  /// One site with relations.
  static func site(_ relations: String...) -> String {
    "entities:\n  cleon: {type: Site, name: Cléon, opened: 1958, source: jde 2025-09 high, relations: ["
      + relations.joined(separator: ", ") + "]}\n"
  }
}

extension Contradiction {
  /// `kind subject predicate: keys`.
  var short: String { "\(kind.rawValue) \(subject) \(predicate): \(sides.map(\.key).joined(separator: ", "))" }
}
