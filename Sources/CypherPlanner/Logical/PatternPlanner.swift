import Diagnostics
import GraphModel

/// Chooses in which order the parts of a pattern are matched, and puts each condition where its variables are first known.
///
/// Greedy: it starts where the fewest nodes are expected, and goes on with the step that lets the number of rows grow
/// least. The answer is the same whatever order the pattern is written in.
struct PatternPlanner {
  let facts: PlanningFacts
  private let graph: PatternGraph
  private var plan: LogicalPlan
  private var bound: Set<Variable>
  private var openNodes: [PatternGraph.Node]
  private var openRelationships: [PatternGraph.Relationship]
  private var openRepetitions: [PatternGraph.Repetition]
  private var openPredicates: [BoundExpression]
  private var openPaths: [ProjectedItem]
  /// Relationship variables that are matched already, with what they may be.
  private var matched: [PatternGraph.Relationship] = []

  init(_ graph: PatternGraph, from plan: LogicalPlan, facts: PlanningFacts) {
    self.graph = graph
    self.facts = facts
    self.plan = plan
    bound = Set(plan.columns)
    openNodes = graph.nodes
    openRelationships = graph.relationships
    openRepetitions = graph.repetitions
    openPredicates = graph.predicates.flatMap(\.conjuncts)
    openPaths = graph.paths
  }

  /// The plan of the whole pattern.
  static func plan(_ graph: PatternGraph, from plan: LogicalPlan, facts: PlanningFacts) -> LogicalPlan {
    var planner = PatternPlanner(graph, from: plan, facts: facts)
    return planner.run()
  }

  private mutating func run() -> LogicalPlan {
    testLoneNodes()
    testKnownNodes()
    while !openNodes.isEmpty || !openRelationships.isEmpty || !openRepetitions.isEmpty {
      if let at = cheapestStep() {
        follow(openRelationships.remove(at: at))
      } else if let at = openRepetitions.firstIndex(where: { bound.contains($0.from) || bound.contains($0.to) }) {
        follow(openRepetitions.remove(at: at))
      } else if !startAtNode() {
        break
      }
      testKnownNodes()
    }
    placePredicates()
    return plan
  }

  // MARK: Conditions

  /// Nodes whose variable is known: their labels become conditions.
  private mutating func testKnownNodes() {
    for node in openNodes where bound.contains(node.variable) {
      for labels in node.labels { test(node.variable, labels) }
    }
    openNodes.removeAll { bound.contains($0.variable) }
    placePredicates()
  }

  /// A node that an earlier clause bound may be null, which matches nothing. Labels and relationships see to that; where
  /// the pattern has neither for it, a condition does.
  private mutating func testLoneNodes() {
    let attached = Set(
      openRelationships.flatMap { [$0.from, $0.to] } + openRepetitions.flatMap { [$0.from, $0.to] })
    for node in openNodes
    where bound.contains(node.variable) && node.labels.isEmpty && !attached.contains(node.variable) {
      let subject = BoundExpression(.variable(node.variable), span: .beginning, type: .node)
      plan = .filter(plan, BoundExpression(.isNotNull(subject), span: .beginning, type: .boolean))
    }
  }

  private mutating func test(_ variable: Variable, _ labels: LabelTest) {
    let subject = BoundExpression(.variable(variable), span: .beginning, type: .node)
    plan = .filter(plan, BoundExpression(.labelTest(subject, labels), span: .beginning, type: .boolean))
  }

  private mutating func placePredicates() {
    var ready = openPaths.filter { bound.isSuperset(of: $0.expression.reads) }
    if !ready.isEmpty {
      plan = .extend(plan, ready)
      for item in ready { bound.insert(item.variable) }
      let placed = Set(ready.map(\.variable))
      openPaths.removeAll { placed.contains($0.variable) }
      ready = []
    }
    for predicate in openPredicates where bound.isSuperset(of: predicate.reads) { plan = .filter(plan, predicate) }
    openPredicates.removeAll { bound.isSuperset(of: $0.reads) }
  }

  // MARK: Steps

  /// The relationship that is best followed next; nil where none touches what is known.
  private func cheapestStep() -> Int? {
    var best: (at: Int, cost: Double)?
    for (at, relationship) in openRelationships.enumerated() {
      guard let cost = cost(of: relationship) else { continue }
      if best.map({ cost < $0.cost }) ?? true { best = (at, cost) }
    }
    return best?.at
  }

