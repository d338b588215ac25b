public import GraphModel

/// What an index or a constraint is about: the nodes with a label, or the relationships of a type.
public enum SchemaSubject: Hashable, Sendable {
  case nodes(LabelID)
  case relationships(RelationshipTypeID)

  /// Whether it is about nodes with one of the labels.
  func concerns(_ labels: [LabelID]) -> Bool {
    if case .nodes(let label) = self { labels.contains(label) } else { false }
  }

  func concerns(_ type: RelationshipTypeID) -> Bool { self == .relationships(type) }

  /// As it stands in a file: labels count up from 0, types down from -1.
  var number: Int64 {
    switch self {
    case .nodes(let label): Int64(label.rawValue)
    case .relationships(let type): -1 - Int64(type.rawValue)
    }
  }

  init(number: Int64) {
    self =
      number >= 0
      ? .nodes(LabelID(Int32(truncatingIfNeeded: number)))
      : .relationships(RelationshipTypeID(Int32(truncatingIfNeeded: -1 - number)))
  }
}

extension SQLiteGraph {
  func isKnown(_ subject: SchemaSubject) -> Bool {
    switch subject {
    case .nodes(let label): state.labels.holds(label.rawValue)
    case .relationships(let type): state.types.holds(type.rawValue)
    }
  }

  /// The name of the label or of the type.
  public func name(of subject: SchemaSubject) -> String {
    switch subject {
    case .nodes(let label): name(of: label)
    case .relationships(let type): name(of: type)
    }
  }

  /// Gives the ids of all nodes or relationships that it is about, a batch at a time, with one property of each.
  func eachBatch(
    of subject: SchemaSubject, _ key: PropertyKeyID, _ take: ([Int64], Column) throws(StoreError) -> Void
  ) throws(StoreError) {
    switch subject {
    case .nodes(let label):
      try eachBatch(with: label) { nodes throws(StoreError) in
        try take(nodes.map(\.rawValue), try property(key, of: nodes))
      }
    case .relationships(let type):
      try eachBatch(ofTypes: [type]) { relationships throws(StoreError) in
        try take(relationships.map(\.rawValue), try property(key, of: relationships))
      }
    }
  }

  /// Gives the nodes with a label, a batch at a time.
  func eachBatch(with label: LabelID, _ take: ([NodeID]) throws(StoreError) -> Void) throws(StoreError) {
    var nodes: [NodeID] = []
    repeat {
      let after = nodes.last
      nodes = []
      try scanNodes(labels: [label], after: after, limit: Batch.capacity, into: &nodes)
      try take(nodes)
    } while nodes.count == Batch.capacity
  }

  /// Gives the relationships of some types, a batch at a time.
  func eachBatch(
    ofTypes types: [RelationshipTypeID], _ take: ([RelationshipID]) throws(StoreError) -> Void
  ) throws(StoreError) {
    var found = Adjacency()
    repeat {
      let after = found.relationships.last
      found.removeAll()
      try scanRelationships(types: types, after: after, limit: Batch.capacity, into: &found)
      try take(found.relationships)
    } while found.count == Batch.capacity
  }
}
