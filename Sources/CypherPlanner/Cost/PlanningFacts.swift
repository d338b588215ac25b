public import GraphModel

/// What the planner knows of a graph: counts by name, and which properties can be sought.
public struct PlanningFacts: Sendable {
  public struct Index: Hashable, Sendable {
    public var label: String
    public var key: String

    public init(label: String, key: String) {
      self.label = label
      self.key = key
    }
  }

  public var nodes: Int
  public var relationships: Int
  public var nodesByLabel: [String: Int]
  public var relationshipsByType: [String: Int]
  public var indexes: Set<Index>
  public var traits: RelationshipTraits

  public init(
    nodes: Int = 0, relationships: Int = 0, nodesByLabel: [String: Int] = [:], relationshipsByType: [String: Int] = [:],
    indexes: Set<Index> = [], traits: RelationshipTraits = RelationshipTraits()
  ) {
    self.nodes = nodes
    self.relationships = relationships
    self.nodesByLabel = nodesByLabel
    self.relationshipsByType = relationshipsByType
    self.indexes = indexes
    self.traits = traits
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

  /// How many nodes have all of the labels, at most.
  func nodes(with labels: [String]) -> Double {
    Double(labels.map { nodesByLabel[$0] ?? 0 }.min() ?? nodes)
  }
}
