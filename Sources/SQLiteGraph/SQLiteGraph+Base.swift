import GraphModel

extension SQLiteGraph {
  /// The base as of this transaction; nil where there is none. Cost: constant once opened.
  var base: Base? {
    get throws(StoreError) {
      let generation = state.counters.generation
      if let open = openBase, open.generation == generation { return open.base }
      guard generation > 0 else { return nil }
      let made = try Base(
        BaseDirectory(decoding: try chunks.require(ChunkKey(kind: .directory))), chunks)
      openBase = (generation, made)
      return made
    }
  }

  /// How many chunks of the base have been read since the graph was opened.
  public var chunksRead: Int { chunks.readCount }

  /// Whether the base alone says what a node is. Cost: a look-up, or, once many were asked for, none.
  @inline(__always)
  func isInBase(_ node: NodeID, _ base: Base) throws(StoreError) -> Bool {
    guard try base.isNode(node.place) else { return false }
    return try !isHidden(node, base)
  }

  /// Whether what the base says of a node does not count.
  @inline(__always)
  func isHidden(_ node: NodeID, _ base: Base) throws(StoreError) -> Bool {
    let limit = base.directory.nodeLimit
    return try hiddenNodes.contains(
      node.place, count: state.counters.hiddenNodes, limit: limit,
      probe: { () throws(StoreError) in
        if statements.waiting.holdsNode(node.rawValue) { return true }
        return try hasRow(.isHiddenNode, node.rawValue)
      },
      load: { take throws(StoreError) in try eachHiddenNode(upTo: limit, take) })
  }

  /// Whether what the base says of a relationship does not count.
  @inline(__always)
  func isHidden(_ relationship: RelationshipID, _ base: Base) throws(StoreError) -> Bool {
    let limit = base.directory.relationshipLimit
    return try hiddenRelationships.contains(
      relationship.place, count: state.counters.hiddenRelationships, limit: limit,
      probe: { () throws(StoreError) in
        if statements.waiting.holdsRelationship(relationship.rawValue) { return true }
        return try hasRow(.isHiddenRelationship, relationship.rawValue)
      },
      load: { take throws(StoreError) in try eachHiddenRelationship(upTo: limit, take) })
  }

  /// Type and ends, where the base alone says what the relationship is.
  func baseEnds(_ relationship: RelationshipID, _ base: Base) throws(StoreError) -> RelationshipEnds? {
    guard let ends = try base.ends(relationship.place), try !isHidden(relationship, base) else { return nil }
    return ends
  }

  // MARK: Relationships of both

  /// The adjacency that a selection follows, in base and rows; nil where so little was asked for that rows are asked for node by
  /// node. `count`: of how many nodes the relationships are asked for now.
  func chains(_ selection: ExpansionSelection, _ count: Int) throws(StoreError) -> BaseWays? {
    if let merged { return try merged.ways(selection) }
    let changes = state.counters.rowRelationships + state.counters.hiddenRelationships
    let base = try base
    if changes == 0, let base { return try base.ways(selection) }
    mergeDemand += count
    guard mergeDemand >= 16 + changes / 16 || !hasRelationshipIndexes, let made = try merge(base) else { return nil }
    merged = made
    return try made.ways(selection)
  }

  /// Nil where an id is too high for it.
  private func merge(_ base: Base?) throws(StoreError) -> MergedRelationships? {
    let room = state.counters.nextNode + state.counters.nextNode / 8 + 4_096
    guard room < Int64(UInt32.max) else { return nil }
    let merged = MergedRelationships(base?.directory ?? BaseDirectory(), chunks, nodeLimit: Int(room))
    var isWhole = true
    // A row with an id of the base stands for the same relationship with other properties.
    let rows = try statements[.relationshipScan].bind(1, Int64(base?.directory.relationshipLimit ?? 0)).bind(2, Int64.max)
    defer { rows.reset() }
    while isWhole, try rows.step() {
      isWhole = merged.note(
        RelationshipTypeID(Int32(truncatingIfNeeded: rows.integer(0))), RelationshipID(rows.integer(3)),
        from: NodeID(rows.integer(1)), to: NodeID(rows.integer(2)), isGone: false)
    }
    guard let base else { return isWhole ? merged : nil }
    var gone: [Int64] = []
    try ids(.removedRelationships, upTo: nil) { gone.append($0) }
    for id in gone {
      guard let ends = try base.ends(Int(id)) else { continue }
      _ = merged.note(ends.type, RelationshipID(id), from: ends.start, to: ends.end, isGone: true)
    }
    return isWhole ? merged : nil
  }

  /// A relationship has come or gone.
  func noteChange(
    _ type: RelationshipTypeID, _ relationship: RelationshipID, from start: NodeID, to end: NodeID, isGone: Bool
  ) {
    guard let merged else { return }
    if !merged.note(type, relationship, from: start, to: end, isGone: isGone) { self.merged = nil }
  }

  private func hasRow(_ query: StoreQuery, _ id: Int64) throws(StoreError) -> Bool {
    let rows = try statements[query].bind(1, id)
    defer { rows.reset() }
    return try rows.step()
  }

  /// The nodes of the base that are gone or have a row, also one that waits.
  func eachHiddenNode(upTo limit: Int, _ take: (Int64) -> Void) throws(StoreError) {
    try ids(.hiddenNodes, upTo: limit, take)
    statements.waiting.eachNode { if $0 <= limit { take($0) } }
  }

  func eachHiddenRelationship(upTo limit: Int, _ take: (Int64) -> Void) throws(StoreError) {
    try ids(.hiddenRelationships, upTo: limit, take)
    statements.waiting.eachRelationship { if $0 <= limit { take($0) } }
  }

  func ids(_ query: StoreQuery, upTo limit: Int?, _ take: (Int64) -> Void) throws(StoreError) {
    let rows = try statements[query]
    if let limit { rows.bind(1, Int64(limit)) }
    defer { rows.reset() }
    while try rows.step() { take(rows.integer(0)) }
  }
}
