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
      probe: { () throws(StoreError) in try hasRow(.isHiddenNode, node.rawValue) },
      load: { take throws(StoreError) in try ids(.hiddenNodes, upTo: limit, take) })
  }

  /// Whether what the base says of a relationship does not count.
  @inline(__always)
  func isHidden(_ relationship: RelationshipID, _ base: Base) throws(StoreError) -> Bool {
    let limit = base.directory.relationshipLimit
    return try hiddenRelationships.contains(
      relationship.place, count: state.counters.hiddenRelationships, limit: limit,
      probe: { () throws(StoreError) in try hasRow(.isHiddenRelationship, relationship.rawValue) },
      load: { take throws(StoreError) in try ids(.hiddenRelationships, upTo: limit, take) })
  }

  /// Type and ends, where the base alone says what the relationship is.
  func baseEnds(_ relationship: RelationshipID, _ base: Base) throws(StoreError) -> RelationshipEnds? {
    guard let ends = try base.ends(relationship.place), try !isHidden(relationship, base) else { return nil }
    return ends
  }

  /// Whether rows may say something about the relationships of a node of the base.
  @inline(__always)
  func isTouched(_ node: NodeID, _ base: Base) throws(StoreError) -> Bool {
    try touchedNodes.mayContain(
      node, count: state.counters.rowRelationships + state.counters.hiddenRelationships, limit: base.directory.nodeLimit,
      load: { take throws(StoreError) in try touched(base, take) })
  }

  private func touched(_ base: Base, _ take: (Int64) -> Void) throws(StoreError) {
    let rows = try statements[.touchedEnds]
    defer { rows.reset() }
    while try rows.step() {
      take(rows.integer(0))
      take(rows.integer(1))
    }
    var gone: [Int64] = []
    try ids(.removedRelationships, upTo: nil) { gone.append($0) }
    for id in gone {
      guard let ends = try base.ends(Int(id)) else { continue }
      take(ends.start.rawValue)
      take(ends.end.rawValue)
    }
  }

  private func hasRow(_ query: StoreQuery, _ id: Int64) throws(StoreError) -> Bool {
    let rows = try statements[query].bind(1, id)
    defer { rows.reset() }
    return try rows.step()
  }

  private func ids(_ query: StoreQuery, upTo limit: Int?, _ take: (Int64) -> Void) throws(StoreError) {
    let rows = try statements[query]
    if let limit { rows.bind(1, Int64(limit)) }
    defer { rows.reset() }
    while try rows.step() { take(rows.integer(0)) }
  }
}
