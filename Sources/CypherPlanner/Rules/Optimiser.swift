/// The rules in the order in which they are applied. Each can be left out, and the answer stays the same.
public enum Rule: String, CaseIterable, Sendable {
  /// ORDER BY with LIMIT keeps only the rows that are wanted.
  case keepTopRows

  /// The plan after this rule alone, looked at from the root down.
  func apply(to plan: LogicalPlan) -> LogicalPlan {
    switch self {
    case .keepTopRows: KeepTopRows.apply(to: plan)
    }
  }
}

/// Applies all rules but those named to a plan and to the plans inside it.
func optimise(_ plan: LogicalPlan, without off: Set<Rule> = []) -> LogicalPlan {
  var plan = plan
  for rule in Rule.allCases where !off.contains(rule) { plan = plan.rewritten(rule.apply) }
  return plan
}

extension LogicalPlan {
  /// Each node rewritten, from the root down; what a rule puts in the place of a node is gone into as well.
  fileprivate func rewritten(_ rewrite: (LogicalPlan) -> LogicalPlan) -> LogicalPlan {
    rewrite(self).mapInput { $0.rewritten(rewrite) }.mapInner { $0.rewritten(rewrite) }
  }
}
