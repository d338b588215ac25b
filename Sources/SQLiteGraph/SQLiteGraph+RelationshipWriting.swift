public import GraphModel

extension SQLiteGraph {
  public func createRelationship(
    _ type: RelationshipTypeID, from start: NodeID, to end: NodeID, properties: [(key: PropertyKeyID, value: Value)]
  ) throws(StoreError) -> RelationshipID {
    try checkWritable()
    guard state.types.holds(type.rawValue) else {
      throw StoreError(.misuse, "there is no relationship type with number \(type.rawValue)")
    }
    let labels = try labelsWorthNoting(type, [start], [end])
    try check(exist: [start, end], labels.map { $0.starts + $0.ends })
    let properties = try checked(properties)
    let relationship = RelationshipID(state.counters.nextRelationship)
    try insert(relationship, RelationshipEnds(type: type, start: start, end: end), properties)
    try addEntries(of: relationship, type, properties)
    noteChange(type, relationship, from: start, to: end, isGone: false)
    noteTouched(relationship, type)
    state.counters.countNewRelationships(1, type)
    noteEndLabels(type, [start], [end], labels)
    return relationship
  }

  private func insert(
    _ relationship: RelationshipID, _ ends: RelationshipEnds, _ properties: [(key: PropertyKeyID, value: Value)]
  ) throws(StoreError) {
    changes += 1
    noteRow(of: relationship)
    try statements.waiting.addRelationship(relationship.rawValue, ends, by: statements) { writer throws(StoreError) in
      try writer.properties(properties)
    }
  }

  public func set(_ key: PropertyKeyID, to value: Value, of relationship: RelationshipID) throws(StoreError) {
    try set([(key: key, value: value)], of: relationship)
  }

  public func set(
    _ changed: [(key: PropertyKeyID, value: Value)], of relationship: RelationshipID
  ) throws(StoreError) {
    try checkWritable()
    let (ends, before) = try contents(of: relationship)
    for (key, value) in changed { try check(key, value) }
    var properties = before
    for (key, value) in changed { Self.replace(key, in: &properties, by: value) }
    noteTouched(relationship, ends.type)
    try removeEntries(of: relationship, ends.type, before)
    try addEntries(of: relationship, ends.type, properties)
    if let base = try base, try baseEnds(relationship, base) != nil {
      try insert(relationship, ends, properties)
      hide(relationship)
      state.counters.rowRelationships += 1
      return
    }
    changes += 1
    noteValues(of: relationship)
    let record = try RecordWriter.relationship(properties: properties)
    if !statements.waiting.replaceRelationship(relationship.rawValue, by: record) {
      try statements[.updateRelationship].bind(1, relationship.rawValue).bind(2, record).run()
    }
  }

  public func delete(_ relationship: RelationshipID) throws(StoreError) {
    try checkWritable()
    let (ends, properties) = try contents(of: relationship)
    changes += 1
    noteRow(of: relationship)
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

  /// A row of a relationship comes or goes.
  func noteRow(of relationship: RelationshipID) {
    noteValues(of: relationship)
    rowEnds = nil
    rowsScanned = 0
  }

  /// What the row of a relationship says changes.
  private func noteValues(of relationship: RelationshipID) {
    relationshipPages.drop(relationship.rawValue)
    mergedValues = nil
    relationshipDemand = 0
  }

  func hide(_ relationship: RelationshipID) {
    hiddenRelationships.insert(relationship.rawValue)
    state.counters.hiddenRelationships += 1
  }

  /// The labels at the ends of new relationships; nil where they can change nothing in what is known of the type.
  func labelsWorthNoting(
    _ type: RelationshipTypeID, _ starts: [NodeID], _ ends: [NodeID]
  ) throws(StoreError) -> (starts: [[LabelID]], ends: [[LabelID]])? {
    guard let known = state.endLabels else { return nil }
    if let entry = known.entries[type], entry.starts.isEmpty, entry.ends.isEmpty, entry.mayLoop { return nil }
    return (try labels(of: starts), try labels(of: ends))
  }

  /// A node that has labels is there. `labels`: those of the nodes, where they are known.
  func check(exist nodes: [NodeID], _ labels: [[LabelID]]?) throws(StoreError) {
    let doubtful = labels.map { labels in zip(nodes, labels).filter { $1.isEmpty }.map { $0.0 } } ?? nodes
    guard !doubtful.isEmpty else { return }
    for (node, exists) in zip(doubtful, try exist(doubtful)) where !exists { throw Self.missing(node) }
  }

  /// What the nodes at the ends of a type have in common, with new relationships.
  func noteEndLabels(
    _ type: RelationshipTypeID, _ starts: [NodeID], _ ends: [NodeID], _ labels: (starts: [[LabelID]], ends: [[LabelID]])?
  ) {
    guard let labels else { return }
    for row in starts.indices {
      state.endLabels?.add(type, from: labels.starts[row], to: labels.ends[row], isLoop: starts[row] == ends[row])
    }
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
}
