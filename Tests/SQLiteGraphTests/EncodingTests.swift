import GraphModel
import Testing

@testable import SQLiteGraph

@Suite struct EncodingTests {
  /// Values and their bytes: what is in a file must not change without a new version of the format.
  @Test(
    arguments: [
      (Value.boolean(false), [1]), (.boolean(true), [2]), (.integer(0), [3, 0]), (.integer(-1), [3, 1]),
      (.integer(1), [3, 2]), (.integer(64), [3, 128, 1]), (.integer(.min), [3] + Array(repeating: 255, count: 9) + [1]),
      (.float(1), [4, 0, 0, 0, 0, 0, 0, 240, 63]), (.string(""), [5, 0]), (.string("é"), [5, 2, 195, 169]),
      (.list([]), [6, 0]), (.list([.boolean(true), .integer(1)]), [6, 3, 2, 3, 2]),
      (.date(CalendarDate(daysSinceEpoch: -2)), [7, 3]), (.localTime(LocalTime(nanosecondOfDay: 5)), [8, 10]),
      (.time(OffsetTime(local: LocalTime(nanosecondOfDay: 1), offsetSeconds: -1)), [9, 2, 1]),
      (
        .localDateTime(
          LocalDateTime(date: CalendarDate(daysSinceEpoch: 1), time: LocalTime(nanosecondOfDay: 2))), [10, 2, 4]
      ),
      (.duration(CalendarDuration(months: 1, days: 2, seconds: -3, nanoseconds: 4)), [13, 2, 4, 5, 8]),
    ] as [(Value, [UInt8])])
  func bytesOfAValue(value: Value, bytes: [UInt8]) throws {
    #expect(try RecordWriter.value(value) == bytes)
  }

  @Test(arguments: 1...4)
  func everyStorableValueComesBack(seed: Int) throws {
    var random = SeededRandom(seed)
    let graph = try SQLiteGraph.inMemory()
    try graph.beginWrite()
    let keys = try (0..<6).map { try graph.makePropertyKey(named: "k\($0)") }
    let type = try graph.makeRelationshipType(named: "T")
    var written: [(node: NodeID, relationship: RelationshipID, values: [Value])] = []
    for _ in 0..<500 {
      let values = keys.map { _ in random.storable() }
      let properties = zip(keys, values).map { (key: $0, value: $1) }
      let node = try graph.createNode(labels: [], properties: properties.shuffled(using: &random))
      let relationship = try graph.createRelationship(type, from: node, to: node, properties: properties)
      written.append((node, relationship, values))
    }
    for (node, relationship, values) in written {
      #expect(try graph.properties(of: node).map { "\($0.value)" } == values.map { "\($0)" })
      #expect(try graph.properties(of: relationship).map { "\($0.value)" } == values.map { "\($0)" })
    }
    for (place, key) in keys.enumerated() {
      let column = try graph.property(key, of: written.map(\.node))
      #expect((0..<column.count).map { "\(column[$0])" } == written.map { "\($0.values[place])" })
    }
  }

  /// Scalars, not characters: what looks the same but is written otherwise comes back as it was written.
  @Test func textComesBackScalarByScalar() throws {
    for text in ["Cle\u{301}on", "Cléon", "a\u{0}b", "\u{FEFF}x", "👩‍👩‍👧"] {
      var reader = RecordReader([0] + (try RecordWriter.value(.string(text))))
      guard case .string(let read) = try reader.property(PropertyKeyID(0)) else {
        Issue.record("no text")
        continue
      }
      #expect(Array(read.unicodeScalars) == Array(text.unicodeScalars))
    }
  }

  @Test(arguments: [
    Value.null, .map(ValueMap([("a", .integer(1))])), .list([.null]), .list([.list([.integer(1)])]), .node(NodeID(1)),
    .relationship(RelationshipID(1)), .path(Path(nodes: [NodeID(1)], relationships: [])), .list([.node(NodeID(1))]),
  ])
  func otherValuesAreRefused(value: Value) throws {
    let graph = try SQLiteGraph.inMemory()
    try graph.beginWrite()
    let key = try graph.makePropertyKey(named: "k")
    guard !value.isNull else {
      #expect(throws: StoreError.self) { try RecordWriter.value(value) }
      return
    }
    let error = #expect(throws: StoreError.self) {
      try graph.createNode(labels: [], properties: [(key: key, value: value)])
    }
    #expect(error?.kind == .unstorable)
  }

  /// Any bytes are read or refused, and never bring the program down.
  @Test(arguments: 1...4)
  func damagedRecordsAreRefused(seed: Int) throws {
    var random = SeededRandom(seed)
    var refused = 0
    for _ in 0..<20_000 {
      var bytes = try RecordWriter.node(
        labels: [LabelID(1), LabelID(300)],
        properties: [(key: PropertyKeyID(0), value: random.storable()), (key: PropertyKeyID(9), value: random.storable())])
      for _ in 0...random.below(3) { bytes[random.below(bytes.count)] = UInt8(random.below(256)) }
      if random.chance(30) { bytes.removeLast(random.below(bytes.count)) }
      do {
        var record = RecordReader(bytes)
        _ = try record.labels()
        var again = record
        _ = try record.properties()
        _ = try again.property(PropertyKeyID(9))
      } catch {
        #expect(error.kind == .damaged)
        refused += 1
      }
    }
    #expect(refused > 1_000)
  }
}
