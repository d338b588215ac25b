/// A value of openCypher.
///
/// A node or relationship is its id: labels and properties are read from the graph where they are asked for, a batch at a
/// time. `1` and `1.0` are different values that compare equal.
@frozen
public enum Value: Sendable {
  case null
  case boolean(Bool)
  case integer(Int64)
  case float(Double)
  case string(String)
  case list([Value])
  case map(ValueMap)
  case node(NodeID)
  case relationship(RelationshipID)
  case path(Path)
  case date(CalendarDate)
  case localTime(LocalTime)
  case time(OffsetTime)
  case localDateTime(LocalDateTime)
  indirect case dateTime(ZonedDateTime)
  indirect case duration(CalendarDuration)

  @inlinable
  public var isNull: Bool {
    if case .null = self { return true }
    return false
  }
}

/// An alternation of nodes and relationships: one node more than relationships.
@frozen
public struct Path: Hashable, Sendable {
  public var nodes: [NodeID]
  public var relationships: [RelationshipID]

  @inlinable
  public init(nodes: [NodeID], relationships: [RelationshipID]) {
    self.nodes = nodes
    self.relationships = relationships
  }
}
