import GraphModel
import SQLiteGraph
import Testing

/// Conditions that a scan tests where properties are stored.
@Suite struct ScanTestTests {
  /// Three parts of nodes whose numbers rise with their ids, compacted, and then changed here and there.
  private func graph(changed: Bool) throws -> SQLiteGraph {
    let graph = try SQLiteGraph.inMemory()
    try graph.beginWrite()
    let label = try graph.makeLabel(named: "N")
    let keys = try ["i", "f", "t", "few"].map { try graph.makePropertyKey(named: $0) }
    for number in 0..<8_300 {
      var properties: [(key: PropertyKeyID, value: Value)] = [
        (keys[0], .integer(Int64(number))), (keys[1], .float(Double(number) / 4 - 1_000)), (keys[2], .string("name-\(number)")),
      ]
      if number % 3 == 0 { properties.append((keys[3], .string(number % 2 == 0 ? "a" : "b"))) }
      _ = try graph.createNode(labels: [label], properties: properties)
    }
    try graph.commit()
    try graph.compact()
    guard changed else { return graph }
    try graph.beginWrite()
    for id in stride(from: Int64(5), to: 8_300, by: 701) { try graph.set(keys[0], to: .integer(-id), of: NodeID(id)) }
    for id in stride(from: Int64(9), to: 8_300, by: 997) { try graph.delete(NodeID(id)) }
    _ = try graph.createNode(labels: [label], properties: [(keys[0], .integer(5_000)), (keys[1], .integer(7))])
    try graph.commit()
    return graph
  }

  @Test(arguments: [false, true], [-1_000_000, 1_000_000])
  func answersAsPropertiesTell(changed: Bool, idsBeforeMerging: Int) throws {
    let graph = try graph(changed: changed)
    graph.idsBeforeMerging = idsBeforeMerging
    try graph.beginRead()
    func key(_ name: String) throws -> PropertyKeyID { try #require(graph.propertyKey(named: name)) }
    let label = try #require(graph.label(named: "N"))
    var all: [NodeID] = []
    try graph.scanNodes(labels: [label], after: nil, limit: .max, into: &all)
    let tests: [PropertyTest] = [
      PropertyTest(try key("i"), .equal, .integer(5_000)), PropertyTest(try key("i"), .less, .integer(-3_000)),
      PropertyTest(try key("i"), .greaterOrEqual, .integer(8_298)), PropertyTest(try key("i"), .lessOrEqual, .float(3.5)),
      PropertyTest(try key("f"), .greater, .float(1_070)), PropertyTest(try key("f"), .less, .integer(-999)),
      PropertyTest(try key("f"), .equal, .float(0)), PropertyTest(try key("f"), .equal, .integer(7)),
      PropertyTest(try key("f"), .greater, .float(.nan)), PropertyTest(try key("i"), .isIn, .list([.integer(4), .float(8_192), .null])),
      PropertyTest(try key("t"), .startsWith, .string("name-829")), PropertyTest(try key("t"), .equal, .string("name-4096")),
      PropertyTest(try key("t"), .contains, .string("me-80")), PropertyTest(try key("t"), .contains, .string("82")),
      PropertyTest(try key("t"), .contains, .string("name-7")), PropertyTest(try key("t"), .contains, .string("")),
      PropertyTest(try key("t"), .contains, .string("name-77x")), PropertyTest(try key("t"), .endsWith, .string("e-77")),
      PropertyTest(try key("t"), .endsWith, .string("a name-77")), PropertyTest(try key("few"), .contains, .string("b")),
      PropertyTest(try key("t"), .endsWith, .string("0001")), PropertyTest(try key("few"), .equal, .string("b")),
      PropertyTest(try key("few"), .greater, .string("a")), PropertyTest(try key("few"), .exists, .null),
    ]
    var found = 0
    for test in tests {
      let held = try graph.property(test.key, of: all)
      let expected = all.indices.filter { test.passes(held[$0]) }.map { all[$0] }
      for limit in [1, 1_000, 20_000] {
        var nodes: [NodeID] = []
        while true {
          let before = nodes.count
          try graph.scanNodes(labels: [label], where: [test], after: nodes.last, limit: limit, into: &nodes)
          if nodes.count < before + limit || limit == 1 { break }
        }
        #expect(nodes == Array(expected.prefix(limit == 1 ? 1 : .max)), "\(test.relation) \(test.value)")
      }
      found += expected.count
    }
    #expect(found > 3_000)
    try graph.endRead()
  }

  /// Of the parts in which no number passes only the label sets are read.
  @Test func readsFewParts() throws {
    let graph = try graph(changed: false)
    try graph.beginRead()
    let (label, key) = (try #require(graph.label(named: "N")), try #require(graph.propertyKey(named: "i")))
    let before = graph.chunksRead
    var nodes: [NodeID] = []
    try graph.scanNodes(labels: [label], where: [PropertyTest(key, .equal, .integer(42))], after: nil, limit: 1_024, into: &nodes)
    #expect(nodes == [NodeID(43)])
    // The directory, three parts of label sets, the bounds, one part of numbers.
    #expect(graph.chunksRead - before == 6)
    try graph.scanNodes(labels: [label], where: [PropertyTest(key, .greater, .integer(8_299))], after: nil, limit: 1_024, into: &nodes)
    #expect(nodes.count == 1 && graph.chunksRead - before == 6)
    try graph.endRead()
  }
}
