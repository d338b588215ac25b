/// Counts of a graph, for estimates and for `sillage stats`.
public struct GraphStatistics: Sendable {
  public var nodes: Int
  public var relationships: Int
  public var nodesByLabel: [LabelID: Int]
  public var relationshipsByType: [RelationshipTypeID: Int]

  public init(
    nodes: Int = 0, relationships: Int = 0, nodesByLabel: [LabelID: Int] = [:],
    relationshipsByType: [RelationshipTypeID: Int] = [:]
  ) {
    self.nodes = nodes
    self.relationships = relationships
    self.nodesByLabel = nodesByLabel
    self.relationshipsByType = relationshipsByType
  }
}
