import CypherSyntax
import Diagnostics
import GraphModel

extension Binder {
  func bind(_ clause: MatchClause, _ plan: LogicalPlan) throws(Diagnostic) -> LogicalPlan {
    guard clause.isOptional else { return try matching(clause, from: plan) }
    let known = plan.columns
    captures.append((firstFreshID, []))
    let inner = try matching(clause, from: .argument(known))
    let read = captures.removeLast().outer.intersection(known)
    return .optional(plan, inner: inner.startingWith(read.sorted { $0.id < $1.id }))
  }

  /// The patterns that keep all of their paths are matched together. Those that keep only some are matched one by one after
  /// them, and the choice is made among the paths of that pattern alone (ISO/IEC 39075, path pattern list): another pattern
  /// may use the same relationships, and WHERE comes last.
  private func matching(_ clause: MatchClause, from plan: LogicalPlan) throws(Diagnostic) -> LogicalPlan {
    let mayRepeat = clause.mode == .repeatableElements
    let first = firstFreshID
    let plain = clause.patterns.filter { $0.kept == nil }
    let selective = clause.patterns.filter { $0.kept != nil }
    if clause.mode == .differentRelationships, selective.count > 0, clause.patterns.count > 1 {
      throw failure(
        .wrongPattern, .syntaxError, .unexpectedSyntax,
        "with DIFFERENT RELATIONSHIPS a pattern that keeps only some of its paths stands alone in its MATCH",
        at: selective[0].span, hint: "give the other patterns a MATCH of their own, or leave DIFFERENT RELATIONSHIPS out")
    }
    var graph = try patternGraph(plain, mayRepeat: mayRepeat)
    var choices: [PathChoice] = []
    for pattern in selective {
      try checkInside(of: pattern, declaredSince: first)
      choices.append(try choice(pattern, mayRepeat: mayRepeat))
    }
    var conditions = try clause.predicate.map { e throws(Diagnostic) in try bindPredicate(e).conjuncts } ?? []
    // Conditions on the plain patterns alone may come as early as these do.
    let plainly = choices.isEmpty ? nil : Set(plan.columns).union(graph.introduces)
    graph.predicates += conditions.filter { plainly?.isSuperset(of: $0.reads) ?? true }
    conditions.removeAll { plainly?.isSuperset(of: $0.reads) ?? true }
    for at in choices.indices { choices[at].take(&conditions, known: plainly ?? []) }
    let matched = matching(graph, from: plan)
    return conditions.reduce(choices.reduce(matched) { chosen($1, from: $0) }) { .filter($0, $1) }
  }

  func matching(_ graph: PatternGraph, from plan: LogicalPlan) -> LogicalPlan {
    var graph = graph
    let enumerations = graph.takeEnumerations(known: Set(plan.columns)) { fresh($0) }
    return enumerations.reduce(.match(plan, graph)) { $1.plan(after: $0) }
  }

  /// Between its ends a pattern that keeps only some of its paths has nothing in common with the others of its MATCH: else
  /// it would depend on their order what it chooses from.
  private func checkInside(of pattern: PathPattern, declaredSince first: Int) throws(Diagnostic) {
    for case .node(let node) in pattern.elements.dropFirst().dropLast() {
      guard let name = node.variable, let entry = scope[name.text], entry.variable.id >= first else { continue }
      throw failure(
        .wrongPattern, .syntaxError, .variableAlreadyBound,
        "a pattern that keeps only some of its paths can share its ends with other patterns, but not `\(name.text)` inside it",
        at: name.span, hint: "give the other patterns a MATCH of their own")
    }
  }
}

extension [PathElement] {
  var firstNode: Variable? {
    if case .node(let variable)? = first { return variable }
    return nil
  }

  var lastNode: Variable? {
    if case .node(let variable)? = last { return variable }
    return nil
  }
}
