import GraphModel
import TestKit
import Testing

@testable import SQLiteGraph

/// Conditions that a scan of relationships tests where properties are stored, in the base, in rows and in both.
@Suite struct RelationshipScanTests {
  private let types = ["A", "B", "C"]

  /// Two types of more than a part each; `changed`: some are changed or gone since, and more came than a scan takes at once.
  private func graph(changed: Bool) throws -> SQLiteGraph {
    let graph = try SQLiteGraph.inMemory()
    try graph.beginWrite()
    let label = try graph.makeLabel(named: "N")
    let number = try graph.makePropertyKey(named: "i")
    for type in types { _ = try graph.makeRelationshipType(named: type) }
    let nodes = try graph.createNodes(labels: [label], properties: PropertyColumns(count: 50))
    try add(8_600, to: graph, nodes, number)
    try graph.commit()
    try graph.compact()
    guard changed else { return graph }
    try graph.beginWrite()
    for id in stride(from: Int64(3), to: 8_600, by: 301) { try graph.set(number, to: .integer(5), of: RelationshipID(id)) }
    for id in stride(from: Int64(9), to: 8_600, by: 457) { try graph.delete(RelationshipID(id)) }
    try add(8_600, to: graph, nodes, number)
    try graph.commit()
    return graph
  }

  private func add(_ count: Int, to graph: SQLiteGraph, _ nodes: [NodeID], _ key: PropertyKeyID) throws {
    for type in types.dropLast() {
      var properties = PropertyColumns(count: count / 2)
      properties.add(key, .integers((0..<Int64(count / 2)).map { $0 * 7 % 100 }, valid: nil))
      let made = try graph.createRelationships(
        try #require(graph.relationshipType(named: type)), from: (0..<count / 2).map { nodes[$0 % 50] },
        to: (0..<count / 2).map { nodes[$0 * 3 % 50] }, properties: properties)
      #expect(made.count == count / 2)
    }
  }

