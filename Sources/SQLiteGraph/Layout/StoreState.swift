import GraphModel

/// What a graph keeps in memory of its small tables. A savepoint keeps a copy and brings it back.
struct StoreState: Equatable {
  var labels = NameTable()
  var types = NameTable()
  var keys = NameTable()
  var traits = RelationshipTraits()
  var indexes: [PropertyIndex] = []
  var schema = SchemaState()
  var fullText: [FullTextIndex] = []
  var counters = Counters()
  /// Nil where it is not known: in a file of an older version.
  var endLabels: EndLabels? = EndLabels()

  func index(_ subject: SchemaSubject, _ key: PropertyKeyID) -> PropertyIndex? {
    indexes.first { $0.subject == subject && $0.key == key }
  }
}

/// Names and their numbers, which count from 0.
struct NameTable: Equatable {
  private(set) var names: [String] = []
  private var numbers: [String: Int32] = [:]

  func number(of name: String) -> Int32? { numbers[name] }

  func name(_ number: Int32) -> String { holds(number) ? names[Int(number)] : "" }

  func holds(_ number: Int32) -> Bool { names.indices.contains(Int(number)) }

  /// Appends a name that is not there yet.
  mutating func append(_ name: String) -> Int32 {
    let number = Int32(names.count)
    names.append(name)
    numbers[name] = number
    return number
  }
}

/// Which of the three tables of names.
enum NameKind: Int64 {
  case label = 0
  case relationshipType = 1
  case propertyKey = 2
}

/// A declared property index.
struct PropertyIndex: Equatable {
  var number: Int64
  var subject: SchemaSubject
  var key: PropertyKeyID
  var isUnique: Bool

  var isOnNodes: Bool { if case .nodes = subject { true } else { false } }
}

/// How many there are of what, and the ids to give next. One row, written by each commit that changed it.
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
    for count in [generation, rowNodes, rowRelationships, hiddenNodes, hiddenRelationships, Int(lastNoted)] {
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
    if !reader.isAtEnd { lastNoted = Int64(try next()) }
  }
}
