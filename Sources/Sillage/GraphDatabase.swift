import CypherEngine
import CypherPlanner
import CypherSyntax
import SQLiteGraph

// Sillage is the house seen from outside: one type for a database, one for a project, and values for what they tell.
// It wires the rooms together and does nothing itself that a room could do.

/// A graph in one SQLite file.
///
/// Belongs to one thread at a time; several processes and several values may have the same file open, one of them writing.
public final class GraphDatabase {
  let graph: SQLiteGraph
  private var plans = PlanCache()
  /// Where the file is; nil in memory.
  public let path: String?
  public let isWritable: Bool

  private init(_ graph: SQLiteGraph, path: String?, isWritable: Bool) {
    self.graph = graph
    self.path = path
    self.isWritable = isWritable
  }

  /// How many threads may work on one query; nil: as many as there are processors. The answer does not depend on it.
  public var threads: Int? {
    get { graph.threads }
    set { graph.threads = newValue }
  }

  /// For a program that answers questions: memory that was freed is kept for the next one. Cost: up to 256 MB.
  public static func keepFreedMemory() { ProcessMemory.keepFreed() }

  /// For a program that goes on answering: memory comes in large pieces. To be asked for before threads start.
  public static func useLargePages() { ProcessMemory.useLargePages() }

  /// Opens a file that exists. For reading nothing is created or changed.
  public static func open(_ path: String, writable: Bool = false) throws(SillageError) -> GraphDatabase {
    do throws(StoreError) {
      let graph = try SQLiteGraph.open(path, for: writable ? .writing : .reading)
      return GraphDatabase(graph, path: path, isWritable: writable)
    } catch {
      throw .store(error)
    }
  }

  /// Makes a new, empty file.
  public static func create(_ path: String) throws(SillageError) -> GraphDatabase {
    do throws(StoreError) {
      return GraphDatabase(try SQLiteGraph.create(path), path: path, isWritable: true)
    } catch {
      throw .store(error)
    }
  }

  /// An empty graph that is gone with this value.
  public static func inMemory() throws(SillageError) -> GraphDatabase {
    do throws(StoreError) {
      return GraphDatabase(try SQLiteGraph.inMemory(), path: nil, isWritable: true)
    } catch {
      throw .store(error)
    }
  }

  /// The same graph in memory: what happens to it does not touch the file.
  func copiedToMemory() throws(SillageError) -> GraphDatabase {
    do throws(StoreError) { return GraphDatabase(try graph.copiedToMemory(), path: nil, isWritable: true) } catch {
      throw .store(error)
    }
  }

  public func close() { graph.close() }

  /// Stops what runs; may be called from another thread or a signal handler.
  public var interrupt: @Sendable () -> Void {
    let interruption = graph.interruption
    return { interruption.interrupt() }
  }

  /// Compacts the file: everything that was written since the last time goes into its columns. The graph stays the same.
  public func optimize() throws(SillageError) {
    do throws(StoreError) { try graph.compact() } catch { throw .store(error) }
  }

  /// What is wrong with the file, a sentence each; empty where all is well. Cost: reads the whole file.
  public func integrityFaults() throws(SillageError) -> [String] {
    do throws(StoreError) {
      try graph.beginRead()
      defer { if graph.isInTransaction { try? graph.endRead() } }
      return try graph.integrityFaults()
    } catch { throw .store(error) }
  }

  // MARK: Queries

  /// Runs a query and gives its whole answer.
  ///
  /// The statement is atomic: where it fails, nothing of it has happened. A query that writes needs a database that is
  /// open for writing.
  public func query(
    _ text: String, parameters: [ResultField] = [], options: QueryOptions = QueryOptions()
  ) throws(SillageError) -> QueryAnswer {
    var rows: [[ResultValue]] = []
    let summary = try run(text, parameters: parameters, options: options, columns: { _ in }, rows: { rows += $0 })
    return QueryAnswer(
      columns: summary.columns, rows: rows, changes: summary.changes, warnings: summary.warnings)
  }

