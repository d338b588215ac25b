public import GraphModel

/// What a transaction has written that a constraint or a full-text index looks at.
struct TouchedEntities {
  var nodes: Set<NodeID> = []
  var relationships: Set<RelationshipID> = []
  /// The nodes and relationships whose entries in a full-text index may have changed.
  var texts: Set<Int64> = []
  var relationshipTexts: Set<Int64> = []

  var isEmpty: Bool { nodes.isEmpty && relationships.isEmpty }
}

extension SQLiteGraph {
  /// Whether what the transaction has written so far keeps all constraints; fails with `constraintViolated` if not.
  ///
  /// ``commit()`` asks this too. Cost: a look at the constrained properties of each node and relationship that was written,
  /// and for unique ones a look-up in the index, or for relationships a pass over those of the type.
  public func checkConstraints() throws(StoreError) {
    try flushFullText()
    guard !touched.isEmpty else { return }
    let nodes = touched.nodes.sorted()
    let relationships = touched.relationships.sorted()
    for constraint in state.schema.constraints {
      switch constraint.subject {
      case .nodes(let label):
        let has = try hasLabel(label, nodes)
        try check(constraint, zip(nodes, has).compactMap { $1 ? $0 : nil })
      case .relationships(let type):
        let ends = try ends(of: relationships)
        let ofType = zip(relationships, ends).compactMap { $1?.type == type ? $0 : nil }
        if !ofType.isEmpty { try check(constraint, ofType) }
      }
    }
    touched.nodes = []
    touched.relationships = []
  }

  func noteTouched(_ node: NodeID, _ labels: [LabelID]) {
    if !state.schema.constraints.isEmpty, state.schema.concerns(labels) { touched.nodes.insert(node) }
  }

  func noteTouched(_ relationship: RelationshipID, _ type: RelationshipTypeID) {
    noteText(relationship, type)
    if !state.schema.constraints.isEmpty, state.schema.concerns(type) { touched.relationships.insert(relationship) }
  }

  /// Looks at everything in the graph that the constraint concerns.
  func check(allOf constraint: GraphConstraint) throws(StoreError) {
    switch constraint.subject {
    case .nodes(let label):
      var nodes: [NodeID] = []
      repeat {
        let after = nodes.last
        nodes = []
        try scanNodes(labels: [label], after: after, limit: Batch.capacity, into: &nodes)
        try check(constraint, nodes)
      } while nodes.count == Batch.capacity
    case .relationships(let type):
      var found = Adjacency()
      var all = Set<RelationshipID>()
      repeat {
        let after = found.relationships.last
        found.removeAll()
        try scanRelationships(types: [type], after: after, limit: Batch.capacity, into: &found)
        try checkEach(constraint, found.relationships)
        all.formUnion(found.relationships)
      } while found.count == Batch.capacity
      if constraint.wantsIndex { try checkUnique(constraint, type, among: all) }
    }
  }

  private func check(_ constraint: GraphConstraint, _ nodes: [NodeID]) throws(StoreError) {
    let columns = try constraint.keys.map { key throws(StoreError) in try property(key, of: nodes) }
    for (row, node) in nodes.enumerated() {
      let values = columns.map { $0[row] }
      try check(constraint, values, of: "node \(node.rawValue)")
      guard constraint.wantsIndex, case .nodes(let label) = constraint.subject, !values.contains(where: \.isNull),
        let other = try otherNode(than: node, label, constraint.keys, values)
      else { continue }
      let (first, second) = (min(node, other).rawValue, max(node, other).rawValue)
      throw violated(constraint, "nodes \(first) and \(second) both have \(described(constraint.keys, values))")
    }
  }

  private func check(_ constraint: GraphConstraint, _ relationships: [RelationshipID]) throws(StoreError) {
    try checkEach(constraint, relationships)
    guard constraint.wantsIndex, case .relationships(let type) = constraint.subject else { return }
    try checkUnique(constraint, type, among: Set(relationships))
  }

  private func checkEach(_ constraint: GraphConstraint, _ relationships: [RelationshipID]) throws(StoreError) {
    let columns = try constraint.keys.map { key throws(StoreError) in try property(key, of: relationships) }
    for (row, relationship) in relationships.enumerated() {
      try check(constraint, columns.map { $0[row] }, of: "relationship \(relationship.rawValue)")
    }
  }

