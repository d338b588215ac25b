public import GraphModel

extension SQLiteGraph {
  public func makeLabel(named name: String) throws(StoreError) -> LabelID {
    if let known = label(named: name) { return known }
    return LabelID(try append(name, .label, to: \.labels))
  }

  public func makeRelationshipType(named name: String) throws(StoreError) -> RelationshipTypeID {
    if let known = relationshipType(named: name) { return known }
    return RelationshipTypeID(try append(name, .relationshipType, to: \.types))
  }

  public func makePropertyKey(named name: String) throws(StoreError) -> PropertyKeyID {
    if let known = propertyKey(named: name) { return known }
    return PropertyKeyID(try append(name, .propertyKey, to: \.keys))
  }

  private func append(
    _ name: String, _ kind: NameKind, to table: WritableKeyPath<StoreState, NameTable>
  ) throws(StoreError) -> Int32 {
    try checkWritable()
    changes += 1
    let statement = try statements[.insertName]
    statement.bind(1, kind.rawValue).bind(2, Int64(state[keyPath: table].names.count))
    try statement.bind(3, name).run()
    return state[keyPath: table].append(name)
  }

  // MARK: Nodes

  public func createNode(
    labels: [LabelID], properties: [(key: PropertyKeyID, value: Value)]
  ) throws(StoreError) -> NodeID {
    try checkWritable()
    for label in labels { try check(label) }
    let labels = labels.count < 2 ? labels : Set(labels).sorted()
    let properties = try checked(properties)
    let node = NodeID(state.counters.nextNode)
    try checkUnique(node, labels, properties)
    let record = try RecordWriter.node(labels: labels, properties: properties)

    try insert(node, record, labels)
    try addEntries(of: node, labels, properties)
    noteTouched(node, labels)
    state.counters.countNewNode(labels)
    return node
  }

  private func insert(_ node: NodeID, _ record: [UInt8], _ labels: [LabelID]) throws(StoreError) {
    changes += 1
    nodePages.drop(node.rawValue)
    try statements.waiting.addNode(node.rawValue, record, by: statements)
    for label in labels { statements.waiting.addLabel(Int64(label.rawValue), of: node.rawValue) }
  }

  public func set(_ key: PropertyKeyID, to value: Value, of node: NodeID) throws(StoreError) {
    try set([(key: key, value: value)], of: node)
  }

  public func set(_ changed: [(key: PropertyKeyID, value: Value)], of node: NodeID) throws(StoreError) {
    try checkWritable()
    let (labels, before) = try contents(of: node)
    for (key, value) in changed { try check(key, value) }
    var properties = before
    for (key, value) in changed { Self.replace(key, in: &properties, by: value) }
    noteTouched(node, labels)
    noteText(node, labels)
    let isIndexed = state.indexes.contains { index in
      index.subject.concerns(labels) && changed.contains { $0.key == index.key }
    }
    guard isIndexed else {
      if try !makeRow(of: node, labels, properties) { try update(node, labels, properties) }
      return
    }
    let new = properties.filter { property in changed.contains { $0.key == property.key } }
    try checkUnique(node, labels, new)
    try removeEntries(of: node, labels, before.filter { property in changed.contains { $0.key == property.key } })
    if try makeRow(of: node, labels, properties) { return }
    try addEntries(of: node, labels, new)
    try update(node, labels, properties)
  }

  public func add(_ label: LabelID, to node: NodeID) throws(StoreError) {
    try checkWritable()
    var (labels, properties) = try contents(of: node)
    try check(label)
    guard !labels.contains(label) else { return }
    try checkUnique(node, [label], properties)
    try makeRow(of: node, labels, properties)
    labels.append(label)
    labels.sort()
    statements.waiting.addLabel(Int64(label.rawValue), of: node.rawValue)
    try addEntries(of: node, [label], properties)
    noteTouched(node, [label])
    try update(node, labels, properties)
    state.counters.countLabel(label, 1)
  }

  public func remove(_ label: LabelID, from node: NodeID) throws(StoreError) {
    try checkWritable()
    var (labels, properties) = try contents(of: node)
    guard labels.contains(label) else { return }
    try makeRow(of: node, labels, properties)
    labels.removeAll { $0 == label }
    try statements[.deleteLabel].bind(1, Int64(label.rawValue)).bind(2, node.rawValue).run()
    try removeEntries(of: node, [label], properties)
    try update(node, labels, properties)
    state.counters.countLabel(label, -1)
    state.endLabels?.remove(label)
  }

