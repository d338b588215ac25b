import Diagnostics
import GraphModel

/// The steps from what is known: which relationship is followed next, and what following it is in a plan.
extension PatternPlanner {
  /// The relationship that is best followed next, since it leaves the fewest rows, and how many rows each row is expected to become
  /// before conditions are tested; nil where none touches what is known. What can be counted comes last.
  func cheapestStep() -> (at: Int, growth: Double)? {
    var best: (at: Int, growth: Double, left: Double)?
    for (at, relationship) in openRelationships.enumerated() where !isWeighed || !isLeaf(relationship) {
      guard let growth = cost(of: relationship) else { continue }
      let left = isWeighed ? growth * selectivity(of: relationship) : growth
      if best.map({ left < $0.left }) ?? true { best = (at, growth, left) }
      if !isWeighed { break }
    }
    return best.map { ($0.at, $0.growth) }
  }

  /// The part of what a step finds that passes the conditions on the relationship and on the node to which it leads.
  private func selectivity(of relationship: PatternGraph.Relationship) -> Double {
    if openPredicates.isEmpty || bound.contains(relationship.from) && bound.contains(relationship.to) { return 1 }
    let (step, node) = (relationship.variable, bound.contains(relationship.from) ? relationship.to : relationship.from)
    return openPredicates.reduce(1) { part, predicate in
      guard predicate.reads.contains(node) || predicate.reads.contains(step),
        predicate.reads.allSatisfy({ $0 == node || $0 == step || bound.contains($0) })
      else { return part }
      return part * predicate.expression.selectivity
    }
  }

  /// How many rows each row is expected to become.
  func cost(of relationship: PatternGraph.Relationship) -> Double? {
    let knowsFrom = bound.contains(relationship.from)
    let knowsTo = bound.contains(relationship.to)
    if isTaken(relationship) { return Self.rowsOfEach(relationship.direction, finding: (knowsFrom ? 0 : 1) + (knowsTo ? 0 : 1)) }
    guard knowsFrom || knowsTo else { return nil }
    if relationship.length?.selection ?? .all != .all { return knowsFrom && knowsTo && isConditionKnown(relationship) ? 0.1 : nil }
    let origin = labels[knowsFrom ? relationship.from : relationship.to] ?? []
    let isInto = knowsFrom && knowsTo
    guard let length = relationship.length else {
      let degree = facts.degree(of: relationship.types, relationship.direction, at: origin)
      return isInto ? min(degree, 1) / 2 : degree
    }
    let growth = facts.growth(of: relationship.types, relationship.direction, at: origin, to: length.maximum)
    return isInto ? growth / 2 : growth
  }

  /// Whether what the condition on each relationship of a search reads is known.
  private func isConditionKnown(_ search: PatternGraph.Relationship) -> Bool {
    guard let (step, predicate) = search.condition else { return true }
    return predicate.reads.subtracting([step, search.variable]).isSubset(of: bound)
  }

  /// Leaves of the condition on each relationship what can be tested as it is followed. What reads something that is not known yet, such as the
  /// other end, is tested once it is.
  private mutating func deferConditions(of relationship: inout PatternGraph.Relationship) {
    guard let step = relationship.condition?.relationship else { return }
    let known = bound.union([step])
    openPredicates += relationship.takeConditions { !$0.reads.isSubset(of: known) }.map { Condition($0) }
  }

  /// Whether nothing but the length of a shortest path is asked for.
  private func isMeasured(_ search: PatternGraph.Relationship) -> Bool {
    search.length?.selection == .oneShortest && !off.contains(.measurePaths) && !isRead(search.variable, beyond: \.isPathLength)
  }

  mutating func follow(_ relationship: PatternGraph.Relationship) {
    var relationship = relationship
    if relationship.length?.selection == .all { deferConditions(of: &relationship) }
    let isForward = bound.contains(relationship.from)
    let (from, to) = isForward ? (relationship.from, relationship.to) : (relationship.to, relationship.from)
    let direction = isForward ? relationship.direction : relationship.direction.reversed
    let isInto = bound.contains(to)
    if isTaken(relationship) {
      take(known: relationship)
    } else if bound.contains(relationship.variable) {
      followKnown(relationship)
    } else if let length = relationship.length, length.selection != .all {
      plan = .shortestPaths(
        plan,
        ShortestPaths(
          from: relationship.from, relationships: relationship.variable, to: relationship.to, types: relationship.types,
          direction: relationship.direction, minimum: length.minimum, maximum: length.maximum,
          all: length.selection == .allShortest, isTwoSided: !off.contains(.searchBothEnds),
          isMeasured: isMeasured(relationship),
          condition: relationship.condition))
    } else if let length = relationship.length {
      if isReach(relationship) {
        plan = .reach(
          plan,
          Reach(
            from: from, to: to, types: relationship.types, direction: direction, minimum: length.minimum,
            maximum: length.maximum, isInto: isInto, isBothWays: isBothWays(relationship), labels: isInto ? [] : takeLabels(of: to),
            condition: relationship.condition, nodeCondition: relationship.nodeCondition))
        bound.insert(to)
        return
      }
      plan = .expandRepeatedly(
        plan,
        RepeatedExpansion(
          from: from, relationships: relationship.variable, to: to, types: relationship.types, direction: direction,
          minimum: length.minimum, maximum: length.maximum, isInto: isInto, differsFrom: rivals(of: relationship),
          condition: relationship.condition, nodeCondition: relationship.nodeCondition, isReversed: !isForward))
    } else {
      plan = .expand(
        plan,
        Expansion(
          from: from, relationship: relationship.variable, to: to, types: relationship.types, direction: direction,
          isInto: isInto, labels: isInto ? [] : takeLabels(of: to), differsFrom: rivals(of: relationship)))
    }
    bound.formUnion([relationship.variable, from, to])
    matched.append(relationship)
  }

