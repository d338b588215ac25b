import CypherEngine
import CypherPlanner
import SQLiteGraph

/// A query that only reads, ready to run for one set of parameters after the other in the transaction that is open, and in others
/// that follow where it may.
///
/// It is lowered once. Cost of a run: what its steps cost, and little else.
final class RepeatedQuery {
  private let execution: Execution
  private let context: ExecutionContext
  private let source: SourceText
  private let query: PlannedQuery
  /// Once it was asked for; nil in it where the query can only run for one set at a time.
  private var knownBatched: BatchedExecution??
  let text: String
  /// Writes the answers.
  let writer: AnswerWriter
  /// That of the graph when it was made ready: it serves no transaction in which the graph has another one.
  let vocabulary: SQLiteGraph.Vocabulary
  /// False where it looks at the graph from a time: what that hides is found once for a transaction.
  let mayRunAgain: Bool
  private var isResting = true

  /// `view`: the graph as the query sees it.
  init(
    _ text: String, _ query: PlannedQuery, _ view: any GraphReader, of graph: SQLiteGraph, _ source: SourceText, _ options: QueryOptions,
    _ procedures: any ProcedureCatalog
  ) throws(QueryFault) {
    context = ExecutionContext(
      graph: view, zones: MachineClock(), normalizer: NormalForms.normalized, clock: MachineClock.now, procedures: procedures,
      registeredFunctions: options.functions, files: options.csvFolder.map { CSVFolder($0).files },
      batchCapacity: options.batchCapacity, lack: QueryLimits(isUnwanted: options.isUnwanted).lack)
    do throws(ExecutionFailure) { execution = try Execution(query, context) } catch { throw .execution(error) }
    self.query = query
    self.text = text
    writer = AnswerWriter(query.columns.map(\.name), graph)
    self.source = source
    vocabulary = graph.vocabulary
    mayRunAgain = view === graph
  }

  /// Whether it can run for many sets of parameters at once.
  var isBatched: Bool { batched != nil }

  /// The rows for many sets of parameters, and the position of the set of each, ascending; nil where the query must run for one set
  /// after the other. It must where its steps ask for it, and where some set leads to an error.
  func rows(for sets: [[String: Value]]) -> (origins: [Int], rows: Batch)? {
    isResting = false
    do { return try batched?.run(sets) } catch { return nil }
  }

  /// Gives back what its steps hold of the last run.
  func rest() {
    if isResting { return }
    isResting = true
    context.restart(with: [:])
    execution.rest()
    knownBatched = nil
  }

  private var batched: BatchedExecution? {
    if let knownBatched { return knownBatched }
    let made = BatchedExecution(query, context)
    knownBatched = .some(made)
    return made
  }

  /// Hands on the rows, a batch at a time.
  func run(
    _ parameters: [String: Value], each: (Batch) throws(ExecutionFailure) -> Void
  ) throws(SillageError) {
    isResting = false
    context.restart(with: parameters)
    do throws(ExecutionFailure) {
      execution.restart()
      while let batch = try execution.next() { try each(batch) }
    } catch { throw QueryFault.execution(error).sillageError(in: source) }
  }
}
