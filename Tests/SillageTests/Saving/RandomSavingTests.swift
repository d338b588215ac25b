import Foundation
import Sillage
import TestKit
import Testing

/// A small project whose text is written in every style that the format allows for.
private enum StyledProject {
  static let files = [
    "sillage.yaml": "name: styles\n",
    "graph-data/schema.yaml": """
    types:
      Org: {properties: [country, tags, founded, head]}
      Brand: {is: Org}
      Site: {properties: [opened, size, share, active]}
      Article: {properties: [date, url]}
    properties: {opened: {type: date}, size: {type: integer}, share: {type: number}, active: {type: boolean}, head: {type: reference}}
    relations:
      produces: {from: Site, to: Any, inverse: produced_at, qualifiers: [axle]}
      partner_of: {from: Org, to: Org, symmetric: true}
      about: {from: Article, to: Any}
    claim_predicates: {likes: {}}
    modalities: {fact: {accepted: true}, opinion: {}}

    """,
    "graph-data/blocks.yaml": """
    # Entities in blocks.
    entities:
      one:   # the first
        type: Site
        name: "One: a site"
        aliases:
          - uno
          - ein
        opened: 1958   # a year
        size: 12
        note: >
          A note that goes
          over lines.
        source: s1 2025 high
        relations:
          # what it makes
          - produces: two
            start: 2020
            axle: rear
          - {produces: [six, four], source: s2 2024 low}
          - {produces: five, start: 2021,
             end: 2022, status: ended}

      # Alone.
      two:
        type: [Brand]
        name: Two
        tags: [a, "b, c"]
        source: s1 undated medium


      three:
        type: Site
        name: l'usine
        source: gk 2024-Q3 low
        relations: [{produced_at: one, note: "from the other side"}, {produces: two}]

    """,
    "graph-data/flow.yaml": """
    entities:
      four: {type: Brand, name: Four, country: fr, source: s2 2025-09 high}
      five: {type: Brand, name: 'Five',
        aliases: [cinq,
          fünf], source: s2 2025-09 high}   # at the end
      six: {type: Article, name: Six, source: s1 2025 low, relations: [{about: four}]}
    sources:
      s1: {publisher: P, title: "T: one", date: 2025}
      s2:
        publisher: P
        title: Two
    observations:
      - {subject: one, property: heads, value: 5, source: s1}
      - subject: one
        property: heads
        value: 6-7
        source: s2
        note: n

    """,
    "graph-data/claims.yaml": """
    article: six
    asserted_by: two
    claims:
      c1: {one produces: two, modality: fact, quote: abc, at: 1-4, in: 0-9}
      c2:
        two likes: "=5"
        modality: opinion
        polarity: negative
        quote: "d: e"
        at: 5-9
    links:
      - {c1: supported_by, target: c2, source: s1 2025 high}

    """,
    "graph-data/ours.md": """
    ---
    id: ours
    title: Ours
    type: Article
    language: fr
    date: 2026-11-22
    about: [one, two]
    ---

    Un texte.

    """,
  ]

  static func make(in folder: String) throws -> Project {
    for (path, text) in files {
      let url = URL(fileURLWithPath: folder + "/" + path)
      try FileManager.default.createDirectory(at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
      try Data(text.utf8).write(to: url)
    }
    return try Project(at: folder)
  }
}

/// Random writes in Cypher that the text can say.
private struct RandomWrites {
  var random: SeededNumbers
  private static let ids = ["one", "two", "three", "four", "five", "ours"]
  private static let words = [
    "plain", "a: b", "x, y", "# hash", "it's", "\"quoted\"", "- dash", "[list]", "{map}", "  spaces  ", "tab\tend", "line\nend", "été 7DL",
    "null", "true", "*star", "&and", "!bang", "% percent", "@at", "`tick`", "?", "-", "ends:", "a#b", "a #b", "\\back", "2025", "012",
    "emoji 🏎", "\u{85}next", "dots...", "---", "|", ">", "'", "très long " + String(repeating: "mot ", count: 40) + "fin",
  ]

