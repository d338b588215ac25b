/// `RETURN n.name … ORDER BY n.score LIMIT 20` reads the names of 20 nodes, not of all.
enum ProjectAfterTop {
  static func apply(to plan: LogicalPlan) -> LogicalPlan {
    guard case .top(.extend(let input, let items), let keys, let count) = plan, !input.writes,
      items.allSatisfy(\.expression.isSafe)
    else { return plan }
    let made = Dictionary(items.map { ($0.variable, $0.expression) }, uniquingKeysWith: { first, _ in first })
    var sorted = keys
    for (at, key) in keys.enumerated() {
      if case .variable(let variable) = key.expression.kind, let expression = made[variable] {
        sorted[at].expression = expression
      } else if !key.expression.reads.isDisjoint(with: made.keys) {
        return plan
      }
    }
    return .extend(.top(input, sorted, count), items)
  }
}
