import Diagrams
import Foundation
import Testing

@Suite struct LimitTests {
  @Test func nothingIsLeftOutOfASmallDiagram() {
    let limited = Samples.neighbourhood.limited()
    #expect(Set(limited.nodes) == Set(Samples.neighbourhood.nodes))
    #expect(Set(limited.edges) == Set(Samples.neighbourhood.edges))
    #expect(limited.omitted.isEmpty && limited.omittedEdges == 0)
  }

  @Test func whatIsLeftOutIsCounted() {
    let model = Samples.overCap
    let limited = model.limited()
    #expect(limited.nodes.count == 40)
    #expect(limited.edges.count <= 80)
    #expect(limited.nodes.count + limited.omitted.reduce(0) { $0 + $1.count } == model.nodes.count)
    #expect(limited.edges.count + limited.omittedEdges == model.edges.count)
    #expect(limited.omitted.map(\.label) == ["Article", "Vehicle"])
    let text = DOTWriter().write(limited)
    #expect(text.contains("+30 vehicles"))
    #expect(text.contains("Not shown: 1 article, 30 vehicles, 61 relations"))
    #expect(DOTWriter(language: .french).write(limited).contains("Non affichés : 1 article, 30 véhicules, 61 relations"))
  }

  @Test func manyTypesAreLeftOutInOneBox() {
    var model = Samples.neighbourhood
    for (number, label) in ["Person", "Brand", "Plan", "Event", "Place", "Place"].enumerated() {
      model.nodes.append(DiagramNode(id: "x\(number)", name: "X", labels: [label]))
    }
    let limited = model.limited(to: DiagramLimits(nodes: 3))
    let text = DOTWriter().write(limited)
    #expect(text.contains("\"omitted:\" [") && text.contains(">and 18 more<"))
    #expect(text.components(separatedBy: "class=\"omitted\"").count == 3)
    #expect(text.contains("Not shown: 3 electric motors") || text.contains("Not shown: 2 "))
    #expect(DOTWriter(language: .french).write(limited).contains(">et 18 de plus<"))
  }

  @Test func noSideOfAComparisonCrowdsOutAnother() {
    var model = Samples.comparison
    for number in 0..<30 { model.nodes.append(DiagramNode(id: "b\(number)", name: "B", labels: ["Brand"], clusterKey: "first", column: 0)) }
    let limited = model.limited(to: DiagramLimits(nodes: 8, edges: 20))
    #expect(Set(limited.nodes.map(\.id)).isSuperset(of: ["renault-group", "geely", "horse", "volvo"]))
  }

  @Test(arguments: [1, 2, 5, 10, 20, 39, 60]) func nearerNodesAreKeptFirst(_ count: Int) {
    let limited = Samples.overCap.limited(to: DiagramLimits(nodes: count, edges: 500))
    #expect(limited.nodes.count == count)
    #expect(limited.nodes.contains { $0.isSubject })
    let keepsFar = limited.nodes.contains { $0.labels == ["Vehicle", "Product"] }
    #expect(keepsFar == (count > 41))
    if count >= 6 { #expect(limited.nodes.count { $0.labels.contains("Brand") } == 5) }
  }

  /// Every kept node hangs on the subject, however few lines are allowed beyond that.
  @Test func eachKeptNodeKeepsALineTowardsTheSubject() {
    let limited = Samples.overCap.limited(to: DiagramLimits(nodes: 60, edges: 59))
    var reached: Set<String> = ["renault-group"]
    for _ in 0..<5 {
      for edge in limited.edges where reached.contains(edge.from) || reached.contains(edge.to) {
        reached.formUnion([edge.from, edge.to])
      }
    }
    #expect(reached.count == 60)
  }

  @Test func contextIsLeftOutOfATangle() {
    let things = (0..<6).map { DiagramNode(id: "v\($0)", name: "V\($0)", labels: ["Vehicle"]) }
    let event = DiagramNode(id: "e", name: "E", labels: ["Event"])
    let subject = DiagramNode(id: "s", name: "S", labels: ["Brand"], isSubject: true)
    let sold = things.map { DiagramEdge(from: $0.id, to: "s", type: "MARKETED_BY") }
    let told = (things + [subject]).map { DiagramEdge(from: "e", to: $0.id, type: "CONCERNS") }
    let model = DiagramModel(kind: .neighbourhood, title: "S", nodes: things + [event, subject], edges: sold + told)
    let limited = model.limited()
    #expect(Set(limited.edges) == Set(sold + [DiagramEdge(from: "e", to: "s", type: "CONCERNS")]))
    #expect(limited.omittedEdges == 6)
    #expect(limited.nodes.count == 8)
    var result = model
    result.kind = .queryResult
    #expect(result.limited().edges.count == 13)
  }

  @Test func limitsTwiceAreLimitsOnce() {
    let once = Samples.overCap.limited()
    #expect(once.limited() == once)
  }
}
