import CypherSyntax
import Diagnostics
import GraphModel

extension Binder {
  /// Declares the variables of the patterns of one clause, and gathers what they ask for.
  func patternGraph(_ patterns: [PathPattern], forMerge: Bool) throws(Diagnostic) -> PatternGraph {
    var builder = PatternGraphBuilder(binder: self, forMerge: forMerge)
    for pattern in patterns { try builder.add(pattern) }
    return try builder.finish()
  }
}

/// Builds the graph of a clause's patterns. Variables come first, conditions after, so that a condition may use a variable
/// that is declared further right.
private struct PatternGraphBuilder {
  let binder: Binder
  let forMerge: Bool
  private var graph = PatternGraph()
  private var nodePatterns: [(NodePattern, Variable)] = []
  private var relationshipPatterns: [(RelationshipPattern, at: Int)] = []
  /// The names of relationships in this clause.
  private var relationshipNames: Set<String> = []

  init(binder: Binder, forMerge: Bool) {
    self.binder = binder
    self.forMerge = forMerge
  }

  mutating func add(_ pattern: PathPattern) throws(Diagnostic) {
    try checkSupported(pattern)
    if let name = pattern.variable, binder.scope[name.text] != nil {
      throw binder.alreadyBound(name.text, at: name.span)
    }
    let nodePatterns = pattern.nodes
    guard let firstNode = nodePatterns.first else { return }
    var elements: [PathElement] = []
    var last = try node(firstNode)
    elements.append(.node(last))
    for (pattern, right) in zip(pattern.relationships, nodePatterns.dropFirst()) {
      let relationshipAt = graph.relationships.count
      let placeholder = try relationship(pattern, from: last)
      let next = try node(right)
      graph.relationships[relationshipAt].to = next
      elements.append(pattern.repeats ? .relationships(placeholder) : .relationship(placeholder))
      elements.append(.node(next))
      last = next
    }
    try select(pattern)
    if let name = pattern.variable {
      if binder.scope[name.text] != nil { throw binder.alreadyBound(name.text, at: name.span) }
      let path = binder.declare(name.text, .path)
      graph.paths.append(
        ProjectedItem(path, BoundExpression(.path(elements), span: pattern.span, type: .path)))
    }
  }

  private func checkSupported(_ pattern: PathPattern) throws(Diagnostic) {
    for element in pattern.elements {
      if case .group(let group) = element { throw binder.unsupported("a quantified path pattern", at: group.span) }
      if case .relationship(let relationship) = element, let quantifier = relationship.quantifier {
        throw binder.unsupported("a quantified relationship", at: quantifier.span)
      }
    }
    if pattern.mode != nil { throw binder.unsupported("a path mode", at: pattern.span) }
    switch pattern.selector {
    case nil, .shortestPath, .allShortestPaths: break
    default: throw binder.unsupported("this path selector", at: pattern.span)
    }
  }

  /// Turns `shortestPath((a)-[*]-(b))` into a step that looks for the shortest.
  private mutating func select(_ pattern: PathPattern) throws(Diagnostic) {
    guard let selector = pattern.selector else { return }
    guard pattern.relationships.count == 1, let last = graph.relationships.indices.last else {
      throw binder.failure(
        .wrongPattern, .syntaxError, .invalidRelationshipPattern,
        "a shortest path is asked for between two nodes, with one relationship pattern", at: pattern.span)
    }
    var length = graph.relationships[last].length ?? PatternGraph.Length(minimum: 1, maximum: 1)
    if length.minimum > 1 {
      throw binder.failure(
        .wrongPattern, .syntaxError, .invalidRelationshipPattern,
        "a shortest path has a minimum length of 0 or 1", at: pattern.span)
    }
    length.selection = selector == .allShortestPaths ? .allShortest : .oneShortest
    graph.relationships[last].length = length
    graph.relationships[last].isFree = true
  }

  // MARK: Declarations

  private mutating func node(_ pattern: NodePattern) throws(Diagnostic) -> Variable {
    let variable: Variable
    if let name = pattern.variable {
      if let entry = binder.resolve(name.text) {
        guard entry.type == .node || entry.type == .any || entry.type == .null else {
          throw binder.typeConflict(name.text, is: entry.type, not: "a node", at: name.span)
        }
        variable = entry.variable
      } else {
        variable = binder.declare(name.text, .node)
      }
    } else {
      variable = binder.fresh("<node>")
    }
    if !graph.nodes.contains(where: { $0.variable == variable }) {
      graph.nodes.append(PatternGraph.Node(variable: variable))
    }
    nodePatterns.append((pattern, variable))
    return variable
  }

  private mutating func relationship(_ pattern: RelationshipPattern, from: Variable) throws(Diagnostic) -> Variable {
    let length = pattern.length.map {
      PatternGraph.Length(minimum: $0.lower ?? 1, maximum: $0.upper)
    }
    let variable = try relationshipVariable(pattern)
    let types = try types(of: pattern)
    graph.relationships.append(
      PatternGraph.Relationship(
        variable: variable, from: from, to: from, types: types.names, direction: PatternDirection(pattern.direction),
        length: length))
    if let test = types.test {
      let subject = BoundExpression(.variable(variable), span: pattern.span, type: .relationship)
      graph.predicates.append(BoundExpression(.labelTest(subject, test), span: pattern.span, type: .boolean))
    }
    relationshipPatterns.append((pattern, graph.relationships.count - 1))
    return variable
  }

