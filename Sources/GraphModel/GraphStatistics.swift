/// Counts of a graph, for estimates and for `sillage stats`.
public struct GraphStatistics: Sendable {
  public var nodes: Int
  public var relationships: Int
  public var nodesByLabel: SortedTable<LabelID, Int>
  public var relationshipsByType: SortedTable<RelationshipTypeID, Int>

  public init(
    nodes: Int = 0, relationships: Int = 0, nodesByLabel: SortedTable<LabelID, Int> = SortedTable(),
    relationshipsByType: SortedTable<RelationshipTypeID, Int> = SortedTable()
  ) {
    self.nodes = nodes
    self.relationships = relationships
    self.nodesByLabel = nodesByLabel
    self.relationshipsByType = relationshipsByType
  }
}
