import GraphModel

/// A property graph as the definition has it: a set of nodes and a set of relationships, and nothing to find them by.
struct ReferenceGraph {
  struct Node {
    var labels: Set<String> = []
    var properties: [String: Value] = [:]
  }

  struct Relationship {
    var type: String
    var start: NodeID
    var end: NodeID
    var properties: [String: Value] = [:]
  }

  var nodes: [NodeID: Node] = [:]
  var relationships: [RelationshipID: Relationship] = [:]
  private var lastNode: Int64 = 0
  private var lastRelationship: Int64 = 0

  /// Ascending, so that a failure can be repeated.
  var nodeIDs: [NodeID] { (0..<lastNode).map { NodeID($0 + 1) }.filter { nodes[$0] != nil } }
  var relationshipIDs: [RelationshipID] {
    (0..<lastRelationship).map { RelationshipID($0 + 1) }.filter { relationships[$0] != nil }
  }

  mutating func add(_ node: Node) -> NodeID {
    lastNode += 1
    nodes[NodeID(lastNode)] = node
    return NodeID(lastNode)
  }

  mutating func add(_ relationship: Relationship) -> RelationshipID {
    lastRelationship += 1
    relationships[RelationshipID(lastRelationship)] = relationship
    return RelationshipID(lastRelationship)
  }

  /// The graph as one CREATE statement, for people who repeat a failure.
  var createStatement: String {
    var parts = nodeIDs.compactMap { id -> String? in
      nodes[id].map { node in
        let labels = node.labels.sorted().map { ":" + $0 }.joined()
        return "(n\(id.rawValue)\(labels)\(Self.text(node.properties)))"
      }
    }
    for id in relationshipIDs {
      guard let relationship = relationships[id] else { continue }
      let inner = ":\(relationship.type)\(Self.text(relationship.properties))"
      parts.append("(n\(relationship.start.rawValue))-[\(inner)]->(n\(relationship.end.rawValue))")
    }
    return parts.isEmpty ? "the empty graph" : "CREATE " + parts.joined(separator: ",\n  ")
  }

  private static func text(_ properties: [String: Value]) -> String {
    if properties.isEmpty { return "" }
    let entries = properties.sorted { $0.key < $1.key }.map { "\($0.key): \(CanonicalText.of($0.value))" }
    return " {" + entries.joined(separator: ", ") + "}"
  }
}
