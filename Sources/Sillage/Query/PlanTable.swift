import CypherEngine
import CypherPlanner

/// A plan as the answer of EXPLAIN or PROFILE: a row a step with the number of rows that is expected, the last step first, what
/// it takes its rows from below it. PROFILE tells the true number, too, and the stored chunks that were read.
struct PlanTable {
  let source: SourceText
  /// What the estimates come from.
  let facts: PlanningFacts

  func write(
    _ plan: LogicalPlan, columns: ([String]) -> Void, rows: ([[ResultValue]]) -> Void
  ) -> QuerySummary {
    let names = ["step", "details", "estimate"]
    columns(names)
    var lines: [[ResultValue]] = []
    add(plan, depth: 0, to: &lines)
    rows(lines)
    return QuerySummary(columns: names, rowCount: lines.count, changes: ChangeCounts())
  }

  func write(
    _ profile: Profile, _ changes: ChangeCounts, columns: ([String]) -> Void, rows: ([[ResultValue]]) -> Void
  ) -> QuerySummary {
    let names = ["step", "details", "estimate", "rows", "chunks"]
    columns(names)
    var lines: [[ResultValue]] = []
    if let root = profile.root { add(root, depth: 0, to: &lines) }
    rows(lines)
    return QuerySummary(columns: names, rowCount: lines.count, changes: changes)
  }

  private func add(_ plan: LogicalPlan, depth: Int, to lines: inout [[ResultValue]]) {
    lines.append(cells(plan, depth))
    for inner in plan.inner { add(inner, depth: depth + 1, to: &lines) }
    if let input = plan.input { add(input, depth: plan.inner.isEmpty ? depth : depth + 1, to: &lines) }
  }

  private func add(_ step: Profile.Step, depth: Int, to lines: inout [[ResultValue]]) {
    lines.append(cells(step.plan, depth) + [.integer(Int64(step.rows)), .integer(Int64(step.chunks))])
    let next = step.inputs.count > 1 ? depth + 1 : depth
    for input in step.inputs.reversed() { add(input, depth: next, to: &lines) }
  }

  private func cells(_ plan: LogicalPlan, _ depth: Int) -> [ResultValue] {
    let description = PlanDescription(plan, source: source)
    let estimate = min(plan.estimatedRows(facts).rounded(.up), 1e15)
    return [
      .string(String(repeating: "  ", count: depth) + description.name), .string(description.details),
      .integer(Int64(estimate)),
    ]
  }
}