  /// How many rows each row is expected to become.
  private func cost(of relationship: PatternGraph.Relationship) -> Double? {
    let knowsFrom = bound.contains(relationship.from)
    let knowsTo = bound.contains(relationship.to)
    guard knowsFrom || knowsTo else { return nil }
    if relationship.length?.selection ?? .all != .all { return knowsFrom && knowsTo ? 0.1 : nil }
    let origin = knowsFrom ? relationship.from : relationship.to
    let labels = graph.nodes.filter { $0.variable == origin }.flatMap(\.labels).flatMap(\.required)
    let degree = facts.relationships(of: relationship.types) / max(1, facts.nodes(with: labels))
    let isInto = knowsFrom && knowsTo
    guard let length = relationship.length else { return isInto ? min(degree, 1) / 2 : degree }
    let depth = Double(min(length.maximum ?? 6, 6))
    let growth = power(max(degree, 1.5), depth)
    return isInto ? growth / 2 : growth
  }

  private func power(_ base: Double, _ exponent: Double) -> Double {
    var result = 1.0
    for _ in 0..<Int(exponent) { result *= base }
    return result
  }

  private mutating func follow(_ relationship: PatternGraph.Relationship) {
    let isForward = bound.contains(relationship.from)
    let (from, to) = isForward ? (relationship.from, relationship.to) : (relationship.to, relationship.from)
    let direction = isForward ? relationship.direction : relationship.direction.reversed
    let isInto = bound.contains(to)
    if bound.contains(relationship.variable) {
      followKnown(relationship)
    } else if let length = relationship.length, length.selection != .all {
      plan = .shortestPaths(
        plan,
        ShortestPaths(
          from: relationship.from, relationships: relationship.variable, to: relationship.to, types: relationship.types,
          direction: relationship.direction, minimum: length.minimum, maximum: length.maximum,
          all: length.selection == .allShortest, condition: relationship.condition))
    } else if let length = relationship.length {
      plan = .expandRepeatedly(
        plan,
        RepeatedExpansion(
          from: from, relationships: relationship.variable, to: to, types: relationship.types, direction: direction,
          minimum: length.minimum, maximum: length.maximum, isInto: isInto, differsFrom: rivals(of: relationship),
          condition: relationship.condition, isReversed: !isForward))
    } else {
      plan = .expand(
        plan,
        Expansion(
          from: from, relationship: relationship.variable, to: to, types: relationship.types, direction: direction,
          isInto: isInto, differsFrom: rivals(of: relationship)))
    }
    bound.formUnion([relationship.variable, from, to])
    matched.append(relationship)
  }

