import GraphModel

/// What the base holds, small enough to be read whenever a database is opened.
struct BaseDirectory: Equatable {
  /// A relationship type and where its relationships are.
  struct TypeEntry: Equatable {
    var type: RelationshipTypeID
    var count: Int
    /// The first of its relationships, where their ids follow one another in the order of start, end and id; 0 where they
    /// do not, and the ids and ends are stored.
    var first: Int
  }

  /// A property key and what kind of values it has.
  struct KeyEntry: Equatable {
    var key: PropertyKeyID
    var kind: ColumnKind
  }

  /// A property index and how many bits of a digest choose the part.
  struct IndexEntry: Equatable {
    var number: Int64
    var bits: Int
  }

  /// The highest ids; ids above are not in the base.
  var nodeLimit = 0
  var relationshipLimit = 0
  /// The combinations of labels that occur; the first stands for ids that no node has.
  var labelSets: [[LabelID]] = [[]]
  /// Ascending by type.
  var types: [TypeEntry] = []
  var nodeKeys: [KeyEntry] = []
  var relationshipKeys: [KeyEntry] = []
  var indexes: [IndexEntry] = []

  init() {}

  var encoded: RecordWriter {
    var writer = RecordWriter()
    writer.unsigned(UInt64(nodeLimit))
    writer.unsigned(UInt64(relationshipLimit))
    writer.list(labelSets) { writer, set in writer.list(set) { $0.unsigned(UInt64($1.rawValue)) } }
    writer.list(types) { writer, entry in
      writer.unsigned(UInt64(entry.type.rawValue))
      writer.unsigned(UInt64(entry.count))
      writer.unsigned(UInt64(entry.first))
    }
    for keys in [nodeKeys, relationshipKeys] {
      writer.list(keys) { writer, entry in
        writer.unsigned(UInt64(entry.key.rawValue))
        writer.unsigned(entry.kind.rawValue)
      }
    }
    writer.list(indexes) { writer, entry in
      writer.unsigned(UInt64(entry.number))
      writer.unsigned(UInt64(entry.bits))
    }
    return writer
  }

  init(decoding reader: RecordReader) throws(StoreError) {
    var reader = reader
    nodeLimit = try reader.bounded(by: Int(UInt32.max))
    relationshipLimit = try reader.bounded(by: Int(UInt32.max))
    labelSets = try reader.list { reader throws(StoreError) in
      try reader.list { reader throws(StoreError) in LabelID(try reader.number()) }
    }
    types = try reader.list { reader throws(StoreError) in
      TypeEntry(
        type: RelationshipTypeID(try reader.number()), count: try reader.bounded(by: Int(UInt32.max)),
        first: try reader.bounded(by: Int(UInt32.max)))
    }
    nodeKeys = try reader.list(KeyEntry.init)
    relationshipKeys = try reader.list(KeyEntry.init)
    indexes = try reader.list { reader throws(StoreError) in
      IndexEntry(number: Int64(try reader.bounded(by: Int.max)), bits: try reader.bounded(by: 24))
    }
    guard !labelSets.isEmpty else { throw RecordReader.damage }
  }
}

extension BaseDirectory.KeyEntry {
  fileprivate init(_ reader: inout RecordReader) throws(StoreError) {
    key = PropertyKeyID(try reader.number())
    guard let kind = ColumnKind(rawValue: try reader.unsigned()) else { throw RecordReader.damage }
    self.kind = kind
  }
}

extension RecordWriter {
  /// The number of items, then each of them.
  mutating func list<Item>(_ items: [Item], _ write: (inout RecordWriter, Item) -> Void) {
    unsigned(UInt64(items.count))
    for item in items { write(&self, item) }
  }
}

extension RecordReader {
  mutating func list<Item>(
    _ read: (inout RecordReader) throws(StoreError) -> Item
  ) throws(StoreError) -> [Item] {
    var items: [Item] = []
    for _ in 0..<(try length()) { items.append(try read(&self)) }
    return items
  }

  mutating func bounded(by limit: Int) throws(StoreError) -> Int {
    let number = try unsigned()
    guard number <= UInt64(limit) else { throw Self.damage }
    return Int(number)
  }
}
