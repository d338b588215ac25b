public import CypherPlanner
public import GraphModel

// CypherEngine runs plans: operators pull batches from one another, expressions work on whole columns. It knows a graph
// through GraphReader and GraphWriter only.

/// A running query: batches of its result columns, one after the other.
///
/// The caller has a transaction open, and keeps it open until it has pulled the last batch.
public final class Execution {
  private let root: any Operator
  private let columns: [Int]
  private var isOpen = false

  /// Lowers the plan. Nothing runs yet.
  public init(_ query: PlannedQuery, _ context: ExecutionContext) throws(ExecutionFailure) {
    let lowering = Lowering(context: context)
    let lowered = try lowering.lower(query.plan)
    root = lowered.root
    let compiler = ExpressionCompiler(lowered.layout, lowering)
    columns = try query.columns.map { column throws(ExecutionFailure) in try compiler.position(of: column.variable) }
  }

  /// Starts over, for what the context then holds.
  public func restart() { isOpen = false }

  /// Starts over, and gives back what the steps hold of the last run. Where they cannot be opened, the next run says so.
  public func rest() {
    restart()
    try? root.open()
  }

  /// The next rows, in the order of the query's columns; nil after the last. A query without columns gives its effects
  /// and no rows.
  public func next() throws(ExecutionFailure) -> Batch? {
    if !isOpen {
      isOpen = true
      try root.open()
    }
    guard !columns.isEmpty else {
      while try root.next() != nil {}
      return nil
    }
    guard let batch = try root.next() else { return nil }
    return Batch(columns: columns.map { batch.columns[$0] }, count: batch.count)
  }
}
