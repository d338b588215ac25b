import CypherEngine
import CypherSyntax
import SQLiteGraph

extension SchemaExecution {
  /// `CREATE INDEX`.
  func create(_ definition: IndexDefinition, at span: SourceSpan) throws(QueryFault) -> ChangeCounts {
    if let options = definition.options { throw unsupported("an index takes no options here", at: options.span) }
    if definition.kind == .fullText { return try createFullText(definition) }
    let name = try singleName(of: definition.target)
    let keys = definition.target.keys
    let subject = try subject(of: definition.target, name)
    let keyIDs = try stored { () throws(StoreError) in
      try keys.map { key throws(StoreError) in try graph.makePropertyKey(named: key.text) }
    }
    try checkDistinct(keyIDs, keys)
    if let present = graph.indexes.first(where: { $0.subject == subject && $0.keys == keyIDs }) {
      if definition.ifNotExists { return ChangeCounts() }
      let list = keys.map(\.text).joined(separator: ", ")
      throw conflict("`\(name.text)(\(list))` is indexed already, by `\(present.name)`", at: span)
    }
    guard try isFree(definition.name, ifNotExists: definition.ifNotExists) else { return ChangeCounts() }
    try stored { () throws(StoreError) in
      if let key = keyIDs.first, keyIDs.count == 1 {
        try graph.createIndex(on: subject, key, named: definition.name?.text, isText: definition.kind == .text)
      } else {
        let words = (["index", name.text] + keys.map(\.text)).joined(separator: "_")
        try graph.createIndex(on: subject, keyIDs, named: definition.name?.text ?? graph.freeSchemaName(like: words))
      }
    }
    var changes = ChangeCounts()
    changes.indexesAdded = 1
    return changes
  }

  /// `CREATE FULLTEXT INDEX`.
  private func createFullText(_ definition: IndexDefinition) throws(QueryFault) -> ChangeCounts {
    let target = definition.target
    let keys = try stored { () throws(StoreError) in
      try target.keys.map { key throws(StoreError) in try graph.makePropertyKey(named: key.text) }
    }
    try checkDistinct(keys, target.keys)
    let subject = try stored { () throws(StoreError) -> FullTextIndex.Subject in
      switch target.entity {
      case .node: .nodes(try target.names.map { name throws(StoreError) in try graph.makeLabel(named: name.text) })
      case .relationship:
        .relationships(try target.names.map { name throws(StoreError) in try graph.makeRelationshipType(named: name.text) })
      }
    }
    if let present = graph.fullTextIndexes.first(where: { $0.subject == subject && $0.keys == keys }) {
      if definition.ifNotExists { return ChangeCounts() }
      throw conflict("there is such a full-text index already, `\(present.name)`", at: target.variable.span)
    }
    guard try isFree(definition.name, ifNotExists: definition.ifNotExists) else { return ChangeCounts() }
    let words = (["fulltext"] + target.names.map(\.text) + target.keys.map(\.text)).joined(separator: "_")
    try stored { () throws(StoreError) in
      try graph.createFullTextIndex(
        named: definition.name?.text ?? graph.freeSchemaName(like: words), on: subject, keys: keys)
    }
    var changes = ChangeCounts()
    changes.indexesAdded = 1
    return changes
  }

  private func checkDistinct(_ ids: [PropertyKeyID], _ keys: [Identifier]) throws(QueryFault) {
    guard let twice = keys.indices.first(where: { ids[..<$0].contains(ids[$0]) }) else { return }
    throw conflict("property `\(keys[twice].text)` stands twice", at: keys[twice].span)
  }

  /// `CREATE CONSTRAINT`.
  func create(_ definition: ConstraintDefinition, at span: SourceSpan) throws(QueryFault) -> ChangeCounts {
    let name = try singleName(of: definition.target)
    let rule = try rule(of: definition, at: span)
    let keys = definition.target.keys
    let keyIDs = try stored { () throws(StoreError) in
      try keys.map { key throws(StoreError) in try graph.makePropertyKey(named: key.text) }
    }
    try checkDistinct(keyIDs, keys)
    let subject = try subject(of: definition.target, name)
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
    switch definition.rule {
    case .unique: return .unique
    case .key: return .key
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

  private func subject(of target: SchemaTarget, _ name: Identifier) throws(QueryFault) -> SchemaSubject {
    try stored { () throws(StoreError) in
      switch target.entity {
      case .node: .nodes(try graph.makeLabel(named: name.text))
      case .relationship: .relationships(try graph.makeRelationshipType(named: name.text))
      }
    }
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
