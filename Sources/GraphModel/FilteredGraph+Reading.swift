extension FilteredGraph {
  // MARK: Scans

  public func scanNodes(
    labels: [LabelID], after: NodeID?, limit: Int, into nodes: inout [NodeID]
  ) throws(StoreError) {
    var (last, missing) = (after, limit)
    while missing > 0 {
      var found: [NodeID] = []
      try base.scanNodes(labels: labels, after: last, limit: missing, into: &found)
      let isLast = found.count < missing
      for (node, isShown) in zip(found, try shows(found)) where isShown {
        nodes.append(node)
        missing -= 1
      }
      if isLast { return }
      last = found.last
    }
  }

  public func scanRelationships(
    types: [RelationshipTypeID]?, after: RelationshipID?, limit: Int, into found: inout Adjacency
  ) throws(StoreError) {
    var (last, missing) = (after, limit)
    while missing > 0 {
      var scanned = Adjacency()
      try base.scanRelationships(types: types, after: last, limit: missing, into: &scanned)
      let isLast = scanned.count < missing
      let before = found.count
      try append(scanned, to: &found)
      missing -= found.count - before
      if isLast { return }
      last = scanned.relationships.last
    }
  }

  /// No index knows of a value that is shown otherwise.
  public func findNodes(
    label: LabelID, key: PropertyKeyID, equalTo value: Value
  ) throws(StoreError) -> [NodeID]? {
    if visibility.changedKeys.contains(key) { return nil }
    guard let found = try base.findNodes(label: label, key: key, equalTo: value) else { return nil }
    return zip(found, try shows(found)).filter(\.1).map(\.0)
  }

  public func findNodes(
    label: LabelID, key: PropertyKeyID, equalToEach values: Column, rows: inout [Int], nodes: inout [NodeID]
  ) throws(StoreError) -> Bool {
    var (foundRows, found): ([Int], [NodeID]) = ([], [])
    guard !visibility.changedKeys.contains(key),
      try base.findNodes(label: label, key: key, equalToEach: values, rows: &foundRows, nodes: &found)
    else { return false }
    for (at, isShown) in try shows(found).enumerated() where isShown {
      rows.append(foundRows[at])
      nodes.append(found[at])
    }
    return true
  }

  public func findRelationships(
    type: RelationshipTypeID, key: PropertyKeyID, equalToEach values: Column, rows: inout [Int],
    relationships: inout [RelationshipID]
  ) throws(StoreError) -> Bool {
    var (foundRows, found): ([Int], [RelationshipID]) = ([], [])
    guard !visibility.changedKeys.contains(key),
      try base.findRelationships(type: type, key: key, equalToEach: values, rows: &foundRows, relationships: &found)
    else { return false }
    var whole = Adjacency()
    for (at, ends) in try base.ends(of: found).enumerated() {
      guard let ends else { continue }
      whole.append(origin: foundRows[at], relationship: found[at], source: ends.start, neighbour: ends.end)
    }
    var shown = Adjacency()
    try append(whole, to: &shown)
    rows += shown.origins
    relationships += shown.relationships
    return true
  }

  // MARK: Expansion

  public func expand(
    _ nodes: [NodeID], _ selection: ExpansionSelection, into found: inout Adjacency
  ) throws(StoreError) {
    var all = Adjacency()
    try base.expand(nodes, selection, into: &all)
    try append(all, to: &found)
  }

  public func degrees(_ nodes: [NodeID], _ selection: ExpansionSelection) throws(StoreError) -> [Int] {
    var found = Adjacency()
    try expand(nodes, selection, into: &found)
    var degrees = [Int](filledWith: 0, count: nodes.count)
    for origin in found.origins { degrees[origin] += 1 }
    return degrees
  }

  public func connect(
    _ from: [NodeID], _ to: [NodeID], _ selection: ExpansionSelection, into found: inout Adjacency
  ) throws(StoreError) {
    var all = Adjacency()
    try base.connect(from, to, selection, into: &all)
    try append(all, to: &found)
  }

  // MARK: Contents

  public func hasLabel(_ label: LabelID, _ nodes: [NodeID]) throws(StoreError) -> [Bool] {
    zip(try base.hasLabel(label, nodes), try shows(nodes)).map { $0 && $1 }
  }

  public func labels(of nodes: [NodeID]) throws(StoreError) -> [[LabelID]] {
    zip(try base.labels(of: nodes), try shows(nodes)).map { $1 ? $0 : [] }
  }

  public func exist(_ nodes: [NodeID]) throws(StoreError) -> [Bool] {
    zip(try base.exist(nodes), try shows(nodes)).map { $0 && $1 }
  }

  /// What is hidden is not reached; of what was reached, everything is told, as it is shown.
  public func property(_ key: PropertyKeyID, of nodes: [NodeID]) throws(StoreError) -> Column {
    let values = try base.property(key, of: nodes)
    return visibility.changedKeys.contains(key) ? try visibility.shown(key, values, of: nodes) : values
  }

  public func property(_ key: PropertyKeyID, of relationships: [RelationshipID]) throws(StoreError) -> Column {
    let values = try base.property(key, of: relationships)
    return visibility.changedKeys.contains(key) ? try visibility.shown(key, values, of: relationships) : values
  }

  public func properties(of node: NodeID) throws(StoreError) -> [(key: PropertyKeyID, value: Value)] {
    try shown(try base.properties(of: node)) { key, value throws(StoreError) in
      try visibility.shown(key, .values([value]), of: [node])
    }
  }

  public func properties(of relationship: RelationshipID) throws(StoreError) -> [(key: PropertyKeyID, value: Value)] {
    try shown(try base.properties(of: relationship)) { key, value throws(StoreError) in
      try visibility.shown(key, .values([value]), of: [relationship])
    }
  }

  private func shown(
    _ properties: [(key: PropertyKeyID, value: Value)], _ show: (PropertyKeyID, Value) throws(StoreError) -> Column
  ) throws(StoreError) -> [(key: PropertyKeyID, value: Value)] {
    var shown: [(key: PropertyKeyID, value: Value)] = []
    for (key, value) in properties {
      let value = visibility.changedKeys.contains(key) ? try show(key, value)[0] : value
      if !value.isNull { shown.append((key, value)) }
    }
    return shown
  }

  public func ends(of relationships: [RelationshipID]) throws(StoreError) -> [RelationshipEnds?] {
    try base.ends(of: relationships)
  }
}