  private mutating func relationshipVariable(_ pattern: RelationshipPattern) throws(Diagnostic) -> Variable {
    guard let name = pattern.variable else { return binder.fresh("<relationship>") }
    if relationshipNames.contains(name.text) {
      throw binder.failure(
        .wrongPattern, .syntaxError, .relationshipUniquenessViolation,
        "relationship `\(name.text)` stands twice in one pattern, and no relationship is matched twice", at: name.span)
    }
    relationshipNames.insert(name.text)
    guard let entry = binder.resolve(name.text) else {
      return binder.declare(name.text, pattern.repeats ? .list(of: .relationship) : .relationship)
    }
    if forMerge { throw binder.alreadyBound(name.text, at: name.span) }
    let fits =
      pattern.repeats
      ? entry.type == .list(of: .relationship) || entry.type == .list(of: .any) || entry.type == .any
      : entry.type == .relationship || entry.type == .any || entry.type == .null
    guard fits else {
      throw binder.typeConflict(
        name.text, is: entry.type, not: pattern.repeats ? "a list of relationships" : "a relationship", at: name.span)
    }
    return entry.variable
  }

  /// Plain alternatives become types to follow; anything else a condition on all relationships.
  private func types(of pattern: RelationshipPattern) throws(Diagnostic) -> (names: [String], test: LabelTest?) {
    guard let types = pattern.types else { return ([], nil) }
    if let names = types.alternativeNames { return (names.map(\.text), nil) }
    if pattern.repeats {
      throw binder.unsupported("a type expression on a variable-length relationship", at: pattern.span)
    }
    return ([], LabelTest(types))
  }

  // MARK: Conditions

  mutating func finish() throws(Diagnostic) -> PatternGraph {
    for (pattern, variable) in nodePatterns {
      if let labels = pattern.labels, let at = graph.nodes.firstIndex(where: { $0.variable == variable }) {
        let test = LabelTest(labels)
        let tests = test.isConjunction ? test.required.map { LabelTest.name($0) } : [test]
        for test in tests where !graph.nodes[at].labels.contains(test) { graph.nodes[at].labels.append(test) }
      }
      let subject = BoundExpression(.variable(variable), span: pattern.span, type: .node)
      graph.predicates += try properties(pattern.properties, of: subject)
      if let predicate = pattern.predicate { graph.predicates.append(try binder.bindPredicate(predicate)) }
    }
    for (pattern, at) in relationshipPatterns {
      let variable = graph.relationships[at].variable
      if pattern.repeats {
        graph.relationships[at].condition = try stepCondition(pattern)
      } else {
        let subject = BoundExpression(.variable(variable), span: pattern.span, type: .relationship)
        graph.predicates += try properties(pattern.properties, of: subject)
        if let predicate = pattern.predicate { graph.predicates.append(try binder.bindPredicate(predicate)) }
      }
    }
    return graph
  }

  private func stepCondition(
    _ pattern: RelationshipPattern
  ) throws(Diagnostic) -> (relationship: Variable, predicate: BoundExpression)? {
    guard pattern.properties != nil || pattern.predicate != nil else { return nil }
    let outer = binder.scope
    defer { binder.scope = outer }
    let each: Variable
    if let name = pattern.variable, pattern.predicate != nil {
      each = binder.declare(name.text, .relationship)
    } else {
      each = binder.fresh("<step>")
    }
    let subject = BoundExpression(.variable(each), span: pattern.span, type: .relationship)
    var parts = try properties(pattern.properties, of: subject)
    if let predicate = pattern.predicate { parts.append(try binder.bindPredicate(predicate)) }
    guard let first = parts.first else { return nil }
    let all = parts.dropFirst().reduce(first) {
      BoundExpression(.and($0, $1), span: pattern.span, type: .boolean)
    }
    return (each, all)
  }

  /// `{key: value}` as equalities.
  private func properties(
    _ properties: Expression?, of subject: BoundExpression
  ) throws(Diagnostic) -> [BoundExpression] {
    guard let properties else { return [] }
    guard case .map(let entries) = properties.kind else {
      throw binder.failure(
        .wrongPattern, .syntaxError, .invalidParameterUse,
        "a pattern takes its properties as a map with keys, not as a parameter", at: properties.span,
        hint: "write the keys: {name: $map.name}")
    }
    var conditions: [BoundExpression] = []
    for entry in entries {
      let property = BoundExpression(.property(subject, key: entry.key.text), span: entry.key.span)
      let value = try binder.bindValue(entry.value)
      conditions.append(
        BoundExpression(.comparison(.equal, property, value), span: entry.key.span.union(value.span), type: .boolean))
    }
    return conditions
  }
}

extension RelationshipPattern {
  /// Whether it stands for a list of relationships.
  var repeats: Bool { length != nil || quantifier != nil }
}

extension PatternDirection {
  init(_ direction: RelationshipPattern.Direction) {
    switch direction {
    case .outgoing: self = .outgoing
    case .incoming: self = .incoming
    case .either: self = .either
    }
  }
}

extension LabelTest {
  init(_ expression: LabelExpression) {
    switch expression {
    case .name(let name): self = .name(name.text)
    case .any: self = .wildcard
    case .not(let part): self = .not(LabelTest(part))
    case .and(let parts): self = LabelTest.chain(parts) { .and($0, $1) }
    case .or(let parts): self = LabelTest.chain(parts) { .or($0, $1) }
    }
  }

  private static func chain(
    _ parts: [LabelExpression], _ combine: (LabelTest, LabelTest) -> LabelTest
  ) -> LabelTest {
    let tests = parts.map(LabelTest.init)
    return tests.dropFirst().reduce(tests.first ?? .wildcard, combine)
  }
}
