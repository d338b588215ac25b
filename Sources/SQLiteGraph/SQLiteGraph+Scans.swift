public import GraphModel

extension SQLiteGraph {
  /// Cost: with labels, a row of the index for each node of the rarest label; without, a row of the table a node.
  public func scanNodes(
    labels: [LabelID], after: NodeID?, limit: Int, into nodes: inout [NodeID]
  ) throws(StoreError) {
    try checkReadable()
    guard limit > 0 else { return }
    guard let rarest = labels.min(by: { state.counters.label($0) < state.counters.label($1) }) else {
      _ = try read(.nodeIDs, label: nil, after: after, limit: limit, into: &nodes)
      return
    }
    let others = labels.filter { $0 != rarest }
    var after = after
    var left = limit
    while left > 0 {
      var found: [NodeID] = []
      let wanted = others.isEmpty ? left : max(left, Batch.capacity)
      let isLast = try read(.nodesOfLabel, label: rarest, after: after, limit: wanted, into: &found)
      after = found.last
      for label in others {
        let has = try hasLabel(label, found)
        found = zip(found, has).compactMap { $1 ? $0 : nil }
      }
      nodes.append(contentsOf: found.prefix(left))
      left -= min(left, found.count)
      if isLast { return }
    }
  }

  /// Whether the rows came to an end before the limit.
  private func read(
    _ query: StoreQuery, label: LabelID?, after: NodeID?, limit: Int, into nodes: inout [NodeID]
  ) throws(StoreError) -> Bool {
    let rows = try statements[query].bind(1, after?.rawValue ?? 0).bind(2, Int64(limit))
    if let label { rows.bind(3, Int64(label.rawValue)) }
    defer { rows.reset() }
    var left = limit
    var last = after?.rawValue ?? 0
    while try rows.step() {
      // In a damaged file the rows may run in circles.
      guard rows.integer(0) > last else { throw RecordReader.damage }
      last = rows.integer(0)
      nodes.append(NodeID(last))
      left -= 1
    }
    return left > 0
  }

  /// Cost: a row of the table for each relationship where the types are frequent, else a row of the index by type and
  /// one of the table for each that has one of the types.
  public func scanRelationships(
    types: [RelationshipTypeID]?, after: RelationshipID?, limit: Int, into found: inout Adjacency
  ) throws(StoreError) {
    try checkReadable()
    guard limit > 0 else { return }
    let first = after?.rawValue ?? 0
    guard let types else {
      let rows = try statements[.relationshipScan].bind(1, first).bind(2, Int64(limit))
      defer { rows.reset() }
      var last = first
      while try rows.step() { try rows.appendRelationship(after: &last, to: &found) }
      return
    }
    let wanted = Set(types)
    let matching = wanted.reduce(0) { $0 + state.counters.type($1) }
    if !hasRelationshipIndexes || matching > state.counters.relationships / 8 {
      try filter(wanted, after: first, limit: limit, into: &found)
    } else {
      try merge(wanted.sorted(), after: first, limit: limit, into: &found)
    }
  }

  private func filter(
    _ types: Set<RelationshipTypeID>, after first: Int64, limit: Int, into found: inout Adjacency
  ) throws(StoreError) {
    let rows = try statements[.relationshipScan].bind(1, first).bind(2, Int64.max)
    defer { rows.reset() }
    var left = limit
    var last = first
    while left > 0, try rows.step() {
      guard types.contains(RelationshipTypeID(Int32(truncatingIfNeeded: rows.integer(0)))) else { continue }
      try rows.appendRelationship(after: &last, to: &found)
      left -= 1
    }
  }

  /// The first of each type, brought into one order.
  private func merge(
    _ types: [RelationshipTypeID], after first: Int64, limit: Int, into found: inout Adjacency
  ) throws(StoreError) {
    var candidates = Adjacency()
    for type in types {
      let rows = try statements[.relationshipsOfType]
      rows.bind(1, first).bind(2, Int64(limit)).bind(3, Int64(type.rawValue))
      defer { rows.reset() }
      var last = first
      while try rows.step() { try rows.appendRelationship(after: &last, to: &candidates) }
    }
    let order = (0..<candidates.count).sorted { candidates.relationships[$0] < candidates.relationships[$1] }
    for at in order.prefix(limit) {
      found.append(
        origin: 0, relationship: candidates.relationships[at], source: candidates.sources[at],
        neighbour: candidates.neighbours[at])
    }
  }
}

extension Statement {
  /// Of a row of type, start, end and id. In a damaged file the rows may run in circles.
  fileprivate func appendRelationship(after last: inout Int64, to found: inout Adjacency) throws(StoreError) {
    let id = integer(3)
    guard id > last else { throw RecordReader.damage }
    last = id
    found.append(
      origin: 0, relationship: RelationshipID(id), source: NodeID(integer(1)), neighbour: NodeID(integer(2)))
  }
}
