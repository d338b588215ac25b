public import GraphModel

/// Writing many nodes at once: what they have in common is looked at once, and records are encoded from columns.
extension SQLiteGraph {
  public func createNodes(labels: [LabelID], properties: PropertyColumns) throws(StoreError) -> [NodeID] {
    try checkWritable()
    for label in labels { try check(label) }
    try check(properties)
    let labels = labels.count < 2 ? labels : Set(labels).sorted()
    let first = state.counters.nextNode
    try addEntries(ofNew: first, properties) { $0.concerns(labels) }
    let made = (0..<properties.count).map { NodeID(first + Int64($0)) }
    let head = try RecordWriter.node(labels: labels, properties: [])
    changes += 1
    statements.waiting.reserve(nodes: made.count)
    try Self.eachPart(of: made.count) { rows throws(StoreError) in
      let cells = try EncodedCells.of(properties, rows: rows)
      for row in rows { try insert(made[row], labels, head, cells, row: row - rows.lowerBound) }
    }
    try noteLabels(labels, ofNew: first..<first + Int64(made.count))
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
    changes += 1
    statements.waiting.reserve(nodes: nodes.count)
    try Self.eachPart(of: nodes.count) { rows throws(StoreError) in
      let cells = try base.cells(of: Array(nodes[rows]), with: changed, rows: rows, base.directory.nodeKeys) {
        key throws(StoreError) in try base.column(key, ofNodes: true)
      }
      // Mostly nodes that follow one another have the same labels.
      var (set, labels, head) = (-1, [LabelID](), [UInt8]())
      for row in rows {
        let number = try base.labelSets.number(nodes[row].place)
        if number != set {
          (set, labels) = (number, try base.labelSets.labels(nodes[row].place))
          head = try RecordWriter.node(labels: labels, properties: [])
        }
        try insert(nodes[row], labels, head, cells, row: row - rows.lowerBound)
        for label in labels { statements.waiting.addLabel(label, of: nodes[row].rawValue) }
        hiddenNodes.insert(nodes[row].rawValue)
      }
    }
    state.counters.hiddenNodes += nodes.count
    state.counters.rowNodes += nodes.count
  }

  /// `head`: the labels as a record holds them; `cells`: the properties, in some row.
  private func insert(
    _ node: NodeID, _ labels: [LabelID], _ head: [UInt8], _ cells: [EncodedCells], row: Int
  ) throws(StoreError) {
    noteRow(of: node)
    try statements.waiting.addNode(node.rawValue, head, cells, row: row, by: statements)
    noteTouched(node, labels)
    noteText(node, labels)
  }

  /// So many rows as are encoded together, one part after the other.
  static func eachPart(of count: Int, _ work: (Range<Int>) throws(StoreError) -> Void) throws(StoreError) {
    for start in stride(from: 0, to: count, by: EncodedCells.rowsAtOnce) {
      try work(start..<min(start + EncodedCells.rowsAtOnce, count))
    }
  }
}