  /// Looks whether one of some relationships has the values of another of its type, in one pass over all of these.
  private func checkUnique(
    _ constraint: GraphConstraint, _ type: RelationshipTypeID, among wanted: Set<RelationshipID>
  ) throws(StoreError) {
    var holders: [[GroupingKey]: RelationshipID] = [:]
    var found = Adjacency()
    repeat {
      let after = found.relationships.last
      found.removeAll()
      try scanRelationships(types: [type], after: after, limit: Batch.capacity, into: &found)
      let columns = try constraint.keys.map { key throws(StoreError) in try property(key, of: found.relationships) }
      for (row, relationship) in found.relationships.enumerated() {
        let values = columns.map { $0[row] }
        // What equals nothing, not even itself, is never held twice.
        guard values.allSatisfy({ $0.equals($0) == true }) else { continue }
        let other = holders.updateValue(relationship, forKey: values.map { GroupingKey($0) })
        if let other, wanted.contains(other) || wanted.contains(relationship) {
          throw violated(
            constraint,
            "relationships \(other.rawValue) and \(relationship.rawValue) both have \(described(constraint.keys, values))")
        }
      }
    } while found.count == Batch.capacity
  }

  /// Existence and type.
  private func check(
    _ constraint: GraphConstraint, _ values: [Value], of entity: @autoclosure () -> String
  ) throws(StoreError) {
    for (key, value) in zip(constraint.keys, values) {
      switch constraint.rule {
      case .exists where value.isNull, .key where value.isNull:
        throw violated(constraint, "\(entity()) has no `\(name(of: key))`")
      case .type(let type) where !value.isNull && !type.accepts(value):
        throw violated(
          constraint, "`\(name(of: key))` of \(entity()) is \(value.shortText), which is no \(type)")
      default: break
      }
    }
  }

  /// The first other node with the label that has equal values. Cost: a look-up where the first value is indexed, else a
  /// look at all nodes with the label.
  private func otherNode(
    than node: NodeID, _ label: LabelID, _ keys: [PropertyKeyID], _ values: [Value]
  ) throws(StoreError) -> NodeID? {
    guard let key = keys.first, let value = values.first else { return nil }
    var candidates: [NodeID] = []
    if let found = try findNodes(label: label, key: key, equalTo: value) {
      candidates = found
    } else {
      try scanNodes(labels: [label], after: nil, limit: Int.max, into: &candidates)
    }
    candidates.removeAll { $0 == node }
    for (key, value) in zip(keys, values) where !candidates.isEmpty {
      let column = try property(key, of: candidates)
      candidates = candidates.indices.filter { column[$0].equals(value) == true }.map { candidates[$0] }
    }
    return candidates.first
  }

  private func described(_ keys: [PropertyKeyID], _ values: [Value]) -> String {
    zip(keys, values).map { "`\(name(of: $0))` \($1.shortText)" }.joined(separator: " and ")
  }

  private func violated(_ constraint: GraphConstraint, _ what: String) -> StoreError {
    let subject =
      switch constraint.subject {
      case .nodes(let label): ":`\(name(of: label))`"
      case .relationships(let type): ":`\(name(of: type))`"
      }
    return StoreError(.constraintViolated, "\(what), against constraint `\(constraint.name)` on \(subject)")
  }
}

extension Value {
  /// A property value as a message shows it, cut where it is long.
  fileprivate var shortText: String {
    switch self {
    case .string(let text): text.count > 60 ? "'\(text.prefix(60))…'" : "'\(text)'"
    case .boolean(let flag): "\(flag)"
    case .integer(let number): "\(number)"
    case .float(let number): "\(number)"
    case .list(let items):
      "[" + items.prefix(5).map(\.shortText).joined(separator: ", ") + (items.count > 5 ? ", …]" : "]")
    case .date(let date): date.description
    case .localTime(let time): time.description
    case .time(let time): time.description
    case .localDateTime(let moment): moment.description
    case .dateTime(let moment): moment.description
    case .duration(let duration): duration.description
    case .null, .map, .node, .relationship, .path: "a value that cannot be stored"
    }
  }
}
