public import GraphModel

/// Writing many nodes at once: what they have in common is looked at once, and records are encoded from columns.
extension SQLiteGraph {
  public func createNodes(labels: [LabelID], properties: PropertyColumns) throws(StoreError) -> [NodeID] {
    try checkWritable()
    for label in labels { try check(label) }
    try check(properties)
    let labels = labels.count < 2 ? labels : Set(labels).sorted()
    let properties = properties.sorted
    let first = state.counters.nextNode
    try addEntries(ofNew: first, properties) { $0.concerns(labels) }
    let made = (0..<properties.count).map { NodeID(first + Int64($0)) }
    changes += 1
    statements.waiting.reserve(nodes: made.count)
    for (row, node) in made.enumerated() { try insert(node, labels, properties, row: row) }
    state.counters.countNewNodes(made.count, labels)
    return made
  }

  /// Nodes of the base that become rows are read column by column; the others one by one.
  public func set(_ properties: PropertyColumns, of nodes: [NodeID]) throws(StoreError) {
    try checkWritable()
    try check(properties)
    let copied = try firstInBase(nodes, properties)
    if !copied.isEmpty, let base = try base {
      try makeRows(of: copied.map { nodes[$0] }, properties.gathered(copied), base)
    }
    var next = 0
    for (row, node) in nodes.enumerated() {
      if next < copied.count, copied[next] == row { next += 1 } else { try set(properties.row(row), of: node) }
    }
  }

  /// Where nodes are that the base alone has, each once. None where there is an index on a property that changes: its entries have to be
  /// kept row by row.
  private func firstInBase(_ nodes: [NodeID], _ properties: PropertyColumns) throws(StoreError) -> [Int] {
    guard nodes.count > 1, let base = try base,
      !state.indexes.contains(where: { $0.isOnNodes && properties.keys.contains($0.key) })
    else { return [] }
    var seen = NodeSet()
    var places: [Int] = []
    for (at, node) in nodes.enumerated() {
      guard try isInBase(node, base) else { continue }
      if seen.insert(node) { places.append(at) }
    }
    return places
  }

  /// Makes nodes that the base alone has rows, with other values of some properties. What indexes hold of them stays in the base.
  private func makeRows(of nodes: [NodeID], _ changed: PropertyColumns, _ base: Base) throws(StoreError) {
    let properties = try base.properties(of: nodes, with: changed, base.directory.nodeKeys, workers) {
      key throws(StoreError) in try base.column(key, ofNodes: true)
    }
    changes += 1
    statements.waiting.reserve(nodes: nodes.count)
    for (row, node) in nodes.enumerated() {
      try insert(node, try base.labelSets.labels(node.place), properties, row: row)
      hiddenNodes.insert(node.rawValue)
    }
    state.counters.hiddenNodes += nodes.count
    state.counters.rowNodes += nodes.count
  }

  private func insert(
    _ node: NodeID, _ labels: [LabelID], _ properties: PropertyColumns, row: Int
  ) throws(StoreError) {
    nodePages.drop(node.rawValue)
    try statements.waiting.addNode(node.rawValue, by: statements) { writer throws(StoreError) in
      writer.labels(labels)
      try writer.properties(properties, row: row)
    }
    for label in labels { statements.waiting.addLabel(Int64(label.rawValue), of: node.rawValue) }
    noteTouched(node, labels)
    noteText(node, labels)
  }
}
