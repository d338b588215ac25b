public import CypherPlanner
public import GraphModel

/// A query that only reads, run for many sets of parameters at once: they go in as rows, and what comes out says from which.
///
/// The caller has a transaction open. Cost: that of one run, and of the rows.
public final class BatchedExecution {
  private let plan: InnerPlan
  private let context: ExecutionContext
  private let names: [String]

  /// Nil where the steps of the query do not work row by row, or do not see its parameters.
  public init?(_ query: PlannedQuery, _ context: ExecutionContext) {
    guard query.plan.isRowWise, !query.writes, !query.columns.isEmpty else { return nil }
    self.context = context
    names = query.parameters.map(\.name)
    let variables = names.enumerated().map { ($1, Variable(id: Int.min + 1 + $0, name: "$" + $1)) }
    let lowering = Lowering(context: context, parameters: Dictionary(variables, uniquingKeysWith: { first, _ in first }))
    do { plan = try lowering.whole(query) } catch { return nil }
  }

  /// The rows for all sets, in the order of the query's columns, and the position of the set of each, ascending. An error may be that
  /// of any set; nil where one lacks a parameter.
  public func run(_ sets: [[String: Value]]) throws(ExecutionFailure) -> (origins: [Int], rows: Batch)? {
    var columns: [Column] = []
    for name in names {
      var values: [Value] = []
      values.reserveCapacity(sets.count)
      for set in sets {
        guard let value = set[name] else { return nil }
        values.append(value)
      }
      columns.append(Column.narrowest(values))
    }
    context.restart(with: [:])
    let found = try plan.run(Batch(columns: columns, count: sets.count))
    return (found?.origins ?? [], Batch(columns: found?.columns ?? [], count: found?.origins.count ?? 0))
  }
}
