import Sillage
import Testing

@testable import SillageCLI

@Suite("Cards for a person")
struct CardTests {
  private let plain = TerminalTraits(isTerminal: false, colour: false, unicode: true, width: nil)
  private let cleon = EntityName(id: "cleon-plant", name: "Cléon plant", types: ["PowertrainPlant", "Site"])
  private let motor = EntityName(id: "motor-7dl", name: "7DL", types: ["Motor"])
  private let group = EntityName(id: "renault-group", name: "Renault Group", types: ["Group"])

  private var produces: SourcedRelation {
    SourcedRelation(
      type: "PRODUCES", from: cleon, to: motor, status: "asserted", start: "2025-09-23",
      sourcing: Sourcing(source: "jde", publisher: "JDE", title: "Cléon", asOf: "2025-09", confidence: "high"),
      claims: ["seed-c001"])
  }

  private var card: EntityCard {
    EntityCard(
      entity: cleon, aliases: ["Cléon", "usine de Cléon"],
      properties: [ResultField("opened", .string("1958")), ResultField("roles", .list([.string("motors"), .integer(2)]))],
      sourcing: Sourcing(source: "jacleon", asOf: "2025-09-24", confidence: "high"),
      groups: [
        RelationGroup(name: "PRODUCES", outgoing: true, relations: [produces]),
        RelationGroup(
          name: "OPERATES", outgoing: false,
          relations: [
            SourcedRelation(
              type: "OPERATES", from: group, to: cleon, status: "planned", start: "2026-07-01", end: nil,
              sourcing: Sourcing(generalKnowledge: true), note: "a transfer",
              qualifiers: [ResultField("share", .float(0.5))])
          ]),
      ])
  }

  @Test func show() {
    #expect(
      card.text(plain) == """
        Cléon plant  PowertrainPlant, Site
          id      cleon-plant
          also    Cléon, usine de Cléon
          opened  1958
          roles   motors, 2
          source  jacleon 2025-09-24 high

        → PRODUCES
            7DL (motor-7dl)  since 2025-09-23  jde 2025-09 high

        ← OPERATES
            Renault Group (renault-group)  planned from 2026-07-01  share: 0.5, a transfer  general knowledge

        """)
  }

  @Test func showIsCutToTheTerminal() {
    let narrow = TerminalTraits(isTerminal: true, colour: false, unicode: false, width: 40)
    let lines = card.text(narrow).split(separator: "\n")
    #expect(lines.contains("-> PRODUCES"))
    #expect(lines.contains("<- OPERATES"))
    #expect(lines.contains("    7DL (motor-7dl)  since 2025-09-23  jde 2..."))
    #expect(lines.contains("  source  jacleon 2025-09-24 high"))
  }

  @Test func why() {
    let claim = ClaimReport(
      id: "seed-c001", subject: cleon, predicate: "produces", object: motor, modality: "fact", polarity: "positive",
      assertedBy: EntityName(id: "author", name: "A. Author", types: ["Person"]), date: "2025-09-23/",
      evidence: [
        EvidenceReport(
          article: EntityName(id: "art", name: "Cléon pivots", types: ["Article"]), quote: "assemblant un moteur", offsets: 19..<54,
          unit: "scalar")
      ])
    var denied = claim
    denied.polarity = "negative"
    denied.evidence = []
    #expect(
      WhyReport(first: cleon, second: motor, relations: [produces], claims: [claim, denied]).text(plain) == """
        Cléon plant —PRODUCES→ 7DL
          since 2025-09-23
          jde 2025-09 high
          JDE, “Cléon”
          said by seed-c001

        Cléon plant produces 7DL  claimed seed-c001
          fact, asserted by A. Author, 2025-09-23/
          “assemblant un moteur” in Cléon pivots, 19 to 54 (scalar)

        Cléon plant produces 7DL  denied seed-c001
          fact, asserted by A. Author, 2025-09-23/

        """)
  }

  @Test func mentions() {
    let list = MentionList(
      document: "a.md", source: ArticleSource(text: []),
      mentions: [
        MentionReport(offsets: 3..<8, line: 1, column: 4, text: "Cléon", entity: cleon, score: 0.987),
        MentionReport(offsets: 20..<23, line: 12, column: 1, text: "7DL\u{1B}", entity: motor, score: 1),
      ])
    #expect(
      list.text(plain) == """
        a.md: 2 mentions of 2 entities
          1:4   Cléon      cleon-plant  Cléon plant  PowertrainPlant  0.99
          12:1  7DL\\u001b  motor-7dl    7DL          Motor            1.00

        """)
  }

  @Test(
    arguments: [
      (nil, nil, nil, ""), ("asserted", "2015", "2025", "2015 to 2025"), ("ended", nil, "2025", "ended until 2025"),
      ("reported", nil, nil, "reported"), ("planned", "2027", nil, "planned from 2027"), ("asserted", nil, nil, ""),
    ] as [(String?, String?, String?, String)])
  func periods(status: String?, start: String?, end: String?, expected: String) {
    let relation = SourcedRelation(
      type: "T", from: cleon, to: motor, status: status, start: start, end: end, sourcing: Sourcing())
    #expect(relation.period == expected)
  }

  @Test func jsonOfTheReports() {
    #expect(card.json["relations"]?.array?.first?["relations"]?.array?.first?["sourcing"]?["title"] == .string("Cléon"))
    #expect(card.json["properties"]?["roles"] == .array([.string("motors"), .integer(2)]))
    #expect(produces.json["claims"] == .array([.string("seed-c001")]))
  }
}
