public import GraphModel

/// A value with everything in it that a reader of the answer sees: nodes with their labels and properties, relationships
/// with their type and ends, temporal values as their ISO text.
public enum ResultValue: Hashable, Sendable {
  case null
  case boolean(Bool)
  case integer(Int64)
  case float(Double)
  case string(String)
  case list([ResultValue])
  case map([ResultField])
  indirect case node(ResultNode)
  indirect case relationship(ResultRelationship)
  indirect case path(ResultPath)
  case temporal(TemporalKind, String)
}

/// A key and its value, in a map or among properties.
public struct ResultField: Hashable, Sendable {
  public var name: String
  public var value: ResultValue

  public init(_ name: String, _ value: ResultValue) {
    self.name = name
    self.value = value
  }
}

/// A node with its contents.
public struct ResultNode: Hashable, Sendable {
  public var id: NodeID
  public var labels: [String]
  public var properties: [ResultField]

  public init(id: NodeID, labels: [String], properties: [ResultField]) {
    self.id = id
    self.labels = labels
    self.properties = properties
  }
}

/// A relationship with its contents.
public struct ResultRelationship: Hashable, Sendable {
  public var id: RelationshipID
  public var type: String
  public var start: NodeID
  public var end: NodeID
  public var properties: [ResultField]

  public init(id: RelationshipID, type: String, start: NodeID, end: NodeID, properties: [ResultField]) {
    self.id = id
    self.type = type
    self.start = start
    self.end = end
    self.properties = properties
  }
}

/// A path: one node more than relationships, in the order in which it was walked.
public struct ResultPath: Hashable, Sendable {
  public var nodes: [ResultNode]
  public var relationships: [ResultRelationship]

  public init(nodes: [ResultNode], relationships: [ResultRelationship]) {
    self.nodes = nodes
    self.relationships = relationships
  }

  /// Nodes and relationships in turn, with each step's relationship seen from the node before it.
  func steps() -> (start: ResultNode?, steps: [(relationship: ResultRelationship, forward: Bool, node: ResultNode)]) {
    var before = nodes.first
    var steps: [(relationship: ResultRelationship, forward: Bool, node: ResultNode)] = []
    for (relationship, node) in zip(relationships, nodes.dropFirst()) {
      steps.append((relationship, relationship.start == before?.id, node))
      before = node
    }
    return (nodes.first, steps)
  }
}

/// The six temporal types of openCypher; the raw value is its key in typed JSON, without the `$`.
public enum TemporalKind: String, CaseIterable, Hashable, Sendable {
  case date
  case time
  case localTime = "localtime"
  case dateTime = "datetime"
  case localDateTime = "localdatetime"
  case duration
}

extension ResultValue {
  /// Whether a table sets the value to the right.
  var isNumber: Bool {
    switch self {
    case .integer, .float: true
    default: false
    }
  }

  var isNull: Bool {
    if case .null = self { return true }
    return false
  }
}
