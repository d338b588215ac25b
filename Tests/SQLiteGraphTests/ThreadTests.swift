import GraphModel
import SQLiteGraph
import Testing

/// What several threads find together is what one finds.
@Suite struct ThreadTests {
  /// Pairs of nodes, many of which share a node with the pair before, in a graph of the base with changes.
  @Test func meetingsAreTheSameWithAnyNumberOfThreads() throws {
    let graph = try SQLiteGraph.inMemory()
    var random = SeededRandom(7)
    try graph.beginWrite()
    let type = try graph.makeRelationshipType(named: "R")
    let nodes = try (0..<300).map { _ in try graph.createNode(labels: [], properties: []) }
    func connect(_ count: Int) throws {
      for _ in 0..<count {
        _ = try graph.createRelationship(
          type, from: nodes[random.below(300)], to: nodes[random.below(1 + random.below(300))], properties: [])
      }
    }
    try connect(3_000)
    try graph.commit()
    try graph.compact()
    try graph.beginWrite()
    try connect(200)
    for id in stride(from: 1, to: 3_000, by: 17) { try graph.delete(RelationshipID(Int64(id))) }
    let out = ExpansionSelection(outgoing: .only([type]), incoming: .none)
    let (left, right) = (nodes.flatMap { Array(repeating: $0, count: 10) }, (0..<3_000).map { _ in nodes[random.below(300)] })
    let expected = try graph.countMeetingsByExpanding(left, out, right, out.reversed)
    #expect(expected.reduce(0, +) > 500)
    for threads in [1, 2, 3, 8] {
      graph.threads = threads
      #expect(try graph.countMeetings(left, out, right, out.reversed) == expected)
      #expect(try graph.countMeetings(right, out.reversed, left, out) == expected)
    }
    try graph.commit()
  }
}
