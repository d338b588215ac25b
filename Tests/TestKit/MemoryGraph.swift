// MemoryGraph: the plainest graph that answers right. Stores are compared with it, and the engine is tested on it.
public import GraphModel

/// A graph in memory, made to be obviously right and not to be fast: an array of nodes, an array of relationships.
///
/// Expansion gives outgoing relationships first, then incoming ones, each by type, then neighbour, then relationship.
/// Ids count up from 1; names count up from 0. Nothing here is durable and nothing is locked: one thread at a time.
public final class MemoryGraph: GraphWriter {
  struct Node {
    var labels: Set<LabelID>
    var properties: [PropertyKeyID: Value]
    /// Those that start here and those that end here; a loop is in both.
    var outgoing: Set<RelationshipID> = []
    var incoming: Set<RelationshipID> = []
  }

  struct Relationship {
    var ends: RelationshipEnds
    var properties: [PropertyKeyID: Value]
  }

  struct Index: Hashable {
    var label: LabelID
    var key: PropertyKeyID
  }

  struct RelationshipIndex: Hashable {
    var type: RelationshipTypeID
    var key: PropertyKeyID
  }

  /// Everything that a savepoint brings back.
  struct State {
    var labels: [String] = []
    var types: [String] = []
    var keys: [String] = []
    /// The node with id `n` is at `n - 1`; nil once deleted.
    var nodes: [Node?] = []
    /// The relationship with id `n` is at `n - 1`; nil once deleted.
    var relationships: [Relationship?] = []
    /// The declared indexes, and whether each is unique.
    var indexes: [Index: Bool] = [:]
    var relationshipIndexes: Set<RelationshipIndex> = []
  }

  var state = State()
  public var traits: RelationshipTraits

  public init(traits: RelationshipTraits = RelationshipTraits()) {
    self.traits = traits
  }

  func node(_ id: NodeID) -> Node? {
    let at = Int(id.rawValue) - 1
    return state.nodes.indices.contains(at) ? state.nodes[at] : nil
  }

  func relationship(_ id: RelationshipID) -> Relationship? {
    let at = Int(id.rawValue) - 1
    return state.relationships.indices.contains(at) ? state.relationships[at] : nil
  }

  // MARK: Names

  public func label(named name: String) -> LabelID? {
    state.labels.firstIndex(of: name).map { LabelID(Int32($0)) }
  }

  public func relationshipType(named name: String) -> RelationshipTypeID? {
    state.types.firstIndex(of: name).map { RelationshipTypeID(Int32($0)) }
  }

  public func propertyKey(named name: String) -> PropertyKeyID? {
    state.keys.firstIndex(of: name).map { PropertyKeyID(Int32($0)) }
  }

  public func name(of label: LabelID) -> String { Self.entry(Int(label.rawValue), of: state.labels) }
  public func name(of type: RelationshipTypeID) -> String { Self.entry(Int(type.rawValue), of: state.types) }
  public func name(of key: PropertyKeyID) -> String { Self.entry(Int(key.rawValue), of: state.keys) }

  private static func entry(_ at: Int, of names: [String]) -> String { names.indices.contains(at) ? names[at] : "" }

  public var labelNames: [String] { state.labels }
  public var relationshipTypeNames: [String] { state.types }
  public var propertyKeyNames: [String] { state.keys }

  public func statistics() throws(StoreError) -> GraphStatistics {
    var statistics = GraphStatistics()
    for node in state.nodes.compactMap({ $0 }) {
      statistics.nodes += 1
      for label in node.labels { statistics.nodesByLabel[label] = (statistics.nodesByLabel[label] ?? 0) + 1 }
    }
    for relationship in state.relationships.compactMap({ $0 }) {
      statistics.relationships += 1
      statistics.relationshipsByType[relationship.ends.type] = (statistics.relationshipsByType[relationship.ends.type] ?? 0) + 1
    }
    return statistics
  }

  // MARK: Scans

