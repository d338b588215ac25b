import Diagrams
import Testing

@Suite struct WriterTests {
  private func edgeLines(_ model: DiagramModel, _ writer: DOTWriter = DOTWriter()) -> [Substring] {
    writer.write(model).split(separator: "\n").filter { $0.contains(" -> ") && !$0.hasPrefix("//") }
  }

  private func model(_ nodes: [DiagramNode], _ edges: [DiagramEdge]) -> DiagramModel {
    DiagramModel(kind: .paths, title: "T", nodes: nodes, edges: edges)
  }

  /// A stored OPERATED_BY is read the natural way round.
  @Test(arguments: [
    ("OPERATED_BY", "\"b\" -> \"a\"", ">operates<"), ("POWERED_BY", "\"b\" -> \"a\"", ">powers<"),
    ("PRODUCES", "\"a\" -> \"b\"", ">produces<"), ("BRAND_OF", "\"a\" -> \"b\"", ">brand of<"),
    ("MENTIONS", "\"b\" -> \"a\"", ">mentions<"), ("SOME_NEW_TYPE", "\"a\" -> \"b\"", ">some new type<"),
  ]) func eachTypeFlowsItsWay(_ type: String, _ ends: String, _ words: String) throws {
    let lines = edgeLines(model([], [DiagramEdge(from: "a", to: "b", type: type)]))
    let line = try #require(lines.first)
    #expect(line.contains(ends) && line.contains(words))
    #expect(line.contains("dir=\"back\"") == (type == "MENTIONS"))
  }

  /// group operates site, site produces for brand, brand of group: the last would close the circle and is turned.
  @Test func aLineThatWouldCloseACircleIsReadTheOtherWay() {
    let lines = edgeLines(
      model(
        [
          DiagramNode(id: "site", name: "S", labels: ["Site"], isSubject: true),
          DiagramNode(id: "group", name: "G", labels: ["Group"]), DiagramNode(id: "brand", name: "B", labels: ["Brand"]),
        ],
        [
          DiagramEdge(from: "site", to: "group", type: "OPERATED_BY"),
          DiagramEdge(from: "site", to: "brand", type: "PRODUCES_FOR"),
          DiagramEdge(from: "brand", to: "group", type: "BRAND_OF"),
        ]))
    #expect(lines.count { $0.contains("\"group\" -> \"brand\"") && $0.contains(">has brand<") } == 1)
    #expect(lines.count { $0.contains("\"group\" -> \"site\"") && $0.contains(">operates<") } == 1)
    #expect(lines.count { $0.contains("\"site\" -> \"brand\"") && $0.contains(">produces for<") } == 1)
  }

  @Test func aLineWithItsOwnWordsKeepsItsArrow() throws {
    let edge = DiagramEdge(from: "a", to: "b", type: "OPERATED_BY", label: "run by")
    let line = try #require(edgeLines(model([], [edge])).first)
    #expect(line.contains("\"a\" -> \"b\"") && line.contains(">run by<"))
  }

