/// `RETURN n.name … ORDER BY n.score LIMIT 20` reads the names of 20 nodes, not of all. What may fail is worked out for all rows, as it would be
/// without a limit.
enum ProjectAfterTop {
  static func apply(to plan: LogicalPlan) -> LogicalPlan {
    guard case .top(.extend(let input, let items), let keys, let count) = plan, !input.writes else { return plan }
    let before = items.filter { !$0.expression.isSafe }
    let after = items.filter(\.expression.isSafe)
    guard !after.isEmpty else { return plan }
    let made = Dictionary(after.map { ($0.variable, $0.expression) }, uniquingKeysWith: { first, _ in first })
    var sorted = keys
    for (at, key) in keys.enumerated() {
      if case .variable(let variable) = key.expression.kind, let expression = made[variable] {
        sorted[at].expression = expression
      } else if !key.expression.reads.isDisjoint(with: made.keys) {
        return plan
      }
    }
    return .extend(.top(before.isEmpty ? input : .extend(input, before), sorted, count), after)
  }
}
