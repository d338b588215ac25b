/// `MATCH (a)-->(b)-->(c) RETURN count(c)` takes neither a nor the relationships from one step to the next: where a step finds several
/// rows for one, each column that it hands on costs as much as what it finds.
enum DropUnread {
  /// A longer plan is left as it is: the sets that are kept for its steps would grow with its square.
  private static let mostSteps = 100

  /// `reads`: the columns that are read of its rows.
  static func apply(to plan: LogicalPlan, reading reads: Set<Variable>) -> LogicalPlan {
    var (steps, step) = (1, plan)
    while let input = step.input {
      (steps, step) = (steps + 1, input)
      if steps > mostSteps { return plan }
    }
    return dropping(plan, reading: reads)
  }

  /// Goes down the plan as long as it is known what each step reads. `reads`: what the steps above read of its rows.
  private static func dropping(_ plan: LogicalPlan, reading reads: Set<Variable>) -> LogicalPlan {
    switch plan {
    case .project(let input, let items):
      return .project(dropping(input, reading: Set(items.flatMap(\.expression.reads))), items)
    case .aggregate(let input, let groups, let calls):
      let below = Set(groups.flatMap(\.expression.reads) + calls.flatMap(\.arguments).flatMap(\.reads))
      return .aggregate(dropping(input, reading: below), groups: groups, calls)
    case .expand(let input, var step):
      guard let own = plan.stepReads else { return plan }
      let tested = Set((step.relationshipTests + step.neighbourTests).flatMap(\.predicate.reads))
      step.drops = Set(input.columns + plan.ownColumns(beside: [])).subtracting(reads.union(tested))
      return .expand(dropping(input, reading: reads.union(own)), step)
    case .scanRelationships(let input, var scan):
      guard let own = plan.stepReads else { return plan }
      scan.drops = Set([scan.start, scan.end]).subtracting(reads.union(scan.tests.flatMap(\.predicate.reads)))
      return .scanRelationships(dropping(input, reading: reads.union(own)), scan)
    case .distinct(let input): return .distinct(dropping(input, reading: Set(input.columns)))
    default:
      guard let own = plan.stepReads else { return plan }
      return plan.mapInput { dropping($0, reading: reads.union(own)) }
    }
  }
}

extension LogicalPlan {
  /// The variables of its input that a step reads, beside those that it only hands on; nil for a step that may read any.
  fileprivate var stepReads: Set<Variable>? {
    switch self {
    case .scanNodes(_, _, _, let tests): Set(tests.flatMap(\.reads))
    case .seekNodes(_, _, let seek): seek.value.reads
    case .takeNodes(_, _, let known): known.value.reads
    case .takeRelationship(_, let known): Set([known.from, known.relationship, known.to] + known.differsFrom)
    case .scanRelationships(_, let scan): Set(scan.differsFrom + scan.tests.flatMap(\.reads))
    case .seekRelationships(_, let scan, let seek): Set(scan.differsFrom + scan.tests.flatMap(\.reads)).union(seek.value.reads)
    case .expand(_, let step):
      Set([step.from] + (step.isInto ? [step.to] : []) + step.differsFrom + (step.relationshipTests + step.neighbourTests).flatMap(\.reads))
    case .expandRepeatedly(_, let step):
      Set([step.from, step.to] + step.differsFrom).union(step.condition?.predicate.reads ?? []).union(step.nodeCondition?.predicate.reads ?? [])
    case .shortestPaths(_, let paths): Set([paths.from, paths.to]).union(paths.condition?.predicate.reads ?? [])
    case .reach(_, let reach): Set([reach.from, reach.to] + reach.predicates.flatMap(\.reads))
    case .countNeighbours(_, let count): Set([count.from] + count.legs.flatMap(\.rivals).flatMap(\.variables))
    case .countMeetings(_, let count):
      Set([count.left.from, count.right.from] + count.leftRivals + count.rightRivals + (count.leftDistant + count.rightDistant).flatMap(\.variables))
    case .fewWays(_, let ways): ways.reads
    case .optional(_, let inner), .apply(_, let inner, _): Set(inner.leafVariables)
    case .filter(_, let predicate): predicate.reads
    case .extend(_, let items): Set(items.flatMap(\.expression.reads))
    case .unwind(_, let list, _): list.reads
    case .sort(_, let keys): Set(keys.flatMap(\.expression.reads))
    case .top(_, let keys, let count): Set(keys.flatMap(\.expression.reads)).union(count.reads)
    case .skip(_, let count), .limit(_, let count): count.reads
    default: nil
    }
  }
}

extension ScanTest {
  fileprivate var reads: Set<Variable> { predicate.reads.union(operand.reads) }
}

extension Rival {
  fileprivate var variables: [Variable] { [relationship] + (ends.map { [$0.start, $0.end] } ?? []) }
}
