public import GraphModel

/// Writing many relationships at once: what they have in common is looked at once, and records are encoded from columns.
extension SQLiteGraph {
  public func createRelationships(
    _ type: RelationshipTypeID, from starts: [NodeID], to ends: [NodeID], properties: PropertyColumns
  ) throws(StoreError) -> [RelationshipID] {
    try checkWritable()
    guard state.types.holds(type.rawValue), starts.count == properties.count, ends.count == properties.count else {
      throw StoreError(.misuse, "relationships need a type of the graph, and a start and an end each")
    }
    let labels = try labelsWorthNoting(type, starts, ends)
    try check(exist: starts, labels?.starts)
    try check(exist: ends, labels?.ends)
    try check(properties)
    let first = state.counters.nextRelationship
    let made = (0..<properties.count).map { RelationshipID(first + Int64($0)) }
    changes += 1
    try Self.eachPart(of: made.count) { rows throws(StoreError) in
      let cells = try EncodedCells.of(properties, rows: rows)
      for row in rows {
        let (relationship, ends) = (made[row], RelationshipEnds(type: type, start: starts[row], end: ends[row]))
        noteRow(of: relationship)
        try statements.waiting.addRelationship(
          relationship.rawValue, ends, cells, row: row - rows.lowerBound, by: statements)
        noteChange(type, relationship, from: ends.start, to: ends.end, isGone: false)
        noteTouched(relationship, type)
      }
    }
    try addEntries(ofNew: first, properties) { $0.concerns(type) }
    state.counters.countNewRelationships(made.count, type)
    noteEndLabels(type, starts, ends, labels)
    return made
  }

  /// Relationships of the base that become rows are read column by column; the others one by one.
  public func set(_ properties: PropertyColumns, of relationships: [RelationshipID]) throws(StoreError) {
    try checkWritable()
    try check(properties)
    let copied = try firstInBase(relationships)
    if !copied.isEmpty, let base = try base {
      try makeRows(of: copied.map { relationships[$0] }, properties.gathered(copied), base)
    }
    var next = 0
    for (row, relationship) in relationships.enumerated() {
      if next < copied.count, copied[next] == row { next += 1 } else { try set(properties.row(row), of: relationship) }
    }
  }

  /// Where relationships are that the base alone has, each once. None where there is an index on relationships: a row has entries of
  /// its own.
  private func firstInBase(_ relationships: [RelationshipID]) throws(StoreError) -> [Int] {
    guard relationships.count > 1, let base = try base, state.indexes.allSatisfy(\.isOnNodes) else { return [] }
    var seen = Set<RelationshipID>()
    var places: [Int] = []
    for (at, relationship) in relationships.enumerated() {
      guard try baseEnds(relationship, base) != nil else { continue }
      if seen.insert(relationship).inserted { places.append(at) }
    }
    return places
  }

  /// Makes relationships that the base alone has rows, with other values of some properties.
  private func makeRows(
    of relationships: [RelationshipID], _ changed: PropertyColumns, _ base: Base
  ) throws(StoreError) {
    changes += 1
    try Self.eachPart(of: relationships.count) { rows throws(StoreError) in
      let cells = try base.cells(of: Array(relationships[rows]), with: changed, rows: rows, base.directory.relationshipKeys) {
        key throws(StoreError) in try base.column(key, ofNodes: false)
      }
      for row in rows {
        let relationship = relationships[row]
        guard let ends = try base.ends(relationship.place) else { continue }
        noteRow(of: relationship)
        try statements.waiting.addRelationship(
          relationship.rawValue, ends, cells, row: row - rows.lowerBound, by: statements)
        noteTouched(relationship, ends.type)
        hide(relationship)
      }
    }
    state.counters.rowRelationships += relationships.count
  }
}
