import CypherEngine
import CypherSyntax
import SQLiteGraph

extension SchemaExecution {
  /// `CREATE INDEX`.
  func create(_ definition: IndexDefinition, at span: SourceSpan) throws(QueryFault) -> ChangeCounts {
    if definition.kind == .fullText { throw unsupported("full-text indexes are not supported", at: span) }
    if let options = definition.options { throw unsupported("an index takes no options here", at: options.span) }
    guard definition.target.entity == .node else {
      throw unsupported("an index on properties of relationships is not supported", at: span)
    }
    let name = try singleName(of: definition.target)
    guard let key = definition.target.keys.first, definition.target.keys.count == 1 else {
      throw unsupported(
        "an index is on one property", at: definition.target.keys.last?.span ?? span,
        hint: "make one index for each property")
    }
    let (label, keyID) = try stored { () throws(StoreError) in
      (try graph.makeLabel(named: name.text), try graph.makePropertyKey(named: key.text))
    }
    if let present = graph.indexes.first(where: { $0.label == label && $0.key == keyID }) {
      if definition.ifNotExists { return ChangeCounts() }
      throw conflict("`\(name.text)(\(key.text))` is indexed already, by `\(present.name)`", at: span)
    }
    guard try isFree(definition.name, ifNotExists: definition.ifNotExists) else { return ChangeCounts() }
    try stored { () throws(StoreError) in
      try graph.createIndex(
        label: label, key: keyID, named: definition.name?.text, isText: definition.kind == .text)
    }
    var changes = ChangeCounts()
    changes.indexesAdded = 1
    return changes
  }

  /// `CREATE CONSTRAINT`.
  func create(_ definition: ConstraintDefinition, at span: SourceSpan) throws(QueryFault) -> ChangeCounts {
    let name = try singleName(of: definition.target)
    let rule = try rule(of: definition, at: span)
    let keys = definition.target.keys
    let keyIDs = try stored { () throws(StoreError) in
      try keys.map { key throws(StoreError) in try graph.makePropertyKey(named: key.text) }
    }
    if let twice = keys.indices.first(where: { keyIDs[..<$0].contains(keyIDs[$0]) }) {
      throw conflict("property `\(keys[twice].text)` stands twice", at: keys[twice].span)
    }
    let subject = try stored { () throws(StoreError) -> GraphConstraint.Subject in
      switch definition.target.entity {
      case .node: .nodes(try graph.makeLabel(named: name.text))
      case .relationship: .relationships(try graph.makeRelationshipType(named: name.text))
      }
    }
    if let present = graph.constraints.first(where: {
      $0.subject == subject && $0.keys == keyIDs && $0.rule.word == rule.word
    }) {
      if definition.ifNotExists { return ChangeCounts() }
      throw conflict("there is such a constraint already, `\(present.name)`", at: span)
    }
    guard try isFree(definition.name, ifNotExists: definition.ifNotExists) else { return ChangeCounts() }
    let words = ["constraint", name.text] + keys.map(\.text) + [rule.word]
    let constraint = GraphConstraint(
      name: definition.name?.text ?? graph.freeSchemaName(like: words.joined(separator: "_")), subject: subject,
      keys: keyIDs, rule: rule)
    let indexes = graph.indexes.count
    try stored { () throws(StoreError) in try graph.createConstraint(constraint) }
    var changes = ChangeCounts()
    changes.constraintsAdded = 1
    changes.indexesAdded = graph.indexes.count - indexes
    return changes
  }

  private func rule(
    of definition: ConstraintDefinition, at span: SourceSpan
  ) throws(QueryFault) -> GraphConstraint.Rule {
    let isNode = definition.target.entity == .node
    switch definition.rule {
    case .unique where isNode: return .unique
    case .key where isNode: return .key
    case .unique, .key:
      throw unsupported("a property of relationships cannot be unique here, only present or of a type", at: span)
    case .exists:
      try checkSingleKey(definition, "IS NOT NULL")
      return .exists
    case .type(let words):
      try checkSingleKey(definition, "IS ::")
      if let type = PropertyType(words: words) { return .type(type) }
      throw unsupported(
        "a property cannot have type \(words)", at: span,
        hint: "types are BOOLEAN, STRING, INTEGER, FLOAT, DATE, LOCAL TIME, ZONED TIME, LOCAL DATETIME, ZONED DATETIME, "
          + "DURATION, LIST<STRING NOT NULL> and their like, and several of them with | between")
    }
  }

  private func checkSingleKey(_ definition: ConstraintDefinition, _ rule: String) throws(QueryFault) {
    guard definition.target.keys.count > 1 else { return }
    throw unsupported(
      "\(rule) is about one property", at: definition.target.keys[1].span, hint: "make a constraint for each property")
  }

  private func singleName(of target: SchemaTarget) throws(QueryFault) -> Identifier {
    guard let name = target.names.first, target.names.count == 1 else {
      throw unsupported(
        "an index or constraint is on one label or type", at: target.names.last?.span ?? target.variable.span)
    }
    return name
  }

  /// Whether a name can be given; false where it is taken and that is no error.
  private func isFree(_ name: Identifier?, ifNotExists: Bool) throws(QueryFault) -> Bool {
    guard let name, graph.freeSchemaName(like: name.text) != name.text else { return true }
    if ifNotExists { return false }
    throw conflict("there is an index or constraint called `\(name.text)` already", at: name.span)
  }
}

extension GraphConstraint.Rule {
  /// For the names that constraints get. Two constraints on the same properties differ in it.
  fileprivate var word: String {
    switch self {
    case .unique: "unique"
    case .exists: "exists"
    case .key: "key"
    case .type: "type"
    }
  }
}
