import GraphModel

extension ResultValue {
  /// The value as a cell of a table shows it: strings as they are, everything else as Cypher writes it.
  public var cellText: String { CypherNotation.cell(self) }
}

/// Values as a person writes them in Cypher: `(:Site {name: "Cléon"})`, `["a", 1.5]`, `{k: true}`.
///
/// Used where a format shows a cell to a person. A string that is a whole cell stands without quotes; inside other values
/// it is quoted.
enum CypherNotation {
  /// The text of a whole cell.
  static func cell(_ value: ResultValue) -> String {
    if case .string(let text) = value { return text }
    return text(value)
  }

  /// The text of a value inside others.
  static func text(_ value: ResultValue) -> String {
    switch value {
    case .null: "null"
    case .boolean(let flag): flag ? "true" : "false"
    case .integer(let number): String(number)
    case .float(let number): number.cypherText
    case .string(let text): quoted(text)
    case .list(let items): "[" + items.map(self.text).joined(separator: ", ") + "]"
    case .map(let fields): self.fields(fields)
    case .node(let node): self.node(node)
    case .relationship(let relationship): self.relationship(relationship)
    case .path(let path): self.path(path)
    case .temporal(_, let text): text
    }
  }

  private static func quoted(_ text: String) -> String {
    var out = "\""
    for scalar in text.unicodeScalars {
      if scalar == "\"" || scalar == "\\" { out.unicodeScalars.append("\\") }
      out.unicodeScalars.append(scalar)
    }
    return out + "\""
  }

  private static func fields(_ fields: [ResultField]) -> String {
    "{" + fields.map { name($0.name) + ": " + text($0.value) }.joined(separator: ", ") + "}"
  }

  /// A name in backticks where Cypher asks for them.
  private static func name(_ name: String) -> String {
    let plain = name.unicodeScalars.enumerated().allSatisfy { position, scalar in
      scalar == "_" || scalar.properties.isAlphabetic || (position > 0 && scalar.properties.numericType == .decimal)
    }
    if plain, !name.isEmpty { return name }
    return "`" + name.split(separator: "`", omittingEmptySubsequences: false).joined(separator: "``") + "`"
  }

  private static func node(_ node: ResultNode) -> String {
    let parts =
      [node.labels.map { ":" + name($0) }.joined(), node.properties.isEmpty ? "" : fields(node.properties)]
      .filter { !$0.isEmpty }
    return "(" + parts.joined(separator: " ") + ")"
  }

  private static func relationship(_ relationship: ResultRelationship) -> String {
    "[:" + name(relationship.type) + (relationship.properties.isEmpty ? "" : " " + fields(relationship.properties)) + "]"
  }

  private static func path(_ path: ResultPath) -> String {
    let (start, steps) = path.steps()
    guard let start else { return "<>" }
    var out = "<" + node(start)
    for step in steps {
      let arrow = relationship(step.relationship)
      out += (step.forward ? "-\(arrow)->" : "<-\(arrow)-") + node(step.node)
    }
    return out + ">"
  }
}
