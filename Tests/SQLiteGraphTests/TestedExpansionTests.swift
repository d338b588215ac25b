import GraphModel
import SQLiteGraph
import Testing

/// Conditions on relationships and neighbours that an expansion tests where properties are stored, on one thread or several.
@Suite struct TestedExpansionTests {
  private static let size = 6_000

  /// Compacted, and perhaps changed here and there. Some relationships and nodes lack some properties.
  private func graph(changed: Bool) throws -> SQLiteGraph {
    let graph = try SQLiteGraph.inMemory()
    try graph.beginWrite()
    let (label, type) = (try graph.makeLabel(named: "N"), try graph.makeRelationshipType(named: "R"))
    let keys = try ["i", "f", "t", "few"].map { try graph.makePropertyKey(named: $0) }
    func properties(_ number: Int) -> [(key: PropertyKeyID, value: Value)] {
      var all: [(key: PropertyKeyID, value: Value)] = [(keys[0], .integer(Int64(number % 1_000)))]
      if number % 5 > 0 { all.append((keys[1], .float(Double(number) / 4 - 500))) }
      if number % 7 > 0 { all.append((keys[2], .string("name-\(number)"))) }
      if number % 3 > 0 { all.append((keys[3], .string("kind \(number % 11)"))) }
      return all
    }
    for number in 0..<Self.size { _ = try graph.createNode(labels: [label], properties: properties(number)) }
    for number in 0..<(4 * Self.size) {
      let ends = (number * 7 % Self.size, number * number % Self.size)
      _ = try graph.createRelationship(
        type, from: NodeID(Int64(ends.0 + 1)), to: NodeID(Int64(ends.1 + 1)), properties: properties(number))
    }
    try graph.commit()
    try graph.compact()
    guard changed else { return graph }
    try graph.beginWrite()
    for id in stride(from: Int64(5), to: 20_000, by: 701) {
      try graph.set(keys[0], to: .integer(-id), of: RelationshipID(id))
      try graph.set(keys[3], to: .string("kind 4"), of: NodeID(id % 5_000 + 1))
      try graph.delete(RelationshipID(id + 1))
    }
    _ = try graph.createRelationship(type, from: NodeID(3), to: NodeID(4), properties: [(keys[0], .integer(990))])
    try graph.commit()
    return graph
  }

  /// Of relationships and of neighbours.
  private func tests(_ graph: SQLiteGraph) throws -> [(of: [PropertyTest], at: [PropertyTest])] {
    func test(_ name: String, _ relation: PropertyTest.Relation, _ value: Value) throws -> PropertyTest {
      PropertyTest(try #require(graph.propertyKey(named: name)), relation, value)
    }
    return [
      ([try test("i", .greaterOrEqual, .integer(500))], []), ([try test("i", .equal, .float(7))], []),
      ([], [try test("f", .less, .integer(100))]), ([try test("f", .greater, .float(300.25))], [try test("f", .greater, .float(.nan))]),
      ([try test("few", .equal, .string("kind 4"))], [try test("few", .endsWith, .string("4"))]),
      ([try test("t", .startsWith, .string("name-1"))], [try test("t", .contains, .string("9"))]),
      ([try test("i", .less, .integer(.min))], []), ([], [try test("few", .exists, .null), try test("i", .lessOrEqual, .integer(2))]),
      ([try test("f", .equal, .float(-499.75)), try test("few", .isIn, .list([.string("kind 1")]))], []),
    ]
  }

  @Test(arguments: [false, true], [-1_000_000, 1_000_000])
  func answersAsPropertiesTell(changed: Bool, idsBeforeMerging: Int) throws {
    let graph = try graph(changed: changed)
    graph.idsBeforeMerging = idsBeforeMerging
    try graph.beginRead()
    let type = try #require(graph.relationshipType(named: "R"))
    let nodes = (1...Int64(Self.size)).map { NodeID($0) }
    var total = 0
    for selection in [
      ExpansionSelection(outgoing: .only([type]), incoming: .none), ExpansionSelection(outgoing: .none, incoming: .all),
      ExpansionSelection(outgoing: .all, incoming: .all),
    ] {
      for (ofRelationships, ofNeighbours) in try tests(graph) {
        var expected = Adjacency()
        graph.threads = 1
        try graph.expandAndTest(nodes, selection, ofRelationships, ofNeighbours, into: &expected)
        // The second time all columns are in memory, and several threads look at them.
        for threads in [1, 2, 3] {
          graph.threads = threads
          var found = Adjacency()
          try graph.expand(
            nodes, selection, relationshipsWhere: ofRelationships, neighboursWhere: ofNeighbours, into: &found)
          #expect(found.relationships == expected.relationships && found.origins == expected.origins)
          #expect(found.neighbours == expected.neighbours && found.sources == expected.sources)
        }
        total += expected.count
      }
    }
    #expect(total > 20_000)
    try graph.endRead()
  }

  /// Columns of many ids, in any order and with ids that are not there.
  @Test(arguments: [false, true], [-1_000_000, 1_000_000])
  func columnsAreThoseOfOneThread(changed: Bool, idsBeforeMerging: Int) throws {
    let graph = try graph(changed: changed)
    graph.idsBeforeMerging = idsBeforeMerging
    try graph.beginRead()
    let ids = (0..<40_000).map { NodeID(Int64($0 * 7_919 % (Self.size + 10))) }
    for name in ["i", "f", "t", "few"] {
      let key = try #require(graph.propertyKey(named: name))
      graph.threads = 2
      let column = try graph.property(key, of: ids)
      #expect(column.count == ids.count)
      graph.threads = 1
      for row in stride(from: 0, to: ids.count, by: 13) {
        let value = try graph.exist([ids[row]])[0] ? graph.properties(of: ids[row]).first { $0.key == key }?.value : nil
        #expect(column[row].isEquivalent(to: value ?? .null))
      }
    }
    try graph.endRead()
  }
}
