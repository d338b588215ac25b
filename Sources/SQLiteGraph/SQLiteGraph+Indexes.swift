public import GraphModel

extension SQLiteGraph {
  /// Declares an index, so that ``findNodes(label:key:equalTo:)`` answers for the pair, and fills it.
  ///
  /// With `unique`, two nodes with the label never have equal values: a write that would make it so fails with `notUnique`,
  /// and so does this where it is so already. Nodes without the property are free, and so are lists, durations and times
  /// with an offset, which are not indexed. Declaring an index again changes nothing, or makes it unique.
  /// Without a name it gets one made from the label and the key. The name is one that no index or constraint has.
  /// Cost: a look-up for each node with the label.
  public func createIndex(
    label: LabelID, key: PropertyKeyID, unique: Bool = false, named name: String? = nil, isText: Bool = false
  ) throws(StoreError) {
    try checkWritable()
    guard state.labels.holds(label.rawValue), state.keys.holds(key.rawValue) else {
      throw StoreError(.misuse, "an index needs a label and a property key of the graph")
    }
    if let name, try adoptHelper(label, key, SchemaState.IndexName(name: name, isText: isText)), !unique { return }
    if let at = state.indexes.firstIndex(where: { $0.label == label && $0.key == key }) {
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
        let name = name ?? freeSchemaName(like: indexName(label, key))
        try declare(label, key, unique, SchemaState.IndexName(name: name, isText: isText))
      }
    } catch {
      switch error {
      case .work(let error), .store(let error): throw error
      }
    }
  }

  private func declare(
    _ label: LabelID, _ key: PropertyKeyID, _ unique: Bool, _ name: SchemaState.IndexName
  ) throws(StoreError) {
    let inBase = try base?.directory.indexes.map(\.number).max() ?? 0
    let number = max(state.indexes.last?.number ?? 0, inBase) + 1
    let index = PropertyIndex(number: number, label: label, key: key, isUnique: unique)
    changes += 1
    let statement = try statements[.insertDeclaration]
    statement.bind(1, number).bind(2, Int64(label.rawValue)).bind(3, Int64(key.rawValue))
    try statement.bind(4, Int64(unique ? 1 : 0)).run()
    try fill(index)
    if unique { try checkUnique(allOf: index) }
    state.indexes.append(index)
    state.schema.indexNames[number] = name
    try noteSchemaChange()
  }

  /// The declared indexes, in the order of their declaration.
  public var propertyIndexes: [(label: LabelID, key: PropertyKeyID, isUnique: Bool)] {
    state.indexes.map { ($0.label, $0.key, $0.isUnique) }
  }

  /// Cost: one look-up. Nil for lists, durations and times with an offset, too.
  public func findNodes(
    label: LabelID, key: PropertyKeyID, equalTo value: Value
  ) throws(StoreError) -> [NodeID]? {
    try checkReadable()
    guard let index = state.indexes.first(where: { $0.label == label && $0.key == key }) else { return nil }
    switch try IndexedValue.kind(of: value) {
    case .notIndexed: return nil
    case .equalToNothing: return []
    case .indexed(let value): return try holders(of: value, in: index)
    }
  }

  /// The same for many values at once.
  public func findNodes(
    label: LabelID, key: PropertyKeyID, equalToEach values: Column, rows: inout [Int], nodes: inout [NodeID]
  ) throws(StoreError) -> Bool {
    try checkReadable()
    guard let index = state.indexes.first(where: { $0.label == label && $0.key == key }) else { return false }
    let before = (rows.count, nodes.count)
    for row in 0..<values.count {
      switch try IndexedValue.kind(of: values[row]) {
      case .equalToNothing: break
      case .notIndexed:
        rows.removeSubrange(before.0...)
        nodes.removeSubrange(before.1...)
        return false
      case .indexed(let value):
        let found = nodes.count
        try appendHolders(of: value, in: index, to: &nodes)
        for _ in found..<nodes.count { rows.append(row) }
      }
    }
    return true
  }

  private func holders(of value: IndexedValue, in index: PropertyIndex) throws(StoreError) -> [NodeID] {
    var nodes: [NodeID] = []
    try appendHolders(of: value, in: index, to: &nodes)
    return nodes
  }

  /// Those of the base and those with an entry that is a row, ascending.
  private func appendHolders(
    of value: IndexedValue, in index: PropertyIndex, to nodes: inout [NodeID]
  ) throws(StoreError) {
    guard let base = try base, let entries = base.index(index.number) else {
      return try appendRowHolders(of: value, in: index, to: &nodes)
    }
    let first = nodes.count
    for candidate in try entries.candidates(value.digest) {
      let node = NodeID(Int64(candidate))
      guard try base.holds(value, index.key, node.place) else { continue }
      if try isHidden(node, base) ? rowHolds(value, index, node) : true { nodes.append(node) }
    }
    let middle = nodes.count
    try appendRowHolders(of: value, in: index, to: &nodes)
    guard first < middle, middle < nodes.count else { return }
    // A node may have an entry although the base says the same.
    let found = Set(nodes[first...]).sorted()
    nodes.replaceSubrange(first..., with: found)
  }

  /// Whether a node that is a row has the label of an index and the value.
  private func rowHolds(_ value: IndexedValue, _ index: PropertyIndex, _ node: NodeID) throws(StoreError) -> Bool {
    guard var record = try rowRecord(of: node), try record.labels().contains(index.label),
      case .indexed(let held) = try IndexedValue.kind(of: try record.property(index.key))
    else { return false }
    return held.equals(value)
  }

  private func appendRowHolders(
    of value: IndexedValue, in index: PropertyIndex, to nodes: inout [NodeID]
  ) throws(StoreError) {
    guard try mayHaveEntry(value, index) else { return }
    let rows = try statements[.entries].bind(1, index.number)
    try value.bind(to: rows, 2)
    defer { rows.reset() }
    while try rows.step() { nodes.append(NodeID(rows.integer(0))) }
  }

  /// False where no entry that is a row holds the value.
  private func mayHaveEntry(_ value: IndexedValue, _ index: PropertyIndex) throws(StoreError) -> Bool {
    if !entryDigests.isWhole {
      // An index that the base does not have has entries for the nodes of the base, too.
      let base = try base
      let isAside = base.map { base in state.indexes.contains { base.index($0.number) == nil } } ?? false
      let count = isAside ? state.counters.nodes : state.counters.rowNodes
      guard entryDigests.isWorthReading(count: count) else { return true }
      entryDigests.read(count == 0 ? [] : try allEntries())
    }
    return entryDigests.contains(value, index.number)
  }

  /// The entries that are rows.
  private func allEntries() throws(StoreError) -> [(value: IndexedValue, index: Int64)] {
    let rows = try statements[.entryValues]
    defer { rows.reset() }
    var entries: [(value: IndexedValue, index: Int64)] = []
    while try rows.step() { entries.append((value: IndexedValue(rows, 1), index: rows.integer(0))) }
    return entries
  }

  private func fill(_ index: PropertyIndex) throws(StoreError) {
    var after: NodeID?
    while true {
      var nodes: [NodeID] = []
      try scanNodes(labels: [index.label], after: after, limit: Batch.capacity, into: &nodes)
      let values = try property(index.key, of: nodes)
      for (row, node) in nodes.enumerated() { try addEntry(of: node, values[row], in: index) }
      guard nodes.count == Batch.capacity else { return }
      after = nodes.last
    }
  }

  // MARK: Keeping the entries

  /// Makes the entries of a node that is a row in the indexes of these labels, but for those that the base has.
  func addEntries(
    of node: NodeID, _ labels: [LabelID], _ properties: [(key: PropertyKeyID, value: Value)]
  ) throws(StoreError) {
    noteText(node, labels)
    for index in state.indexes where labels.contains(index.label) {
      for (key, value) in properties where key == index.key { try addEntry(of: node, value, in: index) }
    }
  }

  private func addEntry(of node: NodeID, _ value: Value, in index: PropertyIndex) throws(StoreError) {
    guard case .indexed(let value) = try IndexedValue.kind(of: value) else { return }
    if let base = try base, try base.hasEntry(of: node, value, in: index) { return }
    changes += 1
    entryDigests.insert(value, index.number)
    try statements.waiting.addEntry(index.number, value, node.rawValue, by: statements)
  }

  /// Removes the entries of a node that are rows from the indexes of these labels.
  func removeEntries(
    of node: NodeID, _ labels: [LabelID], _ properties: [(key: PropertyKeyID, value: Value)]
  ) throws(StoreError) {
    noteText(node, labels)
    for index in state.indexes where labels.contains(index.label) {
      for (key, value) in properties where key == index.key {
        guard case .indexed(let value) = try IndexedValue.kind(of: value), try mayHaveEntry(value, index) else { continue }
        changes += 1
        let statement = try statements[.deleteEntry].bind(1, index.number)
        try value.bind(to: statement, 2)
        try statement.bind(3, node.rawValue).run()
      }
    }
  }

  /// Fails where another node holds one of the values in a unique index of these labels.
  func checkUnique(
    _ node: NodeID, _ labels: [LabelID], _ properties: [(key: PropertyKeyID, value: Value)]
  ) throws(StoreError) {
    for index in state.indexes where index.isUnique && labels.contains(index.label) {
      for (key, value) in properties where key == index.key {
        guard case .indexed(let value) = try IndexedValue.kind(of: value) else { continue }
        if let other = try holders(of: value, in: index).first(where: { $0 != node }) {
          throw notUnique(other, index)
        }
      }
    }
  }

  private func checkUnique(allOf index: PropertyIndex) throws(StoreError) {
    if let base = try base, base.index(index.number) != nil { return try checkUnique(byLookingAt: index) }
    let rows = try statements[.equalEntries].bind(1, index.number)
    defer { rows.reset() }
    if try rows.step() { throw notUnique(NodeID(rows.integer(0)), index) }
  }

  /// Where the base has entries: a look-up for each node with the label.
  private func checkUnique(byLookingAt index: PropertyIndex) throws(StoreError) {
    var after: NodeID?
    while true {
      var nodes: [NodeID] = []
      try scanNodes(labels: [index.label], after: after, limit: Batch.capacity, into: &nodes)
      let values = try property(index.key, of: nodes)
      for row in nodes.indices {
        guard case .indexed(let value) = try IndexedValue.kind(of: values[row]) else { continue }
        let holders = try holders(of: value, in: index)
        if holders.count > 1, let first = holders.first { throw notUnique(first, index) }
      }
      guard nodes.count == Batch.capacity else { return }
      after = nodes.last
    }
  }

  private func notUnique(_ other: NodeID, _ index: PropertyIndex) -> StoreError {
    StoreError(
      .notUnique,
      "node \(other.rawValue) with label `\(name(of: index.label))` already has this `\(name(of: index.key))`")
  }
}
