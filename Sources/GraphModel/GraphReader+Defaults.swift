/// What the set-at-a-time questions mean, in terms of ``GraphReader/expand(_:_:into:)``. A store that can do better does.
extension GraphReader {
  public func everyNeighbour(of selection: ExpansionSelection, has label: LabelID) throws(StoreError) -> Bool { false }

  public func endLabels(of type: RelationshipTypeID) -> (starts: [LabelID], ends: [LabelID])? { nil }

  public func mayLoop(_ selection: ExpansionSelection) throws(StoreError) -> Bool { true }

  public func labels(toldApartBy key: PropertyKeyID) -> [LabelID] { [] }

  public func areToldApart(_ nodes: [NodeID], by key: PropertyKeyID, among label: LabelID) throws(StoreError) -> Bool { false }

  public func places(
    of nodes: [NodeID], by key: PropertyKeyID, notAfter text: String, isDescending: Bool
  ) throws(StoreError) -> [Int]? { nil }

  public func pieces(_ piece: TextPiece, of nodes: [NodeID], by key: PropertyKeyID) throws(StoreError) -> Column? { nil }

  public func components(_ field: DateField, of nodes: [NodeID], by key: PropertyKeyID) throws(StoreError) -> Column? { nil }

  public func findNodes(
    label: LabelID, key: PropertyKeyID, equalToEach values: Column, rows: inout [Int], nodes: inout [NodeID]
  ) throws(StoreError) -> Bool {
    let (rowsBefore, nodesBefore) = (rows.count, nodes.count)
    for row in 0..<values.count {
      let value = values[row]
      if value.isNull { continue }
      guard let found = try findNodes(label: label, key: key, equalTo: value) else {
        rows.removeSubrange(rowsBefore...)
        nodes.removeSubrange(nodesBefore...)
        return false
      }
      rows.append(contentsOf: repeatElement(row, count: found.count))
      nodes.append(contentsOf: found)
    }
    return true
  }

  public func neighbours(
    of nodes: [NodeID], _ selection: ExpansionSelection, notBy others: [[RelationshipID]], into found: inout [NodeID]
  ) throws(StoreError) {
    try neighboursByExpanding(nodes, selection, notBy: others, into: &found)
  }

  public func scanNodes(
    labels: [LabelID], where tests: [PropertyTest], after: NodeID?, limit: Int, into nodes: inout [NodeID]
  ) throws(StoreError) {
    var (after, left) = (after, limit)
    while left > 0 {
      var found: [NodeID] = []
      let wanted = max(left, Batch.capacity)
      try scanNodes(labels: labels, after: after, limit: wanted, into: &found)
      let isLast = found.count < wanted
      after = found.last
      for test in tests {
        let held = try property(test.key, of: found)
        found = found.indices.filter { test.passes(held[$0]) }.map { found[$0] }
      }
      nodes.append(contentsOf: found.prefix(left))
      left -= min(left, found.count)
      if isLast { return }
    }
  }

  public func scanRelationships(
    types: [RelationshipTypeID]?, where tests: [PropertyTest], sides: RelationshipSides, after: RelationshipID?, limit: Int,
    into found: inout Adjacency
  ) throws(StoreError) {
    var (after, left) = (after, limit)
    while left > 0 {
      var scanned = Adjacency()
      let wanted = max(left, Batch.capacity)
      try scanRelationships(types: types, after: after, limit: wanted, into: &scanned)
      let held = try tests.map { test throws(StoreError) in try property(test.key, of: scanned.relationships) }
      for at in 0..<scanned.count where left > 0 && zip(tests, held).allSatisfy({ $0.passes($1[at]) }) {
        found.append(
          origin: 0, relationship: scanned.relationships[at], source: scanned.sources[at],
          neighbour: scanned.neighbours[at])
        left -= 1
      }
      if scanned.count < wanted { return }
      after = scanned.relationships.last
    }
  }

  /// No index.
  public func findRelationships(
    type: RelationshipTypeID, key: PropertyKeyID, equalToEach values: Column, rows: inout [Int],
    relationships: inout [RelationshipID]
  ) throws(StoreError) -> Bool { false }

  public func types(of relationships: [RelationshipID]) throws(StoreError) -> TypeRuns {
    var types = TypeRuns()
    for ends in try ends(of: relationships) { types.append(ends?.type) }
    return types
  }

  public func discover(
    from nodes: [NodeID], _ selection: ExpansionSelection, seen: inout NodeSet, into found: inout [NodeID]
  ) throws(StoreError) {
    try discoverByExpanding(from: nodes, selection, seen: &seen, into: &found)
  }

  public func discover(
    from nodes: [NodeID], _ selection: ExpansionSelection, seen: inout NodeSet, into found: inout [NodeID],
    meeting other: NodeSet, met: inout [NodeID], wanting wanted: Meetings
  ) throws(StoreError) {
    try discoverByExpanding(from: nodes, selection, seen: &seen, into: &found, meeting: other, met: &met)
  }

  public func totalDegree(_ nodes: [NodeID], _ selection: ExpansionSelection) throws(StoreError) -> Int {
    try degrees(nodes, selection).reduce(0, +)
  }

  public func reach(
    from starts: [NodeID], _ selection: ExpansionSelection, includingStarts: Bool, atMost maximum: Int?,
    spare: inout NodeSet, rows: inout [Int], into ends: inout [NodeID]
  ) throws(StoreError) {
    for (row, start) in starts.enumerated() {
      try reach(
        from: start, row, selection, includingStart: includingStarts, atMost: maximum, spare: &spare, rows: &rows, into: &ends)
    }
  }

