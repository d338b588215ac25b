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

  /// Nodes of the base that become rows are read column by column, and records of others are changed where they stand. Node by node goes
  /// what changes a property with an index, since its entries have to be kept.
  public func set(_ properties: PropertyColumns, of nodes: [NodeID]) throws(StoreError) {
    try checkWritable()
    try check(properties)
    let changed = nodes.count > 1 ? try withoutKnown(properties, of: nodes) : properties
    if changed.keys.isEmpty { return }
    guard nodes.count > 1, !hasIndex(changed) else {
      for (row, node) in nodes.enumerated() { try set(changed.row(row), of: node) }
      return
    }
    let copied = try firstInBase(nodes)
    if !copied.isEmpty, let base = try base {
      try makeRows(of: copied.map { nodes[$0] }, changed.gathered(copied), base)
    }
    var next = 0
    let others = nodes.indices.filter { row in
      guard next < copied.count, copied[next] == row else { return true }
      next += 1
      return false
    }
    try changeRows(of: others.map { nodes[$0] }, changed.gathered(others))
  }

  private func hasIndex(_ properties: PropertyColumns) -> Bool {
    state.indexes.contains { $0.isOnNodes && properties.keys.contains($0.key) }
  }

  /// The properties but for those with an index that all nodes have as they are given: mostly that by which they were found.
  private func withoutKnown(_ properties: PropertyColumns, of nodes: [NodeID]) throws(StoreError) -> PropertyColumns {
    guard hasIndex(properties) else { return properties }
    var seen = NodeSet()
    guard nodes.allSatisfy({ seen.insert($0) }), try exist(nodes).allSatisfy({ $0 }) else { return properties }
    var changed = PropertyColumns(count: properties.count)
    for (key, column) in zip(properties.keys, properties.columns) {
      if state.indexes.contains(where: { $0.isOnNodes && $0.key == key }), try property(key, of: nodes).isWritten(as: column) { continue }
      changed.add(key, column)
    }
    return changed
  }

  /// Sets properties of nodes that are rows.
  private func changeRows(of nodes: [NodeID], _ properties: PropertyColumns) throws(StoreError) {
    let isWatched = !state.schema.constraints.isEmpty || !state.fullText.isEmpty
    try Self.eachPart(of: nodes.count) { rows throws(StoreError) in
      let cells = try EncodedCells.of(properties, rows: rows)
      for row in rows {
        guard let record = try rowRecord(of: nodes[row]) else { throw Self.missing(nodes[row]) }
        if isWatched {
          var reader = record
          let labels = try reader.labels()
          noteTouched(nodes[row], labels)
          noteText(nodes[row], labels)
        }
        try replace(record: try record.nodeRecord(with: cells, row: row - rows.lowerBound), of: nodes[row])
      }
    }
  }

  /// Where nodes are that the base alone has, each once.
  private func firstInBase(_ nodes: [NodeID]) throws(StoreError) -> [Int] {
    guard let base = try base else { return [] }
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
