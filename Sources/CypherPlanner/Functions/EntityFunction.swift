/// Functions of nodes, relationships and paths.
public enum EntityFunction: Hashable, Sendable, CaseIterable {
  case id, elementId, labels, type, keys, properties, startNode, endNode, nodes, relationships, length

  var entry: FunctionEntry {
    switch self {
    case .id:
      FunctionEntry(
        "id", .entity, EntityFunction.ofNodeOrRelationship(.integer),
        "The number by which the database knows a node or a relationship", "MATCH (n) RETURN id(n)")
    case .elementId:
      FunctionEntry(
        "elementId", .entity, EntityFunction.ofNodeOrRelationship(.string),
        "The id of a node or a relationship as a string", "MATCH (n) RETURN elementId(n)")
    case .labels:
      FunctionEntry(
        "labels", .entity, [.init([.required("node", .node)], .list(of: .string))],
        "The labels of a node", "MATCH (n) RETURN labels(n)")
    case .type:
      FunctionEntry(
        "type", .entity, [.init([.required("relationship", .relationship)], .string)],
        "The type of a relationship", "MATCH ()-[r]->() RETURN type(r)")
    case .keys:
      FunctionEntry(
        "keys", .entity, EntityFunction.ofPropertyContainer(.list(of: .string)),
        "The names of the properties of a node or a relationship, or the keys of a map", "RETURN keys({a: 1, b: 2})")
    case .properties:
      FunctionEntry(
        "properties", .entity, EntityFunction.ofPropertyContainer(.map),
        "All properties of a node or a relationship as a map", "MATCH (n) RETURN properties(n)")
    case .startNode:
      FunctionEntry(
        "startNode", .entity, [.init([.required("relationship", .relationship)], .node)],
        "The node from which a relationship starts", "MATCH ()-[r]->() RETURN startNode(r)")
    case .endNode:
      FunctionEntry(
        "endNode", .entity, [.init([.required("relationship", .relationship)], .node)],
        "The node at which a relationship ends", "MATCH ()-[r]->() RETURN endNode(r)")
    case .nodes:
      FunctionEntry(
        "nodes", .entity, [.init([.required("path", .path)], .list(of: .node))],
        "The nodes of a path in order", "MATCH p = ()-->() RETURN nodes(p)")
    case .relationships:
      FunctionEntry(
        "relationships", aliases: ["rels"], .entity,
        [.init([.required("path", .path)], .list(of: .relationship))],
        "The relationships of a path in order", "MATCH p = ()-->() RETURN relationships(p)")
    case .length:
      FunctionEntry(
        "length", .entity, [.init([.required("path", .path)], .integer)],
        "The number of relationships of a path", "MATCH p = ()-->() RETURN length(p)")
    }
  }

  private static func ofNodeOrRelationship(_ result: ValueType) -> [FunctionSignature] {
    [.init([.required("node", .node)], result), .init([.required("relationship", .relationship)], result)]
  }

  private static func ofPropertyContainer(_ result: ValueType) -> [FunctionSignature] {
    ofNodeOrRelationship(result) + [.init([.required("map", .map)], result)]
  }
}
