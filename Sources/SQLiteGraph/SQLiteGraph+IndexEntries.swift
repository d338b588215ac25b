import GraphModel

/// The entries of the property indexes: who holds a value, kept as nodes and relationships change.
extension SQLiteGraph {
  func holders(of value: IndexedValue, in index: PropertyIndex) throws(StoreError) -> [Int64] {
    var ids: [Int64] = []
    try appendHolders(of: value, value.digest, in: index, to: &ids)
    return ids
  }

  /// Those of the base and those with an entry that is a row, ascending.
  func appendHolders(
    of value: IndexedValue, _ digest: UInt64, in index: PropertyIndex, to ids: inout [Int64]
  ) throws(StoreError) {
    guard let base = try base, let entries = base.index(index.number) else {
      return try appendRowHolders(of: value, digest, in: index, to: &ids)
    }
    try appendHolders(of: value, digest, in: index, base, entries, to: &ids)
  }

  /// The same for many values: for each in turn, and `take` is told the place of the value and who holds it.
  func eachHolders(
    of column: Column, in index: PropertyIndex,
    _ take: (_ row: Int, _ value: IndexedValue.Kind, _ digest: UInt64, _ ids: [Int64]) throws(StoreError) -> Void
  ) throws(StoreError) {
    let base = try base
    let entries = base?.index(index.number)
    var ids: [Int64] = []
    for row in 0..<column.count {
      let kind = try IndexedValue.kind(of: column[row])
      ids.removeAll(keepingCapacity: true)
      var digest: UInt64 = 0
      if case .indexed(let value) = kind {
        digest = value.digest
        if let base, let entries {
          try appendHolders(of: value, digest, in: index, base, entries, to: &ids)
        } else {
          try appendRowHolders(of: value, digest, in: index, to: &ids)
        }
      }
      try take(row, kind, digest, ids)
    }
  }

  private func appendHolders(
    of value: IndexedValue, _ digest: UInt64, in index: PropertyIndex, _ base: Base, _ entries: BaseIndex,
    to ids: inout [Int64]
  ) throws(StoreError) {
    let first = ids.count
    for candidate in try entries.candidates(digest) {
      let id = Int64(candidate)
      guard try base.holds(value, index, Int(candidate)) else { continue }
      if try isHidden(id, index, base) ? rowHolds(value, index, id) : true { ids.append(id) }
    }
    let middle = ids.count
    try appendRowHolders(of: value, digest, in: index, to: &ids)
    guard first < middle, middle < ids.count else { return }
    // A node may have an entry although the base says the same.
    let found = Set(ids[first...]).sorted()
    ids.replaceSubrange(first..., with: found)
  }

  /// Whether a node that is a row has the label of an index and the value. Relationships that are rows have entries of their own.
  private func rowHolds(_ value: IndexedValue, _ index: PropertyIndex, _ id: Int64) throws(StoreError) -> Bool {
    guard index.isOnNodes, var record = try rowRecord(of: NodeID(id)), index.subject.concerns(try record.labels()),
      case .indexed(let held) = try IndexedValue.kind(of: try record.property(index.key))
    else { return false }
    return held.equals(value)
  }

  private func isHidden(_ id: Int64, _ index: PropertyIndex, _ base: Base) throws(StoreError) -> Bool {
    index.isOnNodes ? try isHidden(NodeID(id), base) : try isHidden(RelationshipID(id), base)
  }

  private func appendRowHolders(
    of value: IndexedValue, _ digest: UInt64, in index: PropertyIndex, to ids: inout [Int64]
  ) throws(StoreError) {
    guard try mayHaveEntry(digest, index) else { return }
    let rows = try statements[.entries].bind(1, index.number)
    try value.bind(to: rows, 2)
    defer { rows.reset() }
    while try rows.step() { ids.append(rows.integer(0)) }
  }

  /// False where no entry that is a row holds the value with this digest.
  private func mayHaveEntry(_ digest: UInt64, _ index: PropertyIndex) throws(StoreError) -> Bool {
    if !entryDigests.isWhole {
      let count = try entriesAtMost
      guard entryDigests.isWorthReading(count: count) else { return true }
      entryDigests.read(count == 0 ? [] : try allEntries())
    }
    return entryDigests.contains(digest, index.number)
  }

  /// No index has more entries that are rows than this. An index that the base does not have has some for what is in the base, too.
  private var entriesAtMost: Int {
    get throws(StoreError) {
      let base = try base
      let isAside = base.map { base in state.indexes.contains { base.index($0.number) == nil } } ?? false
      let nodes = isAside ? state.counters.nodes : state.counters.rowNodes
      guard state.indexes.contains(where: { !$0.isOnNodes }) else { return nodes }
      return nodes + (isAside ? state.counters.relationships : state.counters.rowRelationships)
    }
  }

  /// The entries that are rows.
  private func allEntries() throws(StoreError) -> [(value: IndexedValue, index: Int64)] {
    let rows = try statements[.entryValues]
    defer { rows.reset() }
    var entries: [(value: IndexedValue, index: Int64)] = []
    while try rows.step() { entries.append((value: IndexedValue(rows, 1), index: rows.integer(0))) }
    return entries
  }

  func fill(_ index: PropertyIndex) throws(StoreError) {
    try eachBatch(of: index.subject, index.key) { ids, values throws(StoreError) in
      for (row, id) in ids.enumerated() {
        guard case .indexed(let value) = try IndexedValue.kind(of: values[row]) else { continue }
        try addEntry(of: id, value, value.digest, in: index)
      }
    }
  }

  // MARK: Keeping the entries

