public import GraphModel

extension SQLiteGraph {
  /// Cost: that of scanning; in the base, a look at each property that is tested, where it is stored.
  public func scanNodes(
    labels: [LabelID], where tests: [PropertyTest], after: NodeID?, limit: Int, into nodes: inout [NodeID]
  ) throws(StoreError) {
    var (after, left, size) = (after, limit, min(limit, BasePart.size))
    while left > 0 {
      var found: [NodeID] = []
      try scanNodes(labels: labels, after: after, limit: size, into: &found)
      let isLast = found.count < size
      after = found.last
      try keep(&found, tests)
      nodes.append(contentsOf: found.prefix(left))
      left -= min(left, found.count)
      if isLast { return }
      // Where few pass, more are looked at in one go.
      if found.count < size / 4 { size = min(2 * size, BasePart.size) }
    }
  }

  /// The same for relationships. Only of those that pass the ends are looked for.
  public func scanRelationships(
    types: [RelationshipTypeID]?, where tests: [PropertyTest], sides: RelationshipSides, after: RelationshipID?, limit: Int,
    into found: inout Adjacency
  ) throws(StoreError) {
    try checkReadable()
    guard let base = try base else { return try scanAndTest(types, tests, after, limit, into: &found) }
    let ids = RelationshipIDs(base, of: types)
    let hasRows = state.counters.rowRelationships > 0
    let first = found.count
    defer { relationshipDemand += found.count - first }
    let all = try mergedRelationships(0)
    // Where no row stands for a relationship of the base, or its values are merged, all other rows are behind the base.
    let isInOrder = (all != nil || state.counters.hiddenRelationships == 0) && ids.areRuns
    var walker = EndsWalker(base, hasRows && !isInOrder ? [.start, .end] : sides)
    var (after, left) = (after?.place ?? 0, limit)
    if isInOrder {
      while left > 0, let run = ids.run(after: after, count: min(left, BasePart.size)) {
        after = run.upperBound - 1
        if tests.isEmpty, sides.isEmpty, all?.records.isGone(anyOf: run) != true {
          left -= run.count
          found.append(run: run)
          continue
        }
        let passing = try passing(run, tests, base, all)
        left -= passing.count
        try walker.append(passing, to: &found)
      }
      guard hasRows, left > 0 else { return }
      return try scanRows(types, tests, sides, after: max(after, base.directory.relationshipLimit), left, into: &found)
    }
    found.reserve(min(limit, 4 * BasePart.size))
    while left > 0 {
      var scanned = try scan(ids, types, after: after, count: min(left, BasePart.size), base)
      after = scanned.last
      var passing: [RelationshipID] = []
      swap(&passing, &scanned.ids)
      try keep(&passing, tests)
      left -= passing.count
      if scanned.rows.count == 0 {
        try walker.append(passing, to: &found)
      } else {
        try append(passing, scanned.rows, &walker, to: &found)
      }
      if scanned.isEnd { return }
    }
  }

  /// The rows behind a place that pass.
  private func scanRows(
    _ types: [RelationshipTypeID]?, _ tests: [PropertyTest], _ sides: RelationshipSides, after: Int, _ limit: Int,
    into found: inout Adjacency
  ) throws(StoreError) {
    var (after, left) = (RelationshipID(Int64(after)), limit)
    while left > 0 {
      var rows = Adjacency()
      try scanRows(types, after, BasePart.size, into: &rows)
      let isLast = rows.count < BasePart.size
      after = rows.relationships.last ?? after
      if !tests.isEmpty {
        var passing = rows.relationships
        try keep(&passing, tests)
        var next = 0
        rows.keep(
          rows.relationships.map { relationship in
            guard next < passing.count, passing[next] == relationship else { return false }
            next += 1
            return true
          })
      }
      let count = min(left, rows.count)
      found.origins.append(contentsOf: repeatElement(0, count: count))
      found.relationships += rows.relationships.prefix(count)
      // As the walker gives them.
      if sides.contains(.start) { found.sources += rows.sources.prefix(count) }
      if !sides.isEmpty { found.neighbours += rows.neighbours.prefix(count) }
      left -= count
      if isLast { return }
    }
  }

  /// The relationships of a run in the base, all in one part, that pass.
  private func passing(
    _ run: Range<Int>, _ tests: [PropertyTest], _ base: Base, _ all: MergedColumns?
  ) throws(StoreError) -> [RelationshipID] {
    func column(_ key: PropertyKeyID) throws(StoreError) -> BaseColumn? {
      if let all { try all.column(key) } else { try base.column(key, ofNodes: false) }
    }
    guard let first = tests.first else { return all?.records.left(of: run) ?? run.map { RelationshipID(Int64($0)) } }
    // Nothing passes a test of a property that is not there.
    guard let tested = try column(first.key) else { return [] }
    let together = tests.filter { $0.key == first.key }
    if var passing: [RelationshipID] = try tested.passing(run, together) {
      try keep(&passing, tests.filter { $0.key != first.key }, column)
      return passing
    }
    var passing = run.map { RelationshipID(Int64($0)) }
    try keep(&passing, tests, column)
    return passing
  }