  /// Scans after each of many changes, some of them undone, so often that the rows are read from memory in the end.
  @Test func rowsInMemoryAreThoseOfTheFile() throws {
    var random = SeededRandom(20_261_129)
    let graph = try graph(changed: true)
    let types = try self.types.map { name in try #require(graph.relationshipType(named: name)) }
    let nodes = (1...50).map { NodeID(Int64($0)) }
    func all(_ types: [RelationshipTypeID]?, limit: Int) throws -> [[Int64]] {
      var found: [[Int64]] = []
      while true {
        var some = Adjacency()
        let last = found.last.map { RelationshipID($0[0]) }
        try graph.scanRelationships(types: types, after: last, limit: limit, into: &some)
        for at in 0..<some.count {
          found.append([some.relationships[at].rawValue, some.sources[at].rawValue, some.neighbours[at].rawValue])
        }
        if some.count < limit { return found }
      }
    }
    try graph.beginRead()
    var known: [Int64: [Int64]] = [:]
    for (number, type) in types.enumerated() { for found in try all([type], limit: 900) { known[found[0]] = found + [Int64(number)] } }
    try graph.endRead()
    var inMemory = 0
    for round in 0..<12 {
      try graph.beginWrite()
      var changed = known
      for _ in 0..<3 {
        let (type, start, end) = (Int.random(in: 0...2, using: &random), nodes[Int.random(in: 0..<50, using: &random)], nodes[7])
        let made = try graph.createRelationship(types[type], from: start, to: end, properties: [])
        changed[made.rawValue] = [made.rawValue, start.rawValue, end.rawValue, Int64(type)]
        let gone = try #require(changed.keys.sorted().randomElement(using: &random))
        try graph.delete(RelationshipID(gone))
        changed[gone] = nil
      }
      if round % 4 == 2 {
        try graph.rollback()
      } else {
        try graph.commit()
        known = changed
      }
      try graph.beginRead()
      for _ in 0..<3 {
        for (number, type) in types.enumerated() {
          #expect(try all([type], limit: 5_000) == known.values.filter { $0[3] == number }.sorted { $0[0] < $1[0] }.map { Array($0.prefix(3)) })
        }
        #expect(try all(nil, limit: 700) == known.values.sorted { $0[0] < $1[0] }.map { Array($0.prefix(3)) })
      }
      if graph.rowEnds != nil { inMemory += 1 }
      try graph.endRead()
    }
    #expect(inMemory == 12)
  }

  @Test(arguments: [false, true], [-1_000_000, 1_000_000])
  func answersAsPropertiesTell(changed: Bool, idsBeforeMerging: Int) throws {
    let graph = try graph(changed: changed)
    graph.idsBeforeMerging = idsBeforeMerging
    try graph.beginRead()
    #expect(try graph.integrityFaults() == [])
    let key = try #require(graph.propertyKey(named: "i"))
    var found = 0
    for names in [["A"], ["B"], ["B", "A"], ["C"], nil] {
      let types = try names?.map { name in try #require(graph.relationshipType(named: name)) }
      var all = Adjacency()
      try graph.scanRelationships(types: types, after: nil, limit: .max, into: &all)
      let held = try graph.property(key, of: all.relationships)
      for test in [PropertyTest(key, .less, .integer(6)), PropertyTest(key, .exists, .null), PropertyTest(key, .equal, .integer(500))] {
        let expected = (0..<all.count).filter { test.passes(held[$0]) }
        for limit in [1, 900, 50_000] {
          var passing = Adjacency()
          while true {
            let before = passing.count
            let last = passing.relationships.last
            try graph.scanRelationships(types: types, where: [test], sides: [.start, .end], after: last, limit: limit, into: &passing)
            #expect(passing.count <= before + limit)
            if passing.count < before + limit || limit == 1 { break }
          }
          let wanted = expected.prefix(limit == 1 ? 1 : .max)
          #expect(passing.relationships == wanted.map { all.relationships[$0] })
          #expect(passing.sources == wanted.map { all.sources[$0] } && passing.neighbours == wanted.map { all.neighbours[$0] })
        }
        for sides in [[], .start, .end] as [RelationshipSides] {
          var some = Adjacency()
          try graph.scanRelationships(types: types, where: [test], sides: sides, after: nil, limit: .max, into: &some)
          #expect(some.relationships == expected.map { all.relationships[$0] } && some.origins.count == expected.count)
          if sides == .start { #expect(some.sources == expected.map { all.sources[$0] }) }
          if sides == .end { #expect(some.neighbours == expected.map { all.neighbours[$0] }) }
        }
        found += expected.count
      }
      // Conditions on one property that hold together, and that do not.
      for (low, high) in [(20, 60), (60, 20), (500, 600)] as [(Int64, Int64)] {
        let tests = [PropertyTest(key, .greaterOrEqual, .integer(low)), PropertyTest(key, .less, .integer(high)), PropertyTest(key, .exists, .null)]
        var passing = Adjacency()
        try graph.scanRelationships(types: types, where: tests, sides: [], after: nil, limit: .max, into: &passing)
        let wanted = (0..<all.count).filter { at in tests.allSatisfy { $0.passes(held[at]) } }
        #expect(passing.relationships == wanted.map { all.relationships[$0] })
      }
    }
    #expect(found > (changed ? 45_000 : 24_000))
    try graph.endRead()
  }

  /// What is written for many at once is what is written one by one, and a part of a failed write is undone with it.
  @Test func aValueIsHeldOnceAmongMany() throws {
    let graph = try graph(changed: false)
    try graph.beginWrite()
    let (label, key) = (try #require(graph.label(named: "N")), try #require(graph.propertyKey(named: "i")))
    try graph.createIndex(label: label, key: key, unique: true)
    func make(_ numbers: [Int64]) -> StoreError.Kind? {
      var properties = PropertyColumns(count: numbers.count)
      properties.add(key, .integers(numbers, valid: nil))
      do throws(AtomicFailure<StoreError>) {
        _ = try graph.atomically { () throws(StoreError) in try graph.createNodes(labels: [label], properties: properties) }
        return nil
      } catch {
        if case .work(let error) = error { return error.kind }
        return .misuse
      }
    }
    #expect(make([1, 2, 3]) == nil)
    #expect(make([4, 5, 4]) == .notUnique && make([6, 2]) == .notUnique)
    #expect(make([4, 5, 6]) == nil)
    #expect(try (1...6).map { try graph.findNodes(label: label, key: key, equalTo: .integer($0))?.count } == Array(repeating: 1, count: 6))
    #expect(try graph.statistics().nodes == 56)
    try graph.commit()
  }
}