  public func delete(_ node: NodeID) throws(StoreError) {
    try checkWritable()
    let (labels, properties) = try contents(of: node)
    let left = try degrees([node], ExpansionSelection(outgoing: .all, incoming: .all)).first ?? 0
    if left > 0 {
      throw StoreError(.nodeHasRelationships, "node \(node.rawValue) still has relationships: \(left)")
    }
    changes += 1
    for label in labels { state.counters.countLabel(label, -1) }
    state.counters.nodes -= 1
    if let base = try base, node.place <= base.directory.nodeLimit {
      let isInBase = try isInBase(node, base)
      try statements[.insertRemoved].bind(1, Int64(0)).bind(2, node.rawValue).run()
      if isInBase { return try hide(node, labels, properties) }
    }
    nodePages.drop(node.rawValue)
    try statements[.deleteNode].bind(1, node.rawValue).run()
    for label in labels { try statements[.deleteLabel].bind(1, Int64(label.rawValue)).bind(2, node.rawValue).run() }
    try removeEntries(of: node, labels, properties)
    state.counters.rowNodes -= 1
  }

  private static func missing(_ node: NodeID) -> StoreError {
    StoreError(.notFound, "there is no node \(node.rawValue)")
  }

  /// What the base has of a node counts no more. Entries of indexes that are rows go with it.
  private func hide(
    _ node: NodeID, _ labels: [LabelID], _ properties: [(key: PropertyKeyID, value: Value)]
  ) throws(StoreError) {
    try removeEntries(of: node, labels, properties)
    hiddenNodes.insert(node.rawValue)
    state.counters.hiddenNodes += 1
  }

  /// Makes a node of the base a row with these contents. False, and nothing is done, where it is a row already.
  @discardableResult
  private func makeRow(
    of node: NodeID, _ labels: [LabelID], _ properties: [(key: PropertyKeyID, value: Value)]
  ) throws(StoreError) -> Bool {
    guard let base = try base, try isInBase(node, base) else { return false }
    try insert(node, try RecordWriter.node(labels: labels, properties: properties), labels)
    try addEntries(of: node, labels, properties)
    hiddenNodes.insert(node.rawValue)
    state.counters.hiddenNodes += 1
    state.counters.rowNodes += 1
    return true
  }

  private func contents(
    of node: NodeID
  ) throws(StoreError) -> (labels: [LabelID], properties: [(key: PropertyKeyID, value: Value)]) {
    if let base = try base, try isInBase(node, base) {
      return (try base.labelSets.labels(node.place), try base.properties(node.place, ofNodes: true))
    }
    guard var record = try rowRecord(of: node) else { throw Self.missing(node) }
    return (try record.labels(), try record.properties())
  }

  private func update(
    _ node: NodeID, _ labels: [LabelID], _ properties: [(key: PropertyKeyID, value: Value)]
  ) throws(StoreError) {
    changes += 1
    nodePages.drop(node.rawValue)
    let record = try RecordWriter.node(labels: labels, properties: properties)
    if statements.waiting.replaceNode(node.rawValue, by: record) { return }
    try statements[.updateNode].bind(1, node.rawValue).bind(2, record).run()
  }

  // MARK: Relationships

  public func createRelationship(
    _ type: RelationshipTypeID, from start: NodeID, to end: NodeID, properties: [(key: PropertyKeyID, value: Value)]
  ) throws(StoreError) -> RelationshipID {
    try checkWritable()
    guard state.types.holds(type.rawValue) else {
      throw StoreError(.misuse, "there is no relationship type with number \(type.rawValue)")
    }
    for (node, exists) in zip([start, end], try exist([start, end])) where !exists { throw Self.missing(node) }
    let properties = try checked(properties)
    let record = try RecordWriter.relationship(properties: properties)
    let relationship = RelationshipID(state.counters.nextRelationship)
    try insert(relationship, RelationshipEnds(type: type, start: start, end: end), record)
    try addEntries(of: relationship, type, properties)
    noteChange(type, relationship, from: start, to: end, isGone: false)
    noteTouched(relationship, type)
    state.counters.nextRelationship += 1
    state.counters.countType(type, 1)
    state.counters.rowRelationships += 1
    try noteEndLabels(type, start, end)
    return relationship
  }

  private func insert(
    _ relationship: RelationshipID, _ ends: RelationshipEnds, _ record: [UInt8]
  ) throws(StoreError) {
    changes += 1
    relationshipPages.drop(relationship.rawValue)
    try statements.waiting.addRelationship(relationship.rawValue, ends, record, by: statements)
  }

  public func set(_ key: PropertyKeyID, to value: Value, of relationship: RelationshipID) throws(StoreError) {
    try checkWritable()
    let (ends, before) = try contents(of: relationship)
    try check(key, value)
    var properties = before
    Self.replace(key, in: &properties, by: value)
    let record = try RecordWriter.relationship(properties: properties)
    noteTouched(relationship, ends.type)
    try removeEntries(of: relationship, ends.type, before)
    try addEntries(of: relationship, ends.type, properties)
    if let base = try base, try baseEnds(relationship, base) != nil {
      try insert(relationship, ends, record)
      hide(relationship)
      state.counters.rowRelationships += 1
      return
    }
    changes += 1
    relationshipPages.drop(relationship.rawValue)
    if !statements.waiting.replaceRelationship(relationship.rawValue, by: record) {
      try statements[.updateRelationship].bind(1, relationship.rawValue).bind(2, record).run()
    }
  }

