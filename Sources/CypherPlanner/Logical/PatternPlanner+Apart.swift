import Diagnostics
import GraphModel

/// `MATCH (a:A), (b:B) RETURN count(*)`: parts of a pattern that have nothing to do with one another are no rows together. How many ways there
/// are to match a part of which nothing is read is found once, and the product counted.
extension PatternPlanner {
  /// A pattern without such parts, the plan that gives the number of ways to match each of them, in one row or in none, and the columns with
  /// those numbers; nil where there are none.
  func countingApart() -> (rest: PatternGraph, plan: LogicalPlan, counts: [Variable])? {
    guard case .unit = plan, demand.repetitions != .kept, !demand.isPerRow, isWeighed, !off.contains(.countApart), graph.nodes.count > 1 else {
      return nil
    }
    let parts = self.parts
    let unread = parts.filter { !$0.graph.nodes.isEmpty && $0.variables.isDisjoint(with: demand.reads) && $0.graph.neverFails }
    guard parts.count > 1, !unread.isEmpty else { return nil }
    var (rest, plan, counts) = (graph, plan, [Variable]())
    for part in unread {
      rest.remove(part.variables)
      let count = Variable(id: part.graph.nodes[0].variable.id, name: "<count>")
      plan = .apply(plan, inner: number(of: part.graph, as: count), perRow: false)
      if demand.repetitions == .counted { counts.append(count) }
    }
    return (rest, plan, counts)
  }

  /// One row with the number of ways to match a pattern, or with 1 where it makes no difference how many there are; no row where there is none.
  private func number(of part: PatternGraph, as count: Variable) -> LogicalPlan {
    let call = AggregateCall(variable: count, function: .count, arguments: [], isDistinct: false, span: .beginning)
    let number: LogicalPlan
    if demand.repetitions == .counted {
      let counted = Demand(reads: [count], repetitions: .kept)
      number = PatternOrdering(facts: facts, off: off).ordered(.aggregate(.match(.argument([]), part), groups: [], [call]), counted).plan
    } else {
      let any = Demand(reads: [], repetitions: .ignored)
      let one = BoundExpression(.literal(.integer(1)), span: .beginning, type: .integer)
      number = .aggregate(.limit(PatternPlanner.plan(part, from: .argument([]), any, facts, without: off).plan, one), groups: [], [call])
    }
    let zero = BoundExpression(.literal(.integer(0)), span: .beginning, type: .integer)
    let read = BoundExpression(.variable(count), span: .beginning, type: .integer)
    return .filter(number, BoundExpression(.comparison(.greater, read, zero), span: .beginning, type: .boolean))
  }

  /// A part of the pattern that shares no variable or condition with the others, and no relationship that must differ from one of theirs.
  private struct Part {
    var graph: PatternGraph
    var variables: Set<Variable>
  }

  private var parts: [Part] {
    var groups: [Set<Variable>] = []
    func join(_ variables: Set<Variable>) {
      if variables.isEmpty { return }
      let touched = groups.filter { !$0.isDisjoint(with: variables) }
      groups.removeAll { !$0.isDisjoint(with: variables) }
      groups.append(touched.reduce(variables) { $0.union($1) })
    }
    for node in graph.nodes { join([node.variable]) }
    for relationship in graph.relationships { join(relationship.variables) }
    for repetition in graph.repetitions {
      join(repetition.turnReads.union([repetition.from, repetition.to, repetition.relationships] + repetition.groups.map(\.list)))
    }
    for predicate in graph.predicates { join(predicate.reads) }
    for path in graph.paths { join(path.expression.reads.union([path.variable])) }
    for (at, relationship) in graph.relationships.enumerated() {
      for other in graph.relationships[..<at] where areRivals(other, relationship) { join([relationship.variable, other.variable]) }
    }
    let rivals = graph.relationships.filter { !$0.isFree }.map(\.variable)
    for repetition in graph.repetitions where !repetition.isFree { join(Set(rivals + [repetition.relationships])) }
    join(Set(graph.repetitions.filter { !$0.isFree }.map(\.relationships)))
    return groups.map { variables in
      var part = graph
      for others in groups where others != variables { part.remove(others) }
      return Part(graph: part, variables: variables)
    }
  }
}

extension PatternGraph.Relationship {
  /// What it binds or reads.
  fileprivate var variables: Set<Variable> {
    var variables: Set<Variable> = [variable, from, to]
    // What stands for each relationship or node is a variable of the condition alone.
    for predicate in [condition?.predicate, nodeCondition?.predicate] { variables.formUnion(predicate?.reads ?? []) }
    return variables
  }
}

extension PatternGraph {
  /// Takes out all that has one of some variables; what reads none stays.
  fileprivate mutating func remove(_ variables: Set<Variable>) {
    nodes.removeAll { variables.contains($0.variable) }
    relationships.removeAll { variables.contains($0.variable) }
    repetitions.removeAll { variables.contains($0.relationships) }
    predicates.removeAll { !$0.reads.isDisjoint(with: variables) }
    paths.removeAll { !$0.expression.reads.isDisjoint(with: variables) }
  }
}