  /// Makes the entries of a node that is a row in the indexes of these labels, but for those that the base has.
  func addEntries(
    of node: NodeID, _ labels: [LabelID], _ properties: [(key: PropertyKeyID, value: Value)]
  ) throws(StoreError) {
    noteText(node, labels)
    try eachIndexed(properties, where: { $0.concerns(labels) }) { value, index throws(StoreError) in
      try addEntry(of: node.rawValue, value, value.digest, in: index)
    }
  }

  /// Makes the entries of a relationship that is a row.
  func addEntries(
    of relationship: RelationshipID, _ type: RelationshipTypeID, _ properties: [(key: PropertyKeyID, value: Value)]
  ) throws(StoreError) {
    try eachIndexed(properties, where: { $0.concerns(type) }) { value, index throws(StoreError) in
      try addEntry(of: relationship.rawValue, value, value.digest, in: index)
    }
  }

  /// Makes the entries of new nodes or relationships with ids from `first` on, a row each. Fails where another holds a value of a
  /// unique index.
  func addEntries(
    ofNew first: Int64, _ properties: PropertyColumns, where isConcerned: (SchemaSubject) -> Bool
  ) throws(StoreError) {
    for index in state.indexes where isConcerned(index.subject) {
      guard let at = properties.keys.firstIndex(of: index.key) else { continue }
      let column = properties.columns[at]
      guard index.isUnique else {
        for row in 0..<properties.count {
          guard case .indexed(let value) = try IndexedValue.kind(of: column[row]) else { continue }
          try addEntry(of: first + Int64(row), value, value.digest, in: index)
        }
        continue
      }
      try eachHolders(of: column, in: index) { row, kind, digest, others throws(StoreError) in
        if let other = others.first { throw notUnique(other, index) }
        if case .indexed(let value) = kind { try addEntry(of: first + Int64(row), value, digest, in: index) }
      }
    }
  }

  /// Gives each value that an index on it can hold, with the index.
  private func eachIndexed(
    _ properties: [(key: PropertyKeyID, value: Value)], where isConcerned: (SchemaSubject) -> Bool,
    _ take: (IndexedValue, PropertyIndex) throws(StoreError) -> Void
  ) throws(StoreError) {
    for index in state.indexes where isConcerned(index.subject) {
      for (key, value) in properties where key == index.key {
        if case .indexed(let value) = try IndexedValue.kind(of: value) { try take(value, index) }
      }
    }
  }

  private func addEntry(
    of id: Int64, _ value: IndexedValue, _ digest: UInt64, in index: PropertyIndex
  ) throws(StoreError) {
    if let base = try base, try base.hasEntry(of: NodeID(id), value, in: index) { return }
    changes += 1
    entryDigests.insert(digest, index.number)
    try statements.waiting.addEntry(index.number, value, id, by: statements)
  }

  /// Removes the entries of a node that are rows from the indexes of these labels.
  func removeEntries(
    of node: NodeID, _ labels: [LabelID], _ properties: [(key: PropertyKeyID, value: Value)]
  ) throws(StoreError) {
    noteText(node, labels)
    try eachIndexed(properties, where: { $0.concerns(labels) }) { value, index throws(StoreError) in
      try removeEntry(of: node.rawValue, value, in: index)
    }
  }

  /// Removes the entries of a relationship that are rows.
  func removeEntries(
    of relationship: RelationshipID, _ type: RelationshipTypeID, _ properties: [(key: PropertyKeyID, value: Value)]
  ) throws(StoreError) {
    try eachIndexed(properties, where: { $0.concerns(type) }) { value, index throws(StoreError) in
      try removeEntry(of: relationship.rawValue, value, in: index)
    }
  }

  private func removeEntry(of id: Int64, _ value: IndexedValue, in index: PropertyIndex) throws(StoreError) {
    guard try mayHaveEntry(value.digest, index) else { return }
    changes += 1
    let statement = try statements[.deleteEntry].bind(1, index.number)
    try value.bind(to: statement, 2)
    try statement.bind(3, id).run()
  }

  // MARK: Unique values

  /// Fails where another node holds one of the values in a unique index of these labels.
  func checkUnique(
    _ node: NodeID, _ labels: [LabelID], _ properties: [(key: PropertyKeyID, value: Value)]
  ) throws(StoreError) {
    try eachIndexed(properties, where: { $0.concerns(labels) }) { value, index throws(StoreError) in
      guard index.isUnique else { return }
      if let other = try holders(of: value, in: index).first(where: { $0 != node.rawValue }) {
        throw notUnique(other, index)
      }
    }
  }

  func checkUnique(allOf index: PropertyIndex) throws(StoreError) {
    if let base = try base, base.index(index.number) != nil { return try checkUnique(byLookingAt: index) }
    let rows = try statements[.equalEntries].bind(1, index.number)
    defer { rows.reset() }
    if try rows.step() { throw notUnique(rows.integer(0), index) }
  }

  /// Where the base has entries: a look-up for each node with the label.
  private func checkUnique(byLookingAt index: PropertyIndex) throws(StoreError) {
    try eachBatch(of: index.subject, index.key) { ids, values throws(StoreError) in
      for row in ids.indices {
        guard case .indexed(let value) = try IndexedValue.kind(of: values[row]) else { continue }
        let holders = try holders(of: value, in: index)
        if holders.count > 1, let first = holders.first { throw notUnique(first, index) }
      }
    }
  }

  private func notUnique(_ other: Int64, _ index: PropertyIndex) -> StoreError {
    StoreError(
      .notUnique, "node \(other) with label `\(name(of: index.subject))` already has this `\(name(of: index.key))`")
  }
}
