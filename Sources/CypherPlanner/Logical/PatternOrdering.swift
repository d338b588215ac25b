import Diagnostics
import GraphModel

/// What the steps above a plan make of its rows.
struct Demand {
  enum Repetitions {
    /// Every row counts.
    case kept
    /// Equal rows may be given as one, with their number in a column.
    case counted
    /// It makes no difference how often a row occurs.
    case ignored
  }

  /// The variables that they read.
  var reads: Set<Variable>
  var repetitions: Repetitions
  /// Whether the plan runs for each row of another, many of them at once.
  var isPerRow = false
  /// Whether every column of the plan is among ``reads``, which so need not be found out anew at each of many steps.
  var isWhole = false

  /// All columns of a plan, each row by itself.
  static func whole(_ plan: LogicalPlan, isPerRow: Bool = false) -> Demand {
    Demand(reads: Set(plan.columns), repetitions: .kept, isPerRow: isPerRow, isWhole: true)
  }

  func reading(_ more: some Sequence<Variable>) -> Demand {
    var demand = self
    demand.reads.formUnion(more)
    return demand
  }

  func keeping() -> Demand {
    var demand = self
    demand.repetitions = .kept
    return demand
  }

  /// What a step makes of its rows that works these out for each of them.
  func working(out expressions: some Sequence<BoundExpression>) -> Demand {
    let expressions = Array(expressions)
    let demand = expressions.contains(where: \.isRandom) ? keeping() : self
    return demand.reading(expressions.flatMap(\.reads))
  }
}

/// Goes down a plan with what is read above, leaves out columns that are not, and chooses the steps of each pattern.
struct PatternOrdering {
  let facts: PlanningFacts
  let off: Set<Rule>

  /// The plan, and the columns that say how often a row occurs: the product of them. None where each row is one.
  func ordered(_ plan: LogicalPlan, _ demand: Demand) -> (plan: LogicalPlan, counts: [Variable]) {
    switch plan {
    case .unit, .argument: return (plan, [])
    case .match(.match(let input, let first), let graph) where !off.contains(.joinMatches):
      guard let joined = first.joined(with: graph) else { return matched(graph, .match(input, first), demand) }
      return ordered(.match(input, joined), demand)
    case .match(let input, let graph): return matched(graph, input, demand)
    case .aggregate(let input, let groups, let calls): return (aggregated(input, groups, calls, demand), [])
    case .project(let input, let items):
      let items = items.filter { demand.reads.contains($0.variable) || !$0.isPassedOn }
      var below = demand
      (below.reads, below.isWhole) = ([], false)
      below = below.working(out: items.map(\.expression))
      let (plan, counts) = ordered(input, below)
      return (.project(plan, items + counts.map(ProjectedItem.passingOn)), counts)
    case .extend(let input, let items):
      let items = items.filter { demand.reads.contains($0.variable) || !$0.isPassedOn }
      let below = demand.working(out: items.map(\.expression))
      guard !items.isEmpty else { return ordered(input, below) }
      let (plan, counts) = ordered(input, below)
      return (.extend(plan, items), counts)
    case .filter(let input, let predicate):
      return pass(plan, input, demand.working(out: [predicate]))
    case .sort(let input, let keys):
      return pass(plan, input, demand.working(out: keys.map(\.expression)))
    case .unwind(let input, let list, _): return pass(plan, input, demand.working(out: [list]))
    case .top(let input, let keys, _):
      return pass(plan, input, demand.keeping().reading(keys.flatMap(\.expression.reads)))
    case .skip(let input, _), .limit(let input, _): return pass(plan, input, demand.keeping())
    case .distinct(let input):
      let below = Demand(reads: Set(input.columns), repetitions: .ignored, isPerRow: demand.isPerRow)
      return (.distinct(ordered(input, below).plan), [])
    default: return nested(plan, demand)
    }
  }

  /// A step that gives the rows of its input with all of their columns.
  private func pass(
    _ plan: LogicalPlan, _ input: LogicalPlan, _ demand: Demand
  ) -> (plan: LogicalPlan, counts: [Variable]) {
    let (below, counts) = ordered(input, demand)
    return (plan.mapInput { _ in below }, counts)
  }

  private func nested(_ plan: LogicalPlan, _ demand: Demand) -> (plan: LogicalPlan, counts: [Variable]) {
    switch plan {
    case .optional(let input, let inner) where isIdle(inner, beside: input, demand): return ordered(input, demand)
    case .optional(let input, let inner):
      let (below, counts) = ordered(input, demand.reading(inner.leafVariables))
      return (.optional(below, inner: innerPlan(inner, demand)), counts)
    case .apply(let input, let inner, let perRow):
      let outside = inner.writes ? demand.keeping() : demand
      let (below, counts) = ordered(input, outside.reading(inner.leafVariables))
      return (.apply(below, inner: innerPlan(inner, demand), perRow: perRow), counts)
    case .union(let plans, let columns, let distinct):
      let below = Demand(
        reads: Set(columns), repetitions: distinct ? .ignored : .kept, isPerRow: demand.isPerRow)
      return (.union(plans.map { ordered($0, below).plan }, columns: columns, distinct: distinct), [])
    default:
      let changed = plan.mapInner { ordered($0, .whole($0, isPerRow: true)).plan }
      var kept = demand.keeping()
      kept.isPerRow = false
      return (changed.mapInput { ordered($0, demand.isWhole ? kept : .whole($0)).plan }, [])
    }
  }