  public func expand(
    _ nodes: [NodeID], _ selection: ExpansionSelection, relationshipsWhere relationshipTests: [PropertyTest],
    neighboursWhere neighbourTests: [PropertyTest], into found: inout Adjacency
  ) throws(StoreError) {
    try expandAndTest(nodes, selection, relationshipTests, neighbourTests, into: &found)
  }

  public func connect(
    _ from: [NodeID], _ to: [NodeID], _ selection: ExpansionSelection, into found: inout Adjacency
  ) throws(StoreError) {
    try connectByExpanding(from, to, selection, into: &found)
  }

  public func countMeetings(
    _ left: [NodeID], _ leftSelection: ExpansionSelection, _ right: [NodeID], _ rightSelection: ExpansionSelection
  ) throws(StoreError) -> [Int] {
    try countMeetingsByExpanding(left, leftSelection, right, rightSelection)
  }

  public var workers: Int { 1 }

  public var chunksRead: Int { 0 }
}

/// The same by name, for a store that does better for some graphs only.
extension GraphReader {
  public func neighboursByExpanding(
    _ nodes: [NodeID], _ selection: ExpansionSelection, notBy others: [[RelationshipID]], into found: inout [NodeID]
  ) throws(StoreError) {
    var adjacency = Adjacency()
    try expand(nodes, selection, into: &adjacency)
    found.reserveCapacity(found.count + adjacency.count)
    for at in 0..<adjacency.count {
      let (origin, relationship) = (adjacency.origins[at], adjacency.relationships[at])
      if !others.contains(where: { $0[origin] == relationship }) { found.append(adjacency.neighbours[at]) }
    }
  }

  public func discoverByExpanding(
    from nodes: [NodeID], _ selection: ExpansionSelection, seen: inout NodeSet, into found: inout [NodeID]
  ) throws(StoreError) {
    var adjacency = Adjacency()
    try expand(nodes, selection, into: &adjacency)
    for node in adjacency.neighbours where seen.insert(node) { found.append(node) }
  }

  public func discoverByExpanding(
    from nodes: [NodeID], _ selection: ExpansionSelection, seen: inout NodeSet, into found: inout [NodeID],
    meeting other: NodeSet, met: inout [NodeID]
  ) throws(StoreError) {
    var fresh: [NodeID] = []
    try discoverByExpanding(from: nodes, selection, seen: &seen, into: &fresh)
    for node in fresh {
      if other.contains(node) { met.append(node) } else if met.isEmpty { found.append(node) }
    }
  }

  /// What is reached from one start, which is that of `row`.
  public func reach(
    from start: NodeID, _ row: Int, _ selection: ExpansionSelection, includingStart: Bool, atMost maximum: Int?,
    spare seen: inout NodeSet, rows: inout [Int], into ends: inout [NodeID]
  ) throws(StoreError) {
    seen.removeAll()
    if includingStart, seen.insert(start) { ends.append(start) }
    var frontier = [start]
    var depth = 0
    while !frontier.isEmpty, depth < maximum ?? Int.max {
      depth += 1
      var next: [NodeID] = []
      try discover(from: frontier, selection, seen: &seen, into: &next)
      ends.append(contentsOf: next)
      frontier = next
    }
    rows.append(contentsOf: repeatElement(row, count: ends.count - rows.count))
  }

  public func expandAndTest(
    _ nodes: [NodeID], _ selection: ExpansionSelection, _ relationshipTests: [PropertyTest],
    _ neighbourTests: [PropertyTest], into found: inout Adjacency
  ) throws(StoreError) {
    var adjacency = Adjacency()
    try expand(nodes, selection, into: &adjacency)
    for test in relationshipTests {
      let held = try property(test.key, of: adjacency.relationships)
      adjacency.keep((0..<adjacency.count).map { test.passes(held[$0]) })
    }
    for test in neighbourTests {
      let held = try property(test.key, of: adjacency.neighbours)
      adjacency.keep((0..<adjacency.count).map { test.passes(held[$0]) })
    }
    found.append(adjacency)
  }

  public func connectByExpanding(
    _ from: [NodeID], _ to: [NodeID], _ selection: ExpansionSelection, into found: inout Adjacency
  ) throws(StoreError) {
    var adjacency = Adjacency()
    try expand(from, selection, into: &adjacency)
    for at in 0..<adjacency.count where adjacency.neighbours[at] == to[adjacency.origins[at]] {
      found.append(
        origin: adjacency.origins[at], relationship: adjacency.relationships[at], source: adjacency.sources[at],
        neighbour: adjacency.neighbours[at])
    }
  }

  public func countMeetingsByExpanding(
    _ left: [NodeID], _ leftSelection: ExpansionSelection, _ right: [NodeID], _ rightSelection: ExpansionSelection
  ) throws(StoreError) -> [Int] {
    var counts: [Int] = []
    counts.reserveCapacity(left.count)
    for (left, right) in zip(left, right) {
      var reached = Adjacency()
      try expand([left], leftSelection, into: &reached)
      var times: [NodeID: Int] = [:]
      for node in reached.neighbours { times[node, default: 0] += 1 }
      reached.removeAll()
      try expand([right], rightSelection, into: &reached)
      counts.append(reached.neighbours.reduce(0) { $0 + (times[$1] ?? 0) })
    }
    return counts
  }
}
