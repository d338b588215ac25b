public import GraphModel

extension SQLiteGraph {
  public func createNode(
    labels: [LabelID], properties: [(key: PropertyKeyID, value: Value)]
  ) throws(StoreError) -> NodeID {
    try checkWritable()
    for label in labels { try check(label) }
    let labels = labels.count < 2 ? labels : Set(labels).sorted()
    let properties = try checked(properties)
    let node = NodeID(state.counters.nextNode)
    try checkUnique(node, labels, properties)
    try insert(node, labels, properties)
    try noteLabels(labels, ofNew: node.rawValue..<node.rawValue + 1)
    try addEntries(of: node, labels, properties)
    noteTouched(node, labels)
    state.counters.countNewNodes(1, labels)
    return node
  }

  private func insert(
    _ node: NodeID, _ labels: [LabelID], _ properties: [(key: PropertyKeyID, value: Value)]
  ) throws(StoreError) {
    changes += 1
    noteRow(of: node)
    try statements.waiting.addNode(node.rawValue, by: statements) { writer throws(StoreError) in
      writer.labels(labels)
      try writer.properties(properties)
    }
  }

  public func set(_ key: PropertyKeyID, to value: Value, of node: NodeID) throws(StoreError) {
    try set([(key: key, value: value)], of: node)
  }

  public func set(_ changed: [(key: PropertyKeyID, value: Value)], of node: NodeID) throws(StoreError) {
    try checkWritable()
    let (labels, before) = try contents(of: node)
    for (key, value) in changed { try check(key, value) }
    var properties = before
    for (key, value) in changed { Self.replace(key, in: &properties, by: value) }
    noteTouched(node, labels)
    noteText(node, labels)
    let isIndexed = state.indexes.contains { index in
      index.subject.concerns(labels) && changed.contains { $0.key == index.key }
    }
    guard isIndexed else {
      if try !makeRow(of: node, labels, properties) { try update(node, labels, properties) }
      return
    }
    let new = properties.filter { property in changed.contains { $0.key == property.key } }
    try checkUnique(node, labels, new)
    try removeEntries(of: node, labels, before.filter { property in changed.contains { $0.key == property.key } })
    if try makeRow(of: node, labels, properties) { return }
    try addEntries(of: node, labels, new)
    try update(node, labels, properties)
  }

  public func add(_ label: LabelID, to node: NodeID) throws(StoreError) {
    try checkWritable()
    var (labels, properties) = try contents(of: node)
    try check(label)
    guard !labels.contains(label) else { return }
    try checkUnique(node, [label], properties)
    try makeRow(of: node, labels, properties)
    labels.append(label)
    labels.sort()
    if isNoted(node) { statements.waiting.addLabel(label, of: node.rawValue) }
    try addEntries(of: node, [label], properties)
    noteTouched(node, [label])
    try update(node, labels, properties)
    state.counters.countLabel(label, 1)
    state.counters.relabelled += 1
  }

  public func remove(_ label: LabelID, from node: NodeID) throws(StoreError) {
    try checkWritable()
    var (labels, properties) = try contents(of: node)
    guard labels.contains(label) else { return }
    try makeRow(of: node, labels, properties)
    labels.removeAll { $0 == label }
    if isNoted(node) { try statements.removeLabel(Int64(label.rawValue), of: node.rawValue) }
    try removeEntries(of: node, [label], properties)
    try update(node, labels, properties)
    state.counters.countLabel(label, -1)
    state.counters.relabelled += 1
    state.endLabels?.remove(label)
  }

  public func delete(_ node: NodeID) throws(StoreError) {
    try checkWritable()
    let (labels, properties) = try contents(of: node)
    let left = try degrees([node], ExpansionSelection(outgoing: .all, incoming: .all)).first ?? 0
    if left > 0 {
      throw StoreError(.nodeHasRelationships, "node \(node.rawValue) still has relationships: \(left)")
    }
    changes += 1
    for label in labels { state.counters.countLabel(label, -1) }
    state.counters.nodes -= 1
    if let base = try base, node.place <= base.directory.nodeLimit {
      let isInBase = try isInBase(node, base)
      try statements[.insertRemoved].bind(1, Int64(0)).bind(2, node.rawValue).run()
      if isInBase { return try hide(node, labels, properties) }
    }
    noteRow(of: node)
    try statements[.deleteNode].bind(1, node.rawValue).run()
    if isNoted(node) { for label in labels { try statements.removeLabel(Int64(label.rawValue), of: node.rawValue) } }
    try removeEntries(of: node, labels, properties)
    state.counters.rowNodes -= 1
  }

  static func missing(_ node: NodeID) -> StoreError {
    StoreError(.notFound, "there is no node \(node.rawValue)")
  }

  /// What the base has of a node counts no more. Entries of indexes that are rows go with it.
  private func hide(
    _ node: NodeID, _ labels: [LabelID], _ properties: [(key: PropertyKeyID, value: Value)]
  ) throws(StoreError) {
    try removeEntries(of: node, labels, properties)
    noteRow(of: node)
    hiddenNodes.insert(node.rawValue)
    state.counters.hiddenNodes += 1
  }

  /// Makes a node of the base a row with these contents. False, and nothing is done, where it is a row already.
  @discardableResult
  private func makeRow(
    of node: NodeID, _ labels: [LabelID], _ properties: [(key: PropertyKeyID, value: Value)]
  ) throws(StoreError) -> Bool {
    guard let base = try base, try isInBase(node, base) else { return false }
    try insert(node, labels, properties)
    for label in labels { statements.waiting.addLabel(label, of: node.rawValue) }
    try addEntries(of: node, labels, properties)
    hiddenNodes.insert(node.rawValue)
    state.counters.hiddenNodes += 1
    state.counters.rowNodes += 1
    return true
  }

  private func contents(
    of node: NodeID
  ) throws(StoreError) -> (labels: [LabelID], properties: [(key: PropertyKeyID, value: Value)]) {
    if let base = try base, try isInBase(node, base) {
      return (try base.labelSets.labels(node.place), try base.properties(node.place, ofNodes: true))
    }
    guard var record = try rowRecord(of: node) else { throw Self.missing(node) }
    return (try record.labels(), try record.properties())
  }

  private func update(
    _ node: NodeID, _ labels: [LabelID], _ properties: [(key: PropertyKeyID, value: Value)]
  ) throws(StoreError) {
    try replace(record: try RecordWriter.node(labels: labels, properties: properties), of: node)
  }

  /// The row of a node changes.
  func replace(record: [UInt8], of node: NodeID) throws(StoreError) {
    changes += 1
    noteRow(of: node)
    if statements.waiting.replaceNode(node.rawValue, by: record) { return }
    try statements[.updateNode].bind(1, node.rawValue).bind(2, record).run()
  }
}
