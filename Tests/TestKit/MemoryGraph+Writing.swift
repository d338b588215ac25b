public import GraphModel

extension MemoryGraph {
  public func makeLabel(named name: String) throws(StoreError) -> LabelID {
    if let known = label(named: name) { return known }
    state.labels.append(name)
    return LabelID(Int32(state.labels.count - 1))
  }

  public func makeRelationshipType(named name: String) throws(StoreError) -> RelationshipTypeID {
    if let known = relationshipType(named: name) { return known }
    state.types.append(name)
    return RelationshipTypeID(Int32(state.types.count - 1))
  }

  public func makePropertyKey(named name: String) throws(StoreError) -> PropertyKeyID {
    if let known = propertyKey(named: name) { return known }
    state.keys.append(name)
    return PropertyKeyID(Int32(state.keys.count - 1))
  }

  public func createNode(
    labels: [LabelID], properties: [(key: PropertyKeyID, value: Value)]
  ) throws(StoreError) -> NodeID {
    for label in labels { try checkName(Int(label.rawValue), in: state.labels, "label") }
    let node = Node(labels: Set(labels), properties: try checked(properties))
    let id = NodeID(Int64(state.nodes.count + 1))
    for (key, value) in node.properties {
      for label in node.labels { try checkUnique(value, of: id, in: Index(label: label, key: key)) }
    }
    state.nodes.append(node)
    return id
  }

  public func createRelationship(
    _ type: RelationshipTypeID, from start: NodeID, to end: NodeID, properties: [(key: PropertyKeyID, value: Value)]
  ) throws(StoreError) -> RelationshipID {
    try checkName(Int(type.rawValue), in: state.types, "relationship type")
    for node in [start, end] { _ = try position(of: node) }
    let id = RelationshipID(Int64(state.relationships.count + 1))
    let properties = try checked(properties)
    state.relationships.append(
      Relationship(ends: RelationshipEnds(type: type, start: start, end: end), properties: properties))
    let (first, last) = (try position(of: start), try position(of: end))
    state.nodes[first]?.outgoing.insert(id)
    state.nodes[last]?.incoming.insert(id)
    return id
  }

  public func set(_ key: PropertyKeyID, to value: Value, of node: NodeID) throws(StoreError) {
    let at = try position(of: node)
    let value = try checked([(key: key, value: value)])[key]
    if let value, let labels = state.nodes[at]?.labels {
      for label in labels { try checkUnique(value, of: node, in: Index(label: label, key: key)) }
    }
    state.nodes[at]?.properties[key] = value
  }

  public func set(_ key: PropertyKeyID, to value: Value, of relationship: RelationshipID) throws(StoreError) {
    let at = try position(of: relationship)
    let value = try checked([(key: key, value: value)])[key]
    state.relationships[at]?.properties[key] = value
  }

  public func add(_ label: LabelID, to node: NodeID) throws(StoreError) {
    let at = try position(of: node)
    try checkName(Int(label.rawValue), in: state.labels, "label")
    for (key, value) in state.nodes[at]?.properties ?? [:] {
      try checkUnique(value, of: node, in: Index(label: label, key: key))
    }
    state.nodes[at]?.labels.insert(label)
  }

  public func remove(_ label: LabelID, from node: NodeID) throws(StoreError) {
    let at = try position(of: node)
    state.nodes[at]?.labels.remove(label)
  }

  public func delete(_ node: NodeID) throws(StoreError) {
    let at = try position(of: node)
    let left = (state.nodes[at]?.outgoing ?? []).union(state.nodes[at]?.incoming ?? []).count
    if left > 0 {
      throw StoreError(.nodeHasRelationships, "node \(node.rawValue) still has relationships: \(left)")
    }
    state.nodes[at] = nil
  }

  public func delete(_ relationship: RelationshipID) throws(StoreError) {
    let at = try position(of: relationship)
    guard let ends = state.relationships[at]?.ends else { return }
    let (first, last) = (try position(of: ends.start), try position(of: ends.end))
    state.nodes[first]?.outgoing.remove(relationship)
    state.nodes[last]?.incoming.remove(relationship)
    state.relationships[at] = nil
  }

  public func atomically<Result, Failure: Error>(
    _ work: () throws(Failure) -> Result
  ) throws(AtomicFailure<Failure>) -> Result {
    let before = state
    do throws(Failure) {
      return try work()
    } catch {
      state = before
      throw .work(error)
    }
  }

  // MARK: Checks

  private func position(of node: NodeID) throws(StoreError) -> Int {
    guard self.node(node) != nil else { throw StoreError(.notFound, "there is no node \(node.rawValue)") }
    return Int(node.rawValue) - 1
  }

  private func position(of relationship: RelationshipID) throws(StoreError) -> Int {
    guard self.relationship(relationship) != nil else {
      throw StoreError(.notFound, "there is no relationship \(relationship.rawValue)")
    }
    return Int(relationship.rawValue) - 1
  }

  private func checkName(_ number: Int, in names: [String], _ what: String) throws(StoreError) {
    guard names.indices.contains(number) else { throw StoreError(.misuse, "there is no \(what) with number \(number)") }
  }

  /// The properties without nulls; of a key that is given twice, the last.
  private func checked(
    _ properties: [(key: PropertyKeyID, value: Value)]
  ) throws(StoreError) -> [PropertyKeyID: Value] {
    var kept: [PropertyKeyID: Value] = [:]
    for (key, value) in properties {
      try checkName(Int(key.rawValue), in: state.keys, "property key")
      guard value.isNull || value.isStorable else {
        throw StoreError(.unstorable, "the value of `\(name(of: key))` cannot be stored as a property")
      }
      kept[key] = value.isNull ? nil : value
    }
    return kept
  }

  /// Fails where another node already holds the value in a unique index.
  func checkUnique(_ value: Value, of node: NodeID, in index: Index) throws(StoreError) {
    if state.indexes[index] == true { try checkAlone(value, of: node, in: index) }
  }

  /// Fails where another node has the label and an equal value.
  func checkAlone(_ value: Value, of node: NodeID, in index: Index) throws(StoreError) {
    guard Self.isIndexed(value) else { return }
    if let other = holders(of: value, label: index.label, key: index.key).first(where: { $0 != node }) {
      throw StoreError(
        .notUnique, "node \(other.rawValue) with label `\(name(of: index.label))` already has this `\(name(of: index.key))`")
    }
  }
}
