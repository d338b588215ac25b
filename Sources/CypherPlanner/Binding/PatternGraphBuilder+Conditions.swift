import CypherSyntax
import Diagnostics
import GraphModel

extension PatternGraphBuilder {
  /// The graph, with the conditions of all patterns that were added.
  mutating func finish() throws(Diagnostic) -> PatternGraph {
    for (pattern, variable) in nodePatterns {
      let subject = BoundExpression(.variable(variable), span: pattern.span, type: .node)
      if let labels = pattern.labels { try add(labels, of: variable, subject, at: pattern.span) }
      graph.predicates += try properties(pattern.properties, of: subject)
      if let predicate = pattern.predicate { graph.predicates.append(try binder.bindPredicate(predicate)) }
    }
    for (pattern, at) in relationshipPatterns {
      let variable = graph.relationships[at].variable
      if pattern.repeats {
        graph.relationships[at].condition = try stepCondition(pattern)
      } else {
        let subject = BoundExpression(.variable(variable), span: pattern.span, type: .relationship)
        graph.predicates += try typeCondition(pattern, of: subject)
        graph.predicates += try properties(pattern.properties, of: subject)
        if let predicate = pattern.predicate { graph.predicates.append(try binder.bindPredicate(predicate)) }
      }
    }
    for predicate in bracketPredicates { graph.predicates.append(try binder.bindPredicate(predicate)) }
    return graph
  }

  private mutating func add(
    _ labels: LabelExpression, of variable: Variable, _ subject: BoundExpression, at span: SourceSpan
  ) throws(Diagnostic) {
    guard let test = LabelTest(labels), let at = graph.nodes.firstIndex(where: { $0.variable == variable }) else {
      graph.predicates.append(try binder.labelCondition(labels, of: subject, at: span))
      return
    }
    let tests = test.isConjunction ? test.required.map { LabelTest.name($0) } : [test]
    for test in tests where !graph.nodes[at].labels.contains(test) { graph.nodes[at].labels.append(test) }
  }

  private func stepCondition(
    _ pattern: RelationshipPattern
  ) throws(Diagnostic) -> (relationship: Variable, predicate: BoundExpression)? {
    let isOfAnyType = pattern.types.map { $0.alternativeNames != nil } ?? true
    guard pattern.properties != nil || pattern.predicate != nil || !isOfAnyType else { return nil }
    let outer = binder.scope
    defer { binder.scope = outer }
    let each: Variable
    if let name = pattern.variable, pattern.predicate != nil {
      each = binder.declare(name.text, .relationship)
    } else {
      each = binder.fresh("<step>")
    }
    let subject = BoundExpression(.variable(each), span: pattern.span, type: .relationship)
    var parts = try properties(pattern.properties, of: subject) + typeCondition(pattern, of: subject)
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

  /// A condition on the types; plain alternatives are followed instead.
  private func typeCondition(
    _ pattern: RelationshipPattern, of subject: BoundExpression
  ) throws(Diagnostic) -> [BoundExpression] {
    guard let types = pattern.types, types.alternativeNames == nil else { return [] }
    return [try binder.labelCondition(types, of: subject, at: pattern.span)]
  }
}
