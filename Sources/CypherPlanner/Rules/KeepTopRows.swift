/// `ORDER BY … LIMIT n` needs no more than n rows at a time.
enum KeepTopRows {
  static func apply(to plan: LogicalPlan) -> LogicalPlan {
    if case .limit(.sort(let input, let keys), let count) = plan { return .top(input, keys, count) }
    return plan
  }
}
