public import GraphModel

/// A graph as tables: files of comma-separated values, plain or compressed with gzip, some of nodes and some of relationships.
///
/// The first record names the columns. Nodes have `id` and `label`, relationships `src`, `dst` and `type`; each further column
/// is a property, and so is the id. The type of a property is that of its fields, or the one after a colon in the header.
public struct GraphTables: Sendable {
  public var nodes: [String]
  public var relationships: [String]
  /// What separates the fields; one byte that is no quote and no line end.
  public var delimiter: UInt8
  /// What is known of the zones of columns of times; nil: such columns cannot be read.
  public var zones: (any TimeZoneRules)?

  public init(
    nodes: [String], relationships: [String], delimiter: UInt8 = UInt8(ascii: ","), zones: (any TimeZoneRules)? = nil
  ) {
    self.nodes = nodes
    self.relationships = relationships
    self.delimiter = delimiter
    self.zones = zones
  }

  /// Reads all tables. `report` is told what is done next.
  /// Cost: one pass over the files on all cores, two where a column turns out to be text late; memory for the graph as columns.
  public func contents(report: (String) -> Void = { _ in }) throws(TableFailure) -> BulkContents {
    var contents = BulkContents()
    report("reading nodes")
    let reader = TableReader(kind: .nodes, paths: nodes, delimiter: delimiter, nodes: nil, zones: zones)
    var tables = try reader.read()
    let index = try takeNodes(&tables, into: &contents.nodes)
    report("reading relationships")
    let relationshipReader = TableReader(
      kind: .relationships, paths: relationships, delimiter: delimiter, nodes: index, zones: zones)
    tables = try relationshipReader.read()
    takeRelationships(&tables, into: &contents.relationships)
    return contents
  }

  private func takeNodes(
    _ tables: inout TableReader.Contents, into nodes: inout BulkContents.Nodes
  ) throws(TableFailure) -> NodeIndex {
    let names = NameTable(&tables.pieces)
    nodes.labelSet = names.numbers
    nodes.labelSets = names.texts.map { $0.split { $0 == ";" || $0 == ":" }.map(String.init) }
    var index = NodeIndex.make(.texts(TextColumn())).index
    for (place, entry) in tables.properties.entries.enumerated() {
      guard let column = PropertyColumn(entry.key, entry.type, from: &tables.pieces, at: place) else { continue }
      if entry.isID {
        let (made, repeated) = NodeIndex.make(column.values)
        if let repeated { throw RepeatedID(paths: self.nodes, delimiter: delimiter, row: repeated.second).failure }
        index = made
      }
      if !entry.key.isEmpty { nodes.properties.append(column) }
    }
    return index
  }

  private func takeRelationships(
    _ tables: inout TableReader.Contents, into relationships: inout BulkContents.Relationships
  ) {
    let names = NameTable(&tables.pieces)
    relationships.type = names.numbers
    relationships.typeNames = names.texts
    relationships.start = PieceColumns.take(\.starts, from: &tables.pieces)
    relationships.end = PieceColumns.take(\.ends, from: &tables.pieces)
    for (place, entry) in tables.properties.entries.enumerated() {
      guard let column = PropertyColumn(entry.key, entry.type, from: &tables.pieces, at: place) else { continue }
      relationships.properties.append(column)
    }
  }
}
