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

  /// Searches from many nodes: of a base that is in memory, of one that is not yet, and with changes.
  @Test func whatIsReachedIsTheSameWithAnyNumberOfThreads() throws {
    let graph = try SQLiteGraph.inMemory()
    var random = SeededRandom(8)
    try graph.beginWrite()
    let type = try graph.makeRelationshipType(named: "R")
    let nodes = try (0..<400).map { _ in try graph.createNode(labels: [], properties: []) }
    func connect(_ count: Int) throws {
      for _ in 0..<count {
        _ = try graph.createRelationship(
          type, from: nodes[random.below(300)], to: nodes[random.below(1 + random.below(400))], properties: [])
      }
    }
    try connect(600)
    try graph.commit()
    let both = ExpansionSelection(outgoing: .only([type]), incoming: .only([type]))
    let out = ExpansionSelection(outgoing: .all, incoming: .none)
    var sums: Set<Int> = []
    for stage in ["rows", "base", "changed"] {
      if stage != "rows" { try graph.compact() }
      try graph.beginWrite()
      if stage == "changed" { try connect(50) }
      for (selection, starts, maximum) in [(both, true, 3), (both, false, nil), (out, false, 4), (out, true, nil)] {
        let expected = try Self.reached(from: nodes, selection, starts, maximum, graph)
        sums.insert(expected.count)
        for threads in [1, 2, 3, 8] {
          graph.threads = threads
          var (spare, rows, ends) = (NodeSet(), [Int](), [NodeID]())
          try graph.reach(
            from: nodes, selection, includingStarts: starts, atMost: maximum, spare: &spare, rows: &rows, into: &ends)
          #expect(zip(rows, ends).map { [$0, Int($1.rawValue)] } == expected, "\(stage), \(threads) threads")
        }
      }
      try graph.commit()
    }
    #expect(sums.count > 6 && sums.allSatisfy { $0 > 1_000 }, "\(sums)")
  }

  /// By expansion of one node after the other.
  private static func reached(
    from starts: [NodeID], _ selection: ExpansionSelection, _ includesStarts: Bool, _ maximum: Int?, _ graph: SQLiteGraph
  ) throws -> [[Int]] {
    var found: [[Int]] = []
    for (row, start) in starts.enumerated() {
      var seen: Set<NodeID> = includesStarts ? [start] : []
      if includesStarts { found.append([row, Int(start.rawValue)]) }
      var level = [start]
      var depth = 0
      while !level.isEmpty, depth < maximum ?? Int.max {
        depth += 1
        var next: [NodeID] = []
        for node in level {
          var adjacency = Adjacency()
          try graph.expand([node], selection, into: &adjacency)
          next += adjacency.neighbours.filter { seen.insert($0).inserted }
        }
        found += next.map { [row, Int($0.rawValue)] }
        level = next
      }
    }
    return found
  }
}
