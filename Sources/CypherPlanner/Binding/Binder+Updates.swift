import CypherSyntax
import Diagnostics
import GraphModel

extension Binder {
  func bind(_ clause: CreateClause, _ plan: LogicalPlan) throws(Diagnostic) -> LogicalPlan {
    .create(plan, try createdPattern(clause.patterns, keyword: "CREATE"))
  }

  /// What CREATE or MERGE makes. Properties are bound in the scope before the clause, with the variables of the clause
  /// to the left.
  func createdPattern(_ patterns: [PathPattern], keyword: String) throws(Diagnostic) -> CreatedPattern {
    var created = CreatedPattern(nodes: [], relationships: [], paths: [])
    for pattern in patterns { try create(pattern, keyword, into: &created) }
    return created
  }

  private func create(
    _ pattern: PathPattern, _ keyword: String, into created: inout CreatedPattern
  ) throws(Diagnostic) {
    if let name = pattern.variable, scope[name.text] != nil { throw alreadyBound(name.text, at: name.span) }
    for element in pattern.elements {
      if case .group(let group) = element { throw notCreatable("a repeated part", at: group.span) }
    }
    let nodes = pattern.nodes
    guard let firstNode = nodes.first else { return }
    let isAlone = pattern.relationships.isEmpty
    var last = try createdNode(firstNode, keyword, isAlone: isAlone, into: &created)
    var elements: [PathElement] = [.node(last)]
    for (link, node) in zip(pattern.relationships, nodes.dropFirst()) {
      if let name = link.variable, scope[name.text] != nil { throw alreadyBound(name.text, at: name.span) }
      let next = try createdNode(node, keyword, isAlone: false, into: &created)
      let relationship = try createdRelationship(link, keyword, from: last, to: next)
      created.relationships.append(relationship)
      elements += [.relationship(relationship.variable), .node(next)]
      last = next
    }
    if let name = pattern.variable {
      if scope[name.text] != nil { throw alreadyBound(name.text, at: name.span) }
      let path = declare(name.text, .path)
      created.paths.append(ProjectedItem(path, BoundExpression(.path(elements), span: pattern.span, type: .path)))
    }
  }

  func notCreatable(_ what: String, at span: SourceSpan) -> Diagnostic {
    failure(.wrongPattern, .syntaxError, .creatingVarLength, "\(what) cannot be created", at: span)
  }

  private func createdNode(
    _ pattern: NodePattern, _ keyword: String, isAlone: Bool, into created: inout CreatedPattern
  ) throws(Diagnostic) -> Variable {
    let says = pattern.labels != nil || pattern.properties != nil
    if let name = pattern.variable, let entry = resolve(name.text) {
      if isAlone || says { throw alreadyBound(name.text, at: name.span) }
      guard entry.type == .node || entry.type == .any || entry.type == .null else {
        throw typeConflict(name.text, is: entry.type, not: "a node", at: name.span)
      }
      return entry.variable
    }
    let properties = try createdProperties(pattern.properties, keyword)
    var labels: [GivenName] = []
    if let expression = pattern.labels {
      guard let given = expression.given else {
        throw failure(
          .wrongPattern, .syntaxError, .unexpectedSyntax, "\(keyword) needs labels, not a condition on them",
          at: pattern.span)
      }
      labels = try given.map { label throws(Diagnostic) in try bindName(label) }
    }
    let variable = pattern.variable.map { declare($0.text, .node) } ?? fresh("<node>")
    created.nodes.append(CreatedPattern.Node(variable: variable, labels: labels, properties: properties))
    return variable
  }

  private func createdRelationship(
    _ pattern: RelationshipPattern, _ keyword: String, from: Variable, to: Variable
  ) throws(Diagnostic) -> CreatedPattern.Relationship {
    if pattern.repeats { throw notCreatable("a variable-length relationship", at: pattern.span) }
    guard let given = pattern.types?.given, given.count == 1, let type = given.first else {
      throw failure(
        .wrongPattern, .syntaxError, .noSingleRelationshipType, "\(keyword) needs one type for each relationship",
        at: pattern.span, hint: "write it as -[:TYPE]->")
    }
    if pattern.direction == .either, keyword == "CREATE" {
      throw failure(
        .wrongPattern, .syntaxError, .requiresDirectedRelationship, "CREATE needs an arrow on each relationship",
        at: pattern.span,
        hint: "write -[:\(type.canonicalText)]-> or <-[:\(type.canonicalText)]-")
    }
    let properties = try createdProperties(pattern.properties, keyword)
    if let name = pattern.variable, scope[name.text] != nil { throw alreadyBound(name.text, at: name.span) }
    let variable = pattern.variable.map { declare($0.text, .relationship) } ?? fresh("<relationship>")
    let isReversed = pattern.direction == .incoming
    return CreatedPattern.Relationship(
      variable: variable, type: try bindName(type), from: isReversed ? to : from, to: isReversed ? from : to,
      properties: properties, span: pattern.span)
  }

  private func createdProperties(_ properties: Expression?, _ keyword: String) throws(Diagnostic) -> BoundExpression? {
    guard let properties else { return nil }
    if keyword == "MERGE", case .parameter = properties.kind {
      throw failure(
        .wrongPattern, .syntaxError, .invalidParameterUse,
        "MERGE takes its properties as a map with keys, not as a parameter", at: properties.span)
    }
    return try bindValue(properties)
  }

  // MARK: SET, REMOVE, DELETE, FOREACH

