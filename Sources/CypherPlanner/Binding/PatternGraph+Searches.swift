import Diagnostics
import GraphModel

/// Conditions on a shortest path are part of the search: what is sought is the shortest of the paths that fulfil them.
extension PatternGraph {
  /// A search whose conditions can only be tested on whole paths: the trails are enumerated, shortest first.
  struct Enumeration {
    /// The trails between two nodes that are known, and the conditions.
    var graph: PatternGraph
    var selection: PathSelection

    /// Adds the paths that are kept to the rows of a plan.
    func plan(after plan: LogicalPlan) -> LogicalPlan {
      let outer = graph.readsFromOutside.intersection(plan.columns).sorted { $0.id < $1.id }
      let trails = LogicalPlan.match(.argument(outer), graph)
      // The trails of one row come shortest first, so that the first is one of the shortest and the rest need not be found.
      let one = BoundExpression(.literal(.integer(1)), span: .beginning, type: .integer)
      let kept: LogicalPlan =
        selection.kept == .shortest(1) ? .limit(trails, one) : .selectPaths(trails, selection)
      return .apply(plan, inner: kept, perRow: true)
    }
  }

  /// Moves conditions on each relationship or node of a shortest path into its search, and takes out the searches that have
  /// other conditions. `known`: the variables that are bound before.
  mutating func takeEnumerations(
    known: @autoclosure () -> Set<Variable>, fresh: (String) -> Variable
  ) -> [Enumeration] {
    for at in relationships.indices where relationships[at].length?.selection ?? .all != .all {
      let subjects = pathsNamed(by: relationships[at]).union([relationships[at].variable])
      predicates += relationships[at].takeConditions { !$0.reads.isDisjoint(with: subjects) }
    }
    predicates = predicates.flatMap(\.conjuncts)
    var enumerations: [Enumeration] = []
    for search in relationships where search.length?.selection ?? .all != .all {
      let named = pathsNamed(by: search)
      let subjects = named.union([search.variable])
      let conditions = predicates.filter { !$0.reads.isDisjoint(with: subjects) }
      guard !conditions.isEmpty else { continue }
      let step = search.condition?.relationship ?? fresh("<step>")
      let outside = known().union([search.from, search.to])
      let onSteps = conditions.map { $0.onStep(step, of: subjects, outside: outside) }
      let parts = (search.condition.map { [$0.predicate] } ?? []) + onSteps.compactMap { $0 }
      guard let at = relationships.firstIndex(where: { $0.variable == search.variable }) else { continue }
      if let first = parts.first {
        relationships[at].condition = (
          step, parts.dropFirst().reduce(first) { BoundExpression(.and($0, $1), span: $1.span, type: .boolean) }
        )
      }
      if onSteps.contains(where: { $0 == nil }) {
        enumerations.append(takeEnumeration(at, conditions, named, fresh))
      }
    }
    return enumerations
  }

  /// The paths, and what is made of them, that a search finds.
  private func pathsNamed(by search: Relationship) -> Set<Variable> {
    Set(paths.filter { $0.expression.reads.contains(search.variable) }.map(\.variable))
  }

  private mutating func takeEnumeration(
    _ at: Int, _ conditions: [BoundExpression], _ named: Set<Variable>, _ fresh: (String) -> Variable
  ) -> Enumeration {
    var search = relationships.remove(at: at)
    let isAll = search.length?.selection == .allShortest
    search.length?.selection = .all
    var graph = PatternGraph()
    graph.paths = paths.filter { named.contains($0.variable) }
    graph.predicates = conditions
    let path: Variable
    if let known = graph.paths.first(where: \.expression.isPath) {
      path = known.variable
    } else {
      path = fresh("<path>")
      let elements: [PathElement] = [.node(search.from), .relationships(search.variable), .node(search.to)]
      graph.paths = [ProjectedItem(path, BoundExpression(.path(elements), span: .beginning, type: .path))]
    }
    let subjects = named.union([search.variable])
    graph.relationships = [search]
    paths.removeAll { named.contains($0.variable) }
    predicates.removeAll { !$0.reads.isDisjoint(with: subjects) }
    return Enumeration(
      graph: graph,
      selection: PathSelection(
        kept: isAll ? .shortestGroups(1) : .shortest(1), path: path, from: search.from, to: search.to))
  }
}

extension BoundExpression {
  /// `all(r IN relationships(p) WHERE …)`, the same of `nodes(p)` and with `none`, as a condition on one relationship;
  /// nil for any other condition. `subjects`: the path, and the list of its relationships.
  fileprivate func onStep(_ step: Variable, of subjects: Set<Variable>, outside: Set<Variable>) -> BoundExpression? {
    guard case .quantifier(let quantifier, let item, let list, let condition) = kind,
      quantifier == .all || quantifier == .none, condition.reads.subtracting([item]).isSubset(of: outside)
    else { return nil }
    let relationship = BoundExpression(.variable(step), span: span, type: .relationship)
    func end(_ function: EntityFunction) -> BoundExpression {
      BoundExpression(.function(.entity(function), [relationship]), span: span, type: .node)
    }
    let items: [BoundExpression]
    switch list.kind {
    case .variable(let variable) where subjects.contains(variable): items = [relationship]
    case .function(.entity(.relationships), let arguments) where arguments.allSatisfy({ $0.isOne(of: subjects) }):
      items = [relationship]
    case .function(.entity(.nodes), let arguments) where arguments.allSatisfy({ $0.isOne(of: subjects) }):
      items = [end(.startNode), end(.endNode)]
    default: return nil
    }
    return BoundExpression(
      .quantifier(quantifier, item, in: BoundExpression(.list(items), span: span), where: condition), span: span,
      type: .boolean)
  }

  private func isOne(of variables: Set<Variable>) -> Bool {
    if case .variable(let variable) = kind { return variables.contains(variable) }
    return false
  }
}
