import GraphModel

/// JSON that keeps the types of openCypher apart, as `sillage session` speaks it.
///
/// Integers are JSON integers; a float is `{"$float":"1.5"}`, a map `{"$map":{…}}`, a node `{"$node":{"id","labels","props"}}`,
/// a relationship `{"$rel":{"id","type","start","end","props"}}`, a path `{"$path":{"nodes":[…],"rels":[…]}}`, a temporal
/// value `{"$date":"2025-09-23"}`, and so on for ``TemporalKind``.
public enum TypedJSON {
  /// Appends one value, without spaces.
  public static func append(_ value: ResultValue, to out: inout [UInt8]) {
    JSONWriter.append(json(value), to: &out)
  }

  /// The value as JSON.
  public static func json(_ value: ResultValue) -> JSONValue {
    switch value {
    case .null: .null
    case .boolean(let flag): .boolean(flag)
    case .integer(let number): .integer(number)
    case .float(let number): tagged("$float", .string(number.cypherText))
    case .string(let text): .string(text)
    case .list(let items): .array(items.map(json))
    case .map(let fields): tagged("$map", object(fields))
    case .node(let node): json(node)
    case .relationship(let relationship): json(relationship)
    case .path(let path):
      tagged(
        "$path",
        .object([
          JSONMember("nodes", .array(path.nodes.map(json))),
          JSONMember("rels", .array(path.relationships.map(json))),
        ]))
    case .temporal(let kind, let text): tagged("$" + kind.rawValue, .string(text))
    }
  }

  private static func tagged(_ tag: String, _ value: JSONValue) -> JSONValue { .object([JSONMember(tag, value)]) }

  private static func object(_ fields: [ResultField]) -> JSONValue {
    .object(fields.map { JSONMember($0.name, json($0.value)) })
  }

  private static func json(_ node: ResultNode) -> JSONValue {
    tagged(
      "$node",
      .object([
        JSONMember("id", .integer(node.id.rawValue)),
        JSONMember("labels", .array(node.labels.map { .string($0) })),
        JSONMember("props", object(node.properties)),
      ]))
  }

  private static func json(_ relationship: ResultRelationship) -> JSONValue {
    tagged(
      "$rel",
      .object([
        JSONMember("id", .integer(relationship.id.rawValue)),
        JSONMember("type", .string(relationship.type)),
        JSONMember("start", .integer(relationship.start.rawValue)),
        JSONMember("end", .integer(relationship.end.rawValue)),
        JSONMember("props", object(relationship.properties)),
      ]))
  }
}
