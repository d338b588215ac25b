import CypherPlanner
import Diagnostics
import GraphModel

extension FunctionCall {
  func evaluate(_ function: EntityFunction) throws(EvaluationError) -> Value {
    let value = self[0]
    if value.isNull { return .null }
    switch function {
    case .id: return .integer(try number(of: value, "id"))
    case .elementId: return .string(String(try number(of: value, "elementId")))
    case .labels: return .list(try labels(of: value).map(Value.string))
    case .keys:
      return .list(try context.properties(of: value, for: "keys").keys.map(Value.string))
    case .properties: return .map(try context.properties(of: value, for: "properties"))
    case .type: return .string(context.graph.name(of: try ends(of: value, "type").type))
    case .startNode: return .node(try ends(of: value, "startNode").start)
    case .endNode: return .node(try ends(of: value, "endNode").end)
    case .nodes: return .list(try path(value, "nodes").nodes.map(Value.node))
    case .relationships: return .list(try path(value, "relationships").relationships.map(Value.relationship))
    case .length: return .integer(Int64(try path(value, "length").relationships.count))
    }
  }

  private func number(of value: Value, _ name: String) throws(EvaluationError) -> Int64 {
    switch value {
    case .node(let id): return id.rawValue
    case .relationship(let id): return id.rawValue
    default: throw .wrongArgument(name, value, expected: "a node or a relationship")
    }
  }

  private func labels(of value: Value) throws(EvaluationError) -> [String] {
    guard case .node(let node) = value else { throw .wrongArgument("labels", value, expected: "a node") }
    try context.checkExists(node)
    do {
      return try context.graph.labels(of: [node]).first?.map { context.graph.name(of: $0) } ?? []
    } catch {
      throw EvaluationError(error)
    }
  }

  private func ends(of value: Value, _ name: String) throws(EvaluationError) -> RelationshipEnds {
    guard case .relationship(let relationship) = value else {
      throw .wrongArgument(name, value, expected: "a relationship")
    }
    if let ends = context.deleted.relationships[relationship] { return ends }
    do {
      if let found = try context.graph.ends(of: [relationship]).first, let ends = found { return ends }
    } catch {
      throw EvaluationError(error)
    }
    throw .deleted("relationship")
  }

  private func path(_ value: Value, _ name: String) throws(EvaluationError) -> Path {
    guard case .path(let path) = value else { throw .wrongArgument(name, value, expected: "a path") }
    return path
  }
}

extension FunctionContext {
  /// All properties of a node or a relationship, or the map itself.
  func properties(of value: Value, for function: String) throws(EvaluationError) -> ValueMap {
    let found: [(key: PropertyKeyID, value: Value)]
    switch value {
    case .map(let map): return map
    case .node(let node):
      try checkExists(node)
      do { found = try graph.properties(of: node) } catch { throw EvaluationError(error) }
    case .relationship(let relationship):
      try checkExists(relationship)
      do { found = try graph.properties(of: relationship) } catch { throw EvaluationError(error) }
    default: throw .wrongArgument(function, value, expected: "a node, a relationship or a map")
    }
    return ValueMap(found.lazy.map { (self.graph.name(of: $0.key), $0.value) })
  }

  /// Fails for a node that this statement has deleted.
  func checkExists(_ node: NodeID) throws(EvaluationError) {
    if !deleted.nodes.isEmpty, deleted.nodes.contains(node) { throw .deleted("node") }
  }

  /// Fails for a relationship that this statement has deleted.
  func checkExists(_ relationship: RelationshipID) throws(EvaluationError) {
    if !deleted.relationships.isEmpty, deleted.relationships[relationship] != nil { throw .deleted("relationship") }
  }
}

extension EvaluationError {
  static func deleted(_ what: String) -> EvaluationError {
    EvaluationError(.entityNotFound, .deletedEntityAccess, "the \(what) has been deleted in this statement")
  }
}
