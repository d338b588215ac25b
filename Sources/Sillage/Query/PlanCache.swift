import CypherPlanner
import CypherSyntax

/// A planned query, and whether its plan is wanted rather than its answer.
struct PlannedStatement {
  var prefix: Statement.Prefix?
  var query: PlannedQuery
  /// Names that the graph had never had when this was planned.
  var warnings: [Diagnostic] = []
}

/// Plans by the text of their query, up to a number; the whole cache is dropped when it is full.
struct PlanCache {
  static let capacity = 256
  private var plans: [String: PlannedStatement] = [:]

  subscript(text: String) -> PlannedStatement? {
    get { plans[text] }
    set {
      if plans.count >= Self.capacity { plans = [:] }
      plans[text] = newValue
    }
  }
}