  /// Whether an OPTIONAL MATCH makes no difference: nobody reads what it finds or asks how often, and it cannot fail.
  private func isIdle(_ inner: LogicalPlan, beside input: LogicalPlan, _ demand: Demand) -> Bool {
    guard demand.repetitions == .ignored, !off.contains(.dropUnread), case .match(.argument, let graph) = inner, graph.neverFails else {
      return false
    }
    return demand.reads.isDisjoint(with: Set(graph.introduces).subtracting(input.columns))
  }

  /// A plan whose rows stand beside those of another.
  private func innerPlan(_ plan: LogicalPlan, _ demand: Demand) -> LogicalPlan {
    let repetitions = demand.repetitions == .ignored ? Demand.Repetitions.ignored : .kept
    return ordered(plan, Demand(reads: demand.reads, repetitions: repetitions, isPerRow: true)).plan
  }

  private func matched(
    _ graph: PatternGraph, _ input: LogicalPlan, _ demand: Demand
  ) -> (plan: LogicalPlan, counts: [Variable]) {
    let graph = off.contains(.testElements) ? graph : graph.testingElements(Set(input.columns))
    let below = ordered(input, demand.reading(graph.readsFromOutside))
    let (plan, counts) = PatternPlanner.plan(graph, from: below.plan, demand, facts, without: off)
    return (plan, below.counts + counts)
  }

  // MARK: Aggregates

  private func aggregated(
    _ input: LogicalPlan, _ groups: [ProjectedItem], _ calls: [AggregateCall], _ demand: Demand
  ) -> LogicalPlan {
    if let (plan, counts) = countedOptional(input, groups, calls, demand) {
      return .aggregate(plan, groups: groups, calls.map { $0.countingAll.weighted(by: counts) })
    }
    let calls = off.contains(.countRows) ? calls : calls.map { $0.countingRows(of: input) }
    var below = Demand(reads: [], repetitions: .kept, isPerRow: demand.isPerRow)
    if calls.allSatisfy(\.ignoresRepetitions) {
      below.repetitions = .ignored
    } else if calls.allSatisfy({ $0.ignoresRepetitions || $0.function == .count }) {
      below.repetitions = .counted
    }
    let (plan, counts) = ordered(input, below.working(out: groups.map(\.expression) + calls.flatMap(\.arguments)))
    return .aggregate(plan, groups: groups, counts.isEmpty ? calls : calls.map { $0.weighted(by: counts) })
  }
}

extension AggregateCall {
  /// Whether its value is the same however often a row occurs.
  fileprivate var ignoresRepetitions: Bool { isDistinct || function == .min || function == .max }

  /// `count(x)` as `count(*)`, where no row lacks the node or relationship x: then nobody reads it.
  fileprivate func countingRows(of input: LogicalPlan) -> AggregateCall {
    guard function == .count, !isDistinct, case .variable(let counted)? = arguments.first?.kind, input.surelyHolds(counted) else {
      return self
    }
    return countingAll
  }

  /// The same for rows that each stand for as many as the product of `counts` says: a count becomes a sum.
  fileprivate func weighted(by counts: [Variable]) -> AggregateCall {
    guard !ignoresRepetitions, let first = counts.first else { return self }
    func read(_ variable: Variable) -> BoundExpression {
      BoundExpression(.variable(variable), span: .beginning, type: .integer)
    }
    var number = counts.dropFirst().reduce(read(first)) { product, count in
      BoundExpression(.arithmetic(.multiply, product, read(count)), span: span, type: .integer)
    }
    if let counted = arguments.first {
      let isNull = BoundExpression(.isNull(counted), span: counted.span, type: .boolean)
      let none = BoundExpression(.literal(.integer(0)), span: span, type: .integer)
      number = BoundExpression(.caseOf(nil, [(when: isNull, then: none)], otherwise: number), span: span, type: .integer)
    }
    var call = self
    call.function = .sum
    call.arguments = [number]
    return call
  }
}

extension ProjectedItem {
  /// Whether it is a variable as it is.
  fileprivate var isPassedOn: Bool {
    if case .variable = expression.kind { return true }
    return false
  }

  fileprivate static func passingOn(_ variable: Variable) -> ProjectedItem {
    ProjectedItem(variable, BoundExpression(.variable(variable), span: .beginning))
  }
}

extension LogicalPlan {
  /// Whether it is known that a variable is a node or a relationship in each row, and never null: a pattern that has it matches nothing else.
  fileprivate func surelyHolds(_ variable: Variable) -> Bool {
    switch self {
    case .match(let input, let graph):
      graph.nodes.contains { $0.variable == variable } || graph.relationships.contains { $0.variable == variable } || input.surelyHolds(variable)
    case .filter(let input, _), .sort(let input, _), .optional(let input, _), .apply(let input, _, _): input.surelyHolds(variable)
    default: false
    }
  }
}
