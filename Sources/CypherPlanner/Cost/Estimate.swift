import GraphModel

/// How many rows a plan is expected to give, and how many all of its steps together.
struct Estimate {
  var rows = 1.0
  var work = 0.0
  /// The rarest label that each node is known to have.
  private var labels: [Variable: String] = [:]
  private let facts: PlanningFacts

  init(of plan: LogicalPlan, _ facts: PlanningFacts) {
    self.facts = facts
    add(plan)
  }

  private mutating func add(_ plan: LogicalPlan) {
    if let input = plan.input { add(input) }
    switch plan {
    case .unit, .argument: return
    case .scanNodes(_, let variable, let label, let tests):
      rows *= facts.nodes(with: label.map { [$0] } ?? [])
      for test in tests { rows *= test.predicate.selectivity }
      note(label.map { [$0] } ?? [], of: variable)
    case .seekNodes(_, let variable, let seek):
      rows *= facts.nodesSought(seek)
      note([seek.label], of: variable)
    case .takeNodes(_, _, let known): rows *= facts.nodesTaken(known)
    case .takeRelationship(_, let known): rows *= PatternPlanner.rowsOfEach(known.direction, finding: known.finds.count)
    case .scanRelationships(_, let scan):
      rows *= facts.relationships(of: scan.types)
      work += rows
      for test in scan.tests { rows *= test.predicate.selectivity }
      pass(scan.startLabels, of: scan.start)
      pass(scan.endLabels, of: scan.end)
    case .seekRelationships(_, let scan, let seek):
      rows *= facts.relationshipsSought(seek)
      pass(scan.startLabels, of: scan.start)
      pass(scan.endLabels, of: scan.end)
    case .expand(_, let step):
      let degree = degree(of: step.types, step.direction, at: step.from)
      work += rows * degree
      if !Set(step.labels).isSubset(of: facts.labelsOfAll(step.types, step.direction.reversed) ?? []) { work += rows * degree * Self.labelWork }
      rows *= step.isInto ? min(degree, 1) / 2 : degree
      if !step.isInto { arrive(step.to, by: step.types, step.direction, with: step.labels) }
      for test in step.relationshipTests + step.neighbourTests { rows *= test.predicate.selectivity }
    case .expandRepeatedly(_, let step):
      let growth = growth(of: step.types, step.direction, at: step.from, to: step.maximum)
      work += rows * growth
      rows *= step.isInto ? growth / 2 : growth
    case .reach(_, let step):
      let growth = growth(of: step.types, step.direction, at: step.from, to: step.maximum)
      let reached = min(growth, max(1, facts.nodes(with: facts.labelsOfAll(step.types, step.direction.reversed) ?? [])))
      work += rows * reached
      rows *= step.isInto ? 0.5 : reached
      if !step.isInto { arrive(step.to, by: step.types, step.direction, with: step.labels) }
    case .shortestPaths: work += rows * Self.listLength
    case .filter(_, let predicate): select(predicate)
    case .aggregate(_, let groups, _): rows = groups.isEmpty ? 1 : max(1, rows / 10)
    case .distinct: rows = max(1, rows / 2)
    case .top(_, _, let count):
      if let number = count.limit.literalNumber { rows = min(rows, number + (count.skipped?.literalNumber ?? 0)) }
    case .limit(_, let count):
      if let number = count.literalNumber { rows = min(rows, number) }
    case .fewWays(_, let ways):
      // Ways that must be the same at both ends hardly ever are, and the number of those that follow is easily taken for too small.
      if let most = ways.expected { rows = min(rows, most) } else { work += rows * Self.openWaysWork }
    case .unwind: rows *= Self.listLength
    case .union(let plans, _, _):
      let parts = plans.map { Estimate(of: $0, facts) }
      rows = parts.reduce(0) { $0 + $1.rows }
      work += parts.reduce(0) { $0 + $1.work }
    case .apply(_, let inner, _):
      let each = Estimate(of: inner, facts)
      work += rows * each.work
      rows *= each.rows
    case .optional(_, let inner):
      let each = Estimate(of: inner, facts)
      work += rows * each.work
      rows *= max(1, each.rows)
    default: break
    }
    work += rows
  }

