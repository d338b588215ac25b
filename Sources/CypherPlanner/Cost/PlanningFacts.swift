public import GraphModel

/// What the planner knows of a graph: counts by name, and which properties can be sought.
public struct PlanningFacts: Sendable {
  public struct Index: Hashable, Sendable {
    /// The label of the nodes, or the type of the relationships.
    public var name: String
    public var key: String
    public var isOnRelationships: Bool

    public init(label: String, key: String) { (name, self.key, isOnRelationships) = (label, key, false) }

    public init(type: String, key: String) { (name, self.key, isOnRelationships) = (type, key, true) }
  }

  public var nodes: Int
  public var relationships: Int
  public var nodesByLabel: [String: Int]
  public var relationshipsByType: [String: Int]
  public var indexes: Set<Index>
  /// How many nodes, or relationships, have one value, on average, of indexes of which that is known.
  public var holdersPerValue: [Index: Double] = [:]
  public var traits: RelationshipTraits
  /// By type, labels that all start nodes, and all end nodes, of its relationships have.
  public var endLabels: [String: (starts: [String], ends: [String])]

  public init(
    nodes: Int = 0, relationships: Int = 0, nodesByLabel: [String: Int] = [:], relationshipsByType: [String: Int] = [:],
    indexes: Set<Index> = [], traits: RelationshipTraits = RelationshipTraits(),
    endLabels: [String: (starts: [String], ends: [String])] = [:]
  ) {
    self.nodes = nodes
    self.relationships = relationships
    self.nodesByLabel = nodesByLabel
    self.relationshipsByType = relationshipsByType
    self.indexes = indexes
    self.traits = traits
    self.endLabels = endLabels
  }

  /// The facts of a graph as it is now.
  public init(_ graph: any GraphReader, indexes: Set<Index>) throws(StoreError) {
    let counts = try graph.statistics()
    self.init(
      nodes: counts.nodes, relationships: counts.relationships,
      nodesByLabel: Dictionary(
        counts.nodesByLabel.map { (graph.name(of: $0.key), $0.value) }, uniquingKeysWith: { a, _ in a }),
      relationshipsByType: Dictionary(
        counts.relationshipsByType.map { (graph.name(of: $0.key), $0.value) }, uniquingKeysWith: { a, _ in a }),
      indexes: indexes, traits: graph.traits)
    for (type, _) in counts.relationshipsByType {
      guard let known = graph.endLabels(of: type) else { continue }
      endLabels[graph.name(of: type)] = (known.starts.map(graph.name(of:)), known.ends.map(graph.name(of:)))
    }
  }

  /// Whether all relationships of some types are known to lead from nodes with some labels to nodes with others.
  func leads(_ types: [String], from starts: [String], to ends: [String]) -> Bool {
    !types.isEmpty
      && types.allSatisfy { type in
        guard let known = endLabels[type] else { return false }
        return starts.allSatisfy(known.starts.contains) && ends.allSatisfy(known.ends.contains)
      }
  }

  /// Labels that all nodes are known to have from which relationships of some types are followed; nil where nothing is known.
  func labelsOfAll(_ types: [String], _ direction: PatternDirection) -> [String]? {
    var common: [String]?
    for type in types {
      guard let (starts, ends) = endLabels[type] else { return nil }
      let own =
        switch direction {
        case .outgoing: starts
        case .incoming: ends
        case .either: starts.filter(ends.contains)
        }
      common = common.map { $0.filter(own.contains) } ?? own
    }
    return common
  }

  /// How many relationships a pattern with these types can find; all of them where it names none.
  func relationships(of types: [String]) -> Double {
    guard !types.isEmpty else { return Double(relationships) }
    var sum = 0
    for type in types {
      sum += relationshipsByType[type] ?? 0
      if let inverse = traits.inverses[type], inverse != type { sum += relationshipsByType[inverse] ?? 0 }
    }
    return Double(sum)
  }

  /// How many relationships of a type an index is expected to find for one value. Relationships seldom have a value of their
  /// own: more often a year or a status.
  func relationshipsSought(_ seek: RelationshipSeek) -> Double {
    let each = holdersPerValue[Index(type: seek.type, key: seek.key)] ?? max(1, relationships(of: [seek.type]) / 100)
    return each * values(of: seek.value, isAnyOf: seek.isAnyOf)
  }

  /// How many nodes an index is expected to find; one for each value where nothing is known.
  func nodesSought(_ seek: NodeSeek) -> Double {
    (holdersPerValue[Index(label: seek.label, key: seek.key)] ?? 1) * values(of: seek.value, isAnyOf: seek.isAnyOf)
  }

  /// How many nodes are taken from what a row holds.
  func nodesTaken(_ known: KnownNodes) -> Double { values(of: known.value, isAnyOf: known.isAnyOf) }

  /// How many values are sought.
  private func values(of value: BoundExpression, isAnyOf: Bool) -> Double {
    guard isAnyOf else { return 1 }
    if case .list(let items) = value.kind { return Double(items.count) }
    return Estimate.listLength
  }

  /// How many nodes have all of the labels, at most.
  func nodes(with labels: [String]) -> Double {
    Double(labels.map { nodesByLabel[$0] ?? 0 }.min() ?? nodes)
  }
}
