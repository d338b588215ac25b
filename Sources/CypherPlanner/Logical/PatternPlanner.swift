import Diagnostics
import GraphModel

/// Chooses in which order the parts of a pattern are matched, and puts each condition where its variables are first known.
///
/// It tries every node as the one to begin with, goes on with the step that lets the number of rows grow least, and keeps
/// the plan whose steps give the fewest rows together. What nobody reads is counted instead of being made rows. The answer
/// is the same whatever order the pattern is written in.
struct PatternPlanner {
  let facts: PlanningFacts
  let demand: Demand
  let off: Set<Rule>
  let graph: PatternGraph
  var plan: LogicalPlan
  var bound: Set<Variable>
  var openNodes: [PatternGraph.Node]
  var openRelationships: [PatternGraph.Relationship]
  var openRepetitions: [PatternGraph.Repetition]
  var openPredicates: [Condition]
  var openPaths: [ProjectedItem]
  /// A condition that is still to be tested, and what it reads.
  struct Condition {
    let expression: BoundExpression
    let reads: Set<Variable>

    init(_ expression: BoundExpression) {
      self.expression = expression
      reads = expression.reads
    }
  }

  /// Up to so many relationships, and nodes apart, the orders are weighed; in a larger pattern the next step is the first that
  /// can be taken.
  private static let largestWeighed = 64
  var isWeighed: Bool { max(graph.relationships.count, graph.nodes.count - 1) <= Self.largestWeighed }
  /// From so many of the best places to begin the whole plan is made and compared.
  private static let mostStarts = 16
  /// In a large pattern the nodes in the order in which they are begun with, the first one last; made when it is first needed.
  private var order: [Variable]?

  /// Relationship variables that are matched already, with what they may be.
  var matched: [PatternGraph.Relationship] = []
  /// The columns that say how often a row occurs.
  var counts: [Variable] = []
  /// Every label that a pattern gives a node, by name.
  private let labels: [Variable: [String]]

  private init(
    _ graph: PatternGraph, from plan: LogicalPlan, _ demand: Demand, _ facts: PlanningFacts, without off: Set<Rule>
  ) {
    self.graph = graph
    self.facts = facts
    self.demand = demand
    self.off = off
    self.plan = plan
    bound = Set(plan.columns)
    openNodes = graph.nodes
    openRelationships = graph.relationships
    openRepetitions = graph.repetitions
    openPredicates = graph.predicates.flatMap(\.conjuncts).map(Condition.init)
    let read = demand.reads.union(openPredicates.flatMap(\.reads))
    openPaths = graph.paths.filter { read.contains($0.variable) }
    labels = Dictionary(
      graph.nodes.map { ($0.variable, $0.labels.flatMap(\.required)) }, uniquingKeysWith: { $0 + $1 })
  }

  /// The plan of the whole pattern, and the columns that say how often a row occurs.
  static func plan(
    _ graph: PatternGraph, from plan: LogicalPlan, _ demand: Demand, _ facts: PlanningFacts, without off: Set<Rule>
  ) -> (plan: LogicalPlan, counts: [Variable]) {
    var begun = PatternPlanner(graph, from: plan, demand, facts, without: off)
    begun.begin()
    var greedy = begun
    greedy.finish()
    let starts = off.contains(.compareStarts) || !begun.isWeighed ? [] : begun.starts
    guard starts.count > 1 else { return (greedy.plan, greedy.counts) }
    let ranked = starts.indices.sorted { (starts[$0].rows, $0) < (starts[$1].rows, $1) }.prefix(mostStarts)
    var best = (greedy, work: Estimate(of: greedy.plan, facts).work)
    for start in ranked.sorted().map({ starts[$0] }) {
      var other = begun
      other.start(start)
      other.finish()
      let work = Estimate(of: other.plan, facts).work
      if work < best.work { best = (other, work) }
    }
    return (best.0.plan, best.0.counts)
  }

  private mutating func begin() {
    testLoneNodes()
    testKnownNodes()
  }

  private mutating func finish() {
    while !openNodes.isEmpty || !openRelationships.isEmpty || !openRepetitions.isEmpty {
      if let at = cheapestStep() {
        follow(openRelationships.remove(at: at))
      } else if let at = openRepetitions.firstIndex(where: { bound.contains($0.from) || bound.contains($0.to) }) {
        follow(openRepetitions.remove(at: at))
      } else if let start = nextStart() {
        self.start(start)
      } else if !countLeaves() {
        break
      }
      testKnownNodes()
    }
    placePredicates()
  }

