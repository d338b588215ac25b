import GraphModel
import TestKit
import Testing

@testable import SQLiteGraph

/// Which nodes that are rows have a label, as it is stored.
@Suite struct LabelPartTests {
  @Test func whatIsStoredIsReadAgain() throws {
    for places in [[], [0], [4_095], [5, 64, 4_095], Array(stride(from: 0, to: 4_096, by: 17)), Array(0..<4_096)] {
      var part = LabelPart()
      for place in places { part.insert(place) }
      #expect(part.isEmpty == places.isEmpty)
      #expect(part.bytes.count == min(512, 2 * places.count))
      let read = try LabelPart(decoding: part.bytes)
      #expect(read.places(from: 0) == places)
      #expect(read.places(from: 64) == places.filter { $0 >= 64 })
      for place in places.dropFirst() { part.remove(place) }
      #expect(part.places(from: 0) == Array(places.prefix(1)))
    }
  }

  @Test func placesComeInAnyOrder() throws {
    let places = [4_095, 7, 300, 7, 0]
    #expect(try LabelPart(decoding: places.flatMap(LabelPart.bytes)).places(from: 0) == [0, 7, 300, 4_095])
    var part = LabelPart()
    for place in stride(from: 1, to: 4_096, by: 8) { part.insert(place) }
    var bytes = part.bytes
    for place in [0, 9, 4_095] {
      #expect(LabelPart.insert(place, into: &bytes))
      part.insert(place)
    }
    #expect(try bytes == part.bytes && LabelPart(decoding: bytes).places(from: 0).count == 514)
    bytes = [7, 0]
    #expect(LabelPart.insert(260, into: &bytes) && bytes == [7, 0, 4, 1])
    bytes = Array(repeating: 0, count: 510)
    #expect(!LabelPart.insert(2, into: &bytes) && bytes.count == 510)
  }

  /// One node a transaction, more than fit a list.
  @Test func nodesComeOneByOne() throws {
    let graph = try SQLiteGraph.inMemory()
    try graph.beginWrite()
    let label = try graph.makeLabel(named: "A")
    try graph.commit()
    var made: [NodeID] = []
    for count in 1...300 {
      try graph.beginWrite()
      made.append(try graph.createNode(labels: [label], properties: []))
      try graph.commit()
      guard count % 51 == 0 || (254...257).contains(count) else { continue }
      try graph.beginRead()
      var found: [NodeID] = []
      try graph.scanNodes(labels: [label], after: nil, limit: .max, into: &found)
      #expect(found == made)
      try graph.endRead()
    }
    #expect(try graph.connection.numbers("SELECT length(nodes) FROM label_part") == [512])
    #expect(try graph.connection.texts("SELECT typeof(nodes) FROM label_part") == ["blob"])
  }

  @Test(arguments: [[1], [0, 16], [UInt8](repeating: 0, count: 514)])
  func damageIsReported(bytes: [UInt8]) {
    #expect(throws: StoreError.self) { try LabelPart(decoding: bytes) }
  }

  /// Random labels come and go, in transactions that end well or not; a scan tells the same as a set does.
  @Test func aScanTellsWhatCameAndWent() throws {
    var random = SeededRandom(20_261_127)
    let graph = try SQLiteGraph.inMemory()
    try graph.beginWrite()
    let labels = try ["A", "B"].map { name in try graph.makeLabel(named: name) }
    let nodes = try graph.createNodes(labels: [labels[0]], properties: PropertyColumns(count: 9_000))
    try graph.commit()
    var known: [Set<NodeID>] = [Set(nodes), []]
    for _ in 0..<60 {
      try graph.beginWrite()
      var changed = known
      for _ in 0..<Int.random(in: 1...40, using: &random) {
        let (node, at) = (nodes[Int.random(in: 0..<nodes.count, using: &random)], Int.random(in: 0...1, using: &random))
        if changed[at].contains(node) {
          try graph.remove(labels[at], from: node)
          changed[at].remove(node)
        } else {
          try graph.add(labels[at], to: node)
          changed[at].insert(node)
        }
      }
      if Int.random(in: 0..<4, using: &random) == 0 {
        try graph.rollback()
      } else {
        try graph.commit()
        known = changed
      }
      try graph.beginRead()
      for at in 0...1 {
        var found: [NodeID] = []
        while true {
          var some: [NodeID] = []
          try graph.scanNodes(labels: [labels[at]], after: found.last, limit: 3_000, into: &some)
          found += some
          if some.count < 3_000 { break }
        }
        #expect(found == known[at].sorted())
      }
      #expect(try graph.integrityFaults() == [])
      try graph.endRead()
    }
  }

