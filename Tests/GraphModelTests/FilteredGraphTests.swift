import GraphModel
import TestKit
import Testing

/// A view hides exactly what it should, whatever is asked of it: compared with the answers of the graph below, filtered by hand.
@Suite struct FilteredGraphTests {
  /// Hides what a condition on the ids hides, and counts what it was asked.
  private final class Chosen: GraphVisibility {
    let hidesNodes: Bool
    private let seed: Int64
    private(set) var asked: [Int64] = []

    init(seed: Int64, hidesNodes: Bool) {
      self.seed = seed
      self.hidesNodes = hidesNodes
    }

    func isShown(_ node: NodeID) -> Bool { !hidesNodes || (node.rawValue * 7 + seed) % 4 != 0 }
    func isShown(_ relationship: RelationshipID) -> Bool { (relationship.rawValue * 5 + seed) % 3 != 0 }

    func shows(_ nodes: [NodeID]) throws(StoreError) -> [Bool] { nodes.map { isShown($0) } }

    func shows(_ relationships: [RelationshipID]) throws(StoreError) -> [Bool] {
      asked += relationships.map(\.rawValue)
      return relationships.map { isShown($0) }
    }
  }

  private let both = ExpansionSelection(outgoing: .all, incoming: .all)
  private let graph: MemoryGraph
  private let nodes: [NodeID]
  private let label: LabelID
  private let key: PropertyKeyID

  init() throws {
    graph = MemoryGraph()
    label = try graph.makeLabel(named: "A")
    key = try graph.makePropertyKey(named: "n")
    let type = try graph.makeRelationshipType(named: "R")
    var generator = SeededGenerator(seed: 3)
    var made: [NodeID] = []
    for number in 0..<20 {
      made.append(try graph.createNode(labels: number % 2 == 0 ? [label] : [], properties: [(key, .integer(Int64(number % 3)))]))
    }
    for _ in 0..<80 {
      let ends = (made.randomElement(using: &generator), made.randomElement(using: &generator))
      if let start = ends.0, let end = ends.1 { _ = try graph.createRelationship(type, from: start, to: end, properties: []) }
    }
    nodes = made
  }

  @Test(arguments: [0, 1, 2, 3, 4, 5], [true, false])
  func `every way to read agrees`(seed: Int64, hidesNodes: Bool) throws {
    let chosen = Chosen(seed: seed, hidesNodes: hidesNodes)
    let view = FilteredGraph(graph, chosen)
    let shown = nodes.filter { chosen.isShown($0) }
    var all = Adjacency()
    try graph.expand(shown, both, into: &all)
    let expected = (0..<all.count).filter {
      chosen.isShown(all.relationships[$0]) && chosen.isShown(all.neighbours[$0])
    }
    var found = Adjacency()
    try view.expand(shown, both, into: &found)
    #expect(found.relationships == expected.map { all.relationships[$0] })
    #expect(found.origins == expected.map { all.origins[$0] })
    #expect(try view.degrees(shown, both) == shown.indices.map { at in expected.count { all.origins[$0] == at } })

    var seen = NodeSet()
    var reached: [NodeID] = []
    try view.discover(from: shown, both, seen: &seen, into: &reached)
    #expect(Set(reached) == Set(expected.map { all.neighbours[$0] }))
    let pairs = shown.flatMap { a in shown.map { (a, $0) } }
    var joining = Adjacency()
    try view.connect(pairs.map(\.0), pairs.map(\.1), both, into: &joining)
    #expect(joining.relationships.sorted() == found.relationships.sorted())
    let meetings = try view.countMeetings(pairs.map(\.0), both, pairs.map(\.1), both)
    #expect(meetings.reduce(0, +) == meetingsByHand(found, shown))
  }

  private func meetingsByHand(_ found: Adjacency, _ shown: [NodeID]) -> Int {
    var times: [NodeID: Int] = [:]
    for node in found.neighbours { times[node, default: 0] += 1 }
    return times.values.reduce(0) { $0 + $1 * $1 }
  }

