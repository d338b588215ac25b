public import GraphModel

extension SQLiteGraph {
  public func hasLabel(_ label: LabelID, _ nodes: [NodeID]) throws(StoreError) -> [Bool] {
    var has: [Bool] = []
    has.reserveCapacity(nodes.count)
    try eachRecord(of: nodes) { record throws(StoreError) in has.append(try record?.hasLabel(label) ?? false) }
    return has
  }

  public func labels(of nodes: [NodeID]) throws(StoreError) -> [[LabelID]] {
    var labels: [[LabelID]] = []
    labels.reserveCapacity(nodes.count)
    try eachRecord(of: nodes) { record throws(StoreError) in labels.append(try record?.labels() ?? []) }
    return labels
  }

  public func property(_ key: PropertyKeyID, of nodes: [NodeID]) throws(StoreError) -> Column {
    var values: [Value] = []
    values.reserveCapacity(nodes.count)
    try eachRecord(of: nodes) { record throws(StoreError) in
      try record?.skipLabels()
      values.append(try record?.property(key) ?? .null)
    }
    return .narrowest(values)
  }

  public func property(_ key: PropertyKeyID, of relationships: [RelationshipID]) throws(StoreError) -> Column {
    var values: [Value] = []
    values.reserveCapacity(relationships.count)
    try eachRecord(of: relationships) { _, record throws(StoreError) in
      values.append(try record?.property(key) ?? .null)
    }
    return .narrowest(values)
  }

  public func properties(of node: NodeID) throws(StoreError) -> [(key: PropertyKeyID, value: Value)] {
    var properties: [(key: PropertyKeyID, value: Value)] = []
    try eachRecord(of: [node]) { record throws(StoreError) in
      try record?.skipLabels()
      properties = try record?.properties() ?? []
    }
    return properties
  }

  public func properties(of relationship: RelationshipID) throws(StoreError) -> [(key: PropertyKeyID, value: Value)] {
    var properties: [(key: PropertyKeyID, value: Value)] = []
    try eachRecord(of: [relationship]) { _, record throws(StoreError) in
      properties = try record?.properties() ?? []
    }
    return properties
  }

  public func ends(of relationships: [RelationshipID]) throws(StoreError) -> [RelationshipEnds?] {
    var found: [RelationshipEnds?] = []
    found.reserveCapacity(relationships.count)
    try eachRecord(of: relationships) { ends, _ throws(StoreError) in found.append(ends) }
    return found
  }

  public func exist(_ nodes: [NodeID]) throws(StoreError) -> [Bool] {
    var exist: [Bool] = []
    exist.reserveCapacity(nodes.count)
    try eachRecord(of: nodes) { record throws(StoreError) in exist.append(record != nil) }
    return exist
  }

  // MARK: Records

  /// Gives the record of each node in turn, nil where there is no such node.
  ///
  /// Cost: a look-up in the table a node, or, once enough nodes with near ids were asked for, none.
  @inline(__always)
  private func eachRecord(
    of nodes: [NodeID], _ take: (inout RecordReader?) throws(StoreError) -> Void
  ) throws(StoreError) {
    try checkReadable()
    try nodePages.prepare(nodes.lazy.map(\.rawValue), next: state.counters.nextNode) { ids throws(StoreError) in
      try RecordPage(nodes: ids, from: try statements[.nodeRange])
    }
    let single = try statements[.node]
    for node in nodes {
      var record: RecordReader?
      if let page = nodePages.page(of: node.rawValue) {
        let range = page.range(PageSpan.slot(of: node.rawValue))
        if !range.isEmpty { record = RecordReader(page.bytes, range) }
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
  private func eachRecord(
    of relationships: [RelationshipID], _ take: (RelationshipEnds?, inout RecordReader?) throws(StoreError) -> Void
  ) throws(StoreError) {
    try checkReadable()
    let next = state.counters.nextRelationship
    try relationshipPages.prepare(relationships.lazy.map(\.rawValue), next: next) { ids throws(StoreError) in
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
