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
  /// A condition that is still to be tested, and what must be known by then.
  struct Condition {
    let expression: BoundExpression
    let reads: Set<Variable>

    init(_ expression: BoundExpression, in graph: PatternGraph? = nil) {
      self.expression = expression
      let rows = graph.map { expression.isOfWholeRows ? $0.nodes.map(\.variable) + $0.relationships.map(\.variable) : [] }
      reads = expression.reads.union(rows ?? [])
    }
  }

  /// Up to so many relationships, and nodes apart, the orders are weighed; in a larger pattern the next step is the first that
  /// can be taken.
  private static let largestWeighed = 64
  var isWeighed: Bool { max(graph.relationships.count, graph.nodes.count - 1) <= Self.largestWeighed }
  /// From so many of the best places to begin the whole plan is made and compared.
  private static let mostStarts = 16
  /// From so many rows on, each way to begin is looked at once more with ways cut down.
  private static let muchWork = 50_000.0
  /// In a large pattern the nodes in the order in which they are begun with, the first one last; made when it is first needed.
  private var order: [Variable]?

  /// Whether ways are cut down where there are many: only in the plan that is chosen, and the others cost less without.
  private(set) var leavesFewWays = false
  /// Whether there are so many that it is worth a look.
  var mayLeaveFewWays = false
  /// How many rows are expected by now, but for conditions; not few where it is not known how many the pattern is given.
  var rows: Double
  /// Relationship variables that are matched already, with what they may be.
  var matched: [PatternGraph.Relationship] = []
  /// The columns that say how often a row occurs.
  var counts: [Variable] = []
  /// Every label that a pattern gives a node, by name.
  let labels: [Variable: [String]]

  private init(
    _ graph: PatternGraph, from plan: LogicalPlan, _ demand: Demand, _ facts: PlanningFacts, without off: Set<Rule>
  ) {
    let known = Set(plan.columns)
    let graph = off.contains(.unrollLengths) ? graph : graph.unrolled(reading: demand.reads, known)
    self.graph = graph
    self.facts = facts
    self.demand = demand
    self.off = off
    self.plan = plan
    bound = known
    switch plan {
    case .unit, .argument: rows = 1
    default: rows = Self.fewestRows
    }
    openNodes = graph.nodes
    openRelationships = graph.relationships
    openRepetitions = graph.repetitions
    openPredicates = graph.predicates.flatMap(\.conjuncts).map { Condition($0, in: graph) }
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
    if let (rest, counted, counts) = begun.countingApart() {
      let (plan, more) = self.plan(rest, from: counted, demand, facts, without: off)
      return (plan, counts + more)
    }
    begun.begin()
    let starts = off.contains(.compareStarts) || !begun.isWeighed ? [] : begun.starts
    var best = begun.finished(from: starts)
    if best.planner.mayLeaveFewWays {
      begun.leavesFewWays = true
      // Where ways to one node are cut down, another way to begin may be much better.
      best = begun.finished(from: best.work < muchWork ? best.start.map { [$0] } ?? [] : starts)
    }
    return (best.planner.plan, best.planner.counts)
  }

  /// The best plan from one of these starts, or from what is known and is found to be near; `work`: what it is expected to take.
  private func finished(from starts: [Start]) -> (planner: PatternPlanner, start: Start?, work: Double) {
    var greedy = self
    if starts.count == 1 { greedy.start(starts[0]) }
    greedy.finish()
    guard starts.count > 1 else { return (greedy, starts.first, greedy.mayLeaveFewWays ? Estimate(of: greedy.plan, facts).work : 0) }
    var best: (planner: PatternPlanner, start: Start?, work: Double) = (greedy, nil, Estimate(of: greedy.plan, facts).work)
    let ranked = starts.indices.sorted { (starts[$0].rows, $0) < (starts[$1].rows, $1) }.prefix(Self.mostStarts)
    for start in ranked.sorted().map({ starts[$0] }) {
      var other = self
      other.start(start)
      other.finish()
      let work = Estimate(of: other.plan, facts).work
      if work < best.work { best = (other, start, work) }
    }
    return best
  }

  private mutating func begin() {
    testLoneNodes()
    testKnownNodes()
  }

  private mutating func finish() {
    while !openNodes.isEmpty || !openRelationships.isEmpty || !openRepetitions.isEmpty {
      let known = matched.count
      if let step = cheapestStep() {
        rows *= step.growth
        follow(openRelationships.remove(at: step.at))
      } else if let at = openRepetitions.firstIndex(where: { bound.contains($0.from) || bound.contains($0.to) }) {
        follow(openRepetitions.remove(at: at))
      } else if let start = nextStart() {
        self.start(start)
      } else if !countLeaves() {
        guard let at = openRelationships.firstIndex(where: { bound.isSuperset(of: [$0.from, $0.to]) }) else { break }
        follow(openRelationships.remove(at: at))
      }
      testKnownNodes()
      if matched.count > known { leaveFewWays() }
    }
    openPredicates = openPredicates.map { Condition($0.expression) }
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
    plan = .filter(plan, BoundExpression(.labelTest(subject, labels, inPattern: true), span: .beginning, type: .boolean))
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

  /// Whether something that is still to do, or comes after, reads the variable. `beyond`: what may be made of it beside paths.
  func isRead(_ variable: Variable, beyond isFree: (BoundExpression) -> Bool = { _ in false }) -> Bool {
    demand.reads.contains(variable) || openPredicates.contains { $0.reads.contains(variable) }
      || openPaths.contains { $0.expression.reads.contains(variable) && !isFree($0.expression) }
      || openRelationships.contains { $0.condition?.predicate.reads.contains(variable) ?? false }
      || openRelationships.contains { $0.nodeCondition?.predicate.reads.contains(variable) ?? false }
      || openRepetitions.contains {
        $0.from == variable || $0.to == variable || $0.turnReads.contains(variable)
      }
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
