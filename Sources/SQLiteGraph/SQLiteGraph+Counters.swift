import GraphModel

/// When the counts are stored, and how what came since is counted (``Counters``).
extension SQLiteGraph {
  static let countersKey = "counters"

  /// Stores what this transaction changed, unless it brought new rows alone and they may be counted later.
  func storeCounters() throws(StoreError) {
    guard state.counters != stateBefore.counters else { return }
    let onlyGrew = state.counters.onlyGrew(since: stateBefore.counters)
    let stored = state.storedCounters
    if onlyGrew, stored.mayLag, state.counters.rows(since: stored) <= Counters.mostUncounted { return }
    state.storedCounters = state.counters
    state.storedCounters.mayLag = onlyGrew
    try write(state.storedCounters.encoded, metadata: Self.countersKey)
  }

  /// Takes over what is stored, and counts the rows that have come since.
  func loadCounters(_ bytes: [UInt8], into state: inout StoreState) throws(StoreError) {
    state.storedCounters = try Counters(decoding: bytes)
    state.counters = state.storedCounters
    guard state.storedCounters.mayLag else { return }
    state.counters.mayLag = false
    let nodes = try statements[.nodeRange].bind(1, state.counters.nextNode).bind(2, Int64.max)
    defer { nodes.reset() }
    while try nodes.step() {
      var record = RecordReader(nodes.blob(1))
      let labels = try record.labels()
      guard nodes.integer(0) == state.counters.nextNode, labels.allSatisfy({ state.labels.holds($0.rawValue) }) else {
        throw RecordReader.damage
      }
      state.counters.countNewNodes(1, labels)
    }
    let relationships = try statements[.relationshipRange].bind(1, state.counters.nextRelationship).bind(2, Int64.max)
    defer { relationships.reset() }
    while try relationships.step() {
      let type = relationships.relationshipEnds.type
      guard relationships.integer(4) == state.counters.nextRelationship, state.types.holds(type.rawValue) else {
        throw RecordReader.damage
      }
      state.counters.countNewRelationships(1, type)
    }
  }
}