  private mutating func pick<Element>(_ items: [Element]) -> Element { items[random.below(items.count)] }
  private mutating func word() -> String {
    "'" + pick(Self.words).replacing("\\", with: "\\\\").replacing("'", with: "\\'").replacing("\n", with: "\\n").replacing("\t", with: "\\t") + "'"
  }
  private mutating func sourced() -> String {
    "source: '\(pick(["s1", "s2", "gk"]))', as_of: '\(pick(["2025", "2024-Q3", "2026-01-02"]))', confidence: '\(pick(["high", "low"]))'"
  }

  mutating func query() -> String {
    switch random.below(16) {
    case 0: "MATCH (n {id: '\(pick(Self.ids))'}) SET n.note = \(word())"
    case 1: "MATCH (n {id: '\(pick(Self.ids))'}) SET n.name = \(word()), n.title = CASE WHEN n.title IS NULL THEN null ELSE n.name END"
    case 2:
      "MATCH (n {id: '\(pick(["one", "three"]))'}) SET n.size = \(pick(["7", "null", "-3"])), n.share = \(pick(["0.5", "12.0", "null"])), n.active = \(pick(["true", "null"]))"
    case 3:
      "MATCH (n {id: '\(pick(["two", "four", "five"]))'}) SET n.tags = \(pick(["['a']", "[\(word()), \(word())]", "null", "['a', 'b, c', 'd']"])), n.country = \(word())"
    case 4: "MATCH (n {id: '\(pick(Self.ids))'}) SET n.aliases = \(pick(["['uno']", "['cinq', 'fünf', 'five']", "null", "[\(word())]"]))"
    case 5: "MATCH (n {id: '\(pick(["one", "two", "four"]))'}) SET n += {\(sourced())}"
    case 6:
      "MATCH (a {id: '\(pick(["one", "three"]))'}), (b {id: '\(pick(Self.ids))'}) CREATE (a)-[:PRODUCES {\(sourced()), status: 'planned', start: '\(2027 + random.below(1000))', note: \(word())}]->(b)"
    case 7:
      "MATCH (a {id: '\(pick(["two", "four"]))'}), (b {id: '\(pick(["five", "two"]))'}) WHERE a <> b AND NOT (a)-[:PARTNER_OF]-(b) CREATE (a)-[:PARTNER_OF {\(sourced()), status: 'asserted'}]->(b)"
    case 8: "MATCH (:Site)-[r:PRODUCES]->() WITH r ORDER BY id(r) SKIP \(random.below(4)) LIMIT 1 SET r.end = '2999', r.axle = \(word())"
    case 9: "MATCH (:Site)-[r:PRODUCES]->() WITH r ORDER BY id(r) SKIP \(random.below(4)) LIMIT 1 SET r.status = 'reported', r.note = null"
    case 10: "MATCH ()-[r:PRODUCES|ABOUT]->() WITH r ORDER BY id(r) SKIP \(random.below(6)) LIMIT 1 DELETE r"
    case 11: "CREATE (n:\(pick(["Site", "Brand:Org"])) {id: 'new-\(random.below(1_000_000))', name: \(word()), \(sourced()), note: \(word())})"
    case 12: "MATCH (c:Claim {id: '\(pick(["c1", "c2"]))'}) SET c.note = \(word()), c.stage = \(pick(["'done'", "null"])), c.due = '2027'"
    case 13: "MATCH (o:Observation) WITH o ORDER BY toString(o.value) LIMIT 1 SET o.value = \(random.below(99)), o.unit = \(word())"
    case 14: "MATCH (s:Source {id: '\(pick(["s1", "s2"]))'}) SET s.note = \(word()), s.title = \(word())"
    default:
      "MATCH (a {id: 'ours'}), (b {id: '\(pick(Self.ids))'}) WHERE a <> b AND NOT (a)-[:ABOUT]->(b) CREATE (a)-[:ABOUT {source: 'ours', as_of: '2026-11-22', confidence: 'high', status: 'asserted'}]->(b)"
    }
  }
}

/// SplitMix64 (Steele, Lea and Flood, 2014): the same numbers for the same seed.
private struct SeededNumbers {
  var state: UInt64

