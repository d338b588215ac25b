import GraphModel

/// Makes a draft of all that a graph holds, base and rows, under the same ids.
struct DraftReader {
  private let graph: SQLiteGraph
  private var draft = BaseDraft()
  private var setNumbers: [[LabelID]: UInt16] = [[]: 0]

  private init(_ graph: SQLiteGraph) { self.graph = graph }

  /// Cost: a look at everything; the memory of all property values, and some bytes a node and relationship. Fails with
  /// `misuse` where the graph has more than 65,534 label sets or relationship types.
  static func draft(of graph: SQLiteGraph) throws(StoreError) -> BaseDraft {
    var reader = DraftReader(graph)
    try reader.readNodes()
    try reader.readRelationships()
    reader.draft.indexes = graph.state.indexes
    return reader.draft
  }

  private mutating func readNodes() throws(StoreError) {
    let limit = Int(graph.state.counters.nextNode - 1)
    draft.labelSet = Array(filledWith: 0, count: limit)
    var collectors = graph.propertyKeyNames.indices.map { ColumnCollector(PropertyKeyID(Int32($0))) }
    // A node without labels needs a set that is not the one of ids without a node.
    let bare = UInt16(1)
    draft.labelSets.append([])
    var after: NodeID?
    while true {
      var nodes: [NodeID] = []
      try graph.scanNodes(labels: [], after: after, limit: Batch.capacity, into: &nodes)
      for (node, labels) in zip(nodes, try graph.labels(of: nodes)) {
        draft.labelSet[node.place - 1] = labels.isEmpty ? bare : try number(of: labels)
      }
      for key in collectors.indices {
        try collect(try graph.property(PropertyKeyID(Int32(key)), of: nodes), nodes, &collectors[key])
      }
      guard nodes.count == Batch.capacity else { break }
      after = nodes.last
    }
    for key in collectors.indices {
      if let column = collectors[key].finish(rows: limit) { draft.nodeColumns.append(column) }
    }
  }

  private mutating func number(of labels: [LabelID]) throws(StoreError) -> UInt16 {
    if let known = setNumbers[labels] { return known }
    guard let number = UInt16(exactly: draft.labelSets.count) else {
      throw StoreError(.misuse, "the graph has too many combinations of labels to be compacted")
    }
    setNumbers[labels] = number
    draft.labelSets.append(labels)
    return number
  }

  private mutating func readRelationships() throws(StoreError) {
    let limit = Int(graph.state.counters.nextRelationship - 1)
    draft.types = graph.relationshipTypeNames.indices.map { RelationshipTypeID(Int32($0)) }
    guard draft.types.count < Int(BaseDraft.noRelationship) else {
      throw StoreError(.misuse, "the graph has too many relationship types to be compacted")
    }
    draft.type = Array(filledWith: BaseDraft.noRelationship, count: limit)
    draft.start = Array(filledWith: 0, count: limit)
    draft.end = Array(filledWith: 0, count: limit)
    var collectors = graph.propertyKeyNames.indices.map { ColumnCollector(PropertyKeyID(Int32($0))) }
    var after: RelationshipID?
    var found = Adjacency()
    while true {
      found.removeAll()
      try graph.scanRelationships(types: nil, after: after, limit: Batch.capacity, into: &found)
      for (relationship, ends) in zip(found.relationships, try graph.ends(of: found.relationships)) {
        guard let ends else { continue }
        draft.type[relationship.place - 1] = UInt16(ends.type.rawValue)
        draft.start[relationship.place - 1] = UInt32(ends.start.rawValue)
        draft.end[relationship.place - 1] = UInt32(ends.end.rawValue)
      }
      for key in collectors.indices {
        try collect(
          try graph.property(PropertyKeyID(Int32(key)), of: found.relationships), found.relationships, &collectors[key])
      }
      guard found.count == Batch.capacity else { break }
      after = found.relationships.last
    }
    for key in collectors.indices {
      if let column = collectors[key].finish(rows: limit) { draft.relationshipColumns.append(column) }
    }
  }

  /// Adds the values in runs of ids that follow one another.
  private func collect<ID: StoredID>(
    _ column: Column, _ ids: [ID], _ collector: inout ColumnCollector
  ) throws(StoreError) {
    guard let first = ids.first, let last = ids.last else { return }
    if last.place - first.place == ids.count - 1 { return collector.append(column, from: first.place - 1) }
    for (row, id) in ids.enumerated() { collector.append(column.gathered([row]), from: id.place - 1) }
  }
}
