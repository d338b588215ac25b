import CypherPlanner

/// Plans by the text of their query, up to a number; the whole cache is dropped when it is full.
struct PlanCache {
  static let capacity = 256
  private var plans: [String: PlannedQuery] = [:]

  subscript(text: String) -> PlannedQuery? {
    get { plans[text] }
    set {
      if plans.count >= Self.capacity { plans = [:] }
      plans[text] = newValue
    }
  }
}