  public func scanNodes(
    labels: [LabelID], after: NodeID?, limit: Int, into nodes: inout [NodeID]
  ) throws(StoreError) {
    var left = limit
    var at = max(0, Int(after?.rawValue ?? 0))
    while at < state.nodes.count, left > 0 {
      if let node = state.nodes[at], labels.allSatisfy(node.labels.contains) {
        nodes.append(NodeID(Int64(at + 1)))
        left -= 1
      }
      at += 1
    }
  }

  public func scanRelationships(
    types: [RelationshipTypeID]?, after: RelationshipID?, limit: Int, into found: inout Adjacency
  ) throws(StoreError) {
    var left = limit
    var at = max(0, Int(after?.rawValue ?? 0))
    while at < state.relationships.count, left > 0 {
      if let relationship = state.relationships[at], types?.contains(relationship.ends.type) ?? true {
        found.append(
          origin: 0, relationship: RelationshipID(Int64(at + 1)), source: relationship.ends.start,
          neighbour: relationship.ends.end)
        left -= 1
      }
      at += 1
    }
  }

  public func findNodes(
    label: LabelID, key: PropertyKeyID, equalTo value: Value
  ) throws(StoreError) -> [NodeID]? {
    guard state.indexes[Index(label: label, key: key)] != nil, Self.isIndexed(value) else { return nil }
    return holders(of: value, label: label, key: key)
  }

  /// Declares an index, so that ``findNodes(label:key:equalTo:)`` answers for the pair. With `unique`, two nodes with the
  /// label never have equal values; nodes without the property are free.
  public func createIndex(label: LabelID, key: PropertyKeyID, unique: Bool = false) throws(StoreError) {
    guard state.labels.indices.contains(Int(label.rawValue)), state.keys.indices.contains(Int(key.rawValue)) else {
      throw StoreError(.misuse, "an index needs a label and a property key of the graph")
    }
    let index = Index(label: label, key: key)
    let wasUnique = state.indexes[index] ?? false
    if unique {
      for at in state.nodes.indices {
        guard let node = state.nodes[at], node.labels.contains(label), let value = node.properties[key] else {
          continue
        }
        try checkAlone(value, of: NodeID(Int64(at + 1)), in: index)
      }
    }
    state.indexes[index] = unique || wasUnique
  }

  public func findRelationships(
    type: RelationshipTypeID, key: PropertyKeyID, equalToEach values: Column, rows: inout [Int],
    relationships: inout [RelationshipID]
  ) throws(StoreError) -> Bool {
    let sought = (0..<values.count).map { values[$0] }
    guard state.relationshipIndexes.contains(RelationshipIndex(type: type, key: key)), sought.allSatisfy(Self.isIndexed)
    else { return false }
    for (row, value) in sought.enumerated() {
      for at in state.relationships.indices {
        guard let relationship = state.relationships[at], relationship.ends.type == type,
          let held = relationship.properties[key], Self.areEqual(held, value)
        else { continue }
        rows.append(row)
        relationships.append(RelationshipID(Int64(at + 1)))
      }
    }
    return true
  }

  /// The same for ``findRelationships(type:key:equalToEach:rows:relationships:)``.
  public func createIndex(type: RelationshipTypeID, key: PropertyKeyID) throws(StoreError) {
    guard state.types.indices.contains(Int(type.rawValue)), state.keys.indices.contains(Int(key.rawValue)) else {
      throw StoreError(.misuse, "an index needs a type and a property key of the graph")
    }
    state.relationshipIndexes.insert(RelationshipIndex(type: type, key: key))
  }

  // MARK: Expansion

  public func expand(
    _ nodes: [NodeID], _ selection: ExpansionSelection, into found: inout Adjacency
  ) throws(StoreError) {
    for (origin, id) in nodes.enumerated() {
      for (relationship, neighbour) in neighbours(of: id, selection) {
        found.append(origin: origin, relationship: relationship, source: id, neighbour: neighbour)
      }
    }
  }

