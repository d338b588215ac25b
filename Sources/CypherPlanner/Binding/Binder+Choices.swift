import CypherSyntax
import Diagnostics
import GraphModel

/// One pattern that keeps only some of the paths between the same nodes.
struct PathChoice {
  var graph: PatternGraph
  /// The two nodes between which paths are told apart.
  var ends: Set<Variable>
  /// Nil where the search itself finds no more than is kept.
  var selection: PathSelection?

  /// Takes the conditions that read its ends and else only what is known: such a condition holds for all paths between two nodes
  /// or for none, so that it may come before the choice among them.
  mutating func take(_ conditions: inout [BoundExpression], known: Set<Variable>) {
    let told = known.union(ends)
    func isAboutEnds(_ condition: BoundExpression) -> Bool {
      told.isSuperset(of: condition.reads) && !condition.reads.isDisjoint(with: ends)
    }
    graph.predicates += conditions.filter(isAboutEnds)
    conditions.removeAll(where: isAboutEnds)
  }

  /// Takes out the ends that are not known yet, with all that is said of them alone, where each is told by a property: they are
  /// few, and paths that lead elsewhere need not be looked at. Nil where they are not.
  mutating func takeEnds(known: Set<Variable>) -> PatternGraph? {
    let open = ends.subtracting(known)
    guard !open.isEmpty, open.allSatisfy({ end in graph.predicates.contains { $0.tells(end) } }) else { return nil }
    var first = PatternGraph()
    for at in graph.nodes.indices where open.contains(graph.nodes[at].variable) {
      first.nodes.append(graph.nodes[at])
      graph.nodes[at].labels = []
    }
    let told = known.union(ends)
    first.predicates = graph.predicates.filter { told.isSuperset(of: $0.reads) }
    graph.predicates.removeAll { told.isSuperset(of: $0.reads) }
    return first
  }

  /// Says how the paths between two nodes that are known come, so that not all of them need be found.
  mutating func useOrder() {
    guard graph.comesByLength, let selection else { return }
    self.selection?.comesByLength = true
    guard graph.repetitions.count == 1, selection.kept.isOfOneLength, graph.repetitions[0].isOfOneRelationship,
      graph.repetitions[0].minimum <= 1, graph.predicates.allSatisfy({ graph.isSilent($0) })
    else { return }
    graph.repetitions[0].kept = selection.kept
  }
}

extension Binder {
  func choice(_ pattern: PathPattern, mayRepeat: Bool) throws(Diagnostic) -> PathChoice {
    if let search = pattern.asSearch(mayRepeat: mayRepeat) {
      let graph = try patternGraph([search])
      let ends = [graph.wholePath?.firstNode, graph.wholePath?.lastNode].compactMap { $0 }
      return PathChoice(graph: graph, ends: Set(ends), selection: nil)
    }
    var graph = try patternGraph([pattern], mayRepeat: mayRepeat)
    guard let kept = pattern.kept, let elements = graph.wholePath, let from = elements.firstNode, let to = elements.lastNode
    else { throw unsupported("this path selector", at: pattern.span) }
    let path: Variable
    if let named = graph.paths.first(where: \.expression.isPath)?.variable {
      path = named
    } else {
      path = fresh("<path>")
      graph.paths.append(ProjectedItem(path, BoundExpression(.path(elements), span: pattern.span, type: .path)))
    }
    return PathChoice(graph: graph, ends: [from, to], selection: PathSelection(kept: kept, path: path, from: from, to: to))
  }

  func chosen(_ choice: PathChoice, from plan: LogicalPlan) -> LogicalPlan {
    guard choice.selection != nil else { return matching(choice.graph, from: plan) }
    var (choice, plan) = (choice, plan)
    if let ends = choice.takeEnds(known: Set(plan.columns)) { plan = matching(ends, from: plan) }
    let known = Set(plan.columns)
    if choice.ends.isSubset(of: known) { choice.useOrder() }
    let outer = choice.graph.readsFromOutside.intersection(known).sorted { $0.id < $1.id }
    guard let selection = choice.selection else { return plan }
    return .apply(plan, inner: .selectPaths(.match(.argument(outer), choice.graph), selection), perRow: true)
  }
}

extension PatternGraph {
  /// Whether its paths between two nodes that are known come shortest first: it is one step, and a part that repeats is as long
  /// each time.
  fileprivate var comesByLength: Bool {
    relationships.count + repetitions.count == 1
      && repetitions.allSatisfy { $0.turn.repetitions.isEmpty && $0.turn.relationships.allSatisfy { $0.length == nil } }
  }

  /// Whether a condition says nothing of what lies between the ends of its only part that repeats.
  fileprivate func isSilent(_ condition: BoundExpression) -> Bool {
    let inside = repetitions.flatMap { [$0.relationships] + $0.groups.map(\.list) } + paths.map(\.variable)
    return condition.reads.isDisjoint(with: inside)
  }
}

extension PatternGraph.Repetition {
  fileprivate var isOfOneRelationship: Bool {
    turn.relationships.count == 1 && turn.relationships[0].length == nil && turn.repetitions.isEmpty
  }
}

extension PathSelection.Kept {
  /// Whether nothing but shortest paths need be found.
  fileprivate var isOfOneLength: Bool { self == .any(1) || self == .shortest(1) || self == .shortestGroups(1) }
}

extension BoundExpression {
  /// Whether it gives a property of a node a value that does not depend on the node.
  fileprivate func tells(_ node: Variable) -> Bool {
    func isProperty(_ expression: BoundExpression) -> Bool {
      if case .property(let owner, _) = expression.kind, case .variable(node) = owner.kind { true } else { false }
    }
    switch kind {
    case .comparison(.equal, let a, let b):
      return isProperty(a) && !b.reads.contains(node) || isProperty(b) && !a.reads.contains(node)
    case .isIn(let a, let b): return isProperty(a) && !b.reads.contains(node)
    default: return false
    }
  }
}

extension PathPattern {
  /// Which paths a selector of ISO GQL keeps; nil for all, and for `shortestPath(…)`, which is a step of its own.
  var kept: PathSelection.Kept? {
    switch selector {
    case nil, .all, .shortestPath, .allShortestPaths: nil
    case .any(let count): .any(count)
    case .shortest(let count): .shortest(count)
    case .allShortest: .shortestGroups(1)
    case .shortestGroups(let count): .shortestGroups(count)
    }
  }

  /// The same as `shortestPath(…)` or `allShortestPaths(…)`, which need not look at every path; nil where it says more. A
  /// shortest path between two nodes comes to no node twice, so that the modes mean the same; only for a way back to its start
  /// it matters whether a relationship may be used twice or a node be visited again.
  fileprivate func asSearch(mayRepeat: Bool) -> PathPattern? {
    let isOne = selector == .any(1) || selector == .shortest(1)
    guard isOne || selector == .allShortest || selector == .shortestGroups(1), elements.count == 3,
      case .relationship(var relationship) = elements[1], relationship.repeats,
      relationship.quantifier?.lower ?? relationship.length?.lower ?? 1 <= 1,
      mode == nil || mode == .trail || mode == .walk,
      relationship.direction != .either || !(mode == .walk || mayRepeat && mode == nil)
    else { return nil }
    if let quantifier = relationship.quantifier {
      relationship.length = VariableLength(lower: quantifier.lower, upper: quantifier.upper, span: quantifier.span)
      relationship.quantifier = nil
    }
    var search = self
    search.elements[1] = .relationship(relationship)
    search.selector = isOne ? .shortestPath : .allShortestPaths
    search.mode = nil
    return search
  }
}
