import CypherEngine
import CypherPlanner
import CypherSyntax
import SQLiteGraph

/// Runs one planned query in the transaction that is open, and in others that follow where it may.
final class QueryExecution {
  private let graph: SQLiteGraph
  /// The graph as it looks from the time that was asked for; nothing else is read by the statement.
  private let view: any GraphReader
  private let statement: PlannedStatement
  private let source: SourceText
  private let mayWrite: Bool
  private let options: QueryOptions
  private let procedures: any ProcedureCatalog
  /// What the planner knows of the graph.
  private let facts: () throws(QueryFault) -> PlanningFacts
  private let noteChange: () throws(StoreError) -> Void
  private var kept: Kept?

  /// What was made ready for the last run of a query that changes the graph.
  private struct Kept {
    let context: ExecutionContext
    let execution: Execution
    /// That of the graph when it was made ready.
    let vocabulary: SQLiteGraph.Vocabulary
  }

  /// Whether the last run went well and what was made ready for it serves the transaction that is open as well.
  var mayRunAgain: Bool { kept?.vocabulary == graph.vocabulary }

  /// `noteChange` is called before each commit within the statement that follows a change.
  init(
    _ graph: SQLiteGraph, view: any GraphReader, _ statement: PlannedStatement, _ source: SourceText, mayWrite: Bool,
    _ options: QueryOptions, _ procedures: any ProcedureCatalog,
    facts: @escaping () throws(QueryFault) -> PlanningFacts, noteChange: @escaping () throws(StoreError) -> Void
  ) {
    self.graph = graph
    self.view = view
    self.statement = statement
    self.source = source
    self.mayWrite = mayWrite
    self.options = options
    self.procedures = procedures
    self.facts = facts
    self.noteChange = noteChange
  }

  func run(
    _ values: [String: Value], columns: ([String]) -> Void, rows: ([[ResultValue]]) -> Void
  ) throws(QueryFault) -> QuerySummary {
    let vocabulary = kept?.vocabulary ?? graph.vocabulary
    let profile = statement.prefix == .profile ? Profile(view) : nil
    let context = context(values, profile)
    var count = 0
    let query = statement.query
    let table = statement.prefix == nil ? nil : PlanTable(source: source, facts: try facts())
    if statement.prefix == .explain, let table { return table.write(query.plan, columns: columns, rows: rows) }
    do throws(ExecutionFailure) {
      let execution = if let kept { kept.execution } else { try Execution(query, context) }
      if let profile, let table {
        while try execution.next() != nil {}
        return table.write(profile, context.changes, columns: columns, rows: rows)
      }
      columns(query.columns.map(\.name))
      while let batch = try execution.next() {
        count += batch.count
        rows(try Materialiser(graph, context.deletions).rows(of: batch))
      }
      if statement.prefix == nil, query.writes { kept = Kept(context: context, execution: execution, vocabulary: vocabulary) }
    } catch { throw .execution(error) }
    return QuerySummary(columns: query.columns.map(\.name), rowCount: count, changes: context.changes)
  }

  /// That of the last run, as it is before a run, or a new one.
  private func context(_ values: [String: Value], _ profile: Profile?) -> ExecutionContext {
    if let kept {
      kept.context.restart(with: values)
      kept.execution.restart()
      return kept.context
    }
    return ExecutionContext(
      graph: view, writer: mayWrite ? graph : nil, parameters: values, zones: MachineClock(), normalizer: NormalForms.normalized,
      clock: MachineClock.now, procedures: procedures, registeredFunctions: options.functions,
      files: options.csvFolder.map { CSVFolder($0).files },
      division: mayWrite ? division : nil, batchCapacity: options.batchCapacity, profile: profile,
      lack: QueryLimits(isUnwanted: options.isUnwanted).lack)
  }

  private var division: TransactionDivision {
    TransactionDivision(
      commit: { [graph, noteChange] changes throws(StoreError) in
        if !changes.isEmpty { try noteChange() }
        try graph.commit()
        try graph.beginWrite()
      },
      rollback: { [graph] () throws(StoreError) in
        if graph.isInTransaction { try graph.rollback() }
        try graph.beginWrite()
      })
  }
}
