public import GraphModel

extension SQLiteGraph {
  /// Cost: in the base, a look at the nodes of each part that has the labels; in the rows, with labels, little for
  /// each node of the rarest label, without, a row of the table a node.
  public func scanNodes(
    labels: [LabelID], after: NodeID?, limit: Int, into nodes: inout [NodeID]
  ) throws(StoreError) {
    try checkReadable()
    guard limit > 0 else { return }
    if let all = try mergedNodes(0) {
      return try scan(all.labelSets, labels, after, limit, into: &nodes)
    }
    let first = nodes.count
    defer { nodeDemand += nodes.count - first }
    guard let base = try base else { return try scanRows(labels, after, limit, into: &nodes) }
    try scan(base, labels, after, limit, into: &nodes)
    guard state.counters.rowNodes > 0 else { return }
    let isWhole = nodes.count - first < limit
    var rows: [NodeID] = []
    try scanRows(labels, after, limit, into: &rows)
    if !isWhole, let last = nodes.last { rows.removeAll { $0 > last } }
    guard !rows.isEmpty else { return }
    let merged = nodes[first...].mergedAscending(with: rows)
    nodes.replaceSubrange(first..., with: merged.prefix(limit))
  }

  private func scan(
    _ sets: LabelSets, _ labels: [LabelID], _ after: NodeID?, _ limit: Int, into nodes: inout [NodeID]
  ) throws(StoreError) {
    try sets.scan(sets.with(labels), after: after?.place ?? 0, limit: limit, into: &nodes)
  }

  /// Those of the base that are not hidden.
  private func scan(
    _ base: Base, _ labels: [LabelID], _ after: NodeID?, _ limit: Int, into nodes: inout [NodeID]
  ) throws(StoreError) {
    guard state.counters.hiddenNodes > 0 else { return try scan(base.labelSets, labels, after, limit, into: &nodes) }
    let isWanted = base.labelSets.with(labels)
    var left = limit
    var last = after?.place ?? 0
    while left > 0 {
      var found: [NodeID] = []
      try base.labelSets.scan(isWanted, after: last, limit: left, into: &found)
      for node in found where try !isHidden(node, base) {
        nodes.append(node)
        left -= 1
      }
      guard let end = found.last, found.count > 0 else { return }
      last = end.place
    }
  }

  private func scanRows(
    _ labels: [LabelID], _ after: NodeID?, _ limit: Int, into nodes: inout [NodeID]
  ) throws(StoreError) {
    guard let rarest = labels.min(by: { state.counters.label($0) < state.counters.label($1) }) else {
      return try scanRows(after, limit, into: &nodes)
    }
    let others = labels.filter { $0 != rarest }
    var after = after
    var left = limit
    while left > 0 {
      var found: [NodeID] = []
      let wanted = others.isEmpty ? left : max(left, Batch.capacity)
      let isLast = try scan(rarest, after: after, limit: wanted, into: &found)
      after = found.last
      for label in others {
        let has = try rowHasLabel(label, found)
        found = zip(found, has).compactMap { $1 ? $0 : nil }
      }
      nodes.append(contentsOf: found.prefix(left))
      left -= min(left, found.count)
      if isLast { return }
    }
  }

  /// True where they came to an end before the limit.
  private func scan(_ label: LabelID, after: NodeID?, limit: Int, into nodes: inout [NodeID]) throws(StoreError) -> Bool {
    if hasLabelParts {
      let first = nodes.count
      let areAll = try statements.nodes(with: Int64(label.rawValue), after: after?.place ?? 0, limit: limit, into: &nodes)
      guard areAll else { return false }
      return try scanUnnoted(label, after: after?.rawValue ?? 0, limit: limit - (nodes.count - first), into: &nodes)
    }
    let found = try connection.numbers(
      "SELECT node FROM node_label WHERE label = \(label.rawValue) AND node > \(after?.rawValue ?? 0) ORDER BY node LIMIT \(limit)")
    nodes += found.map { NodeID($0) }
    return found.count < limit
  }

