import CypherPlanner
import CypherSyntax

/// A planned query, and whether its plan is wanted rather than its answer.
struct PlannedStatement {
  var prefix: Statement.Prefix?
  /// From when the graph is looked at, as the statement says.
  var time: TimePrefix?
  var query: PlannedQuery
  /// Names that the graph had never had when this was planned.
  var warnings: [Diagnostic] = []
}

/// What a text asks for.
enum PreparedStatement {
  case query(PlannedStatement)
  case schema(SchemaCommand)
}

/// Plans by the text of their query, up to a number; the whole cache is dropped when it is full, and when the schema has
/// changed.
struct PlanCache {
  static let capacity = 256
  private var plans: [String: PlannedStatement] = [:]
  private var schemaVersion = 0

  /// Drops all plans that were made for another version of the schema.
  mutating func keep(for version: Int) {
    guard version != schemaVersion else { return }
    plans = [:]
    schemaVersion = version
  }

  subscript(text: String) -> PlannedStatement? {
    get { plans[text] }
    set {
      if plans.count >= Self.capacity { plans = [:] }
      plans[text] = newValue
    }
  }
}
