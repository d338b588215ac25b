import CypherEngine
import CypherPlanner

/// A query that only reads, ready to run for one set of parameters after the other in the transaction that is open.
///
/// It is lowered once. Cost of a run: what its steps cost, and little else.
final class RepeatedQuery {
  private let execution: Execution
  private let context: ExecutionContext
  private let source: SourceText
  private let query: PlannedQuery
  /// Nil where it can only run for one set at a time.
  private lazy var batched = BatchedExecution(query, context)
  let columns: [String]

  init(
    _ query: PlannedQuery, _ graph: any GraphReader, _ source: SourceText, _ options: QueryOptions,
    _ procedures: any ProcedureCatalog
  ) throws(QueryFault) {
    context = ExecutionContext(
      graph: graph, zones: MachineClock(), normalizer: NormalForms.normalized, clock: MachineClock.now, procedures: procedures,
      registeredFunctions: options.functions, files: options.csvFolder.map { CSVFolder($0).files },
      batchCapacity: options.batchCapacity)
    do throws(ExecutionFailure) { execution = try Execution(query, context) } catch { throw .execution(error) }
    self.query = query
    columns = query.columns.map(\.name)
    self.source = source
  }

  /// Whether it can run for many sets of parameters at once.
  var isBatched: Bool { batched != nil }

  /// The rows for many sets of parameters, and the position of the set of each, ascending; nil where the query must run for one set
  /// after the other. It must where its steps ask for it, and where some set leads to an error.
  func rows(for sets: [[String: Value]]) -> (origins: [Int], rows: Batch)? {
    do { return try batched?.run(sets) } catch { return nil }
  }

  /// Hands on the rows, a batch at a time.
  func run(
    _ parameters: [String: Value], each: (Batch) throws(ExecutionFailure) -> Void
  ) throws(SillageError) {
    context.restart(with: parameters)
    do throws(ExecutionFailure) {
      execution.restart()
      while let batch = try execution.next() { try each(batch) }
    } catch { throw QueryFault.execution(error).sillageError(in: source) }
  }
}
