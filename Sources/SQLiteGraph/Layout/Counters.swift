import GraphModel

/// How many there are of what, and the ids to give next. One row.
///
/// A commit that changed it stores it, but for one that only brought a few new rows: what was stored says then that rows may have come
/// since, and whoever reads it counts them. So a small transaction has one page less to write.
struct Counters: Equatable {
  var nextNode: Int64 = 1
  var nextRelationship: Int64 = 1
  var nodes = 0
  var relationships = 0
  /// By number of the label.
  var nodesByLabel: [Int] = []
  /// By number of the type.
  var relationshipsByType: [Int] = []
  /// Rises with each compaction; 0 where there is no base.
  var generation = 0
  /// How many nodes and relationships are rows, rather than in the base.
  var rowNodes = 0
  var rowRelationships = 0
  /// How many of the base are hidden, since a row stands for them or they are gone.
  var hiddenNodes = 0
  var hiddenRelationships = 0
  /// Up to this node it is noted which have a label.
  var lastNoted: Int64 = 0
  /// Whether rows may have come since this was stored. False for what is no longer the stored one.
  var mayLag = false
  /// How often a label came to a node that was there or left it; not stored.
  var relabelled = 0

  /// So many rows may have come since what is stored, at most.
  static let mostUncounted: Int64 = 256

  /// Nodes that are rows come, all with these labels.
  mutating func countNewNodes(_ count: Int, _ labels: [LabelID]) {
    for label in labels { countLabel(label, count) }
    nextNode += Int64(count)
    nodes += count
    rowNodes += count
  }

  /// Relationships that are rows come.
  mutating func countNewRelationships(_ count: Int, _ type: RelationshipTypeID) {
    countType(type, count)
    nextRelationship += Int64(count)
    rowRelationships += count
  }

  mutating func countLabel(_ label: LabelID, _ change: Int) {
    Self.count(Int(label.rawValue), change, in: &nodesByLabel)
  }

  mutating func countType(_ type: RelationshipTypeID, _ change: Int) {
    relationships += change
    Self.count(Int(type.rawValue), change, in: &relationshipsByType)
  }

  private static func count(_ number: Int, _ change: Int, in counts: inout [Int]) {
    while counts.count <= number { counts.append(0) }
    counts[number] += change
  }

  func label(_ label: LabelID) -> Int {
    nodesByLabel.indices.contains(Int(label.rawValue)) ? nodesByLabel[Int(label.rawValue)] : 0
  }

  func type(_ type: RelationshipTypeID) -> Int {
    relationshipsByType.indices.contains(Int(type.rawValue)) ? relationshipsByType[Int(type.rawValue)] : 0
  }

  /// Whether there has been nothing since but new rows.
  func onlyGrew(since before: Counters) -> Bool {
    let newNodes = Int(nextNode - before.nextNode)
    let newRelationships = Int(nextRelationship - before.nextRelationship)
    return nodes - before.nodes == newNodes && rowNodes - before.rowNodes == newNodes
      && relationships - before.relationships == newRelationships
      && rowRelationships - before.rowRelationships == newRelationships
      && hiddenNodes == before.hiddenNodes && hiddenRelationships == before.hiddenRelationships
      && generation == before.generation && lastNoted == before.lastNoted && relabelled == before.relabelled
  }

  /// How many rows have come since, where these alone have.
  func rows(since before: Counters) -> Int64 { nextNode - before.nextNode + nextRelationship - before.nextRelationship }

  /// How much a compaction would bring into the base.
  var waiting: Int { rowNodes + rowRelationships + hiddenNodes + hiddenRelationships }

  /// Numbers as ``RecordWriter`` writes them: the four single ones, each list after its length, and what versions 2 and 6 added.
  var encoded: [UInt8] {
    var writer = RecordWriter()
    writer.bytes.reserveCapacity(64)
    writer.unsigned(UInt64(nextNode))
    writer.unsigned(UInt64(nextRelationship))
    writer.unsigned(UInt64(max(0, nodes)))
    writer.unsigned(UInt64(max(0, relationships)))
    for counts in [nodesByLabel, relationshipsByType] {
      writer.unsigned(UInt64(counts.count))
      for count in counts { writer.unsigned(UInt64(max(0, count))) }
    }
    for count in [generation, rowNodes, rowRelationships, hiddenNodes, hiddenRelationships, Int(lastNoted), mayLag ? 1 : 0] {
      writer.unsigned(UInt64(max(0, count)))
    }
    return writer.bytes
  }

  init() {}

  init(decoding bytes: [UInt8]) throws(StoreError) {
    var reader = RecordReader(bytes)
    func next() throws(StoreError) -> Int {
      let number = try reader.unsigned()
      guard number < 1 << 48 else { throw RecordReader.damage }
      return Int(number)
    }
    nextNode = Int64(try next())
    nextRelationship = Int64(try next())
    nodes = try next()
    relationships = try next()
    for _ in 0..<(try reader.length()) { nodesByLabel.append(try next()) }
    for _ in 0..<(try reader.length()) { relationshipsByType.append(try next()) }
    lastNoted = nextNode - 1
    guard !reader.isAtEnd else {
      (rowNodes, rowRelationships) = (nodes, relationships)
      return
    }
    generation = try next()
    rowNodes = try next()
    rowRelationships = try next()
    hiddenNodes = try next()
    hiddenRelationships = try next()
    guard !reader.isAtEnd else { return }
    lastNoted = Int64(try next())
    mayLag = try next() == 1
  }
}