  /// The labels of a node that a step tests as it finds it; they need not be tested again.
  mutating func takeLabels(of variable: Variable) -> [String] {
    guard let at = openNodes.firstIndex(where: { $0.variable == variable }) else { return [] }
    let names = openNodes[at].labels.flatMap { $0.isConjunction ? $0.required : [] }
    openNodes[at].labels.removeAll(where: \.isConjunction)
    return names
  }

  mutating func follow(_ repetition: PatternGraph.Repetition) {
    let isForward = bound.contains(repetition.from)
    let (from, to) = isForward ? (repetition.from, repetition.to) : (repetition.to, repetition.from)
    let (start, end) = isForward ? (repetition.start, repetition.end) : (repetition.end, repetition.start)
    let outer = repetition.turnReads.intersection(bound).sorted { $0.id < $1.id }
    let all = Demand(reads: repetition.turnReads, repetitions: .kept, isPerRow: true)
    let turn = PatternPlanner.plan(repetition.turn, from: .argument([start] + outer), all, facts, without: off)
    plan = .repeatPattern(
      plan,
      RepeatedPattern(
        from: from, to: to, isInto: bound.contains(to), turn: turn.plan, turnStart: start, turnEnd: end,
        turnRelationships: repetition.turnRelationships, groups: repetition.groups,
        relationships: repetition.relationships, minimum: repetition.minimum, maximum: repetition.maximum,
        isReversed: !isForward, isWalk: repetition.isWalk, kept: repetition.kept,
        differsFrom: repetition.isFree ? [] : matched.filter { !$0.isFree }.map(\.variable)))
    bound.formUnion([repetition.relationships, from, to])
    bound.formUnion(repetition.groups.map(\.list))
    matched.append(
      PatternGraph.Relationship(
        variable: repetition.relationships, from: from, to: to, types: [], direction: .either, isFree: repetition.isFree))
  }

  /// A relationship that an earlier clause bound: the pattern only says where it must lead.
  private mutating func followKnown(_ relationship: PatternGraph.Relationship) {
    let found = Variable(id: -1 - relationship.variable.id, name: "<again \(relationship.variable.name)>")
    let isForward = bound.contains(relationship.from)
    let (from, to) = isForward ? (relationship.from, relationship.to) : (relationship.to, relationship.from)
    let direction = isForward ? relationship.direction : relationship.direction.reversed
    let isInto = bound.contains(to)
    if let length = relationship.length {
      plan = .expandRepeatedly(
        plan,
        RepeatedExpansion(
          from: from, relationships: found, to: to, types: relationship.types, direction: direction,
          minimum: length.minimum, maximum: length.maximum, isInto: isInto, differsFrom: rivals(of: relationship),
          condition: relationship.condition, nodeCondition: relationship.nodeCondition, isReversed: !isForward))
    } else {
      plan = .expand(
        plan,
        Expansion(
          from: from, relationship: found, to: to, types: relationship.types, direction: direction, isInto: isInto,
          labels: isInto ? [] : takeLabels(of: to), differsFrom: rivals(of: relationship)))
    }
    let again = BoundExpression(.variable(found), span: .beginning)
    let known = BoundExpression(.variable(relationship.variable), span: .beginning)
    plan = .filter(plan, BoundExpression(.comparison(.equal, again, known), span: .beginning, type: .boolean))
  }

  /// The relationships of the same MATCH that could be the same one, and must not be.
  func rivals(of relationship: PatternGraph.Relationship) -> [Variable] {
    matched.filter { areRivals($0, relationship) }.map(\.variable)
  }

  func areRivals(_ a: PatternGraph.Relationship, _ b: PatternGraph.Relationship) -> Bool {
    guard !a.isFree, !b.isFree, a.clause == b.clause, a.variable != b.variable else { return false }
    if a.types.isEmpty || b.types.isEmpty || a.types == b.types { return true }
    return !closure(a.types).isDisjoint(with: closure(b.types))
  }

  /// The types with their inverses: what is really followed.
  private func closure(_ types: [String]) -> Set<String> {
    Set(types).union(types.compactMap { facts.traits.inverses[$0] })
  }

  /// Whether the types are followed in other ways than the arrow says.
  func haveTraits(_ types: [String]) -> Bool {
    types.contains { facts.traits.inverses[$0] != nil || facts.traits.symmetric.contains($0) }
  }
}