  public func degrees(_ nodes: [NodeID], _ selection: ExpansionSelection) throws(StoreError) -> [Int] {
    nodes.map { neighbours(of: $0, selection).count }
  }

  public func mayLoop(_ selection: ExpansionSelection) throws(StoreError) -> Bool {
    state.relationships.contains { relationship in
      guard let ends = relationship?.ends, ends.start == ends.end else { return false }
      return selection.outgoing.contains(ends.type) || selection.incoming.contains(ends.type)
    }
  }

  public func everyNeighbour(of selection: ExpansionSelection, has label: LabelID) throws(StoreError) -> Bool {
    state.relationships.allSatisfy { relationship in
      guard let ends = relationship?.ends else { return true }
      let leadsToEnd = selection.outgoing.contains(ends.type)
      let leadsToStart = selection.incoming.contains(ends.type)
      return (!leadsToEnd || node(ends.end)?.labels.contains(label) == true)
        && (!leadsToStart || node(ends.start)?.labels.contains(label) == true)
    }
  }

  private func neighbours(
    of id: NodeID, _ selection: ExpansionSelection
  ) -> [(relationship: RelationshipID, neighbour: NodeID)] {
    guard let node = node(id) else { return [] }
    typealias Found = (type: RelationshipTypeID, neighbour: NodeID, relationship: RelationshipID)
    let outgoing = node.outgoing.compactMap { id -> Found? in
      guard let ends = relationship(id)?.ends, selection.outgoing.contains(ends.type) else { return nil }
      return (ends.type, ends.end, id)
    }
    let incoming = node.incoming.compactMap { id -> Found? in
      guard let ends = relationship(id)?.ends, selection.incoming.contains(ends.type) else { return nil }
      if ends.start == ends.end, selection.outgoing.contains(ends.type) { return nil }
      return (ends.type, ends.start, id)
    }
    return (outgoing.sorted(by: <) + incoming.sorted(by: <)).map { ($0.relationship, $0.neighbour) }
  }

  // MARK: Contents

  public func hasLabel(_ label: LabelID, _ nodes: [NodeID]) throws(StoreError) -> [Bool] {
    nodes.map { node($0)?.labels.contains(label) ?? false }
  }

  public func labels(of nodes: [NodeID]) throws(StoreError) -> [[LabelID]] {
    nodes.map { node($0)?.labels.sorted() ?? [] }
  }

  public func property(_ key: PropertyKeyID, of nodes: [NodeID]) throws(StoreError) -> Column {
    .narrowest(nodes.map { node($0)?.properties[key] ?? .null })
  }

  public func property(_ key: PropertyKeyID, of relationships: [RelationshipID]) throws(StoreError) -> Column {
    .narrowest(relationships.map { relationship($0)?.properties[key] ?? .null })
  }

  public func properties(of node: NodeID) throws(StoreError) -> [(key: PropertyKeyID, value: Value)] {
    Self.inOrder(self.node(node)?.properties ?? [:])
  }

  public func properties(of relationship: RelationshipID) throws(StoreError) -> [(key: PropertyKeyID, value: Value)] {
    Self.inOrder(self.relationship(relationship)?.properties ?? [:])
  }

  private static func inOrder(_ properties: [PropertyKeyID: Value]) -> [(key: PropertyKeyID, value: Value)] {
    properties.sorted { $0.key < $1.key }.map { (key: $0.key, value: $0.value) }
  }

  public func ends(of relationships: [RelationshipID]) throws(StoreError) -> [RelationshipEnds?] {
    relationships.map { relationship($0)?.ends }
  }

  public func exist(_ nodes: [NodeID]) throws(StoreError) -> [Bool] { nodes.map { node($0) != nil } }
}

extension ExpansionSelection.Types {
  func contains(_ type: RelationshipTypeID) -> Bool {
    switch self {
    case .none: false
    case .all: true
    case .only(let types): types.contains(type)
    }
  }
}