  /// Small transactions, a few of which are undone, past the number of nodes whose rows alone tell their labels; each time the file is
  /// opened anew by another connection that tells the same as a dictionary does.
  @Test func theLastNodesAreFoundByTheirRows() throws {
    var random = SeededRandom(20_261_128)
    let folder = try TemporaryFolder()
    let path = folder.path("graph.db")
    let graph = try SQLiteGraph.create(path)
    try graph.beginWrite()
    let labels = try ["A", "B", "C"].map { name in try graph.makeLabel(named: name) }
    let type = try graph.makeRelationshipType(named: "R")
    try graph.commit()
    var known: [NodeID: Set<LabelID>] = [:]
    var links: [RelationshipID: [NodeID]] = [:]
    for round in 0..<120 {
      try graph.beginWrite()
      var (changed, relinked) = (known, links)
      let isSmall = round % 3 > 0
      for _ in 0..<(isSmall ? 2 : Int.random(in: 1...12, using: &random)) {
        let some = labels.filter { _ in Bool.random(using: &random) }
        let node = changed.keys.sorted().randomElement(using: &random)
        switch (Int.random(in: isSmall ? 6..<10 : 0..<10, using: &random), node) {
        case (0, let node?) where !relinked.values.contains { $0.contains(node) }:
          try graph.delete(node)
          changed[node] = nil
        case (1, let node?):
          try graph.add(labels[0], to: node)
          changed[node]?.insert(labels[0])
        case (2, let node?):
          try graph.remove(labels[1], from: node)
          changed[node]?.remove(labels[1])
        case (3, _):
          for node in try graph.createNodes(labels: some, properties: PropertyColumns(count: 9)) { changed[node] = Set(some) }
        case (4, _):
          guard let link = relinked.keys.sorted().randomElement(using: &random) else { continue }
          try graph.delete(link)
          relinked[link] = nil
        case (8..., let node?):
          let other = changed.keys.sorted().randomElement(using: &random) ?? node
          relinked[try graph.createRelationship(type, from: node, to: other, properties: [])] = [node, other]
        default: changed[try graph.createNode(labels: some, properties: [])] = Set(some)
        }
      }
      if round % 7 == 3 {
        try graph.rollback()
      } else {
        try graph.commit()
        (known, links) = (changed, relinked)
      }
      if round == 80 { try graph.compact() }
      let reader = try SQLiteGraph.open(path, for: .reading)
      for place in [graph, reader] {
        try place.beginRead()
        for label in labels {
          let expected = known.filter { $1.contains(label) }.keys.sorted()
          var found: [NodeID] = []
          while true {
            var some: [NodeID] = []
            try place.scanNodes(labels: [label], after: found.last, limit: 50, into: &some)
            found += some
            if some.count < 50 { break }
          }
          #expect(found == expected)
          #expect(try place.statistics().nodesByLabel[label] ?? 0 == expected.count)
        }
        #expect(try place.statistics().relationshipsByType[type] ?? 0 == links.count)
        #expect(try place.integrityFaults() == [])
        try place.endRead()
      }
      var (read, kept) = (reader.state.counters, graph.state.counters)
      (read.relabelled, kept.relabelled) = (0, 0)
      #expect(read == kept)
      reader.close()
    }
    #expect(known.count > SQLiteGraph.mostUnnoted)
    graph.close()
  }

  /// Before version 6 the labels of all nodes were noted, and all rows were counted.
  @Test func countersOfOlderFilesAreWhole() throws {
    var counters = Counters()
    (counters.nextNode, counters.nodes, counters.generation, counters.lastNoted, counters.mayLag) = (9, 8, 2, 3, true)
    #expect(try Counters(decoding: counters.encoded) == counters)
    let older = try Counters(decoding: counters.encoded.dropLast(2))
    (counters.lastNoted, counters.mayLag) = (8, false)
    #expect(older == counters)
  }

  /// A file of version 4, in which each label of a node had a row.
  @Test func anOlderFileIsReadAndBroughtUpToDate() throws {
    let folder = try TemporaryFolder()
    let path = folder.path("graph.db")
    let made = try SQLiteGraph.create(path)
    try made.beginWrite()
    let labels = try ["A", "B"].map { name in try made.makeLabel(named: name) }
    let first = try made.createNodes(labels: labels, properties: PropertyColumns(count: 4_200))
    let second = try made.createNodes(labels: [labels[1]], properties: PropertyColumns(count: 3))
    made.state.counters.lastNoted = made.state.counters.nextNode - 1
    try made.commit()
    try made.connection.execute(
      "CREATE TABLE node_label(label INTEGER NOT NULL, node INTEGER NOT NULL, PRIMARY KEY(label, node)) WITHOUT ROWID")
    for (label, nodes) in zip(labels, [first, first + second]) {
      for node in nodes { try made.connection.execute("INSERT INTO node_label VALUES (\(label.rawValue), \(node.rawValue))") }
    }
    try made.connection.execute("DROP TABLE label_part; PRAGMA user_version = 4")
    made.close()

    func check(_ graph: SQLiteGraph) throws {
      try graph.beginRead()
      for (label, expected) in zip(labels, [first, first + second]) {
        for limit in [10, 100_000] {
          var found: [NodeID] = []
          try graph.scanNodes(labels: [label], after: expected[7], limit: limit, into: &found)
          #expect(found == Array(expected[8...].prefix(limit)))
        }
      }
      try graph.endRead()
    }
    let reader = try SQLiteGraph.open(path, for: .reading)
    try check(reader)
    try check(try reader.copiedToMemory())
    let writer = try SQLiteGraph.open(path, for: .writing)
    try check(writer)
    try check(reader)
    #expect(try writer.connection.texts("SELECT name FROM sqlite_schema WHERE name = 'node_label'") == [])
    try writer.beginWrite()
    try writer.remove(labels[0], from: first[9])
    try writer.commit()
    try reader.beginRead()
    var found: [NodeID] = []
    try reader.scanNodes(labels: [labels[0]], after: first[7], limit: 2, into: &found)
    #expect(found == [first[8], first[10]])
    try reader.endRead()
    reader.close()
    writer.close()
  }
}
