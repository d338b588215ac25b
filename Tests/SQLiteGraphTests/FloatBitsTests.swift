import GraphModel
import SQLiteGraph
import TestKit
import Testing

/// Floats keep their bits wherever they are stored: in rows, in the base, and in what is loaded at once.
@Suite struct FloatBitsTests {
  private static let special: [Double] = [
    0, -0.0, .infinity, -.infinity, .nan, -.nan, Double(nan: 77, signaling: false), .leastNonzeroMagnitude, -.leastNonzeroMagnitude,
    .leastNormalMagnitude, .greatestFiniteMagnitude, 0.1, -0.1, 1e15, 1e15 - 1, 9_007_199_254_740_991, 0.000001, -1e-7,
  ]

  /// Columns as they come: special ones, ones that are stored as whole numbers but for a negative zero, zeros of both kinds, any bits.
  static let columns: [[Double]] = {
    var random = SeededRandom(20_261_127)
    let tenths = (0..<300).map { $0 == 150 ? -0.0 : Double($0 - 150) / 10 }
    let zeros = (0..<300).map { $0.isMultiple(of: 3) ? -0.0 : 0.0 }
    let bits = (0..<300).map { _ in Double(bitPattern: random.next()) }
    return [special, tenths, zeros, bits, [-0.0], tenths + special]
  }()

  private func bits(_ value: Value) -> [UInt64] {
    switch value {
    case .float(let number): [number.bitPattern]
    case .list(let items): items.flatMap(bits)
    default: []
    }
  }

  @Test(arguments: columns, [false, true])
  func compactionKeepsBits(floats: [Double], mixed: Bool) throws {
    let graph = try SQLiteGraph.inMemory()
    try graph.beginWrite()
    let (key, list) = (try graph.makePropertyKey(named: "f"), try graph.makePropertyKey(named: "l"))
    let type = try graph.makeRelationshipType(named: "T")
    var (nodes, relationships): ([NodeID], [RelationshipID]) = ([], [])
    for number in floats {
      let properties = [(key: key, value: Value.float(number)), (key: list, value: .list([.float(number), .integer(0)]))]
      nodes.append(try graph.createNode(labels: [], properties: properties))
      relationships.append(try graph.createRelationship(type, from: nodes[0], to: nodes[0], properties: properties))
    }
    if mixed { _ = try graph.createNode(labels: [], properties: [(key: key, value: .string("no float"))]) }
    try graph.commit()
    for _ in 0..<2 {
      try graph.compact()
      try graph.beginRead()
      let expected = floats.map(\.bitPattern)
      for key in [key, list] {
        let (ofNodes, ofRelationships) = (try graph.property(key, of: nodes), try graph.property(key, of: relationships))
        #expect((0..<ofNodes.count).flatMap { bits(ofNodes[$0]) } == expected)
        #expect((0..<ofRelationships.count).flatMap { bits(ofRelationships[$0]) } == expected)
      }
      #expect(try nodes.flatMap { try graph.properties(of: $0).prefix(1).flatMap { bits($0.value) } } == expected)
      try graph.endRead()
    }
  }

  @Test(arguments: columns)
  func loadingKeepsBits(floats: [Double]) throws {
    let folder = try TemporaryFolder()
    var contents = BulkContents()
    contents.nodes.labelSets = [[]]
    contents.nodes.labelSet = floats.map { _ in 0 }
    contents.nodes.properties = [PropertyColumn(key: "f", values: .floats(floats))]
    contents.relationships.typeNames = ["T"]
    contents.relationships.type = floats.map { _ in 0 }
    contents.relationships.start = floats.indices.map { UInt32($0) }
    contents.relationships.end = floats.indices.map { UInt32($0) }
    contents.relationships.properties = contents.nodes.properties
    try SQLiteGraph.bulkLoad(creating: folder.path("g.db"), contents, unique: [])
    let graph = try SQLiteGraph.open(folder.path("g.db"), for: .reading)
    defer { graph.close() }
    try graph.beginRead()
    let key = try #require(graph.propertyKey(named: "f"))
    let nodes = try graph.property(key, of: floats.indices.map { NodeID(Int64($0) + 1) })
    let relationships = try graph.property(key, of: floats.indices.map { RelationshipID(Int64($0) + 1) })
    #expect((0..<nodes.count).flatMap { bits(nodes[$0]) } == floats.map(\.bitPattern))
    #expect((0..<relationships.count).flatMap { bits(relationships[$0]) } == floats.map(\.bitPattern))
  }
}