  /// Runs a query and hands on its rows as they come, a batch at a time: first the names of the columns, then the rows.
  @discardableResult
  public func run(
    _ text: String, parameters: [ResultField] = [], options: QueryOptions = QueryOptions(),
    columns: ([String]) -> Void, rows: ([[ResultValue]]) -> Void
  ) throws(SillageError) -> QuerySummary {
    try run(
      text, options, values: { () throws(QueryFault) in try values(of: parameters, options) }, columns: columns, rows: rows)
  }

  /// The same for parameters that are values already.
  func query(
    _ text: String, values: [String: Value], options: QueryOptions
  ) throws(SillageError) -> QueryAnswer {
    var rows: [[ResultValue]] = []
    let summary = try run(text, options, values: { values }, columns: { _ in }, rows: { rows += $0 })
    return QueryAnswer(
      columns: summary.columns, rows: rows, changes: summary.changes, warnings: summary.warnings)
  }

  private func values(of fields: [ResultField], _ options: QueryOptions) throws(QueryFault) -> [String: Value] {
    var values: [String: Value] = [:]
    for field in fields {
      do throws(ParameterError) { values[field.name] = try Value(parameter: field.value) } catch {
        let diagnostic = Diagnostic(
          .wrongParameter, "parameter $\(field.name): \(error.message)", source: options.sourceName, span: .beginning)
        throw .faults([diagnostic])
      }
    }
    return values
  }

  private func run(
    _ text: String, _ options: QueryOptions, values: () throws(QueryFault) -> [String: Value],
    columns: ([String]) -> Void, rows: ([[ResultValue]]) -> Void
  ) throws(SillageError) -> QuerySummary {
    let source = SourceText(name: options.sourceName, text: text)
    do throws(QueryFault) {
      return try transaction(writing: isWritable && options.mayWrite) { () throws(QueryFault) in
        let summary = try execute(try prepare(text, source, options), source, try values(), options, columns, rows)
        if !summary.changes.isEmpty {
          do throws(StoreError) { try noteChange() } catch { throw .store(error) }
        }
        return summary
      }
    } catch {
      throw error.sillageError(in: source)
    }
  }

  /// Calls `work` with a query that only reads, in one transaction. For any other statement it gives false and calls nothing.
  func repeating(
    _ text: String, _ options: QueryOptions, _ work: (RepeatedQuery) -> Void
  ) throws(SillageError) -> Bool {
    let source = SourceText(name: options.sourceName, text: text)
    do throws(QueryFault) {
      return try transaction(writing: false) { () throws(QueryFault) in
        guard case .query(let planned) = try prepare(text, source, options), planned.prefix == nil, !planned.query.writes,
          planned.time?.parameterNames.isEmpty ?? true
        else { return false }
        let time = try planned.frame(options.time, [:], source)
        let view = time.view(of: graph)
        work(try RepeatedQuery(planned.query, view, source, options, procedures(options, view)))
        return true
      }
    } catch { throw error.sillageError(in: source) }
  }

  private func execute(
    _ statement: PreparedStatement, _ source: SourceText, _ parameters: [String: Value], _ options: QueryOptions,
    _ columns: ([String]) -> Void, _ rows: ([[ResultValue]]) -> Void
  ) throws(QueryFault) -> QuerySummary {
    let mayWrite = isWritable && options.mayWrite
    switch statement {
    case .schema(let command):
      return try SchemaExecution(graph: graph, source: source, mayWrite: mayWrite).run(command, columns: columns)
    case .query(let planned):
      if options.isStrict, !planned.warnings.isEmpty { throw .faults(planned.warnings.map(\.asError)) }
      try checkParameters(of: planned, parameters, source)
      if planned.query.writes, planned.prefix != .explain, !mayWrite { throw .readOnly("query", source, .beginning) }
      let time = try planned.frame(options.time, parameters, source)
      let view = time.view(of: graph)
      let execution = QueryExecution(
        graph, view: view, planned, source, mayWrite: mayWrite, options, procedures(options, view), facts: planningFacts,
        noteChange: noteChange)
      var summary = try execution.run(parameters, columns: columns, rows: rows)
      summary.warnings = planned.warnings
      return summary
    }
  }

