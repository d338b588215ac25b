import Diagrams
import Testing

@Suite struct StabilityTests {
  @Test(arguments: GoldenTests.cases) func orderOfArrivalChangesNoByte(_ sample: GoldenTests.Case) {
    let text = sample.writer.write(sample.model)
    for seed in 0..<10 { #expect(sample.writer.write(shuffled(sample.model, seed)) == text) }
  }

  @Test func orderOfArrivalChangesNoByteForHostileGraphs() {
    for seed in 0..<24 {
      let model = RandomModel.make(seed: UInt64(seed), nodes: 9)
      let limits = DiagramLimits(nodes: 6, edges: 7)
      let text = DOTWriter().write(model)
      let small = DOTWriter().write(model.limited(to: limits))
      for round in 0..<3 {
        let other = shuffled(model, round)
        #expect(DOTWriter().write(other) == text)
        #expect(DOTWriter().write(other.limited(to: limits)) == small)
      }
    }
  }

  private func shuffled(_ model: DiagramModel, _ seed: Int) -> DiagramModel {
    var random = Seeded(UInt64(seed))
    var result = model
    result.nodes.shuffle(using: &random)
    result.edges.shuffle(using: &random)
    result.sources.shuffle(using: &random)
    result.omitted.shuffle(using: &random)
    for index in result.edges.indices where model.edges.count > 1 { result.edges[index].citations.shuffle(using: &random) }
    return result
  }
}