  private mutating func nextStart() -> Start? {
    if isWeighed { return starts.min { $0.rows < $1.rows } }
    var left = order ?? openNodes.map(bestStart).sorted { $0.rows > $1.rows }.map(\.node.variable)
    defer { order = left }
    while let variable = left.popLast() {
      if let node = openNodes.first(where: { $0.variable == variable }) { return bestStart(at: node) }
    }
    return nil
  }

  // MARK: Conditions

  /// Nodes whose variable is known: their labels become conditions.
  mutating func testKnownNodes() {
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

  /// Those that are cheap and cannot fail come first.
  private mutating func placePredicates() {
    let ready = openPaths.filter { bound.isSuperset(of: $0.expression.reads) }
    if !ready.isEmpty {
      plan = .extend(plan, ready)
      for item in ready { bound.insert(item.variable) }
      let placed = Set(ready.map(\.variable))
      openPaths.removeAll { placed.contains($0.variable) }
    }
    let known = openPredicates.filter { bound.isSuperset(of: $0.reads) }
    guard !known.isEmpty else { return }
    for predicate in known.map(\.expression).filter(\.isPlain) + known.map(\.expression).filter({ !$0.isPlain }) {
      plan = .filter(plan, predicate)
    }
    openPredicates.removeAll { bound.isSuperset(of: $0.reads) }
  }

  /// Whether something that is still to do, or comes after, reads the variable.
  func isRead(_ variable: Variable) -> Bool {
    demand.reads.contains(variable) || openPredicates.contains { $0.reads.contains(variable) }
      || openPaths.contains { $0.expression.reads.contains(variable) }
      || openRelationships.contains { $0.condition?.predicate.reads.contains(variable) ?? false }
      || openRepetitions.contains {
        $0.from == variable || $0.to == variable || $0.turnReads.contains(variable)
      }
  }

  // MARK: Steps

  /// The relationship that is best followed next; nil where none touches what is known. What can be counted comes last.
  private func cheapestStep() -> Int? {
    guard isWeighed else { return openRelationships.firstIndex { cost(of: $0) != nil } }
    var best: (at: Int, cost: Double)?
    for (at, relationship) in openRelationships.enumerated() where !isLeaf(relationship) {
      guard let cost = cost(of: relationship) else { continue }
      if best.map({ cost < $0.cost }) ?? true { best = (at, cost) }
    }
    return best?.at
  }

  /// How many rows each row is expected to become.
  func cost(of relationship: PatternGraph.Relationship) -> Double? {
    let knowsFrom = bound.contains(relationship.from)
    let knowsTo = bound.contains(relationship.to)
    guard knowsFrom || knowsTo else { return nil }
    if relationship.length?.selection ?? .all != .all { return knowsFrom && knowsTo ? 0.1 : nil }
    let origin = labels[knowsFrom ? relationship.from : relationship.to] ?? []
    let isInto = knowsFrom && knowsTo
    guard let length = relationship.length else {
      let degree = facts.degree(of: relationship.types, relationship.direction, at: origin)
      return isInto ? min(degree, 1) / 2 : degree
    }
    let growth = facts.growth(of: relationship.types, relationship.direction, at: origin, to: length.maximum)
    return isInto ? growth / 2 : growth
  }

  mutating func follow(_ relationship: PatternGraph.Relationship) {
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
          all: length.selection == .allShortest, isTwoSided: !off.contains(.searchBothEnds),
          condition: relationship.condition))
    } else if let length = relationship.length {
      if isReach(relationship) {
        plan = .reach(
          plan,
          Reach(
            from: from, to: to, types: relationship.types, direction: direction, minimum: length.minimum,
            maximum: length.maximum, isInto: isInto, labels: isInto ? [] : takeLabels(of: to)))
        bound.insert(to)
        return
      }
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

  private mutating func follow(_ repetition: PatternGraph.Repetition) {
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
          condition: relationship.condition, isReversed: !isForward))
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

  /// The relationships of this MATCH that could be the same one, and must not be.
  func rivals(of relationship: PatternGraph.Relationship) -> [Variable] {
    matched.filter { areRivals($0, relationship) }.map(\.variable)
  }

  func areRivals(_ a: PatternGraph.Relationship, _ b: PatternGraph.Relationship) -> Bool {
    guard !a.isFree, !b.isFree, a.variable != b.variable else { return false }
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

extension BoundExpression {
  /// Whether it compares a property with a value that is the same for all rows: cheap, and never an error.
  fileprivate var isPlain: Bool {
    guard case .comparison(_, let a, let b) = kind else { return false }
    return (a.isPlainOperand && b.isProperty) || (a.isProperty && b.isPlainOperand)
  }

  private var isPlainOperand: Bool {
    if case .literal = kind { return true }
    return false
  }

  /// Whether it is a property of a variable.
  var isProperty: Bool {
    if case .property(let subject, _) = kind, case .variable = subject.kind { return true }
    return false
  }
}