  public func delete(_ relationship: RelationshipID) throws(StoreError) {
    try checkWritable()
    let (ends, properties) = try contents(of: relationship)
    changes += 1
    relationshipPages.drop(relationship.rawValue)
    noteChange(ends.type, relationship, from: ends.start, to: ends.end, isGone: true)
    noteText(relationship, ends.type)
    try removeEntries(of: relationship, ends.type, properties)
    state.counters.countType(ends.type, -1)
    if let base = try base, relationship.place <= base.directory.relationshipLimit {
      let isInBase = try !isHidden(relationship, base)
      try statements[.insertRemoved].bind(1, Int64(1)).bind(2, relationship.rawValue).run()
      if isInBase { return hide(relationship) }
    }
    try statements[.deleteRelationship].bind(1, relationship.rawValue).run()
    state.counters.rowRelationships -= 1
  }

  private func hide(_ relationship: RelationshipID) {
    hiddenRelationships.insert(relationship.rawValue)
    state.counters.hiddenRelationships += 1
  }

  /// What the nodes at the ends of a type have in common, with a new relationship.
  private func noteEndLabels(_ type: RelationshipTypeID, _ start: NodeID, _ end: NodeID) throws(StoreError) {
    if let known = state.endLabels?.entries[type], known.starts.isEmpty, known.ends.isEmpty, known.mayLoop { return }
    let labels = try labels(of: [start, end])
    state.endLabels?.add(type, from: labels[0], to: labels[1], isLoop: start == end)
  }

  private func contents(
    of relationship: RelationshipID
  ) throws(StoreError) -> (ends: RelationshipEnds, properties: [(key: PropertyKeyID, value: Value)]) {
    if let base = try base, let ends = try baseEnds(relationship, base) {
      return (ends, try base.properties(relationship.place, ofNodes: false))
    }
    if let (ends, record) = statements.waiting.relationship(relationship.rawValue) {
      var record = RecordReader(record)
      return (ends, try record.properties())
    }
    let rows = try statements[.relationship].bind(1, relationship.rawValue)
    defer { rows.reset() }
    guard try rows.step() else {
      throw StoreError(.notFound, "there is no relationship \(relationship.rawValue)")
    }
    var record = RecordReader(rows.blob(3))
    return (rows.relationshipEnds, try record.properties())
  }

  // MARK: Checks

  private func check(_ label: LabelID) throws(StoreError) {
    guard state.labels.holds(label.rawValue) else {
      throw StoreError(.misuse, "there is no label with number \(label.rawValue)")
    }
  }

  /// The properties without nulls, by ascending key; of a key that is given twice, the last.
  private func checked(
    _ properties: [(key: PropertyKeyID, value: Value)]
  ) throws(StoreError) -> [(key: PropertyKeyID, value: Value)] {
    for (key, value) in properties { try check(key, value) }
    let areInOrder = zip(properties, properties.dropFirst()).allSatisfy { $0.key < $1.key }
    if areInOrder, !properties.contains(where: { $0.value.isNull }) { return properties }
    var kept: [(key: PropertyKeyID, value: Value)] = []
    kept.reserveCapacity(properties.count)
    for (key, value) in properties {
      // Mostly the keys come in order, and this appends.
      var at = kept.count
      while at > 0, kept[at - 1].key >= key { at -= 1 }
      if at < kept.count, kept[at].key == key { kept.remove(at: at) }
      if !value.isNull { kept.insert((key: key, value: value), at: at) }
    }
    return kept
  }

  private func check(_ key: PropertyKeyID, _ value: Value) throws(StoreError) {
    guard state.keys.holds(key.rawValue) else {
      throw StoreError(.misuse, "there is no property key with number \(key.rawValue)")
    }
    guard value.isNull || value.isStorable else {
      throw StoreError(.unstorable, "the value of `\(name(of: key))` cannot be stored as a property")
    }
  }

  /// Null removes. The properties ascend by key.
  private static func replace(
    _ key: PropertyKeyID, in properties: inout [(key: PropertyKeyID, value: Value)], by value: Value
  ) {
    let at = properties.firstIndex { $0.key >= key } ?? properties.count
    let isThere = at < properties.count && properties[at].key == key
    if value.isNull {
      if isThere { properties.remove(at: at) }
    } else if isThere {
      properties[at].value = value
    } else {
      properties.insert((key: key, value: value), at: at)
    }
  }
}
