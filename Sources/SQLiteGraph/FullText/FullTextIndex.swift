public import GraphModel

/// An index of the words in some properties of nodes or relationships.
public struct FullTextIndex: Hashable, Sendable {
  public enum Subject: Hashable, Sendable {
    /// Nodes with any of the labels.
    case nodes([LabelID])
    /// Relationships of any of the types.
    case relationships([RelationshipTypeID])
  }

  /// Unlike that of any other index or constraint of the graph.
  public var name: String
  public var subject: Subject
  /// At least one.
  public var keys: [PropertyKeyID]
  /// The number in the name of its table.
  var number: Int

  /// The table that holds it: a row for each node or relationship, its id as the row's, and a column for each property.
  var table: String { "fulltext_\(number)" }

  /// The columns, as many as there are properties.
  var columns: [String] { keys.indices.map { "c\($0)" } }

  func concerns(_ labels: [LabelID]) -> Bool {
    if case .nodes(let wanted) = subject { wanted.contains(where: labels.contains) } else { false }
  }

  func concerns(_ type: RelationshipTypeID) -> Bool {
    if case .relationships(let wanted) = subject { wanted.contains(type) } else { false }
  }
}

extension [FullTextIndex] {
  /// Numbers and texts as ``RecordWriter`` writes them.
  var encoded: [UInt8] {
    var writer = RecordWriter()
    writer.unsigned(UInt64(count))
    for index in self {
      writer.text(index.name)
      writer.unsigned(UInt64(index.number))
      let (kind, names): (UInt64, [Int32]) =
        switch index.subject {
        case .nodes(let labels): (0, labels.map(\.rawValue))
        case .relationships(let types): (1, types.map(\.rawValue))
        }
      writer.unsigned(kind)
      for numbers in [names, index.keys.map(\.rawValue)] {
        writer.unsigned(UInt64(numbers.count))
        for number in numbers { writer.unsigned(UInt64(number)) }
      }
    }
    return writer.bytes
  }

  init(decoding bytes: [UInt8]) throws(StoreError) {
    self = []
    var reader = RecordReader(bytes)
    func numbers() throws(StoreError) -> [Int32] {
      var numbers: [Int32] = []
      for _ in 0..<(try reader.length()) { numbers.append(try reader.number()) }
      return numbers
    }
    for _ in 0..<(try reader.length()) {
      let name = try reader.text()
      let number = Int(try reader.number())
      let isRelationship = try reader.unsigned() == 1
      let names = try numbers()
      let subject: FullTextIndex.Subject =
        isRelationship ? .relationships(names.map { RelationshipTypeID($0) }) : .nodes(names.map { LabelID($0) })
      append(FullTextIndex(name: name, subject: subject, keys: try numbers().map { PropertyKeyID($0) }, number: number))
    }
  }
}
