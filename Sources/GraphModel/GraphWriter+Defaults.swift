/// What the writes of many rows mean, in terms of those of one. A store that can do better does.
extension GraphWriter {
  public func createNodes(labels: [LabelID], properties: PropertyColumns) throws(StoreError) -> [NodeID] {
    var nodes: [NodeID] = []
    for row in 0..<properties.count {
      nodes.append(try createNode(labels: labels, properties: properties.row(row).filter { !$0.value.isNull }))
    }
    return nodes
  }

  public func createRelationships(
    _ type: RelationshipTypeID, from starts: [NodeID], to ends: [NodeID], properties: PropertyColumns
  ) throws(StoreError) -> [RelationshipID] {
    var relationships: [RelationshipID] = []
    for (row, (start, end)) in zip(starts, ends).enumerated() {
      let properties = properties.row(row).filter { !$0.value.isNull }
      relationships.append(try createRelationship(type, from: start, to: end, properties: properties))
    }
    return relationships
  }

  public func set(_ properties: [(key: PropertyKeyID, value: Value)], of node: NodeID) throws(StoreError) {
    for (key, value) in properties { try set(key, to: value, of: node) }
  }

  public func set(
    _ properties: [(key: PropertyKeyID, value: Value)], of relationship: RelationshipID
  ) throws(StoreError) {
    for (key, value) in properties { try set(key, to: value, of: relationship) }
  }

  public func set(_ properties: PropertyColumns, of nodes: [NodeID]) throws(StoreError) {
    for (row, node) in nodes.enumerated() { try set(properties.row(row), of: node) }
  }

  public func set(_ properties: PropertyColumns, of relationships: [RelationshipID]) throws(StoreError) {
    for (row, relationship) in relationships.enumerated() { try set(properties.row(row), of: relationship) }
  }
}
