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
  /// and for unique ones a look-up in the index; where values are of a kind that indexes leave out, a pass over all concerned.
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
      try eachBatch(with: label) { nodes throws(StoreError) in try check(constraint, nodes) }
    case .relationships(let type):
      var all = Set<RelationshipID>()
      try eachBatch(ofTypes: [type]) { relationships throws(StoreError) in
        try checkEach(constraint, relationships)
        all.formUnion(relationships)
      }
      if constraint.wantsIndex { try checkUnique(constraint, type, among: all) }
    }
  }

  private func check(_ constraint: GraphConstraint, _ nodes: [NodeID]) throws(StoreError) {
    let columns = try constraint.keys.map { key throws(StoreError) in try property(key, of: nodes) }
    for (row, node) in nodes.enumerated() {
      let values = columns.map { $0[row] }
      try check(constraint, values, of: "node \(node.rawValue)")
      guard constraint.wantsIndex, case .nodes(let label) = constraint.subject, !values.contains(where: \.isNull)
      else { continue }
      if try !checkByLookingUp(constraint, values, node.rawValue) {
        var all: [NodeID] = []
        try scanNodes(labels: [label], after: nil, limit: Int.max, into: &all)
        try check(constraint, values, node.rawValue, among: all.map(\.rawValue))
      }
    }
  }

  private func check(_ constraint: GraphConstraint, _ relationships: [RelationshipID]) throws(StoreError) {
    try checkEach(constraint, relationships)
    guard constraint.wantsIndex, case .relationships(let type) = constraint.subject else { return }
    let columns = try constraint.keys.map { key throws(StoreError) in try property(key, of: relationships) }
    var left: Set<RelationshipID> = []
    for (row, relationship) in relationships.enumerated() {
      let values = columns.map { $0[row] }
      guard !values.contains(where: \.isNull) else { continue }
      if try !checkByLookingUp(constraint, values, relationship.rawValue) { left.insert(relationship) }
    }
    if !left.isEmpty { try checkUnique(constraint, type, among: left) }
  }

  /// Whether the index could say that nobody else has equal values; fails where somebody has.
  private func checkByLookingUp(
    _ constraint: GraphConstraint, _ values: [Value], _ id: Int64
  ) throws(StoreError) -> Bool {
    guard let key = constraint.keys.first, let value = values.first,
      let candidates = try find(constraint.subject, key, equalTo: value)
    else { return false }
    try check(constraint, values, id, among: candidates)
    return true
  }

  /// Fails where one of the candidates is somebody else with equal values.
  private func check(
    _ constraint: GraphConstraint, _ values: [Value], _ id: Int64, among candidates: [Int64]
  ) throws(StoreError) {
    var others = candidates.filter { $0 != id }
    for (key, value) in zip(constraint.keys, values) where !others.isEmpty {
      let column: Column
      switch constraint.subject {
      case .nodes: column = try property(key, of: others.map { NodeID($0) })
      case .relationships: column = try property(key, of: others.map { RelationshipID($0) })
      }
      others = others.indices.filter { column[$0].equals(value) == true }.map { others[$0] }
    }
    if let other = others.first { throw equalValues(constraint, values, min(id, other), max(id, other)) }
  }

  private func equalValues(
    _ constraint: GraphConstraint, _ values: [Value], _ first: Int64, _ second: Int64
  ) -> StoreError {
    let holders = if case .nodes = constraint.subject { "nodes" } else { "relationships" }
    let what = zip(constraint.keys, values).map { "`\(name(of: $0))` \($1.shortText)" }.joined(separator: " and ")
    return violated(constraint, "\(holders) \(first) and \(second) both have \(what)")
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
          throw equalValues(constraint, values, other.rawValue, relationship.rawValue)
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

  private func violated(_ constraint: GraphConstraint, _ what: String) -> StoreError {
    StoreError(
      .constraintViolated,
      "\(what), against constraint `\(constraint.name)` on :`\(name(of: constraint.subject))`")
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
