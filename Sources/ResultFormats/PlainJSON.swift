import GraphModel

/// Answers as the JSON that other programs expect: a node is `{"id","labels","properties"}`, a relationship
/// `{"id","type","start","end","properties"}`, a path the list of both in turn, a temporal value its ISO text.
struct PlainJSON {
  /// How many floats had to become null, since JSON has no NaN and no infinities.
  private(set) var nullified = 0

  mutating func append(_ value: ResultValue, to out: inout [UInt8]) {
    switch value {
    case .null: out.append(contentsOf: "null".utf8)
    case .boolean(let flag): out.append(contentsOf: (flag ? "true" : "false").utf8)
    case .integer(let number): JSONWriter.append(number, to: &out)
    case .float(let number): if !JSONWriter.append(number, to: &out) { nullified += 1 }
    case .string(let text), .temporal(_, let text): JSONWriter.append(text, to: &out)
    case .list(let items): appendAll(items, to: &out)
    case .map(let fields): append(fields, to: &out)
    case .node(let node): append(node, to: &out)
    case .relationship(let relationship): append(relationship, to: &out)
    case .path(let path):
      let (start, steps) = path.steps()
      appendAll(
        (start.map { [.node($0)] } ?? []) + steps.flatMap { [.relationship($0.relationship), .node($0.node)] }, to: &out)
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

  private mutating func appendAll(_ items: [ResultValue], to out: inout [UInt8]) {
    out.append(UInt8(ascii: "["))
    for (position, item) in items.enumerated() {
      if position > 0 { out.append(UInt8(ascii: ",")) }
      append(item, to: &out)
    }
    out.append(UInt8(ascii: "]"))
  }

  private mutating func append(_ fields: [ResultField], to out: inout [UInt8]) {
    out.append(UInt8(ascii: "{"))
    for (position, field) in fields.enumerated() {
      if position > 0 { out.append(UInt8(ascii: ",")) }
      JSONWriter.append(name: field.name, to: &out)
      append(field.value, to: &out)
    }
    out.append(UInt8(ascii: "}"))
  }

  private mutating func append(_ node: ResultNode, to out: inout [UInt8]) {
    append(
      [
        ResultField("id", .integer(node.id.rawValue)),
        ResultField("labels", .list(node.labels.map { .string($0) })),
        ResultField("properties", .map(node.properties)),
      ], to: &out)
  }

  private mutating func append(_ relationship: ResultRelationship, to out: inout [UInt8]) {
    append(
      [
        ResultField("id", .integer(relationship.id.rawValue)),
        ResultField("type", .string(relationship.type)),
        ResultField("start", .integer(relationship.start.rawValue)),
        ResultField("end", .integer(relationship.end.rawValue)),
        ResultField("properties", .map(relationship.properties)),
      ], to: &out)
  }
}