  /// How much more than a row is to be expected of each where ways that lead to the same cannot be cut down.
  private static let openWaysWork = 4.0
  /// How much of a row it is to look at the labels of a node.
  private static let labelWork = 0.5
  /// How many elements a list has of which nothing is known.
  static let listLength = 10.0

  private mutating func note(_ names: [String], of variable: Variable) {
    let all = names + (labels[variable].map { [$0] } ?? [])
    labels[variable] = all.min { (facts.nodes(with: [$0]), $0) < (facts.nodes(with: [$1]), $1) }
  }

  /// The rows whose node has the labels.
  private mutating func pass(_ names: [String], of variable: Variable) {
    for name in names where labels[variable] != name { rows *= facts.share(of: name) }
    note(names, of: variable)
  }

  /// The same for a node that relationships lead to: labels that all nodes have to which they lead leave out none.
  private mutating func arrive(_ variable: Variable, by types: [String], _ direction: PatternDirection, with names: [String]) {
    let told = facts.labelsOfAll(types, direction.reversed) ?? []
    for name in names where labels[variable] != name && !told.contains(name) { rows *= facts.share(of: name) }
    note(names + told, of: variable)
  }

  private mutating func select(_ predicate: BoundExpression) {
    if case .labelTest(let subject, let test, _) = predicate.kind, case .variable(let variable) = subject.kind,
      test.isConjunction
    {
      pass(test.required, of: variable)
    } else {
      rows *= predicate.selectivity
    }
  }

  private func degree(of types: [String], _ direction: PatternDirection, at node: Variable) -> Double {
    facts.degree(of: types, direction, at: labels[node].map { [$0] } ?? [])
  }

  private func growth(
    of types: [String], _ direction: PatternDirection, at node: Variable, to maximum: Int?
  ) -> Double {
    facts.growth(of: types, direction, at: labels[node].map { [$0] } ?? [], to: maximum)
  }
}

extension LogicalPlan {
  /// How many rows it is expected to give; inside another plan, for each row of that. Cost: linear in its steps.
  public func estimatedRows(_ facts: PlanningFacts) -> Double { Estimate(of: self, facts).rows }
}

extension PlanningFacts {
  /// The part of all nodes that has a label.
  func share(of label: String) -> Double { min(1, nodes(with: [label]) / Double(max(1, nodes))) }

  /// How many relationships lead from a node with these labels. Where some start elsewhere, they may be few or most.
  func degree(of types: [String], _ direction: PatternDirection, at labels: [String]) -> Double {
    var starts = nodes(with: labels)
    if !labels.isEmpty, let common = labelsOfAll(types, direction), Set(common).isDisjoint(with: labels) {
      starts = (starts * nodes(with: common)).squareRoot()
    }
    return relationships(of: types) * (direction == .either ? 2 : 1) / max(1, starts)
  }

  /// How many trails of up to some relationships. From the second on they start where such relationships lead.
  func growth(of types: [String], _ direction: PatternDirection, at labels: [String], to maximum: Int?) -> Double {
    let first = max(degree(of: types, direction, at: labels), 1.5)
    let next = max(degree(of: types, direction, at: labelsOfAll(types, direction.reversed) ?? labels), 1.5)
    return (1..<max(1, min(maximum ?? 6, 6))).reduce(first) { product, _ in product * next }
  }
}

extension BoundExpression {
  fileprivate var literalNumber: Double? {
    if case .literal(.integer(let number)) = kind { Double(number) } else { nil }
  }

  /// The part of the rows for which it is expected to be true.
  var selectivity: Double {
    switch kind {
    case .isIn(_, let list):
      if case .list(let items) = list.kind { min(0.9, 0.1 * Double(items.count)) } else { 0.1 }
    case .comparison(.equal, _, _): 0.1
    case .comparison(.notEqual, _, _), .not, .isNotNull: 0.9
    case .comparison: 0.3
    case .stringTest, .isNull: 0.1
    case .and(let a, let b): a.selectivity * b.selectivity
    case .or(let a, let b): min(1, a.selectivity + b.selectivity)
    default: 0.5
    }
  }
}