  private func scanRows(_ after: NodeID?, _ limit: Int, into nodes: inout [NodeID]) throws(StoreError) {
    var last = after?.rawValue ?? 0
    let rows = try statements[.nodeIDs].bind(1, last).bind(2, Int64(limit))
    defer { rows.reset() }
    while try rows.step() {
      // In a damaged file the rows may run in circles.
      guard rows.integer(0) > last else { throw RecordReader.damage }
      last = rows.integer(0)
      nodes.append(NodeID(last))
    }
  }

  /// Cost: in the base, little for each that is found; a row of the table for each relationship that is a row, until they are in memory.
  public func scanRelationships(
    types: [RelationshipTypeID]?, after: RelationshipID?, limit: Int, into found: inout Adjacency
  ) throws(StoreError) {
    try checkReadable()
    guard limit > 0 else { return }
    guard try base != nil else { return try scanRows(types, after, limit, into: &found) }
    try scanRelationships(types: types, where: [], sides: [.start, .end], after: after, limit: limit, into: &found)
  }

  /// Those of the base that are not hidden.
  func shown(_ relationships: [RelationshipID], _ base: Base) throws(StoreError) -> [RelationshipID] {
    var shown: [RelationshipID] = []
    for relationship in relationships where try !isHidden(relationship, base) { shown.append(relationship) }
    return shown
  }

  /// Those with ids in a range.
  func scanRows(
    _ types: [RelationshipTypeID]?, ids: ClosedRange<Int64>, into found: inout Adjacency
  ) throws(StoreError) {
    if let all = try readRowEnds() { return all.append(types, in: ids, limit: .max, into: &found) }
    let rows = try statements[.relationshipRange].bind(1, ids.lowerBound).bind(2, ids.upperBound)
    defer { rows.reset() }
    while try rows.step() {
      rowsScanned += 1
      let type = RelationshipTypeID(Int32(truncatingIfNeeded: rows.integer(0)))
      guard types?.contains(type) ?? true else { continue }
      found.append(
        origin: 0, relationship: RelationshipID(rows.integer(4)), source: NodeID(rows.integer(1)),
        neighbour: NodeID(rows.integer(2)))
    }
  }

  func scanRows(
    _ types: [RelationshipTypeID]?, _ after: RelationshipID?, _ limit: Int, into found: inout Adjacency
  ) throws(StoreError) {
    let first = after?.rawValue ?? 0
    if let all = try readRowEnds() { return all.append(types, in: (first + 1)...Int64.max, limit: limit, into: &found) }
    let rows = try statements[.relationshipScan].bind(1, first).bind(2, types == nil ? Int64(limit) : Int64.max)
    defer { rows.reset() }
    var left = limit
    var last = first
    while left > 0, try rows.step() {
      rowsScanned += 1
      // In a damaged file the rows may run in circles.
      guard rows.integer(3) > last else { throw RecordReader.damage }
      last = rows.integer(3)
      guard types?.contains(RelationshipTypeID(Int32(truncatingIfNeeded: rows.integer(0)))) ?? true else { continue }
      found.append(
        origin: 0, relationship: RelationshipID(last), source: NodeID(rows.integer(1)), neighbour: NodeID(rows.integer(2)))
      left -= 1
    }
  }

  /// All that are rows, once scans have read as many since the last change; nil before, and where they are too many to be kept.
  private func readRowEnds() throws(StoreError) -> RowEnds? {
    if let rowEnds { return rowEnds }
    let count = state.counters.rowRelationships
    guard count > 0, count <= Self.mostRowsInMemory, rowsScanned >= count else { return nil }
    let rows = try statements[.relationshipScan].bind(1, Int64(0)).bind(2, Int64.max)
    defer { rows.reset() }
    let all = try RowEnds(rows, count: count)
    rowEnds = all
    return all
  }

  /// They take 32 bytes each.
  private static let mostRowsInMemory = 1 << 20
}

extension Sequence where Element: Comparable {
  /// Two ascending sequences without common elements as one.
  func mergedAscending(with other: [Element]) -> [Element] {
    var merged: [Element] = []
    var at = 0
    for item in self {
      while at < other.count, other[at] < item {
        merged.append(other[at])
        at += 1
      }
      merged.append(item)
    }
    merged.append(contentsOf: other[at...])
    return merged
  }
}
