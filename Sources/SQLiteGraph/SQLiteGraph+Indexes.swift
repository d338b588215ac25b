public import GraphModel

extension SQLiteGraph {
  /// Declares an index on nodes, so that ``findNodes(label:key:equalTo:)`` answers for the pair, and fills it.
  ///
  /// With `unique`, two nodes with the label never have equal values: a write that would make it so fails with `notUnique`,
  /// and so does this where it is so already. Nodes without the property are free, and so are lists, durations and times
  /// with an offset, which are not indexed. Declaring an index again changes nothing, or makes it unique.
  /// Without a name it gets one made from the label and the key. The name is one that no index or constraint has.
  /// Cost: a look-up for each node with the label.
  public func createIndex(
    label: LabelID, key: PropertyKeyID, unique: Bool = false, named name: String? = nil, isText: Bool = false
  ) throws(StoreError) {
    try createIndex(on: .nodes(label), key, unique: unique, named: name, isText: isText)
  }

  /// The same for nodes or relationships; `unique` is for nodes only.
  public func createIndex(
    on subject: SchemaSubject, _ key: PropertyKeyID, unique: Bool = false, named name: String? = nil, isText: Bool = false
  ) throws(StoreError) {
    try checkWritable()
    guard isKnown(subject), state.keys.holds(key.rawValue) else {
      throw StoreError(.misuse, "an index needs a label or type and a property key of the graph")
    }
    if let name, try adoptHelper(subject, key, SchemaState.IndexName(name: name, isText: isText)), !unique { return }
    if let at = state.indexes.firstIndex(where: { $0.subject == subject && $0.key == key }) {
      guard unique, !state.indexes[at].isUnique else { return }
      try checkUnique(allOf: state.indexes[at])
      changes += 1
      try statements[.setUnique].bind(1, state.indexes[at].number).bind(2, Int64(1)).run()
      state.indexes[at].isUnique = true
      try noteSchemaChange()
      return
    }
    do throws(AtomicFailure<StoreError>) {
      try atomically { () throws(StoreError) in
        let name = name ?? freeSchemaName(like: indexName(subject, key))
        try declare(subject, key, unique, SchemaState.IndexName(name: name, isText: isText))
      }
    } catch {
      switch error {
      case .work(let error), .store(let error): throw error
      }
    }
  }

  private func declare(
    _ subject: SchemaSubject, _ key: PropertyKeyID, _ unique: Bool, _ name: SchemaState.IndexName
  ) throws(StoreError) {
    let inBase = try base?.directory.indexes.map(\.number).max() ?? 0
    let number = max(state.indexes.last?.number ?? 0, inBase) + 1
    let index = PropertyIndex(number: number, subject: subject, key: key, isUnique: unique)
    changes += 1
    let statement = try statements[.insertDeclaration]
    statement.bind(1, number).bind(2, subject.number).bind(3, Int64(key.rawValue))
    try statement.bind(4, Int64(unique ? 1 : 0)).run()
    try fill(index)
    if unique { try checkUnique(allOf: index) }
    state.indexes.append(index)
    state.schema.indexNames[number] = name
    try noteSchemaChange()
  }

  /// The declared indexes, in the order of their declaration.
  public var propertyIndexes: [(subject: SchemaSubject, key: PropertyKeyID, isUnique: Bool)] {
    state.indexes.map { ($0.subject, $0.key, $0.isUnique) }
  }

  // MARK: Finding

  /// Cost: one look-up. Nil for lists, durations and times with an offset, too.
  public func findNodes(
    label: LabelID, key: PropertyKeyID, equalTo value: Value
  ) throws(StoreError) -> [NodeID]? {
    try find(.nodes(label), key, equalTo: value)?.map { NodeID($0) }
  }

  /// The same for many values at once.
  public func findNodes(
    label: LabelID, key: PropertyKeyID, equalToEach values: Column, rows: inout [Int], nodes: inout [NodeID]
  ) throws(StoreError) -> Bool {
    guard let found = try find(.nodes(label), key, equalToEach: values) else { return false }
    rows += found.rows
    nodes += found.ids.lazy.map { NodeID($0) }
    return true
  }

  /// Cost: a look-up for each value.
  public func findRelationships(
    type: RelationshipTypeID, key: PropertyKeyID, equalToEach values: Column, rows: inout [Int],
    relationships: inout [RelationshipID]
  ) throws(StoreError) -> Bool {
    guard let found = try find(.relationships(type), key, equalToEach: values) else { return false }
    rows += found.rows
    relationships += found.ids.lazy.map { RelationshipID($0) }
    return true
  }

  /// The ids of those that hold a value, ascending; nil where no index answers this.
  func find(_ subject: SchemaSubject, _ key: PropertyKeyID, equalTo value: Value) throws(StoreError) -> [Int64]? {
    try checkReadable()
    guard let index = state.index(subject, key) else { return nil }
    switch try IndexedValue.kind(of: value) {
    case .notIndexed: return nil
    case .equalToNothing: return []
    case .indexed(let value): return try holders(of: value, in: index)
    }
  }

  /// The same for many values: the ids for each in turn, and the place of the value for each id.
  private func find(
    _ subject: SchemaSubject, _ key: PropertyKeyID, equalToEach values: Column
  ) throws(StoreError) -> (rows: [Int], ids: [Int64])? {
    try checkReadable()
    guard let index = state.index(subject, key) else { return nil }
    var found: (rows: [Int], ids: [Int64]) = ([], [])
    var isAnswered = true
    try eachHolders(of: values, in: index) { row, kind, _, ids throws(StoreError) in
      if case .notIndexed = kind { isAnswered = false }
      for id in ids {
        found.ids.append(id)
        found.rows.append(row)
      }
    }
    return isAnswered ? found : nil
  }
}