  /// A parameter without a value is found before anything runs.
  private func checkParameters(
    of planned: PlannedStatement, _ values: [String: Value], _ source: SourceText
  ) throws(QueryFault) {
    guard planned.prefix != .explain, let missing = planned.query.parameters.first(where: { values[$0.name] == nil }) else { return }
    throw .faults([
      Diagnostic(
        .wrongParameter, "no value was given for the parameter $\(missing.name)", source: source.name, span: missing.span,
        label: NearName.question(for: missing.name, among: values.keys.sorted()),
        fault: CypherFault(.compileTime, .parameterMissing, .missingParameter))
    ])
  }

  /// A command on the schema, or the plan of a query: the one kept for the same text, if the schema has not changed since.
  /// A change of the graph's size is no reason to plan anew: it changes the speed, not the answer.
  private func prepare(
    _ text: String, _ source: SourceText, _ options: QueryOptions
  ) throws(QueryFault) -> PreparedStatement {
    plans.keep(for: graph.schemaVersion)
    if options.disabledRules.isEmpty, let known = plans[text] { return .query(known) }
    let parsed = parse(source)
    guard let statement = parsed.statement else { throw .faults(parsed.diagnostics) }
    let query: Query
    switch statement.body {
    case .query(let body): query = body
    case .schema(let command):
      if let time = statement.time { throw .faults([.timeOfSchema(time, source)]) }
      guard let prefix = statement.prefix else { return .schema(command) }
      throw .faults([
        Diagnostic(
          .unsupportedStatement, "a command on the schema has no plan that \(prefix.rawValue) could show",
          source: source.name, span: statement.span, fault: CypherFault(.compileTime, .syntaxError, .unexpectedSyntax))
      ])
    }
    let facts = try planningFacts()
    let planned = CypherPlanner.plan(
      query, source: source, facts: facts, procedures: procedures(options, graph), functions: options.functions,
      without: options.disabledRules)
    guard let result = planned.query else { throw .faults(planned.diagnostics) }
    let warnings = UnknownNames.warnings(for: query, source: source, graph: graph)
    let kept = PlannedStatement(prefix: statement.prefix, time: statement.time, query: result, warnings: warnings)
    // A name that is unknown now may be known at the next run.
    if warnings.isEmpty, options.disabledRules.isEmpty { plans[text] = kept }
    return .query(kept)
  }

  /// The procedures that a query may call, which see the graph as it does.
  private func procedures(_ options: QueryOptions, _ view: any GraphReader) -> GraphProcedures {
    GraphProcedures(graph, beside: DatabaseProcedures(graph, view: view, others: options.procedures))
  }

  /// Remembers that a compiled database holds more than its text.
  func noteChange() throws(StoreError) {
    guard path != nil, try graph.metadata(BuildMetadata.contentHash) != nil,
      try graph.metadata(BuildMetadata.isChanged) == nil
    else { return }
    try graph.setMetadata(BuildMetadata.isChanged, to: "yes")
  }

  private func planningFacts() throws(QueryFault) -> PlanningFacts {
    let indexes = graph.propertyIndexes.map { index in
      let (name, key) = (graph.name(of: index.subject), graph.name(of: index.key))
      return switch index.subject {
      case .nodes: PlanningFacts.Index(label: name, key: key)
      case .relationships: PlanningFacts.Index(type: name, key: key)
      }
    }
    do throws(StoreError) { return try PlanningFacts(graph, indexes: Set(indexes)) } catch { throw .store(error) }
  }

  /// Runs work in one transaction: committed where it succeeds and writes, else undone.
  func transaction<Result>(
    writing: Bool, _ work: () throws(QueryFault) -> Result
  ) throws(QueryFault) -> Result {
    do throws(StoreError) {
      if writing { try graph.beginWrite() } else { try graph.beginRead() }
    } catch { throw .store(error) }
    let result: Result
    do throws(QueryFault) {
      result = try work()
    } catch {
      let fault = error
      if graph.isInTransaction {
        do throws(StoreError) { try graph.rollback() } catch { throw .store(error) }
      }
      throw fault
    }
    do throws(StoreError) {
      if writing { try graph.commit() } else { try graph.endRead() }
    } catch {
      if writing { do throws(StoreError) { try graph.rollback() } catch {} }
      throw .store(error)
    }
    return result
  }
}
