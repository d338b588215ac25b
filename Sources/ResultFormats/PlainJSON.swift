import GraphModel

extension ResultValue {
  /// The value as the JSON that other programs expect: a node is `{"id","labels","properties"}`, a relationship
  /// `{"id","type","start","end","properties"}`, a path the list of both in turn, a temporal value its ISO text.
  ///
  /// NaN and the infinities, which JSON does not have, stay floats here; writing them gives null.
  public var json: JSONValue {
    switch self {
    case .null: .null
    case .boolean(let flag): .boolean(flag)
    case .integer(let number): .integer(number)
    case .float(let number): .float(number)
    case .string(let text), .temporal(_, let text): .string(text)
    case .list(let items): .array(items.map(\.json))
    case .map(let fields): ResultField.object(fields)
    case .node(let node): node.json
    case .relationship(let relationship): relationship.json
    case .path(let path): path.json
    }
  }
}

extension ResultField {
  /// The fields as the members of an object.
  public static func object(_ fields: [ResultField]) -> JSONValue {
    .object(fields.map { JSONMember($0.name, $0.value.json) })
  }
}

extension ResultNode {
  fileprivate var json: JSONValue {
    .object([
      JSONMember("id", .integer(id.rawValue)), JSONMember("labels", .array(labels.map { .string($0) })),
      JSONMember("properties", ResultField.object(properties)),
    ])
  }
}

extension ResultRelationship {
  fileprivate var json: JSONValue {
    .object([
      JSONMember("id", .integer(id.rawValue)), JSONMember("type", .string(type)),
      JSONMember("start", .integer(start.rawValue)), JSONMember("end", .integer(end.rawValue)),
      JSONMember("properties", ResultField.object(properties)),
    ])
  }
}

extension ResultPath {
  fileprivate var json: JSONValue {
    let (start, steps) = steps()
    return .array((start.map { [$0.json] } ?? []) + steps.flatMap { [$0.relationship.json, $0.node.json] })
  }
}

/// Writes values as ``ResultValue/json`` and counts what JSON could not express.
struct PlainJSON {
  /// How many floats had to become null, since JSON has no NaN and no infinities.
  private(set) var nullified = 0

  /// Appends one value. Scalars, which most cells are, need no tree.
  mutating func append(_ value: ResultValue, to out: inout [UInt8]) {
    switch value {
    case .null: out.append(contentsOf: "null".utf8)
    case .boolean(let flag): out.append(contentsOf: (flag ? "true" : "false").utf8)
    case .integer(let number): JSONWriter.append(number, to: &out)
    case .float(let number): if !JSONWriter.append(number, to: &out) { nullified += 1 }
    case .string(let text), .temporal(_, let text): JSONWriter.append(text, to: &out)
    case .list, .map, .node, .relationship, .path: nullified += JSONWriter.append(value.json, to: &out)
    }
  }

  /// An object of the columns and values of a row, in their order.
  mutating func append(columns: [[UInt8]], row: [ResultValue], to out: inout [UInt8]) {
    out.append(UInt8(ascii: "{"))
    for (position, (column, value)) in zip(columns, row).enumerated() {
      if position > 0 { out.append(UInt8(ascii: ",")) }
      out.append(contentsOf: column)
      append(value, to: &out)
    }
    out.append(UInt8(ascii: "}"))
  }

  /// The columns as names of members, written once.
  static func names(_ columns: [String]) -> [[UInt8]] {
    columns.map { column in
      var name: [UInt8] = []
      JSONWriter.append(name: column, to: &name)
      return name
    }
  }

  /// What to tell a person about ``nullified``.
  var warning: String? {
    nullified == 0 ? nil : "\(nullified) float\(nullified == 1 ? "" : "s") written as null: JSON has no NaN and no infinity"
  }
}
