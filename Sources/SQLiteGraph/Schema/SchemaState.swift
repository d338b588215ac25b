import GraphModel

/// What a graph keeps of its schema beside the declarations of its indexes: their names, and the constraints.
///
/// It is one value of the metadata, encoded as numbers and texts as ``RecordWriter`` writes them.
struct SchemaState: Equatable {
  struct IndexName: Equatable {
    var name: String
    var isText: Bool
  }

  /// Rises with each change of the schema.
  var version = 0
  /// By number of the index.
  var indexNames = SortedTable<Int64, IndexName>()
  var constraints: [GraphConstraint] = []
  /// Indexes on several properties.
  var composites: [CompositeIndex] = []

  init() {}

  /// Whether a constraint looks at nodes with one of the labels.
  func concerns(_ labels: [LabelID]) -> Bool {
    constraints.contains { $0.subject.concerns(labels) }
  }

  func concerns(_ type: RelationshipTypeID) -> Bool { constraints.contains { $0.subject.concerns(type) } }

  var encoded: [UInt8] {
    var writer = RecordWriter()
    writer.unsigned(UInt64(version))
    writer.unsigned(UInt64(indexNames.count))
    for (number, name) in indexNames {
      writer.unsigned(UInt64(number))
      writer.unsigned(name.isText ? 1 : 0)
      writer.text(name.name)
    }
    writer.unsigned(UInt64(constraints.count))
    for constraint in constraints { constraint.write(to: &writer) }
    guard !composites.isEmpty else { return writer.bytes }
    writer.unsigned(UInt64(composites.count))
    for index in composites {
      writer.text(index.name)
      writer.unsigned(UInt64(bitPattern: index.subject.number))
      writer.unsigned(UInt64(index.keys.count))
      for key in index.keys { writer.unsigned(UInt64(key.rawValue)) }
      writer.unsigned(UInt64(index.helper ?? 0))
    }
    return writer.bytes
  }

  init(decoding bytes: [UInt8]) throws(StoreError) {
    var reader = RecordReader(bytes)
    version = Int(truncatingIfNeeded: try reader.unsigned())
    for _ in 0..<(try reader.length()) {
      let number = Int64(truncatingIfNeeded: try reader.unsigned())
      let isText = try reader.unsigned() != 0
      indexNames[number] = IndexName(name: try reader.text(), isText: isText)
    }
    for _ in 0..<(try reader.length()) { constraints.append(try GraphConstraint(from: &reader)) }
    guard !reader.isAtEnd else { return }
    for _ in 0..<(try reader.length()) {
      let name = try reader.text()
      let subject = SchemaSubject(number: Int64(bitPattern: try reader.unsigned()))
      var keys: [PropertyKeyID] = []
      for _ in 0..<(try reader.length()) { keys.append(PropertyKeyID(try reader.number())) }
      let helper = Int64(truncatingIfNeeded: try reader.unsigned())
      composites.append(CompositeIndex(name: name, subject: subject, keys: keys, helper: helper == 0 ? nil : helper))
    }
  }
}

extension GraphConstraint {
  fileprivate func write(to writer: inout RecordWriter) {
    writer.text(name)
    switch subject {
    case .nodes(let label):
      writer.unsigned(0)
      writer.unsigned(UInt64(label.rawValue))
    case .relationships(let type):
      writer.unsigned(1)
      writer.unsigned(UInt64(type.rawValue))
    }
    writer.unsigned(UInt64(keys.count))
    for key in keys { writer.unsigned(UInt64(key.rawValue)) }
    switch rule {
    case .unique: writer.unsigned(0)
    case .exists: writer.unsigned(1)
    case .key: writer.unsigned(2)
    case .type(let type):
      writer.unsigned(3)
      writer.unsigned(UInt64(type.kinds.count))
      for kind in type.kinds { kind.write(to: &writer) }
    }
  }

  fileprivate init(from reader: inout RecordReader) throws(StoreError) {
    let name = try reader.text()
    let isRelationship = try reader.unsigned() == 1
    let number = try reader.number()
    let subject = isRelationship ? SchemaSubject.relationships(RelationshipTypeID(number)) : .nodes(LabelID(number))
    var keys: [PropertyKeyID] = []
    for _ in 0..<(try reader.length()) { keys.append(PropertyKeyID(try reader.number())) }
    let rule: Rule
    switch try reader.unsigned() {
    case 0: rule = .unique
    case 1: rule = .exists
    case 2: rule = .key
    case 3: rule = .type(try PropertyType(from: &reader, isElement: false))
    default: throw RecordReader.damage
    }
    self.init(name: name, subject: subject, keys: keys, rule: rule)
  }
}

extension PropertyType {
  fileprivate init(from reader: inout RecordReader, isElement: Bool) throws(StoreError) {
    var kinds: [Kind] = []
    for _ in 0..<(try reader.length()) { kinds.append(try Kind(from: &reader, isElement: isElement)) }
    self.init(kinds)
  }
}

extension PropertyType.Kind {
  /// In the order of their numbers in a file.
  private static let simple: [PropertyType.Kind] = [
    .boolean, .string, .integer, .float, .date, .localTime, .zonedTime, .localDateTime, .zonedDateTime, .duration,
  ]

  fileprivate func write(to writer: inout RecordWriter) {
    if case .list(let element) = self {
      writer.unsigned(UInt64(Self.simple.count))
      writer.unsigned(UInt64(element.kinds.count))
      for kind in element.kinds { kind.write(to: &writer) }
    } else {
      writer.unsigned(UInt64(Self.simple.firstIndex(of: self) ?? 0))
    }
  }

  fileprivate init(from reader: inout RecordReader, isElement: Bool) throws(StoreError) {
    let number = Int(truncatingIfNeeded: try reader.unsigned())
    if Self.simple.indices.contains(number) {
      self = Self.simple[number]
    } else {
      // A list holds no lists, so a damaged file cannot make this recur without end.
      guard !isElement, number == Self.simple.count else { throw RecordReader.damage }
      self = .list(of: try PropertyType(from: &reader, isElement: true))
    }
  }
}
