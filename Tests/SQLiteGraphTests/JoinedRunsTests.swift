import GraphModel
import TestKit
import Testing

@testable import SQLiteGraph

/// What several types or directions lead to is the same before and after they were joined for the sake of many questions.
@Suite struct JoinedRunsTests {
  /// 120 nodes with relationships of three types, loops and pairs that are joined twice among them.
  private static func graph(isCompacted: Bool) throws -> (graph: SQLiteGraph, nodes: [NodeID], types: [RelationshipTypeID]) {
    let graph = try SQLiteGraph.inMemory()
    try graph.beginWrite()
    let nodes = try (0..<120).map { _ in try graph.createNode(labels: [], properties: []) }
    let types = try ["R", "S", "T"].map { try graph.makeRelationshipType(named: $0) }
    var random = SeededRandom(7)
    for at in 0..<900 {
      let start = nodes[Int.random(in: 0..<90, using: &random)]
      let end = at % 40 == 0 ? start : nodes[Int.random(in: 0..<100, using: &random)]
      for _ in 0..<(at % 30 == 0 ? 2 : 1) { _ = try graph.createRelationship(types[at % 3], from: start, to: end, properties: []) }
    }
    try graph.commit()
    if isCompacted { try graph.compact() }
    return (graph, nodes, types)
  }

  private static func selections(_ types: [RelationshipTypeID]) -> [ExpansionSelection] {
    [
      ExpansionSelection(outgoing: .all, incoming: .all), ExpansionSelection(outgoing: .all, incoming: .none),
      ExpansionSelection(outgoing: .only([types[0]]), incoming: .only([types[0]])),
      ExpansionSelection(outgoing: .only([types[2], types[0]]), incoming: .only([types[1], types[2]])),
    ]
  }

  /// Everything that can be asked of some nodes.
  private struct Answers: Equatable {
    var expanded: [[Int64]] = []
    var degrees: [Int] = []
    var total = 0
    var discovered: [NodeID] = []
    var met: [NodeID] = []
    var first: [NodeID] = []
    var reached: [NodeID] = []

    init(_ graph: SQLiteGraph, _ nodes: [NodeID], _ selection: ExpansionSelection) throws {
      var found = Adjacency()
      try graph.expand(nodes, selection, into: &found)
      expanded = (0..<found.count).map {
        [Int64(found.origins[$0]), found.sources[$0].rawValue, found.relationships[$0].rawValue, found.neighbours[$0].rawValue]
      }
      degrees = try graph.degrees(nodes, selection)
      total = try graph.totalDegree(nodes, selection)
      var seen = NodeSet()
      try graph.discover(from: nodes, selection, seen: &seen, into: &discovered)
      var others = NodeSet()
      for node in 40...60 { _ = others.insert(NodeID(Int64(node))) }
      for wanted in [Meetings.all, .first] {
        var (seen, found, met) = (NodeSet(), [NodeID](), [NodeID]())
        try graph.discover(from: nodes, selection, seen: &seen, into: &found, meeting: others, met: &met, wanting: wanted)
        if wanted == .all { self.met = met } else { first = Array(met.prefix(1)) }
      }
      var (spare, rows) = (NodeSet(), [Int]())
      try graph.reach(from: nodes, selection, includingStarts: false, atMost: 2, spare: &spare, rows: &rows, into: &reached)
    }
  }

  @Test(arguments: [false, true])
  func theSameAnswers(isCompacted: Bool) throws {
    let (graph, nodes, types) = try Self.graph(isCompacted: isCompacted)
    func askMuch(_ selection: ExpansionSelection) throws {
      for _ in 0..<12 {
        var found = Adjacency()
        try graph.expand(nodes, selection, into: &found)
        _ = try graph.totalDegree(nodes, selection)
      }
    }
    for selection in Self.selections(types) {
      try graph.beginRead()
      let few = Array(nodes[3..<8])
      let before = try Answers(graph, few, selection)
      #expect(before.total == before.expanded.count && before.degrees.reduce(0, +) == before.total)
      try askMuch(selection)
      #expect(try Answers(graph, few, selection) == before)
      try graph.endRead()
      // What is there was joined; what comes is seen all the same.
      try graph.beginWrite()
      let made = try graph.createRelationship(types[0], from: few[0], to: nodes[119], properties: [])
      let after = try Answers(graph, few, selection)
      #expect(after.total == before.total + 1 && after.discovered.contains(nodes[119]))
      try askMuch(selection)
      #expect(try Answers(graph, few, selection) == after)
      try graph.delete(made)
      #expect(try Answers(graph, few, selection) == before)
      try graph.commit()
      try graph.beginRead()
      try askMuch(selection)
      #expect(try Answers(graph, few, selection) == before)
      try graph.endRead()
    }
  }

  /// Nothing but degrees was asked for when they are joined.
  @Test func degreesAlone() throws {
    let (graph, nodes, types) = try Self.graph(isCompacted: true)
    try graph.beginRead()
    for selection in Self.selections(types) {
      for _ in 0..<4 {
        var found = Adjacency()
        let degrees = try graph.degrees(nodes, selection)
        try graph.expand([nodes[1]], selection, into: &found)
        #expect(degrees[1] == found.count)
        #expect(try graph.totalDegree(nodes, selection) == degrees.reduce(0, +))
      }
      var all = Adjacency()
      for node in nodes {
        var found = Adjacency()
        try graph.expand([node], selection, into: &found)
        all.append(found)
      }
      #expect(try graph.totalDegree(nodes, selection) == all.count)
    }
    try graph.endRead()
  }
}
