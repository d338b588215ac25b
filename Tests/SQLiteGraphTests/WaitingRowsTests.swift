import GraphModel
import TestKit
import Testing

@testable import SQLiteGraph

/// Rows that were written and that SQLite does not have yet are seen by every question, whatever is asked first.
@Suite struct WaitingRowsTests {
  let graph: SQLiteGraph
  let site: LabelID
  let name: PropertyKeyID
  let near: RelationshipTypeID

  init() throws {
    graph = try SQLiteGraph.inMemory()
    try graph.beginWrite()
    site = try graph.makeLabel(named: "Site")
    name = try graph.makePropertyKey(named: "name")
    near = try graph.makeRelationshipType(named: "NEAR")
    try graph.createIndex(label: site, key: name, unique: true)
  }

  private func make(_ text: String) throws -> NodeID {
    try graph.createNode(labels: [site], properties: [(key: name, value: .string(text))])
  }

  private func find(_ text: String) throws -> [NodeID]? { try graph.findNodes(label: site, key: name, equalTo: .string(text)) }

  /// A base of nodes 1 to 10, and a new transaction.
  private func compact() throws {
    for number in 1...10 { _ = try make("site \(number)") }
    try graph.commit()
    try graph.compact()
    try graph.beginWrite()
  }

  @Test func nodesAreFoundByIDByValueAndByLabel() throws {
    let node = try make("a")
    #expect(try graph.property(name, of: [node])[0].equals(.string("a")) == true)
    #expect(!graph.statements.waiting.isEmpty, "asking for a node does not insert it")
    #expect(try find("a") == [node])
    let other = try make("b")
    var all: [NodeID] = []
    try graph.scanNodes(labels: [site], after: nil, limit: 9, into: &all)
    #expect(all == [node, other])
    #expect(graph.statements.waiting.isEmpty)
  }

  @Test func aValueIsHeldOnce() throws {
    let node = try make("a")
    let error = #expect(throws: StoreError.self) { try make("a") }
    #expect(error?.kind == .notUnique)
    #expect(error?.message.contains("node \(node.rawValue) ") == true)
    try graph.set(name, to: .string("b"), of: node)
    #expect(try find("a") == [] && find("b") == [node])
    let next = try make("a")
    #expect(try find("a") == [next])
    try graph.delete(next)
    #expect(try find("a") == [])
  }

  @Test func relationshipsAreSeenWhileTheyWait() throws {
    let (a, b) = (try make("a"), try make("b"))
    let relationship = try graph.createRelationship(near, from: a, to: b, properties: [(key: name, value: .integer(1))])
    try graph.set(name, to: .integer(2), of: relationship)
    #expect(try graph.property(name, of: [relationship])[0].equals(.integer(2)) == true)
    #expect(try graph.ends(of: [relationship]) == [RelationshipEnds(type: near, start: a, end: b)])
    #expect(!graph.statements.waiting.isEmpty)
    var found = Adjacency()
    try graph.expand([b], ExpansionSelection(outgoing: .none, incoming: .all), into: &found)
    #expect(found.relationships == [relationship])
    try graph.delete(relationship)
    #expect(try graph.ends(of: [relationship]) == [nil])
  }

  /// Whoever asks which nodes of the base are hidden needs no row in its place.
  @Test func hiddenNodesAreKnownWhileTheyWait() throws {
    try compact()
    let size = try graph.makePropertyKey(named: "size")
    let nodes = (1...10).map { NodeID($0) }
    for at in 0..<10 { try graph.set(size, to: .integer(Int64(at)), of: nodes[at]) }
    for _ in 0..<40 { _ = try graph.property(name, of: nodes) }
    #expect(!graph.statements.waiting.isEmpty)
    #expect(try graph.property(size, of: nodes).count == 10 && graph.property(size, of: nodes)[7].equals(.integer(7)) == true)
  }