  func bind(_ items: [SetItem]) throws(Diagnostic) -> [WriteItem] {
    var bound: [WriteItem] = []
    for item in items { bound.append(WriteItem(kind: try bind(item), span: item.span)) }
    return bound
  }

  private func bind(_ item: SetItem) throws(Diagnostic) -> WriteItem.Kind {
    switch item.kind {
    case .property(let target, let value):
      let (entity, key) = try bindProperty(target, "SET")
      return .setProperty(entity, key: key, try bindValue(value))
    case .replace(let name, let value): return .replaceProperties(try bindTarget(name), try bindMap(value))
    case .merge(let name, let value): return .addProperties(try bindTarget(name), try bindMap(value))
    case .labels(let name, let labels):
      return .addLabels(try bindLabelled(name, "SET"), try labels.map { label throws(Diagnostic) in try bindName(label) })
    }
  }

  func bind(_ items: [RemoveItem]) throws(Diagnostic) -> [WriteItem] {
    var bound: [WriteItem] = []
    for item in items {
      switch item.kind {
      case .property(let target):
        let (entity, key) = try bindProperty(target, "REMOVE")
        bound.append(WriteItem(kind: .removeProperty(entity, key: key), span: item.span))
      case .labels(let name, let labels):
        let names = try labels.map { label throws(Diagnostic) in try bindName(label) }
        bound.append(WriteItem(kind: .removeLabels(try bindLabelled(name, "REMOVE"), names), span: item.span))
      }
    }
    return bound
  }

  /// The entity and the key of `n.key` or `n[key]`.
  private func bindProperty(
    _ target: Expression, _ keyword: String
  ) throws(Diagnostic) -> (BoundExpression, GivenName) {
    switch target.kind {
    case .property(let subject, let key): return (try bindTarget(subject), .written(key.text))
    case .element(let subject, let key):
      let name = try bindValue(key)
      guard name.type.overlaps(.string) else {
        throw wrongType(keyword, at: name.span, expected: "the name of a property, a string", found: name.type)
      }
      return (try bindTarget(subject), .computed(name))
    default: throw wrongType(keyword, at: target.span, expected: "a property", found: .any)
    }
  }

  private func bindTarget(_ name: Identifier) throws(Diagnostic) -> BoundExpression {
    try bindTarget(Expression(.variable(name.text), span: name.span))
  }

  /// What gets or loses labels.
  private func bindLabelled(_ name: Identifier, _ keyword: String) throws(Diagnostic) -> BoundExpression {
    let target = try bindTarget(name)
    guard target.type.overlaps(.node) else {
      throw wrongType("\(keyword) of labels", at: target.span, expected: "a node", found: target.type)
    }
    return target
  }

  private func bindTarget(_ expression: Expression) throws(Diagnostic) -> BoundExpression {
    let target = try bindValue(expression)
    guard target.type.overlaps(.node) || target.type.overlaps(.relationship) else {
      throw wrongType("SET", at: target.span, expected: "a node or a relationship", found: target.type)
    }
    return target
  }

  private func bindMap(_ expression: Expression) throws(Diagnostic) -> BoundExpression {
    let value = try bindValue(expression)
    guard value.type.overlaps(.map) || value.type.overlaps(.node) || value.type.overlaps(.relationship) else {
      throw wrongType("SET", at: value.span, expected: "a map, a node or a relationship", found: value.type)
    }
    return value
  }

  func bind(_ clause: DeleteClause, _ plan: LogicalPlan) throws(Diagnostic) -> LogicalPlan {
    hasDeleted = true
    var targets: [BoundExpression] = []
    for expression in clause.targets {
      if case .labelTest = expression.kind {
        throw failure(
          .wrongClause, .syntaxError, .invalidDelete, "DELETE deletes nodes and relationships, not labels", at: expression.span,
          hint: "REMOVE takes a label away")
      }
      let target = try bindValue(expression)
      guard target.type.overlaps(.node) || target.type.overlaps(.relationship) || target.type.overlaps(.path) else {
        throw failure(
          .wrongType, .syntaxError, .invalidArgumentType,
          "DELETE takes a node, a relationship or a path, not \(target.type)", at: target.span)
      }
      targets.append(target)
    }
    return .delete(plan, targets, detach: clause.isDetach)
  }

  func bind(_ clause: ForeachClause, _ plan: LogicalPlan) throws(Diagnostic) -> LogicalPlan {
    let list = try bindValue(clause.list)
    let outer = scope
    defer { scope = outer }
    if scope[clause.variable.text] != nil { throw alreadyBound(clause.variable.text, at: clause.variable.span) }
    let variable = declare(clause.variable.text, list.elementType)
    var body = LogicalPlan.argument(plan.columns + [variable])
    for update in clause.updates.joiningCreates {
      switch update {
      case .create(let clause): body = try bind(clause, body)
      case .merge(let clause): body = try bind(clause, body)
      case .set(let clause): body = .write(body, try bind(clause.items))
      case .remove(let clause): body = .write(body, try bind(clause.items))
      case .delete(let clause): body = try bind(clause, body)
      case .foreach(let clause): body = try bind(clause, body)
      default:
        throw failure(
          .wrongClause, .syntaxError, .invalidClauseComposition, "FOREACH only changes the graph", at: update.span)
      }
    }
    return .forEach(plan, variable, in: list, body: body)
  }
}

extension [Variable] {
  var uniqued: [Variable] {
    var seen = Set<Variable>()
    return filter { seen.insert($0).inserted }
  }
}
