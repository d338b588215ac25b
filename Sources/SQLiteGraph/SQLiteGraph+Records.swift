import GraphModel

/// Single rows.
extension SQLiteGraph {
  /// The row of one node; nil where there is no such row. Cost: a look-up in the table.
  func rowRecord(of node: NodeID) throws(StoreError) -> RecordReader? {
    if let bytes = statements.waiting.node(node.rawValue) { return RecordReader(bytes) }
    let rows = try statements[.node].bind(1, node.rawValue)
    defer { rows.reset() }
    return try rows.step() ? RecordReader(rows.blob(0)) : nil
  }

  /// Gives the row of each node in turn, nil where there is no such row.
  ///
  /// Cost: a look-up in the table a node, or, once enough nodes with near ids were asked for, none.
  @inline(__always)
  func eachRecord(
    of nodes: [NodeID], _ take: (inout RecordReader?) throws(StoreError) -> Void
  ) throws(StoreError) {
    try checkReadable()
    let waiting = statements.waiting
    let settled = nodes.lazy.map(\.rawValue).filter { !waiting.holdsNode($0) }
    try nodePages.prepare(settled, next: state.counters.nextNode) { ids throws(StoreError) in
      try RecordPage(nodes: ids, from: try statements[.nodeRange])
    }
    let single = try statements[.node]
    for node in nodes {
      var record: RecordReader?
      if let page = nodePages.page(of: node.rawValue) {
        let range = page.range(PageSpan.slot(of: node.rawValue))
        if !range.isEmpty { record = RecordReader(page.bytes, range) }
      } else if let bytes = waiting.node(node.rawValue) {
        record = RecordReader(bytes)
      } else {
        single.bind(1, node.rawValue)
        if try single.step() { record = RecordReader(single.blob(0)) }
        single.reset()
      }
      try take(&record)
    }
  }

  /// The same for relationships, with their ends.
  @inline(__always)
  func eachRecord(
    of relationships: [RelationshipID], _ take: (RelationshipEnds?, inout RecordReader?) throws(StoreError) -> Void
  ) throws(StoreError) {
    try checkReadable()
    let next = state.counters.nextRelationship
    let waiting = statements.waiting
    let settled = relationships.lazy.map(\.rawValue).filter { !waiting.holdsRelationship($0) }
    try relationshipPages.prepare(settled, next: next) { ids throws(StoreError) in
      try RecordPage(relationships: ids, from: try statements[.relationshipRange])
    }
    let single = try statements[.relationship]
    for relationship in relationships {
      var ends: RelationshipEnds?
      var record: RecordReader?
      if let page = relationshipPages.page(of: relationship.rawValue) {
        let slot = PageSpan.slot(of: relationship.rawValue)
        ends = page.ends[slot]
        if ends != nil { record = RecordReader(page.bytes, page.range(slot)) }
      } else if let row = waiting.relationship(relationship.rawValue) {
        ends = row.ends
        record = RecordReader(row.record)
      } else {
        single.bind(1, relationship.rawValue)
        if try single.step() {
          ends = single.relationshipEnds
          record = RecordReader(single.blob(3))
        }
        single.reset()
      }
      try take(ends, &record)
    }
  }
}