  @Test(arguments: [1, 2, 3, 7, 100], [true, false])
  func `scans fill their limit`(limit: Int, hidesNodes: Bool) throws {
    let chosen = Chosen(seed: 1, hidesNodes: hidesNodes)
    let view = FilteredGraph(graph, chosen)
    var scanned: [NodeID] = []
    while true {
      var piece: [NodeID] = []
      try view.scanNodes(labels: [label], after: scanned.last, limit: limit, into: &piece)
      scanned += piece
      if piece.count < limit { break }
    }
    #expect(scanned == nodes.enumerated().filter { $0.offset % 2 == 0 && chosen.isShown($0.element) }.map(\.element))
    var relationships: [RelationshipID] = []
    while true {
      var piece = Adjacency()
      try view.scanRelationships(types: nil, after: relationships.last, limit: limit, into: &piece)
      relationships += piece.relationships
      if piece.count < limit { break }
    }
    var all = Adjacency()
    try graph.scanRelationships(types: nil, after: nil, limit: 1000, into: &all)
    let expected = (0..<all.count).filter {
      chosen.isShown(all.relationships[$0]) && chosen.isShown(all.sources[$0]) && chosen.isShown(all.neighbours[$0])
    }
    #expect(relationships == expected.map { all.relationships[$0] })
    #expect(Set(chosen.asked).count == chosen.asked.count, "a relationship is asked for once")
  }

  /// Shows negative numbers in place of those that nodes have, and none of relationships.
  private final class Negative: GraphVisibility {
    let changedKeys: Set<PropertyKeyID>
    let hidesNodes = false

    init(_ key: PropertyKeyID) { changedKeys = [key] }

    func shows(_ nodes: [NodeID]) throws(StoreError) -> [Bool] { nodes.map { _ in true } }
    func shows(_ relationships: [RelationshipID]) throws(StoreError) -> [Bool] { relationships.map { _ in true } }
    func shown(_ key: PropertyKeyID, _ values: Column, of nodes: [NodeID]) throws(StoreError) -> Column {
      .values((0..<values.count).map { if case .integer(let number) = values[$0] { .integer(-number) } else { values[$0] } })
    }
    func shown(_ key: PropertyKeyID, _ values: Column, of relationships: [RelationshipID]) throws(StoreError) -> Column {
      .values(relationships.map { _ in .null })
    }
  }

  @Test func `what is shown otherwise is so however it is read`() throws {
    let other = try graph.makePropertyKey(named: "other")
    let type = try graph.makeRelationshipType(named: "R")
    let node = try graph.createNode(labels: [label], properties: [(key, .integer(7)), (other, .integer(8))])
    let made = try graph.createRelationship(type, from: node, to: node, properties: [(key, .integer(7)), (other, .integer(8))])
    let view = FilteredGraph(graph, Negative(key))
    func number(_ value: Value) -> Int64? { if case .integer(let number) = value { number } else { nil } }
    #expect(try number(view.property(key, of: [node])[0]) == -7 && number(view.property(other, of: [node])[0]) == 8)
    #expect(try view.properties(of: node).map { number($0.value) } == [-7, 8])
    #expect(try view.property(key, of: [made])[0].isNull && number(view.property(other, of: [made])[0]) == 8)
    #expect(try view.properties(of: made).map(\.key) == [other])
    try graph.createIndex(label: label, key: key)
    #expect(try view.findNodes(label: label, key: key, equalTo: .integer(7)) == nil, "an index knows the stored values")
    var found: [NodeID] = []
    try view.scanNodes(labels: [label], where: [PropertyTest(key, .less, .integer(-6))], after: nil, limit: 9, into: &found)
    #expect(found == [node])
  }

  @Test func `hidden nodes are neither found nor there`() throws {
    let chosen = Chosen(seed: 1, hidesNodes: true)
    let view = FilteredGraph(graph, chosen)
    let shown = nodes.map { chosen.isShown($0) }
    #expect(try view.exist(nodes) == shown)
    #expect(try view.labels(of: nodes).map(\.isEmpty) == nodes.indices.map { $0 % 2 == 1 || !shown[$0] })
    #expect(try view.hasLabel(label, nodes) == nodes.indices.map { $0 % 2 == 0 && shown[$0] })
    try graph.createIndex(label: label, key: key)
    let found = try #require(try view.findNodes(label: label, key: key, equalTo: .integer(1)))
    #expect(found == nodes.indices.filter { $0 % 2 == 0 && $0 % 3 == 1 && shown[$0] }.map { nodes[$0] })
  }
}