  private mutating func follow(_ repetition: PatternGraph.Repetition) {
    let isForward = bound.contains(repetition.from)
    let (from, to) = isForward ? (repetition.from, repetition.to) : (repetition.to, repetition.from)
    let (start, end) = isForward ? (repetition.start, repetition.end) : (repetition.end, repetition.start)
    let outer = repetition.turn.readsFromOutside.intersection(bound).sorted { $0.id < $1.id }
    let turn = PatternPlanner.plan(repetition.turn, from: .argument([start] + outer), facts: facts)
    plan = .repeatPattern(
      plan,
      RepeatedPattern(
        from: from, to: to, isInto: bound.contains(to), turn: turn, turnStart: start, turnEnd: end,
        turnRelationships: repetition.turn.relationships.map(\.variable), groups: repetition.groups,
        relationships: repetition.relationships, minimum: repetition.minimum, maximum: repetition.maximum,
        isReversed: !isForward, isWalk: repetition.isWalk,
        differsFrom: repetition.isWalk ? [] : matched.filter { !$0.isFree }.map(\.variable)))
    bound.formUnion([repetition.relationships, from, to])
    bound.formUnion(repetition.groups.map(\.list))
    matched.append(
      PatternGraph.Relationship(
        variable: repetition.relationships, from: from, to: to, types: [], direction: .either, isFree: repetition.isWalk))
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
          condition: relationship.condition, isReversed: !isForward))
    } else {
      plan = .expand(
        plan,
        Expansion(
          from: from, relationship: found, to: to, types: relationship.types, direction: direction, isInto: isInto,
          differsFrom: rivals(of: relationship)))
    }
    let again = BoundExpression(.variable(found), span: .beginning)
    let known = BoundExpression(.variable(relationship.variable), span: .beginning)
    plan = .filter(plan, BoundExpression(.comparison(.equal, again, known), span: .beginning, type: .boolean))
  }

  /// The relationships of this MATCH that could be the same one, and must not be.
  private func rivals(of relationship: PatternGraph.Relationship) -> [Variable] {
    guard !relationship.isFree else { return [] }
    let types = closure(relationship.types)
    return matched.filter { other in
      guard !other.isFree, other.variable != relationship.variable else { return false }
      let others = closure(other.types)
      return types.isEmpty || others.isEmpty || !types.isDisjoint(with: others)
    }.map(\.variable)
  }

  /// The types with their inverses: what is really followed.
  private func closure(_ types: [String]) -> Set<String> {
    Set(types).union(types.compactMap { facts.traits.inverses[$0] })
  }

  // MARK: Starting points

  /// Begins where nothing is connected to what is known. False where there is nothing left to begin with.
  private mutating func startAtNode() -> Bool {
    guard let start = cheapestStart() else { return false }
    switch start.access {
    case .seek(let label, let key, let value):
      plan = .seekNodes(plan, start.node.variable, label: label, key: key, value)
      bound.insert(start.node.variable)
    case .scan(let label):
      plan = .scanNodes(plan, start.node.variable, label: label)
      bound.insert(start.node.variable)
      dropTest(of: label, at: start.node.variable)
    case .relationships(let at):
      let relationship = openRelationships.remove(at: at)
      plan = .scanRelationships(
        plan,
        RelationshipScan(
          start: relationship.from, relationship: relationship.variable, end: relationship.to,
          types: relationship.types, direction: relationship.direction, differsFrom: rivals(of: relationship)))
      bound.formUnion([relationship.from, relationship.variable, relationship.to])
      matched.append(relationship)
    }
    return true
  }

  /// A label by which nodes were scanned need not be tested again.
  private mutating func dropTest(of label: String?, at variable: Variable) {
    guard let label, let at = openNodes.firstIndex(where: { $0.variable == variable }) else { return }
    openNodes[at].labels.removeAll { $0 == .name(label) }
  }

  private enum Access {
    case seek(label: String, key: String, BoundExpression)
    case scan(label: String?)
    case relationships(at: Int)
  }

  private func cheapestStart() -> (node: PatternGraph.Node, access: Access)? {
    var best: (node: PatternGraph.Node, access: Access, rows: Double)?
    for node in openNodes {
      let (access, rows) = access(to: node)
      if best.map({ rows < $0.rows }) ?? true { best = (node, access, rows) }
    }
    if let node = best?.node, let rows = best?.rows, let (at, count) = scannableRelationship(), count < rows {
      return (node, .relationships(at: at))
    }
    return best.map { ($0.node, $0.access) }
  }

  private func access(to node: PatternGraph.Node) -> (Access, Double) {
    let labels = node.labels.flatMap(\.required)
    for predicate in openPredicates {
      guard case .comparison(.equal, let a, let b) = predicate.kind else { continue }
      for (property, value) in [(a, b), (b, a)] {
        guard case .property(let subject, let key) = property.kind, case .variable(node.variable) = subject.kind,
          bound.isSuperset(of: value.reads)
        else { continue }
        for label in labels where facts.indexes.contains(PlanningFacts.Index(label: label, key: key)) {
          return (.seek(label: label, key: key, value), 1)
        }
      }
    }
    // Equality with a value makes a scan's result small, so that a scan with it is the better start.
    let isFiltered = openPredicates.contains { predicate in
      guard case .comparison(.equal, let a, let b) = predicate.kind else { return false }
      return predicate.reads == [node.variable] && (a.isProperty || b.isProperty)
    }
    let rarest = labels.min { facts.nodes(with: [$0]) < facts.nodes(with: [$1]) }
    let rows = facts.nodes(with: rarest.map { [$0] } ?? [])
    return (.scan(label: rarest), isFiltered ? rows / 10 : rows)
  }

  /// A relationship between two nodes of which nothing is known: all of its type can be read off directly.
  private func scannableRelationship() -> (at: Int, count: Double)? {
    var best: (at: Int, count: Double)?
    for (at, relationship) in openRelationships.enumerated() {
      guard relationship.length == nil, relationship.from != relationship.to, !bound.contains(relationship.variable),
        !bound.contains(relationship.from), !bound.contains(relationship.to)
      else { continue }
      let hasTraits = relationship.types.contains {
        facts.traits.inverses[$0] != nil || facts.traits.symmetric.contains($0)
      }
      if hasTraits { continue }
      let count = facts.relationships(of: relationship.types)
      if best.map({ count < $0.count }) ?? true { best = (at, count) }
    }
    return best
  }
}

extension BoundExpression {
  /// Whether it is a property of something.
  var isProperty: Bool {
    if case .property = kind { return true }
    return false
  }
}