  /// Some relationships by id, and which of them are rows. `last`: up to where there are no others.
  private func scan(
    _ all: RelationshipIDs, _ types: [RelationshipTypeID]?, after: Int, count: Int, _ base: Base
  ) throws(StoreError) -> (ids: [RelationshipID], rows: Adjacency, last: Int, isEnd: Bool) {
    var ids: [RelationshipID] = []
    try all.append(after: after, count: count, to: &ids)
    var (last, isEnd) = (ids.last?.place ?? after, ids.count < count)
    if state.counters.hiddenRelationships > 0 { ids = try shown(ids, base) }
    var rows = Adjacency()
    guard state.counters.rowRelationships > 0 else { return (ids, rows, last, isEnd) }
    if isEnd {
      try scanRows(types, RelationshipID(Int64(after)), count, into: &rows)
      if rows.count == count, let end = rows.relationships.last {
        ids.removeAll { $0 > end }
        (last, isEnd) = (end.place, false)
      }
    } else {
      try scanRows(types, ids: Int64(after + 1)...Int64(last), into: &rows)
    }
    if rows.count > 0 { ids = ids.mergedAscending(with: rows.relationships) }
    if ids.count > count {
      ids.removeLast(ids.count - count)
      (last, isEnd) = (ids.last?.place ?? after, false)
    }
    return (ids, rows, last, isEnd)
  }

  /// Appends relationships with their ends; `rows`: those that are rows, and perhaps others.
  private func append(
    _ relationships: [RelationshipID], _ rows: Adjacency, _ walker: inout EndsWalker, to found: inout Adjacency
  ) throws(StoreError) {
    var row = 0
    for relationship in relationships {
      while row < rows.count, rows.relationships[row] < relationship { row += 1 }
      if row < rows.count, rows.relationships[row] == relationship {
        found.append(origin: 0, relationship: relationship, source: rows.sources[row], neighbour: rows.neighbours[row])
      } else {
        try walker.append([relationship], to: &found)
      }
    }
  }

  private func scanAndTest(
    _ types: [RelationshipTypeID]?, _ tests: [PropertyTest], _ after: RelationshipID?, _ limit: Int,
    into found: inout Adjacency
  ) throws(StoreError) {
    var (after, left, size) = (after, limit, min(limit, BasePart.size))
    while left > 0 {
      var scanned = Adjacency()
      try scanRelationships(types: types, after: after, limit: size, into: &scanned)
      let isLast = scanned.count < size
      after = scanned.relationships.last
      var passing = scanned.relationships
      try keep(&passing, tests)
      var at = 0
      for relationship in passing.prefix(left) {
        while scanned.relationships[at] != relationship { at += 1 }
        found.append(
          origin: 0, relationship: relationship, source: scanned.sources[at], neighbour: scanned.neighbours[at])
      }
      left -= min(left, passing.count)
      if isLast { return }
      if passing.count < size / 4 { size = min(2 * size, BasePart.size) }
    }
  }

  private func keep(_ nodes: inout [NodeID], _ tests: [PropertyTest]) throws(StoreError) {
    if let all = try mergedNodes(nodes.count) { return try keep(&nodes, tests, all.columns.column) }
    try keep(
      &nodes, tests, ofNodes: true, rows: { base, nodes throws(StoreError) in try rowPlaces(nodes, base) },
      held: { key, nodes throws(StoreError) in try property(key, of: nodes) })
  }

  private func keep(_ relationships: inout [RelationshipID], _ tests: [PropertyTest]) throws(StoreError) {
    if let all = try mergedRelationships(relationships.count) { return try keep(&relationships, tests, all.column) }
    try keep(
      &relationships, tests, ofNodes: false,
      rows: { base, relationships throws(StoreError) in try rowPlaces(relationships, base) },
      held: { key, relationships throws(StoreError) in try property(key, of: relationships) })
  }

  /// Leaves out the ids that do not pass all tests. They ascend.
  private func keep<ID: StoredID & Comparable>(
    _ ids: inout [ID], _ tests: [PropertyTest], ofNodes: Bool, rows: (Base, [ID]) throws(StoreError) -> [Int],
    held: (PropertyKeyID, [ID]) throws(StoreError) -> Column
  ) throws(StoreError) {
    guard let base = try base else { return try keepRows(&ids, tests, held) }
    let places = try rows(base, ids)
    func column(_ key: PropertyKeyID) throws(StoreError) -> BaseColumn? { try base.column(key, ofNodes: ofNodes) }
    if places.isEmpty { return try keep(&ids, tests, column) }
    var changed = places.map { ids[$0] }
    var next = 0
    ids = ids.indices.filter { at in
      if next < places.count, places[next] == at {
        next += 1
        return false
      }
      return true
    }.map { ids[$0] }
    try keep(&ids, tests, column)
    try keepRows(&changed, tests, held)
    if !changed.isEmpty { ids = ids.mergedAscending(with: changed) }
  }

  private func keep<ID: StoredID>(
    _ ids: inout [ID], _ tests: [PropertyTest], _ column: (PropertyKeyID) throws(StoreError) -> BaseColumn?
  ) throws(StoreError) {
    for test in tests where !ids.isEmpty {
      // Nothing passes a test of a property that is not there.
      guard let column = try column(test.key) else {
        ids = []
        return
      }
      try column.keep(&ids, test)
    }
  }

  private func keepRows<ID>(
    _ ids: inout [ID], _ tests: [PropertyTest], _ held: (PropertyKeyID, [ID]) throws(StoreError) -> Column
  ) throws(StoreError) {
    for test in tests where !ids.isEmpty {
      let values = try held(test.key, ids)
      ids = ids.indices.filter { test.passes(values[$0]) }.map { ids[$0] }
    }
  }
}
