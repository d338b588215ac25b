import CypherSyntax
import Diagnostics

extension Binder {
  func bind(_ clause: MergeClause, _ plan: LogicalPlan) throws(Diagnostic) -> LogicalPlan {
    let outer = scope
    let outerVariables = Set(plan.columns)
    try checkMerge(clause.pattern)
    let first = firstFreshID
    // The pattern is bound twice, once as it is looked for and once as it is made, with the same variables.
    var graph = try patternGraph([clause.pattern], forMerge: true)
    let inside = scope
    graph.predicates = graph.predicates.flatMap(\.conjuncts)
    let match = LogicalPlan.match(
      .argument(graph.readsFromOutside.intersection(outerVariables).sorted { $0.id < $1.id }), graph)
    scope = outer
    var created = try createdPattern([clause.pattern], keyword: "MERGE")
    try checkOwnValues(created)
    created.rename(to: graph, keeping: outerVariables)
    scope = inside
    var onMatch: [WriteItem] = []
    var onCreate: [WriteItem] = []
    for action in clause.actions {
      let items = try bind(action.items)
      if action.event == .match { onMatch += items } else { onCreate += items }
    }
    let introduces = inside.variables.filter { $0.id >= first && !outerVariables.contains($0) }
    created.paths = graph.paths
    return .merge(
      plan,
      MergedPattern(
        match: match, create: created, onMatch: onMatch, onCreate: onCreate,
        introduces: (introduces + graph.paths.map(\.variable)).uniqued))
  }

  private func checkMerge(_ pattern: PathPattern) throws(Diagnostic) {
    if pattern.relationships.isEmpty, let name = pattern.nodes.first?.variable, scope[name.text] != nil {
      throw alreadyBound(name.text, at: name.span)
    }
    for node in pattern.nodes {
      guard let name = node.variable, scope[name.text] != nil, node.labels != nil || node.properties != nil else {
        continue
      }
      throw alreadyBound(name.text, at: name.span)
    }
    for link in pattern.relationships where link.repeats {
      throw notCreatable("a variable-length relationship", at: link.span)
    }
  }

  /// What a MERGE makes cannot be read in it: it may be there already, or not yet.
  private func checkOwnValues(_ created: CreatedPattern) throws(Diagnostic) {
    let own = Set(created.nodes.map(\.variable) + created.relationships.map(\.variable))
    for properties in created.nodes.compactMap(\.properties) + created.relationships.compactMap(\.properties) {
      guard let read = properties.reads.intersection(own).min(by: { $0.id < $1.id }) else { continue }
      throw failure(
        .wrongPattern, .syntaxError, .undefinedVariable, "`\(read.name)` is made by this MERGE, which cannot read it", at: properties.span,
        hint: "MATCH or MERGE `\(read.name)` in a clause before")
    }
  }
}

extension CreatedPattern {
  /// Gives what is made the variables of what is looked for, element by element in the order of the pattern.
  fileprivate mutating func rename(to graph: PatternGraph, keeping outer: Set<Variable>) {
    var names: [Variable: Variable] = [:]
    let wanted = graph.nodes.map(\.variable).filter { !outer.contains($0) }
    for (made, found) in zip(nodes.map(\.variable), wanted) { names[made] = found }
    for (made, found) in zip(relationships.map(\.variable), graph.relationships.map(\.variable)) { names[made] = found }
    for at in nodes.indices { nodes[at].variable = names[nodes[at].variable] ?? nodes[at].variable }
    for at in relationships.indices {
      let link = relationships[at]
      relationships[at].variable = names[link.variable] ?? link.variable
      relationships[at].from = names[link.from] ?? link.from
      relationships[at].to = names[link.to] ?? link.to
    }
  }
}