  @Test func recordsOfRowsChangeManyAtOnce() throws {
    try compact()
    let (size, tag) = (try graph.makePropertyKey(named: "size"), try graph.makePropertyKey(named: "tag"))
    let nodes = [NodeID(2), try make("a"), NodeID(2), try make("b"), NodeID(5)]
    var first = PropertyColumns(count: 5)
    first.add(tag, .strings(["p", "q", "r", "s", "t"], valid: nil))
    try graph.set(first, of: nodes)
    var second = PropertyColumns(count: 5)
    second.add(size, .integers([1, 2, 3, 4, 5], valid: [true, true, true, true, false]))
    second.add(tag, .strings(["", "", "", "u", ""], valid: [false, false, false, true, true]))
    try graph.set(second, of: nodes)
    for isStored in [false, true] {
      #expect(graph.statements.waiting.isEmpty == isStored)
      let held = try nodes.map { node in try graph.properties(of: node).map { "\($0.key.rawValue) \($0.value)" } }
      let names = try graph.property(name, of: nodes)
      #expect(names[0].equals(.string("site 2")) == true && names[1].equals(.string("a")) == true)
      #expect(held.map(\.count) == [2, 2, 2, 3, 2])
      #expect(try graph.property(size, of: nodes)[0].equals(.integer(3)) == true)
      #expect(try graph.property(tag, of: nodes)[3].equals(.string("u")) == true)
      #expect(try graph.property(tag, of: nodes)[4].equals(.string("")) == true)
      try graph.statements.insertWaiting()
    }
    try graph.set(first, of: nodes)
    #expect(try graph.property(tag, of: nodes)[0].equals(.string("r")) == true)
    var named = PropertyColumns(count: 2)
    named.add(name, .strings(["site 2", "b"], valid: nil))
    named.add(size, .integers([8, 9], valid: nil))
    try graph.set(named, of: [nodes[0], nodes[3]])
    #expect(try find("b") == [nodes[3]] && find("site 2") == [nodes[0]])
    #expect(try graph.property(size, of: nodes)[3].equals(.integer(9)) == true)
    var taken = PropertyColumns(count: 2)
    taken.add(name, .strings(["b", "c"], valid: nil))
    #expect(throws: StoreError.self) { try graph.set(taken, of: [nodes[0], nodes[3]]) }
  }

  /// A value that a changed node still has is found by the entry of the base.
  @Test func changedNodesOfTheBaseKeepTheirEntries() throws {
    try compact()
    let size = try graph.makePropertyKey(named: "size")
    try graph.set(size, to: .integer(5), of: NodeID(3))
    #expect(try graph.connection.number("SELECT count(*) FROM index_entry") == 0)
    #expect(try find("site 3") == [NodeID(3)])
    #expect(throws: StoreError.self) { try make("site 3") }
    try graph.set(name, to: .string("moved"), of: NodeID(3))
    #expect(try find("site 3") == [] && find("moved") == [NodeID(3)])
    try graph.set(name, to: .string("site 3"), of: NodeID(3))
    #expect(try find("site 3") == [NodeID(3)] && find("moved") == [])
    try graph.remove(site, from: NodeID(3))
    #expect(try find("site 3") == [])
    try graph.add(site, to: NodeID(3))
    #expect(try find("site 3") == [NodeID(3)])
    try graph.delete(NodeID(3))
    #expect(try find("site 3") == [])
    #expect(try graph.integrityFaults() == [])
  }

  @Test func whatIsUndoneIsGone() throws {
    try compact()
    let kept = try make("kept")
    struct Stop: Error {}
    #expect(throws: AtomicFailure<Stop>.self) {
      try graph.atomically { () throws(Stop) in
        guard (try? make("lost")) != nil, (try? graph.set(name, to: .string("other"), of: NodeID(4))) != nil else { return }
        throw Stop()
      }
    }
    #expect(try find("lost") == [] && find("site 4") == [NodeID(4)] && find("kept") == [kept])
    try graph.rollback()
    try graph.beginWrite()
    #expect(try find("kept") == [] && find("site 4") == [NodeID(4)])
    #expect(try graph.statistics().nodes == 10)
  }

  /// More than are inserted at once, and more than wait together.
  @Test func manyRowsArriveWhole() throws {
    var made: [NodeID] = []
    for number in 0..<3_000 { made.append(try make("n\(number)")) }
    for (a, b) in zip(made, made.dropFirst()) { _ = try graph.createRelationship(near, from: a, to: b, properties: []) }
    try graph.commit()
    try graph.beginRead()
    #expect(try graph.integrityFaults() == [])
    #expect(try find("n2999") == [made[2_999]])
    #expect(try graph.degrees(made, ExpansionSelection(outgoing: .all, incoming: .none)).reduce(0, +) == 2_999)
  }
}