  @Test(
    arguments: [
      (DiagramEdgeStatus.planned, "2027", "planned 2027", "style=\"dashed\""), (.ended, "2024", "until 2024", "#8C959F"),
      (.reported, nil, "reported", "style=\"dotted\""), (.claimed, nil, "claimed", "arrowhead=\"onormal\""),
      (.negated, nil, "denied", "arrowhead=\"tee\""), (.endedPlanned, "2026-07-01", "end planned 2026-07-01", "#0A5CA8"),
      (.asserted, "2022", "since 2022", "#6E7781"),
    ] as [(DiagramEdgeStatus, String?, String, String)])
  func eachStatusHasItsWordAndLine(_ status: DiagramEdgeStatus, _ date: String?, _ words: String, _ look: String) throws {
    let line = try #require(
      edgeLines(model([], [DiagramEdge(from: "a", to: "b", type: "PRODUCES", status: status, date: date)])).first)
    #expect(line.contains(">" + words + "<") && line.contains(look))
  }

  @Test func theLegendListsOnlyWhatIsThere() {
    let text = DOTWriter().write(Samples.chain)
    for word in ["organisation", "brand", "site", "vehicle"] { #expect(text.contains(">\u{A0}" + word)) }
    for word in ["person", "article", "planned", "fact", "plan"] { #expect(!text.contains(">\u{A0}" + word + "\u{A0}")) }
    #expect(DOTWriter().write(Samples.queryResult).contains(">\u{A0}planned\u{A0}"))
  }

  /// A plant with the labels of its supertypes is drawn as a site and named by its own type, in either order of labels.
  @Test(arguments: [["PowertrainPlant", "Site"], ["Site", "PowertrainPlant"]])
  func typesAreFoundThroughTheirSupertypes(_ labels: [String]) {
    let text = DOTWriter().write(model([DiagramNode(id: "n", name: "N", labels: labels)], []))
    #expect(text.contains("POWERTRAIN PLANT") && text.contains("fillcolor=\"#EEDD88\""))
    let own = DOTWriter().write(model([DiagramNode(id: "n", name: "N", labels: ["PaintShop", "Site"])], []))
    #expect(own.contains(">SITE<") && own.contains("fillcolor=\"#EEDD88\""))
    let unknown = DOTWriter().write(model([DiagramNode(id: "n", name: "N", labels: ["TugBoat"])], []))
    #expect(unknown.contains("TUG BOAT"))
  }

  @Test func sourcesAreNumberedWhereTheyAreCited() {
    let cited = DOTWriter(showsCitations: true).write(Samples.neighbourhood)
    #expect(cited.contains("[1&#93; Renault Group, results 2025"))
    #expect(cited.contains("planned 2027 · [5&#93;"))
    #expect(!DOTWriter().write(Samples.neighbourhood).contains("Reuters, 2026-02-03"))
  }

  /// Graphviz refuses an empty element, and a diagram may have nothing to say of itself.
  @Test(arguments: DiagramKind.allCases) func anEmptyDiagramIsDrawn(_ kind: DiagramKind) throws {
    let empty = DiagramModel(kind: kind, title: "", nodes: [], edges: [])
    #expect(try !GraphvizRenderer().render(dot: DOTWriter().write(empty), format: .svg).isEmpty)
  }

  @Test func theHeadSaysWhereThePictureComesFrom() {
    let text = DOTWriter().write(Samples.chain)
    #expect(text.hasPrefix("// Diagram: Which site makes"))
    #expect(text.contains("\n// Query: MATCH p = (s:Site)"))
    #expect(text.contains("\n// Kind: supply-chain\n// Query: MATCH"))
    #expect(text.contains("\n//     WHERE v.name CONTAINS \"A390\" RETURN p\n// As of: 2026-03-31\n// Data: "))
    #expect(text.contains("\n// Made by: sillage 0.1.0\ndigraph"))
  }

  @Test(arguments: [
    (60, DiagramKind.neighbourhood, " label=", true), (61, .neighbourhood, "layout=\"sfdp\"", false), (150, .roles, "dir=", true),
    (151, .roles, "nslimit=\"2\"", true), (601, .roles, "layout=\"sfdp\"", false),
  ])
  func theEngineFollowsKindAndNumberOfNodes(_ count: Int, _ kind: DiagramKind, _ expected: String, _ isLayered: Bool) {
    let nodes = (0..<count).map { DiagramNode(id: "n\($0)", name: "N", labels: ["Site"]) }
    var graph = model(nodes, [DiagramEdge(from: "n0", to: "n1", type: "SUPPLIES")])
    graph.kind = kind
    let text = DOTWriter().write(graph)
    #expect(text.contains(expected))
    #expect(text.contains("newrank=\"true\"") == isLayered)
    #expect(DOTWriter(engine: .twopi).write(graph).contains("layout=\"twopi\""))
  }

  /// Words that would lie over each other are left to hovering, and the picture says so.
  @Test func manyLinesAmongSpringsAreSilent() {
    let nodes = (0..<70).map { DiagramNode(id: "n\($0)", name: "N", labels: ["Site"]) }
    let edges = (1..<70).map { DiagramEdge(from: "n0", to: "n\($0)", type: "SUPPLIES") }
    let text = DOTWriter().write(model(nodes, edges))
    #expect(!text.contains("label=<<TABLE BORDER=\"0\" CELLBORDER=\"0\" CELLSPACING=\"0\" CELLPADDING=\"0\">"))
    #expect(text.contains("without their words") && text.contains("tooltip=\"N supplies N\""))
  }
}
