import GraphModel

/// Rows that were written in this transaction and that SQLite does not have yet: it takes many at once far faster than one by one.
///
/// Whoever asks for one node or relationship by its id asks here first; for everything else ``StatementCache`` inserts them before.
/// Guarded by the owner of the connection.
final class WaitingRows {
  private var nodes = RowBatch(width: 2)
  /// By the number of a label, the nodes that have it.
  private var labels: [[Int64]] = []
  private var relationships = RowBatch(width: 5)
  private var entries = RowBatch(width: 3)
  /// The row of each node and of each relationship in its batch.
  private var nodeRows = RowPlaces()
  private var relationshipRows = RowPlaces()

  /// So many are inserted together, lest they take much memory.
  private static let limit = 32_768

  private(set) var isEmpty = true

  private var isFull: Bool { nodes.count + relationships.count + entries.count >= Self.limit }

  // MARK: Adding

  /// Makes room for nodes that are to come.
  func reserve(nodes count: Int) { nodes.reserve(rows: min(count, Self.limit)) }

  /// `write` writes the record.
  @inline(__always)
  func addNode(
    _ id: Int64, by statements: StatementCache, _ write: (inout RecordWriter) throws(StoreError) -> Void
  ) throws(StoreError) {
    if isFull { try insert(by: statements) }
    add(node: id, try nodes.encode(write))
  }

  /// `head`: its labels; `cells`: its properties, by ascending keys, in some row.
  func addNode(
    _ id: Int64, _ head: [UInt8], _ cells: [EncodedCells], row: Int, by statements: StatementCache
  ) throws(StoreError) {
    if isFull { try insert(by: statements) }
    add(node: id, nodes.encode(head, cells, row: row))
  }

  private func add(node id: Int64, _ record: RowBatch.EncodedBlob) {
    isEmpty = false
    nodeRows.add(id, row: nodes.count)
    nodes.append(id)
    nodes.append(record)
  }

  func addLabel(_ label: LabelID, of node: Int64) {
    isEmpty = false
    let number = Int(label.rawValue)
    if number >= labels.count { labels += Array(filledWith: [], count: number + 1 - labels.count) }
    labels[number].append(node)
  }

  /// `write` writes the record.
  @inline(__always)
  func addRelationship(
    _ id: Int64, _ ends: RelationshipEnds, by statements: StatementCache,
    _ write: (inout RecordWriter) throws(StoreError) -> Void
  ) throws(StoreError) {
    if isFull { try insert(by: statements) }
    add(relationship: id, ends, try relationships.encode(write))
  }

  /// `cells`: its properties, by ascending keys, in some row.
  func addRelationship(
    _ id: Int64, _ ends: RelationshipEnds, _ cells: [EncodedCells], row: Int, by statements: StatementCache
  ) throws(StoreError) {
    if isFull { try insert(by: statements) }
    add(relationship: id, ends, relationships.encode([], cells, row: row))
  }

  private func add(relationship id: Int64, _ ends: RelationshipEnds, _ record: RowBatch.EncodedBlob) {
    isEmpty = false
    relationshipRows.add(id, row: relationships.count)
    relationships.append(id)
    relationships.append(Int64(ends.type.rawValue))
    relationships.append(ends.start.rawValue)
    relationships.append(ends.end.rawValue)
    relationships.append(record)
  }

  func addEntry(
    _ index: Int64, _ value: IndexedValue, _ node: Int64, by statements: StatementCache
  ) throws(StoreError) {
    if isFull { try insert(by: statements) }
    isEmpty = false
    entries.append(index)
    switch value {
    case .integer(let number): entries.append(number)
    case .float(let number): entries.append(number)
    case .text(let text): entries.append(text)
    case .encoded(let bytes): entries.append(bytes)
    }
    entries.append(node)
  }

  // MARK: Asking

  func holdsNode(_ id: Int64) -> Bool { !nodeRows.isEmpty && nodeRows[id] != nil }

  func holdsRelationship(_ id: Int64) -> Bool { !relationshipRows.isEmpty && relationshipRows[id] != nil }

  func eachNode(_ take: (Int64) -> Void) { nodes.eachNumber(in: 0, take) }

  func eachRelationship(_ take: (Int64) -> Void) { relationships.eachNumber(in: 0, take) }

  /// The record of a node; nil where it does not wait.
  func node(_ id: Int64) -> [UInt8]? {
    guard !nodeRows.isEmpty, let row = nodeRows[id] else { return nil }
    return nodes.blob(row: row, column: 1)
  }

  /// Ends and record of a relationship; nil where it does not wait.
  func relationship(_ id: Int64) -> (ends: RelationshipEnds, record: [UInt8])? {
    guard !relationshipRows.isEmpty, let row = relationshipRows[id] else { return nil }
    let ends = RelationshipEnds(
      type: RelationshipTypeID(Int32(truncatingIfNeeded: relationships.integer(row: row, column: 1))),
      start: NodeID(relationships.integer(row: row, column: 2)), end: NodeID(relationships.integer(row: row, column: 3)))
    return (ends, relationships.blob(row: row, column: 4))
  }

  // MARK: Changing

  /// False where the node does not wait.
  func replaceNode(_ id: Int64, by record: [UInt8]) -> Bool {
    guard !nodeRows.isEmpty, let row = nodeRows[id] else { return false }
    nodes.replace(row: row, column: 1, by: record)
    return true
  }

  /// False where the relationship does not wait.
  func replaceRelationship(_ id: Int64, by record: [UInt8]) -> Bool {
    guard !relationshipRows.isEmpty, let row = relationshipRows[id] else { return false }
    relationships.replace(row: row, column: 4, by: record)
    return true
  }

  /// Forgets all of them.
  func removeAll() {
    guard !isEmpty else { return }
    isEmpty = true
    nodes.removeAll()
    for label in labels.indices where !labels[label].isEmpty { labels[label].removeAll(keepingCapacity: true) }
    relationships.removeAll()
    entries.removeAll()
    nodeRows.removeAll()
    relationshipRows.removeAll()
  }

  /// Gives all of them to SQLite, nodes by id, since rows that follow one another are inserted faster. Where this fails,
  /// some may have been inserted, and the transaction is rolled back.
  func insert(by statements: StatementCache) throws(StoreError) {
    guard !isEmpty else { return }
    defer { removeAll() }
    // None of the statements looks at what waits.
    try Self.insert(nodes, nodes.rows(inOrderOf: 1), .insertNode, .insertNodes, statements)
    for (label, nodes) in labels.enumerated() where !nodes.isEmpty {
      try statements.insertLabel(Int64(label), of: nodes.sorted())
    }
    try Self.insert(
      relationships, relationships.rows(inOrderOf: 1), .insertRelationship, .insertRelationships, statements)
    try Self.insert(entries, entries.rowsInIndexOrder(), .insertEntry, .insertEntries, statements)
  }

  private static func insert(
    _ batch: RowBatch, _ rows: [Int], _ one: StoreQuery, _ many: StoreQuery, _ statements: StatementCache
  ) throws(StoreError) {
    var row = 0
    while rows.count - row >= StoreQuery.rowsAtOnce {
      try statements[many].insert(batch, rows: rows[row..<row + StoreQuery.rowsAtOnce])
      row += StoreQuery.rowsAtOnce
    }
    while row < rows.count {
      try statements[one].insert(batch, rows: rows[row...row])
      row += 1
    }
  }
}
