import Diagnostics

extension Parser {
  /// Whether ``token`` begins a command on the schema: `CREATE INDEX …` and its kin, `DROP`.
  func isSchemaCommand() -> Bool {
    if at(.drop) { return true }
    guard at(.create), token(after: next).kind != .equal else { return false }
    switch next.keyword {
    case .index, .constraint, .range, .text, .fullText: return true
    default: return false
    }
  }

  mutating func schemaCommand() throws(SyntaxFault) -> SchemaCommand {
    let start = token.start
    let kind: SchemaCommand.Kind =
      if accept(.create) {
        at(.constraint) ? .createConstraint(try constraintDefinition()) : .createIndex(try indexDefinition())
      } else {
        try drop()
      }
    return SchemaCommand(kind: kind, span: span(from: start))
  }

  private mutating func drop() throws(SyntaxFault) -> SchemaCommand.Kind {
    try expect(.drop)
    let isIndex = at(.index)
    guard isIndex || at(.constraint) else {
      throw unexpected(expected: "`INDEX` or `CONSTRAINT`", [.index, .constraint])
    }
    advance()
    let name = try name(isIndex ? "the name of an index" : "the name of a constraint")
    var ifExists = false
    if accept(.if) {
      try expect(.exists)
      ifExists = true
    }
    return isIndex ? .dropIndex(name: name, ifExists: ifExists) : .dropConstraint(name: name, ifExists: ifExists)
  }

  /// `name IF NOT EXISTS`, both of which may be absent.
  private mutating func schemaName() throws(SyntaxFault) -> (name: Identifier?, ifNotExists: Bool) {
    let name = at(.for) || at(.if) ? nil : try name("a name or `FOR`")
    guard accept(.if) else { return (name, false) }
    try expect(.not)
    try expect(.exists)
    return (name, true)
  }

  private mutating func indexDefinition() throws(SyntaxFault) -> IndexDefinition {
    var kind = IndexDefinition.Kind.range
    if let stated = IndexDefinition.Kind(rawValue: text(of: token).uppercased()) {
      kind = stated
      advance()
    }
    try expect(.index)
    let (name, ifNotExists) = try schemaName()
    try expect(.for)
    var target = try schemaTarget()
    try expect(.on)
    if kind == .fullText { try expect(.each) }
    let isSquare = at(.openSquare)
    guard accept(.openRound) || accept(.openSquare) else { throw unexpected(expected: "`(`") }
    target.keys = try separated { [target] (parser) throws(SyntaxFault) in try parser.schemaKey(of: target) }
    try expect(isSquare ? .closeSquare : .closeRound, isSquare ? "`,` or `]`" : "`,` or `)`")
    let options = accept(.options) ? try map() : nil
    return IndexDefinition(kind: kind, name: name, ifNotExists: ifNotExists, target: target, options: options)
  }

  private mutating func constraintDefinition() throws(SyntaxFault) -> ConstraintDefinition {
    advance()
    let (name, ifNotExists) = try schemaName()
    try expect(.for)
    var target = try schemaTarget()
    try expect(.require)
    if accept(.openRound) {
      target.keys = try separated { [target] (parser) throws(SyntaxFault) in try parser.schemaKey(of: target) }
      try expect(.closeRound, "`,` or `)`")
    } else {
      target.keys = [try schemaKey(of: target)]
    }
    let rule = try constraintRule()
    return ConstraintDefinition(name: name, ifNotExists: ifNotExists, target: target, rule: rule)
  }

  private mutating func constraintRule() throws(SyntaxFault) -> ConstraintDefinition.Rule {
    if accept(.doubleColon) { return .type(try wordsOfType()) }
    try expect(.is)
    if accept(.unique) { return .unique }
    if accept(.not) {
      try expect(.null)
      return .exists
    }
    if accept(.node) || accept(.relationship) || accept(.rel) {
      if accept(.unique) { return .unique }
      try expect(.key)
      return .key
    }
    if accept(.key) { return .key }
    guard accept(.doubleColon) || accept(.typed) else {
      throw unexpected(expected: "`UNIQUE`, `NOT NULL`, `NODE KEY` or `::` and a type", [.unique, .node, .typed])
    }
    return .type(try wordsOfType())
  }

  /// The words of a type, such as `LIST<STRING NOT NULL>` or `ZONED DATETIME`.
  private mutating func wordsOfType() throws(SyntaxFault) -> String {
    var words = [try name("a type").text.uppercased()]
    while true {
      if isName(token) {
        words.append(try name("a type").text.uppercased())
      } else if at(.less) || at(.greater) || at(.bar) {
        words.append(text(of: token))
        advance()
      } else {
        return words.joined(separator: " ")
      }
    }
  }

  /// `(n:Label)` or `()-[r:TYPE]-()`.
  private mutating func schemaTarget() throws(SyntaxFault) -> SchemaTarget {
    let path = try pathElements()
    let parts: (SchemaTarget.Entity, Identifier?, LabelExpression?)
    if let relationship = path.relationships.first, path.elements.count == 3 {
      parts = (.relationship, relationship.variable, relationship.types)
    } else if let node = path.nodes.first, path.elements.count == 1 {
      parts = (.node, node.variable, node.labels)
    } else {
      parts = (.node, nil, nil)
    }
    guard let variable = parts.1, let names = parts.2?.alternativeNames else {
      throw fault(
        .unexpectedSyntax, .unexpectedSyntax, "an index or constraint is on one label or type", at: path.span,
        hint: "write (n:Label) or ()-[r:TYPE]-()")
    }
    return SchemaTarget(entity: parts.0, variable: variable, names: names, keys: [])
  }

  /// `n.key`, where `n` is the variable of the target.
  private mutating func schemaKey(of target: SchemaTarget) throws(SyntaxFault) -> Identifier {
    let variable = try variable()
    guard variable == target.variable else {
      throw fault(
        .unexpectedSyntax, .unexpectedSyntax, "expected `\(target.variable.text)`, found `\(variable.text)`",
        at: variable.span)
    }
    try expect(.dot, "`.`")
    return try name("a property key")
  }
}
