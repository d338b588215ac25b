import GraphModel

/// Trails that grow level by level: each remembers the trail it continues, so that common beginnings are stored once.
struct TrailForest {
  private(set) var parents: [Int] = []
  private(set) var relationships: [RelationshipID] = []
  private(set) var ends: [NodeID] = []
  private(set) var depths: [Int] = []

  var count: Int { ends.count }

  /// A trail without relationships.
  mutating func plant(_ node: NodeID) -> Int {
    parents.append(-1)
    relationships.append(RelationshipID(-1))
    ends.append(node)
    depths.append(0)
    return ends.count - 1
  }

  mutating func grow(_ trail: Int, by relationship: RelationshipID, to node: NodeID) -> Int {
    parents.append(trail)
    relationships.append(relationship)
    ends.append(node)
    depths.append(depths[trail] + 1)
    return ends.count - 1
  }

  func contains(_ relationship: RelationshipID, in trail: Int) -> Bool {
    var at = trail
    while parents[at] >= 0 {
      if relationships[at] == relationship { return true }
      at = parents[at]
    }
    return false
  }

  /// The relationships of a trail from its root on.
  func relationships(of trail: Int) -> [RelationshipID] {
    var found: [RelationshipID] = []
    var at = trail
    while parents[at] >= 0 {
      found.append(relationships[at])
      at = parents[at]
    }
    return found.reversed()
  }

  mutating func removeAll() {
    parents.removeAll(keepingCapacity: true)
    relationships.removeAll(keepingCapacity: true)
    ends.removeAll(keepingCapacity: true)
    depths.removeAll(keepingCapacity: true)
  }
}

/// The conditions that a pattern puts on each relationship of a variable-length step, and on each node that it comes to, for the columns that they
/// read of the row.
struct ElementConditions {
  /// Behind those columns stands the relationship, or the node.
  let ofRelationships: Condition?
  let ofNodes: Condition?
  let columns: [Int]

  /// Which of what was found passes; `rows` says which row of `outer` each belongs to.
  func passing(
    _ found: Adjacency, rows: [Int], of outer: Batch, _ context: ExecutionContext
  ) throws(ExecutionFailure) -> [Bool] {
    let read = columns.map { outer.columns[$0].gathered(rows) }
    var passes = Array(filledWith: true, count: found.count)
    if let ofRelationships {
      let batch = Batch(columns: read + [.relationships(found.relationships, valid: nil)], count: found.count)
      passes = try ofRelationships.passing(batch, context)
    }
    guard let ofNodes else { return passes }
    let batch = Batch(columns: read + [.nodes(found.neighbours, valid: nil)], count: found.count)
    return zip(passes, try ofNodes.passing(batch, context)).map { $0 && $1 }
  }
}

/// The condition that a pattern puts on each relationship of a variable-length step.
struct StepCondition {
  let predicate: Condition

  /// Which of the relationships pass; `rows` says which row of `outer` each belongs to.
  func passing(
    _ relationships: [RelationshipID], rows: [Int], of outer: Batch, _ context: ExecutionContext
  ) throws(ExecutionFailure) -> [Bool] {
    var batch = outer.gathered(rows)
    batch.columns.append(.relationships(relationships, valid: nil))
    return try predicate.passing(batch, context)
  }
}

extension Column {
  /// Where a row is certainly true.
  var isTrue: [Bool] {
    switch self {
    case .booleans(let flags, nil): return flags
    case .booleans(let flags, let valid?): return zip(flags, valid).map { $0 && $1 }
    default:
      return (0..<count).map { row in
        if case .boolean(true) = self[row] { true } else { false }
      }
    }
  }
}