  mutating func below(_ count: Int) -> Int {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = (state ^ (state >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return Int((mixed ^ (mixed >> 31)) % UInt64(count))
  }
}

@Suite("Random writes are saved as text that builds the same graph")
struct RandomSavingTests {
  /// Everything of a graph but ids and what the build works out: which claims support a relation.
  private func picture(_ database: GraphDatabase) throws -> [String] {
    let nodes = try database.query("MATCH (n) RETURN labels(n) AS labels, properties(n) AS p")
    let relationships = try database.query(
      "MATCH (a)-[r]->(b) RETURN coalesce(a.id, a.property + toString(a.value)) AS a, type(r) AS t, coalesce(b.id, b.property) AS b, properties(r) AS p"
    )
    return (nodes.rows + relationships.rows).map { row in row.map(canonical).joined(separator: " ") }.sorted()
  }

  private func canonical(_ value: ResultValue) -> String {
    switch value {
    case .map(let fields):
      return fields.filter { !["claims", "general_knowledge"].contains($0.name) }.map { "\($0.name)=\(canonical($0.value))" }.sorted().joined(
        separator: ",")
    case .list(let items): return "[" + items.map(canonical).joined(separator: ";") + "]"
    default: return ShippedGraph.cell(value)
    }
  }

  @Test("Save, then build: the same graph, and a second save has nothing to do", arguments: 0..<16)
  func roundTrip(seed: Int) throws {
    let folder = try TemporaryFolder()
    let project = try StyledProject.make(in: folder.url.path)
    _ = try project.build()
    var writes = RandomWrites(random: SeededNumbers(state: UInt64(seed)))
    var asked: [String] = []
    let database = try GraphDatabase.open(project.databasePath, writable: true)
    for _ in 0..<6 {
      asked.append(writes.query())
      _ = try database.query(asked[asked.count - 1], options: QueryOptions(mayWrite: true))
    }
    _ = try database.query("MATCH (n:Brand) SET n:Org", options: QueryOptions(mayWrite: true))
    let before = try picture(database)
    database.close()
    do {
      let report = try project.save()
      let saved = try GraphDatabase.open(project.databasePath)
      #expect(try picture(saved) == before, "seed \(seed): \(asked)\n\(report.diff)")
      saved.close()
      #expect(try project.save().files == [], "seed \(seed): \(asked)")
    } catch {
      Issue.record("seed \(seed): \(asked)\n\(error)")
    }
  }

  @Test("Comments stay where they are")
  func comments() throws {
    let folder = try TemporaryFolder()
    let project = try StyledProject.make(in: folder.url.path)
    _ = try project.build()
    let database = try GraphDatabase.open(project.databasePath, writable: true)
    for query in [
      "MATCH (n {id: 'one'}) SET n.opened = '1959', n.size = null, n.active = true",
      "MATCH ({id: 'one'})-[r:PRODUCES]->({id: 'five'}) DELETE r",
      "MATCH (n {id: 'five'}) SET n.country = 'de'",
    ] { _ = try database.query(query, options: QueryOptions(mayWrite: true)) }
    database.close()
    #expect(
      try project.save().diff == """
        --- a/graph-data/blocks.yaml
        +++ b/graph-data/blocks.yaml
        @@ -9 +9,2 @@
        -    opened: 1958   # a year
        +    opened: 1959   # a year
        +    active: true
        @@ -10 +10,0 @@
        -    size: 12
        @@ -21,2 +20,0 @@
        -      - {produces: five, start: 2021,
        -         end: 2022, status: ended}
        --- a/graph-data/flow.yaml
        +++ b/graph-data/flow.yaml
        @@ -5 +5 @@
        -      fünf], source: s2 2025-09 high}   # at the end
        +      fünf], country: de, source: s2 2025-09 high}   # at the end

        """)
  }
}
